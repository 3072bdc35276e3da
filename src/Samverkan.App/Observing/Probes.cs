using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Samverkan.App.Observing;

/// <summary>
/// <c>/healthz</c>: the process answers, and there is no reason to start it anew. <c>/readyz</c>: it can do its work. Both say in
/// one line which part is wrong; why is told to those alone who may know.
/// </summary>
internal static class Probes
{
    public const string Live = "/healthz", Ready = "/readyz";

    /// <summary>Checks with this tag say that the process must be started anew.</summary>
    public const string Vital = "vital";

    /// <param name="mayKnow">Whether who asks is told the reason.</param>
    public static void Map(WebApplication app, Func<HttpContext, bool> mayKnow)
    {
        Map(Live, check => check.Tags.Contains(Vital));
        Map(Ready, _ => true);

        void Map(string path, Func<HealthCheckRegistration, bool> which) =>
            app.MapHealthChecks(path,
                new() { Predicate = which, ResponseWriter = (context, report) => Say(context, report, mayKnow(context)) })
                .WithMetadata(new AllowAnonymousAttribute());
    }

    private static Task Say(HttpContext context, HealthReport report, bool whole)
    {
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(string.Concat(report.Entries.Where(entry => entry.Value.Status != HealthStatus.Healthy)
            .Select(entry => $"{entry.Key}: {(whole ? entry.Value.Description : null) ?? "not ready"}\n")
            .DefaultIfEmpty("ok\n")));
    }
}
