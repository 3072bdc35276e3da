using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;

namespace Samverkan.App.Web.Security;

/// <summary>Lets in who knows the token: programs by <c>Authorization: Bearer</c>, people by a form once a session.</summary>
internal sealed class AccessToken(string token)
{
    public const int Shortest = 16;
    private const string Cookie = "samverkan-access";
    private const string SignIn = "/sign-in";
    private const string Style = "/sign-in.css";

    // The cookie proves that its owner knew the token, and does not hold it.
    private readonly string proof = Convert.ToHexStringLower(HMACSHA256.HashData(RandomNumberGenerator.GetBytes(32), Encoding.UTF8.GetBytes(token)));

    public void Use(WebApplication app) => app.Use((context, next) =>
    {
        var request = context.Request;
        if (request.Path == SignIn || request.Path == Style || Knows(request)) return next(context);
        if (HttpMethods.IsGet(request.Method) && request.GetTypedHeaders().Accept.Any(type => type.MediaType == "text/html"))
        {
            context.Response.Redirect($"{SignIn}?back={Uri.EscapeDataString(request.Path + request.QueryString)}");
            return Task.CompletedTask;
        }
        context.Response.Headers.WWWAuthenticate = "Bearer";
        return Problems.Of(context, StatusCodes.Status401Unauthorized, "Send the access token as 'Authorization: Bearer TOKEN', or sign in at /sign-in.");
    });

    public void Map(WebApplication app)
    {
        app.MapGet(SignIn, (HttpContext context, IAntiforgery antiforgery, string? back) => Form(context, antiforgery, back, null)).ExcludeFromDescription();
        app.MapPost(SignIn, (HttpContext context, IAntiforgery antiforgery, [FromForm] string? token, [FromForm] string? back) =>
        {
            if (!Same(token ?? "", this.Token)) return Form(context, antiforgery, back, "That is not the token.");
            context.Response.Cookies.Append(Cookie, proof, new() { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = context.Request.IsHttps, IsEssential = true });
            return Microsoft.AspNetCore.Http.Results.LocalRedirect(Local.Path(back));
        }).RequireRateLimiting(Limits.SignIn).ExcludeFromDescription();
    }

    private string Token => token;

    private bool Knows(HttpRequest request) =>
        request.Headers.Authorization is [{ } header] && header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) && Same(header["Bearer ".Length..].Trim(), token)
        || request.Cookies[Cookie] is { } cookie && Same(cookie, proof);

    // Takes the same time whatever is wrong with the guess.
    private static bool Same(string guess, string secret) =>
        CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(guess)), SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    private static IResult Form(HttpContext context, IAntiforgery antiforgery, string? back, string? wrong)
    {
        var guard = antiforgery.GetAndStoreTokens(context);
        return Microsoft.AspNetCore.Http.Results.Content($"""
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Sign in - Samverkan</title><link rel="stylesheet" href="{Style}"></head>
            <body><main><h1>Samverkan</h1>
            <form method="post"><input type="hidden" name="{guard.FormFieldName}" value="{guard.RequestToken}">
            <input type="hidden" name="back" value="{WebUtility.HtmlEncode(Local.Path(back))}">
            <label for="token">Access token</label><input id="token" name="token" type="password" autocomplete="current-password" required autofocus>
            {(wrong is null ? "" : $"<p role=\"alert\">{wrong}</p>")}<button>Sign in</button></form></main></body></html>
            """, "text/html; charset=utf-8", statusCode: wrong is null ? 200 : 401);
    }
}

/// <summary>Ways back after a detour stay in this program.</summary>
internal static class Local
{
    public static string Path(string? back) =>
        back is ['/', ..] && back is not ['/', '/', ..] && !back.Contains('\\') && !back.Any(char.IsControl) ? back : "/";
}
