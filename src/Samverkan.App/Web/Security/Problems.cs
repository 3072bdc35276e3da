using Microsoft.AspNetCore.Mvc;

namespace Samverkan.App.Web.Security;

/// <summary>Refusals in the one form in which programs read them.</summary>
internal static class Problems
{
    public static Task Of(HttpContext context, int status, string detail)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsJsonAsync(
            new ProblemDetails
            {
                Status = status,
                Title = Microsoft.AspNetCore.WebUtilities.ReasonPhrases.GetReasonPhrase(status),
                Detail = detail
            },
            options: null, contentType: "application/problem+json", context.RequestAborted);
    }
}
