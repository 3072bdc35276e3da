using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;

namespace Samverkan.App.Web.Security;

/// <summary>An open page stays open only as long as the token that let its reader in.</summary>
internal sealed class PageSessions(ILoggerFactory logs, Tokens tokens) : RevalidatingServerAuthenticationStateProvider(logs)
{
    protected override TimeSpan RevalidationInterval => TimeSpan.FromSeconds(10);

    protected override Task<bool> ValidateAuthenticationStateAsync(AuthenticationState state, CancellationToken cancel) =>
        Task.FromResult(tokens.StillGood(state.User));
}
