using System.Net;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using static Microsoft.AspNetCore.Http.Results;

namespace Samverkan.App.Web.Security;

/// <summary>The pages by which people come in and leave. They need no script, and nothing of the other pages.</summary>
internal static class SignIn
{
    public const string Path = "/sign-in";

    private const string Leave = "/sign-out", Style = "/sign-in.css", Icon = "/icon.svg";

    public static bool IsPartOf(string? route) => $"/{route?.TrimStart('/')}" is Style or Icon;

    public static void Map(WebApplication app, AccessOptions options)
    {
        var open = app.MapGroup("").ExcludeFromDescription().WithMetadata(new AllowAnonymousAttribute());
        open.MapGet(Path, (HttpContext context, IAntiforgery guard, string? back, bool? failed) =>
            Form(context, guard, options, back, failed == true ? "Signing in failed." : null));
        open.MapPost(Path, async (HttpContext context, IAntiforgery guard, Tokens tokens, AuditLog audit, [FromForm]
            string? token, [FromForm] string? back) =>
        {
            var user = tokens.User(token ?? "", Access.Session);
            audit.Write(context, Act.SignIn, user, user is null ? AuditLog.Failed : AuditLog.Done);
            if (user is null) return Form(context, guard, options, back, "That is not the token.");
            await context.SignInAsync(Access.Session, user);
            return LocalRedirect(Local.Path(back));
        }).RequireRateLimiting(Limits.SignIn);
        if (options.OpenIdConnect is not null)
            open.MapGet($"{Path}/openid-connect", (string? back) =>
                Challenge(new() { RedirectUri = Local.Path(back) }, [OpenIdConnectDefaults.AuthenticationScheme]))
                .RequireRateLimiting(Limits.SignIn);
        open.MapGet(Leave, (HttpContext context, IAntiforgery guard) =>
        {
            if (options.OpenIdConnect is { } provider)
                context.Response.Headers.ContentSecurityPolicy = Headers.WithFormsTo(provider.Authority);
            return Page(context, "Sign out", $"""
                <form method="post">{Guard(context, guard)}<button>Sign out</button></form>
                <p><a href="{context.Request.PathBase}/">Back</a></p>
                """);
        });
        open.MapPost(Leave, async (HttpContext context, IAntiforgery guard, AuditLog audit) =>
        {
            // From a page of before a restart, or a form of another site: asked again by a form of this one.
            if (!await guard.IsRequestValidAsync(context)) return LocalRedirect(Leave);
            audit.Write(context, Act.SignOut, context.User, AuditLog.Done);
            await context.SignOutAsync(Access.Session);
            var byProvider = context.User.Identity?.AuthenticationType == OpenIdConnectDefaults.AuthenticationScheme;
            return byProvider ? SignOut(new() { RedirectUri = Path }, [OpenIdConnectDefaults.AuthenticationScheme])
                : LocalRedirect(Path);
        });
    }

    /// <summary>For those whom the provider knows and nobody here has given a role.</summary>
    public static IResult HasNoRole(HttpContext context) => Page(context, "No role here", $"""
        <p role="alert">You are signed in as {WebUtility.HtmlEncode(context.User.Identity?.Name)}, who has no role here.
        Ask whoever keeps this server.</p>
        <p><a href="{context.Request.PathBase}{Leave}">Sign out</a></p>
        """, StatusCodes.Status403Forbidden);

    private static IResult Form(HttpContext context, IAntiforgery guard, AccessOptions options, string? back, string? wrong)
    {
        var there = Local.Path(back);
        var challenge = $"{context.Request.PathBase}{Path}/openid-connect?back={Uri.EscapeDataString(there)}";
        var provider = options.OpenIdConnect is { } open
            ? $"""<p><a class="button" href="{challenge}">Sign in with {WebUtility.HtmlEncode(open.Name)}</a></p>""" : "";
        var form = options.Token is null && options.Tokens is null ? "" : $"""
            <form method="post">{Guard(context, guard)}<input type="hidden" name="back" value="{WebUtility.HtmlEncode(there)}">
            <label for="token">Access token</label>
            <input id="token" name="token" type="password" autocomplete="current-password" required autofocus>
            <button>Sign in</button></form>
            """;
        return Page(context, "Sign in", $"{(wrong is null ? "" : $"<p role=\"alert\">{wrong}</p>")}{provider}{form}",
            wrong is null ? StatusCodes.Status200OK : StatusCodes.Status401Unauthorized);
    }

    private static string Guard(HttpContext context, IAntiforgery guard) =>
        guard.GetAndStoreTokens(context) is var mark
        ? $"""<input type="hidden" name="{mark.FormFieldName}" value="{mark.RequestToken}">""" : "";

    private static IResult Page(HttpContext context, string title, string body, int status = StatusCodes.Status200OK) =>
        Content($"""
        <!DOCTYPE html>
        <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{title} - Samverkan</title><link rel="icon" href="{context.Request.PathBase}{Icon}" type="image/svg+xml">
        <link rel="stylesheet" href="{context.Request.PathBase}{Style}"></head>
        <body><main><h1>Samverkan</h1>
        {body}</main></body></html>
        """, "text/html; charset=utf-8", statusCode: status);
}

/// <summary>Ways back after a detour stay in this program.</summary>
internal static class Local
{
    public static string Path(string? back) =>
        back is ['/', ..] && back is not ['/', '/', ..] && !back.Contains('\\') && !back.Any(char.IsControl) ? back : "/";
}
