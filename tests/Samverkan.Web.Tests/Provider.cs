using System.Security.Claims;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Samverkan.Web.Tests;

/// <summary>A real provider of OpenID Connect, on loopback. Whoever comes is signed in as <see cref="Subject"/>.</summary>
internal sealed class Provider : IAsyncDisposable
{
    public const string Client = "samverkan", Secret = "a-secret-of-the-client";

    private readonly WebApplication app;

    private Provider(WebApplication app, string url) => (this.app, Url) = (app, url);

    public string Url { get; }

    public string Subject { get; set; } = "subject-17";

    public string[] Groups { get; set; } = [];

    public static async Task<Provider> Start()
    {
        var url = $"http://127.0.0.1:{ServedPages.FreePort()}";
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(url);
        builder.Logging.ClearProviders();
        Provider? provider = null;
        builder.Services.AddOpenIddict().AddServer(server =>
        {
            server.EnableDegradedMode();
            server.SetIssuer(url).SetAuthorizationEndpointUris("/authorize").SetTokenEndpointUris("/token")
                .SetEndSessionEndpointUris("/leave");
            server.AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange();
            server.RegisterScopes(Scopes.Profile).RegisterClaims("name", "groups");
            server.AddEphemeralEncryptionKey().AddEphemeralSigningKey();
            server.UseAspNetCore().DisableTransportSecurityRequirement();
            server.AddEventHandler<ValidateAuthorizationRequestContext>(handler => handler.UseInlineHandler(context =>
            {
                if (context.ClientId != Client) context.Reject(Errors.InvalidClient);
                return ValueTask.CompletedTask;
            }));
            server.AddEventHandler<ValidateTokenRequestContext>(handler => handler.UseInlineHandler(context =>
            {
                if (context.ClientId != Client || context.ClientSecret != Secret) context.Reject(Errors.InvalidClient);
                return ValueTask.CompletedTask;
            }));
            server.AddEventHandler<ValidateEndSessionRequestContext>(handler =>
                handler.UseInlineHandler(_ => ValueTask.CompletedTask));
            server.AddEventHandler<HandleEndSessionRequestContext>(handler => handler.UseInlineHandler(context =>
            {
                context.SignOut();
                return ValueTask.CompletedTask;
            }));
            server.AddEventHandler<HandleAuthorizationRequestContext>(handler => handler.UseInlineHandler(context =>
            {
                var identity = new ClaimsIdentity("provider");
                identity.AddClaim(new Claim(Claims.Subject, provider!.Subject).SetDestinations(Destinations.IdentityToken));
                identity.AddClaim(new Claim(Claims.Name, "Anna Andersson").SetDestinations(Destinations.IdentityToken));
                foreach (var group in provider.Groups)
                    identity.AddClaim(new Claim("groups", group).SetDestinations(Destinations.IdentityToken));
                var principal = new ClaimsPrincipal(identity);
                principal.SetScopes(context.Request.GetScopes());
                context.Principal = principal;
                return ValueTask.CompletedTask;
            }));
        });
        var app = builder.Build();
        app.UseAuthentication();
        provider = new Provider(app, url);
        await app.StartAsync();
        return provider;
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();
}
