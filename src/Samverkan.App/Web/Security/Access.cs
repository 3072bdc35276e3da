using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Authorization;

namespace Samverkan.App.Web.Security;

/// <summary>Signing in, by the framework's own handlers: a token, or OpenID Connect; then a session in a cookie.</summary>
internal static class Access
{
    public const string Session = CookieAuthenticationDefaults.AuthenticationScheme;

    private const string Any = "access", Open = "open", Token = "token";

    // A working day; who goes on working stays signed in.
    private static readonly TimeSpan SessionLasts = TimeSpan.FromHours(10);

    public static void Add(IServiceCollection services, AccessOptions options)
    {
        services.AddSingleton(options).AddSingleton<Tokens>();
        var schemes = services.AddAuthentication(Any)
            .AddPolicyScheme(Any, null, any => any.ForwardDefaultSelector = context =>
                TokenAuthentication.IsUsedBy(context.Request) ? Token : options.IsOpen ? Open : Session)
            .AddScheme<AuthenticationSchemeOptions, TokenAuthentication>(Token, null)
            .AddScheme<AuthenticationSchemeOptions, OpenAuthentication>(Open, null)
            .AddCookie(Session, cookie => ConfigureSession(cookie, options));
        if (options.OpenIdConnect is { } provider) schemes.AddOpenIdConnect(open => OpenIdConnect.Configure(open, provider));
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(AtLeast(Role.Viewer))
            .AddPolicy(nameof(Role.Editor), AtLeast(Role.Editor))
            .AddPolicy(nameof(Role.Administrator), AtLeast(Role.Administrator));
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, Refusals>();
        services.AddCascadingAuthenticationState().AddScoped<AuthenticationStateProvider, PageSessions>();
    }

    private static AuthorizationPolicy AtLeast(Role role) =>
        new AuthorizationPolicyBuilder().RequireAuthenticatedUser().RequireAssertion(context => context.User.May(role)).Build();

    private static void ConfigureSession(CookieAuthenticationOptions cookie, AccessOptions options)
    {
        cookie.Cookie.Name = "samverkan-access";
        cookie.Cookie.HttpOnly = true;
        // Who comes back from the sign-in of another site must have the cookie at once.
        cookie.Cookie.SameSite = options.OpenIdConnect is null ? SameSiteMode.Strict : SameSiteMode.Lax;
        cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        (cookie.ExpireTimeSpan, cookie.SlidingExpiration) = (SessionLasts, true);
        cookie.Events.OnValidatePrincipal = async context =>
        {
            if (context.HttpContext.RequestServices.GetRequiredService<Tokens>().StillGood(context.Principal!)) return;
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(Session);
        };
    }
}
