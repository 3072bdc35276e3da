namespace Samverkan.App.Web.Security;

/// <summary>What every answer tells the browser: nothing but this program's own files, no script in a page, no frame around
/// it.</summary>
internal static class Headers
{
    // The theme of the components is a style in the page; scripts are files of this program without exception.
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' "
            + "data:; "
        + "connect-src 'self'; " + Forms + "; base-uri 'self'; frame-ancestors 'none'";

    private const string Forms = "form-action 'self'";

    /// <summary>A report is a page of its own, with its style and pictures inside and no script.</summary>
    public const string ReportPolicy =
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; sandbox allow-downloads allow-popups "
            + "allow-top-navigation-by-user-activation; frame-ancestors 'none'";

    /// <summary>For a form whose answer leads on to another site: browsers count that as sending it there.</summary>
    public static string WithFormsTo(Uri site) =>
        Policy.Replace(Forms, $"{Forms} {site.GetLeftPart(UriPartial.Authority)}", StringComparison.Ordinal);

    // At the last moment, so that answers about errors, which start anew, have them too.
    public static IApplicationBuilder UseHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            if (headers.ContentSecurityPolicy.Count == 0) headers.ContentSecurityPolicy = Policy;
            headers.XContentTypeOptions = "nosniff";
            headers.XFrameOptions = "DENY";
            headers["Referrer-Policy"] = "same-origin";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Cross-Origin-Resource-Policy"] = "same-origin";
            headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), payment=(), usb=()";
            return Task.CompletedTask;
        });
        return next(context);
    });
}
