namespace Samverkan.App.Web.Security;

/// <summary>
/// Refuses what a page of another site makes a reader's browser send: any request that changes something, and any
/// connection of the pages. Forms are guarded by antiforgery besides.
/// </summary>
internal static class SameOrigin
{
    public static IApplicationBuilder UseSameOrigin(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var request = context.Request;
        var changes = !HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method);
        if ((changes || request.Path.StartsWithSegments("/_blazor")) && IsForeign(request))
            return Problems.Of(context, StatusCodes.Status403Forbidden, "This request comes from a page of another site.");
        return next(context);
    });

    private static bool IsForeign(HttpRequest request) =>
        request.Headers.Origin is [{ Length: > 0 } origin]
            ? !Uri.TryCreate(origin, UriKind.Absolute, out var from)
            || !string.Equals(from.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase)
            : request.Headers["Sec-Fetch-Site"] is [("cross-site" or "same-site")];
}
