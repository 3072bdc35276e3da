using System.Net.Http.Json;
using System.Text.Json;
using Xunit;

namespace Samverkan.Web.Tests;

/// <summary>Series of a simulated world are as many as were asked for, and end with their run.</summary>
public sealed class WorldMetricsTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Series_are_of_the_level_that_was_chosen_name_no_title_and_end_with_their_run()
    {
        var folder = Directory.CreateTempSubdirectory("samverkan-series-").FullName;
        var port = ServedPages.FreePort();
        var process = await ServedPages.Start(port, folder, "--world-metrics", "county");
        using var client = new HttpClient { BaseAddress = new($"http://127.0.0.1:{port}") };
        try
        {
            var first = await Start("two-counties");
            var second = await Start("baseline");
            await Until(lines => lines.Any(Is(first)) && lines.Any(Is(second)));
            var lines = await Lines();
            Assert.Contains(lines, line => Is(first)(line) && !line.Contains("county=\"\"", StringComparison.Ordinal));
            Assert.DoesNotContain(lines, line => line.StartsWith("samverkan_world_value{", StringComparison.Ordinal)
                && !line.Contains("municipality=\"\"", StringComparison.Ordinal));
            Assert.DoesNotContain(lines, line => line.Contains("scenario=", StringComparison.Ordinal));
            Assert.Contains(lines, line => line.StartsWith("samverkan_world_series{", StringComparison.Ordinal)
                && !line.EndsWith(" 0", StringComparison.Ordinal));

            await client.DeleteAsync($"/api/v1/runs/{first}", Cancel);

            await Until(lines => !lines.Any(line => line.Contains($"run=\"{first}\"", StringComparison.Ordinal))
                && lines.Any(Is(second)));
        }
        finally
        {
            await ServedPages.End(process);
            Directory.Delete(folder, recursive: true);
        }

        async Task<string> Start(string scenario)
        {
            var run = await (await client.PostAsJsonAsync("/api/v1/runs", new { scenario, pace = 2 }, Cancel))
                .Content.ReadFromJsonAsync<JsonElement>(Cancel);
            return run.GetProperty("id").GetString()!;
        }

        async Task<string[]> Lines() =>
            [.. (await client.GetStringAsync("/metrics", Cancel)).Split('\n')
                .Where(line => line.StartsWith("samverkan_world", StringComparison.Ordinal)
                    || line.StartsWith("samverkan_run", StringComparison.Ordinal))];

        async Task Until(Func<string[], bool> holds)
        {
            while (!holds(await Lines())) await Task.Delay(250, Cancel);
        }

        static Func<string, bool> Is(string run) =>
            line => line.StartsWith("samverkan_world_value{", StringComparison.Ordinal)
                && line.Contains($"run=\"{run}\"", StringComparison.Ordinal);
    }
}
