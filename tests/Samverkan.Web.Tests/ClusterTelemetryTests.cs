using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Samverkan.App.Verifying;
using Xunit;

namespace Samverkan.Web.Tests;

/// <summary>An operator sees on the telemetry what happens in a cluster: who works, who died, and that the run goes on.</summary>
public sealed class ClusterTelemetryTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_run_a_killed_silo_and_the_recovery_are_seen_on_the_metrics()
    {
        if (!LocalRedis.IsInstalled) Assert.Skip("No redis-server is installed: clusters are not tried.");
        using var redis = await LocalRedis.Start(Cancel);
        var silos = new Dictionary<int, SiloProcess>();
        var folder = Directory.CreateTempSubdirectory("samverkan-cluster-").FullName;
        var port = ServedPages.FreePort();
        using var client = new HttpClient();
        try
        {
            foreach (var name in new[] { "one", "two" })
            {
                var metrics = ServedPages.FreePort();
                silos.Add(metrics, await SiloProcess.Start(redis.Address, name, Cancel, "--metrics-port", $"{metrics}"));
            }
            using var server = await ServedPages.Start(port, folder, "--cluster", redis.Address.ToString());
            var run = await (await client.PostAsJsonAsync($"http://127.0.0.1:{port}/api/v1/runs",
                    new { scenario = "two-counties", pace = 20 }, Cancel)).Content.ReadFromJsonAsync<JsonElement>(Cancel);
            var id = run.GetProperty("id").GetString();

            // The silo that drives the run lives its months, and has saved it before it is killed.
            var driver = 0;
            await Until(async () =>
            {
                foreach (var metrics in silos.Keys)
                    if (await Value(metrics, "samverkan_machine_checkpoints_total") > 0
                        && await Value(metrics, "samverkan_machine_user_months_total") > 0) driver = metrics;
                return driver > 0;
            });
            Assert.True(await Value(driver, "samverkan_machine_months_total") > 0);
            Assert.True(await Value(driver, "orleans_app_requests_latency_milliseconds_count") > 0);
            silos[driver].Kill();
            silos.Remove(driver);
            var heir = Assert.Single(silos.Keys);

            // It goes on elsewhere: the other silo lives months now, and the pages' metrics say that the run does.
            await Until(async () => await Value(heir, "samverkan_machine_months_total") > 0);
            var share = $"samverkan_run_share{{otel_scope_name=\"Samverkan.Work\",run=\"{id}\"";
            var there = await Value(port, share);
            await Until(async () => await Value(port, share) > (there ?? 0));
            await ServedPages.End(server);
        }
        finally
        {
            foreach (var silo in silos.Values) silo.Dispose();
            Directory.Delete(folder, recursive: true);
        }

        async Task<double?> Value(int at, string metric)
        {
            try
            {
                var text = await client.GetStringAsync($"http://127.0.0.1:{at}/metrics", Cancel);
                var line = text.Split('\n').Where(line => line.StartsWith(metric, StringComparison.Ordinal)).ToList();
                return line.Count == 0 ? null
                    : line.Sum(one => double.Parse(one[(one.LastIndexOf(' ') + 1)..], CultureInfo.InvariantCulture));
            }
            catch (HttpRequestException)
            {
                return null;
            }
        }
    }

    private static async Task Until(Func<Task<bool>> look)
    {
        for (var tries = 0; tries < 1800; tries++, await Task.Delay(100, Cancel))
            if (await look()) return;
        Assert.Fail("It was never seen.");
    }
}
