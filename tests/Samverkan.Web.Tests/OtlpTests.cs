using System.Net.Http.Json;
using Xunit;

namespace Samverkan.Web.Tests;

/// <summary>Metrics, traces and logs reach a receiver under the names that docs/telemetry.md tells, by either protocol.</summary>
public sealed class OtlpTests
{
    private static readonly (string Kind, string[] Names)[] Told =
    [
        ("metrics", ["samverkan.world.value", "samverkan.world.date", "samverkan.run.share", "samverkan.machine.months",
            "samverkan.machine.month.duration", "orleans-", "dotnet.process", "http.server.request.duration"]),
        ("traces", ["month", "nation", "county", "municipality", "samverkan.run", "samverkan.scenario", "samverkan.replication"]),
        ("logs", ["is saved before", "replication", "scenario"]),
    ];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("grpc")]
    [InlineData("http/protobuf")]
    public async Task What_a_run_does_is_sent_by_OTLP(string protocol)
    {
        var (port, folder) = (ServedPages.FreePort(), Directory.CreateTempSubdirectory("samverkan-otlp-").FullName);
        var at = ServedPages.FreePort();
        await using var receiver = await OtlpReceiver.Start(at, protocol == "grpc");
        var server = await ServedPages.Start(port, folder, new Dictionary<string, string>
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = $"http://localhost:{at}",
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = protocol,
            ["OTEL_METRIC_EXPORT_INTERVAL"] = "1000",
            ["OTEL_TRACES_SAMPLER_ARG"] = "1",
        });
        try
        {
            using var client = new HttpClient { BaseAddress = new($"http://127.0.0.1:{port}") };
            (await client.PostAsJsonAsync("/api/v1/runs", new { scenario = "baseline", pace = 20 }, Cancel))
                .EnsureSuccessStatusCode();
            var missing = await UntilNothingIsMissing(receiver);

            Assert.Empty(missing);
            Assert.Contains("baseline-live", receiver.Of("logs"));
            Assert.DoesNotContain("person/", receiver.Of("metrics") + receiver.Of("traces") + receiver.Of("logs"));
        }
        finally
        {
            await ServedPages.End(server);
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<IReadOnlyList<string>> UntilNothingIsMissing(OtlpReceiver receiver)
    {
        for (var looks = 0; ; looks++, await Task.Delay(500, Cancel))
        {
            var missing =
                Told.SelectMany(told => told.Names.Where(name => !receiver.Of(told.Kind).Contains(name, StringComparison.Ordinal))
                    .Select(name => $"{told.Kind}: {name}")).ToList();
            if (missing.Count == 0 || looks == 120) return missing;
        }
    }
}
