using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Samverkan.App.Web.Security;

/// <summary>Signing in with the account that people have at work: the code flow with PKCE, by the framework's own
/// handler.</summary>
internal static class OpenIdConnect
{
    private const int LongestName = 60;

    public static void Configure(OpenIdConnectOptions options, OpenIdConnectProvider provider)
    {
        options.SignInScheme = Access.Session;
        options.Authority = provider.Authority.ToString();
        // A provider on this machine is a trial.
        options.RequireHttpsMetadata = !provider.Authority.IsLoopback;
        (options.ClientId, options.ClientSecret) = (provider.ClientId, provider.ClientSecret);
        options.ResponseType = OpenIdConnectResponseType.Code;
        // What another site posts here is refused.
        options.ResponseMode = OpenIdConnectResponseMode.Query;
        options.UsePkce = true;
        options.MapInboundClaims = false;
        // Nothing is asked for but who it is; what comes back is not kept.
        options.Scope.Clear();
        options.Scope.Add("openid");
        options.Scope.Add("profile");
        options.SaveTokens = false;
        options.GetClaimsFromUserInfoEndpoint = false;
        options.CallbackPath = "/signin-oidc";
        options.SignedOutCallbackPath = "/signout-callback-oidc";
        foreach (var cookie in new[] { options.CorrelationCookie, options.NonceCookie })
            (cookie.SameSite, cookie.SecurePolicy) = (SameSiteMode.Lax, CookieSecurePolicy.SameAsRequest);
        options.Events.OnTokenValidated = context =>
        {
            context.Principal = User(context.Principal!, provider);
            AuditLog.Of(context.HttpContext).Write(context.HttpContext, Act.SignIn, context.Principal, AuditLog.Done);
            return Task.CompletedTask;
        };
        options.Events.OnRedirectToIdentityProviderForSignOut = context =>
        {
            // In place of the ID token, which is not kept.
            context.ProtocolMessage.ClientId = provider.ClientId;
            return Task.CompletedTask;
        };
        options.Events.OnRemoteFailure = context =>
        {
            AuditLog.Of(context.HttpContext).Write(context.HttpContext, Act.SignIn, context.HttpContext.User, AuditLog.Failed);
            context.HandleResponse();
            context.Response.Redirect("/sign-in?failed=true");
            return Task.CompletedTask;
        };
    }

    // Of all that the provider tells, the subject, one name to show and the role are kept.
    private static ClaimsPrincipal User(ClaimsPrincipal told, OpenIdConnectProvider provider)
    {
        var subject = told.FindFirstValue("sub") ?? "unknown";
        var shown = told.FindFirstValue("name") ?? told.FindFirstValue("preferred_username") ?? subject;
        var role = told.FindAll(provider.RoleClaim).Select(claim => provider.Roles.GetValueOrDefault(claim.Value))
            .Append(provider.Otherwise).Select(Roles.Of).Max();
        return Claims.User(OpenIdConnectDefaults.AuthenticationScheme, $"oidc:{subject}", shown.Length > LongestName
            ? shown[..LongestName] : shown, role);
    }
}
