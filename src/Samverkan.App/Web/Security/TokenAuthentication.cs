using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Samverkan.App.Web.Security;

/// <summary>Programs send a token with every request: <c>Authorization: Bearer TOKEN</c>.</summary>
internal sealed class TokenAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logs, UrlEncoder encoder, Tokens tokens, AuditLog audit)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logs, encoder)
{
    private const string Prefix = "Bearer ";

    public static bool IsUsedBy(HttpRequest request) =>
        request.Headers.Authorization is [{ } header] && header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase);

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (tokens.User(Request.Headers.Authorization.ToString()[Prefix.Length..].Trim(), Scheme.Name) is { } user)
            return Task.FromResult(AuthenticateResult.Success(new(user, Scheme.Name)));
        audit.Write(Context, Act.SignIn, null, AuditLog.Failed);
        return Task.FromResult(AuthenticateResult.Fail("No such token."));
    }
}

/// <summary>Where nobody is asked, whoever is at this machine may do everything.</summary>
internal sealed class OpenAuthentication(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logs,
    UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logs, encoder)
{
    protected override Task<AuthenticateResult> HandleAuthenticateAsync() =>
        Task.FromResult(AuthenticateResult.Success(
            new(Claims.User(Scheme.Name, Claims.Local, Claims.Local, Role.Administrator), Scheme.Name)));
}
