using System.Collections;
using System.Globalization;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Samverkan.App.Web.Live;
using Samverkan.Grains.Driving;

namespace Samverkan.App.Observing;

/// <summary>
/// Metrics for a scrape at <c>/metrics</c>; these and traces and logs by OTLP where the usual variables name a receiver
/// (<c>OTEL_EXPORTER_OTLP_ENDPOINT</c> and its kin). Every process measures itself: the one with the pages, and every silo.
/// </summary>
internal static class Telemetry
{
    public const string Path = "/metrics";

    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const string SampledShare = "OTEL_TRACES_SAMPLER_ARG";
    private const double UsualShare = .01;

    // Categories of what runs and comparisons say of themselves.
    private const string Own = "Samverkan";

    private static readonly string[] Meters = [Machine.Meter, "Microsoft.Orleans", "System.Runtime",
        "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel"];
    private static readonly string[] Sources =
        [Machine.Traces, "Microsoft.Orleans.Application", "Microsoft.Orleans.Runtime", "Microsoft.AspNetCore"];

    /// <param name="instance">What this process is called among others.</param>
    /// <param name="meters">Those of this kind of process, besides the machine's.</param>
    public static void Add(IHostApplicationBuilder builder, string instance, params string[] meters)
    {
        var variables = Variables();
        builder.Configuration.AddInMemoryCollection(variables);
        var telemetry = builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource =>
                resource.AddService("samverkan", serviceVersion: ProgramVersion.Text, serviceInstanceId: instance))
            .WithMetrics(metrics =>
            {
                metrics.AddMeter([.. Meters, .. meters]);
                metrics.AddView(WorldMetrics.Value, new MetricStreamConfiguration { CardinalityLimit = WorldMetrics.MostSeries });
                metrics.AddPrometheusExporter();
                if (Sends) metrics.AddOtlpExporter();
            });
        if (!Sends) return;
        telemetry.WithTracing(traces => traces
            .AddSource(Sources)
            .SetSampler(new ParentBasedSampler(new TraceIdRatioBasedSampler(Share(variables))))
            .AddOtlpExporter());
    }

    public static void Map(WebApplication app) => app.MapPrometheusScrapingEndpoint(Path).ExcludeFromDescription();

    /// <summary>
    /// Where a process's logs go: warnings to the terminal, or everything as lines of JSON if <c>SAMVERKAN_LOGS=json</c>; and
    /// everything by OTLP. What a run says carries its name, its scenario and its replication.
    /// </summary>
    public static ILoggingBuilder AddLogs(this ILoggingBuilder logs, string instance)
    {
        logs.ClearProviders().SetMinimumLevel(LogLevel.Warning).AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        if (Settings.Of("Logs") == "json")
        {
            logs.AddJsonConsole(console => (console.IncludeScopes, console.UseUtcTimestamp, console.TimestampFormat) =
                (true, true, "O"));
            logs.AddFilter(Own, LogLevel.Information);
        }
        else
            logs.AddSimpleConsole(console => console.SingleLine = true);
        if (!Sends) return logs;
        logs.AddFilter<OpenTelemetryLoggerProvider>(Own, LogLevel.Information);
        return logs.AddOpenTelemetry(open =>
        {
            (open.IncludeScopes, open.IncludeFormattedMessage) = (true, true);
            open.SetResourceBuilder(ResourceBuilder.CreateDefault()
                .AddService("samverkan", serviceVersion: ProgramVersion.Text, serviceInstanceId: instance));
            open.AddOtlpExporter();
        });
    }

    /// <summary>The same for a silo. Its host knows nothing of variables, and would send to the usual place whatever they
    /// say.</summary>
    public static void AddLogs(this ISiloBuilder silo, string instance)
    {
        ((IConfigurationBuilder)silo.Configuration).AddInMemoryCollection(Variables());
        silo.Services.AddLogging(logs => logs.AddLogs(instance));
    }

    private static Dictionary<string, string?> Variables() => Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
        .Where(one => $"{one.Key}".StartsWith("OTEL_", StringComparison.Ordinal))
        .ToDictionary(one => $"{one.Key}", one => (string?)$"{one.Value}");

    private static bool Sends => Environment.GetEnvironmentVariable(Endpoint) is { Length: > 0 };

    private static double Share(Dictionary<string, string?> variables) =>
        double.TryParse(variables.GetValueOrDefault(SampledShare), NumberStyles.Float, CultureInfo.InvariantCulture,
            out var share) && share is >= 0 and <= 1 ? share : UsualShare;
}
