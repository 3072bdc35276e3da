using System.Collections;
using System.Globalization;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Samverkan.Grains.Driving;

namespace Samverkan.App.Web.Telemetry;

/// <summary>
/// Metrics for a scrape at <c>/metrics</c>; these and traces and logs by OTLP where the usual variables name a receiver
/// (<c>OTEL_EXPORTER_OTLP_ENDPOINT</c> and its kin).
/// </summary>
internal static class Telemetry
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const string SampledShare = "OTEL_TRACES_SAMPLER_ARG";
    private const double UsualShare = .01;

    public static void Add(WebApplicationBuilder builder)
    {
        var variables = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .Where(one => $"{one.Key}".StartsWith("OTEL_", StringComparison.Ordinal)).ToDictionary(one => $"{one.Key}", one => $"{one.Value}");
        builder.Configuration.AddInMemoryCollection(variables!);
        var sends = variables.GetValueOrDefault(Endpoint) is { Length: > 0 };
        builder.Services.AddHostedService<WorldMetrics>();
        var telemetry = builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("samverkan", serviceVersion: ProgramVersion.Text))
            .WithMetrics(metrics =>
            {
                metrics.AddMeter(WorldMetrics.World, WorldMetrics.Work, Machine.Meter, "Microsoft.Orleans", "System.Runtime", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel");
                metrics.AddPrometheusExporter();
                if (sends) metrics.AddOtlpExporter();
            });
        if (!sends) return;
        telemetry.WithTracing(traces => traces
            .AddSource(Machine.Traces, "Microsoft.Orleans.Application", "Microsoft.Orleans.Runtime", "Microsoft.AspNetCore")
            .SetSampler(new ParentBasedSampler(new TraceIdRatioBasedSampler(Share(variables))))
            .AddOtlpExporter());
        builder.Logging.AddOpenTelemetry(logs =>
        {
            (logs.IncludeScopes, logs.IncludeFormattedMessage) = (true, true);
            OpenTelemetry.Logs.OtlpLogExporterHelperExtensions.AddOtlpExporter(logs);
        });
    }

    public static void Map(WebApplication app) => app.MapPrometheusScrapingEndpoint("/metrics").ExcludeFromDescription();

    private static double Share(Dictionary<string, string> variables) =>
        double.TryParse(variables.GetValueOrDefault(SampledShare), NumberStyles.Float, CultureInfo.InvariantCulture, out var share) && share is >= 0 and <= 1 ? share : UsualShare;
}
