using System.Text;
using Samverkan.App.Web.Security;

namespace Samverkan.App.Web.Api;

/// <summary>The text of what programs send.</summary>
internal static class ApiText
{
    // Bytes that are no UTF-8 must not become replacement characters in what is kept.
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <exception cref="BadRequest">The body is not UTF-8.</exception>
    public static async Task<string> Read(HttpRequest request)
    {
        using var reader = new StreamReader(request.Body, Strict);
        try
        {
            return await reader.ReadToEndAsync(request.HttpContext.RequestAborted);
        }
        catch (DecoderFallbackException)
        {
            throw new BadRequest("The text is not UTF-8. Send it as UTF-8 (å, ä and ö are fine then).");
        }
    }

    /// <summary>Refuses a charset that does not exist, which the framework takes for a mistake of the server.</summary>
    public static IApplicationBuilder UseKnownCharsets(this IApplicationBuilder app) => app.Use((context, next) =>
        context.Request.GetTypedHeaders().ContentType is { Charset.Length: > 0, Encoding: null } type
            ? Problems.Of(context, StatusCodes.Status415UnsupportedMediaType,
                $"There is no charset '{type.Charset}'. Send UTF-8.")
            : next(context));
}
