#:sdk Microsoft.NET.Sdk.Web
#:property PublishAot=false
#:property RestorePackagesWithLockFile=false
#:package OpenIddict.Server.AspNetCore
// A provider of OpenID Connect for tests/server-day, on the address that is named. Whoever comes is Anna Andersson, one of the
// planners.
using System.Security.Claims;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

var builder = WebApplication.CreateSlimBuilder();
builder.WebHost.UseUrls(args[0]);
builder.Services.AddOpenIddict().AddServer(server =>
{
    server.EnableDegradedMode();
    server.SetIssuer(args[0]).SetAuthorizationEndpointUris("/authorize").SetTokenEndpointUris("/token");
    server.AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange();
    server.RegisterScopes(Scopes.Profile).RegisterClaims("name", "groups");
    server.AddEphemeralEncryptionKey().AddEphemeralSigningKey();
    server.UseAspNetCore().DisableTransportSecurityRequirement();
    server.AddEventHandler<ValidateAuthorizationRequestContext>(handler =>
        handler.UseInlineHandler(_ => ValueTask.CompletedTask));
    server.AddEventHandler<ValidateTokenRequestContext>(handler => handler.UseInlineHandler(_ => ValueTask.CompletedTask));
    server.AddEventHandler<HandleAuthorizationRequestContext>(handler => handler.UseInlineHandler(context =>
    {
        var identity = new ClaimsIdentity("provider");
        foreach (var (type, value) in new[] { (Claims.Subject, "subject-17"), (Claims.Name, "Anna Andersson"),
            ("groups", "planners") })
            identity.AddClaim(new Claim(type, value).SetDestinations(Destinations.IdentityToken));
        context.Principal = new ClaimsPrincipal(identity);
        context.Principal.SetScopes(context.Request.GetScopes());
        return ValueTask.CompletedTask;
    }));
});
var app = builder.Build();
app.UseAuthentication();
app.Run();
