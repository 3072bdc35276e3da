using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Xunit;

namespace Samverkan.Web.Tests;

/// <summary>Metrics, boards and rules belong together: what a panel asks for is measured, and a real Prometheus answers every query.</summary>
public sealed partial class DashboardsTests(ServedPages pages)
{
    private static readonly string Dashboards = Path.Combine(ServedPages.Repository, "dashboards");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [GeneratedRegex(@"\b(?:samverkan|orleans|dotnet|http|kestrel)_[a-z0-9_]+")]
    private static partial Regex Metric();

    [Fact]
    public async Task Every_metric_of_a_board_or_rule_is_measured_and_none_names_a_person()
    {
        await Work();
        using var client = new HttpClient();
        var text = await client.GetStringAsync($"{pages.Url}/metrics", Cancel);
        var measured = text.Split('\n').Where(line => line.Length > 0 && line[0] != '#').Select(line => Metric().Match(line).Value).ToHashSet();

        var asked = Expressions().Concat([await File.ReadAllTextAsync(Path.Combine(Dashboards, "rules.yml"), Cancel)]).SelectMany(expr => Metric().Matches(expr)).Select(match => match.Value).Distinct();
        Assert.Equal([], asked.Except(measured).Order());
        Assert.DoesNotContain("person=", text);
        Assert.DoesNotMatch("path=\"team/", text);
    }

    [Fact]
    public async Task A_real_Prometheus_takes_the_configuration_and_answers_every_query_with_data()
    {
        if (!File.Exists("/usr/bin/prometheus")) Assert.Skip("No Prometheus is installed: the queries are not tried in it.");
        var folder = Directory.CreateTempSubdirectory("samverkan-prometheus-").FullName;
        var port = ServedPages.FreePort();
        await File.WriteAllTextAsync(Path.Combine(folder, "prometheus.yml"), (await File.ReadAllTextAsync(Path.Combine(Dashboards, "prometheus.yml"), Cancel))
            .Replace("127.0.0.1:5080", $"127.0.0.1:{pages.Port}").Replace("interval: 5s", "interval: 1s"), Cancel);
        File.Copy(Path.Combine(Dashboards, "rules.yml"), Path.Combine(folder, "rules.yml"));
        using var prometheus = Process.Start(new ProcessStartInfo(
            "/usr/bin/prometheus", [$"--config.file={folder}/prometheus.yml", $"--storage.tsdb.path={folder}/data", $"--web.listen-address=127.0.0.1:{port}", "--log.level=error"]))!;
        try
        {
            var work = Work(20);
            using var client = new HttpClient { BaseAddress = new($"http://127.0.0.1:{port}") };
            var missing = Expressions().Distinct().ToList();
            for (var tries = 0; tries < 40 && missing.Count > 0; tries++)
            {
                await Task.Delay(1000, Cancel);
                var still = new List<string>();
                foreach (var expr in missing)
                    if (!await HasData(client, expr)) still.Add(expr);
                missing = still;
            }
            await work;
            Assert.Empty(missing);
            var rules = (await client.GetFromJsonAsync<JsonElement>("/api/v1/rules", Cancel)).GetProperty("data").GetProperty("groups")[0].GetProperty("rules").EnumerateArray().ToList();
            Assert.Equal(7, rules.Count);
            Assert.All(rules, rule => Assert.Equal("ok", rule.GetProperty("health").GetString()));
            Assert.All(rules.Where(rule => rule.TryGetProperty("state", out _)), rule => Assert.Equal("inactive", rule.GetProperty("state").GetString()));
        }
        finally
        {
            prometheus.Kill();
            await prometheus.WaitForExitAsync(CancellationToken.None);
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Boards_are_as_Grafana_wants_them()
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Dashboards, "grafana", "boards")))
        {
            var board = JsonDocument.Parse(File.ReadAllText(file)).RootElement;
            var panels = board.GetProperty("panels").EnumerateArray().ToList();
            Assert.False(string.IsNullOrEmpty(board.GetProperty("uid").GetString()));
            Assert.Equal(panels.Count, panels.Select(panel => panel.GetProperty("id").GetInt32()).Distinct().Count());
            Assert.All(panels, panel =>
            {
                var place = panel.GetProperty("gridPos");
                Assert.InRange(place.GetProperty("x").GetInt32() + place.GetProperty("w").GetInt32(), 1, 24);
                Assert.Contains(panel.GetProperty("type").GetString(), new[] { "timeseries", "stat" });
                Assert.NotEmpty(panel.GetProperty("targets").EnumerateArray());
                Assert.Equal("samverkan", panel.GetProperty("datasource").GetProperty("uid").GetString());
            });
        }
    }

    /// <summary>A run that goes on for a while, and a comparison.</summary>
    private async Task Work(int seconds = 3)
    {
        using var client = new HttpClient { BaseAddress = new(pages.Url) };
        await client.PostAsJsonAsync("/api/v1/comparisons", new { @base = "baseline", others = new[] { "no-joint-training" }, replications = 2 }, Cancel);
        var run = await (await client.PostAsJsonAsync("/api/v1/runs", new { scenario = "baseline", pace = 8 }, Cancel)).Content.ReadFromJsonAsync<JsonElement>(Cancel);
        // A year on, so that there has been a checkpoint.
        for (var tries = 0; tries < 600; tries++)
        {
            var stands = await client.GetFromJsonAsync<JsonElement>($"/api/v1/runs/{run.GetProperty("id").GetString()}", Cancel);
            if (string.CompareOrdinal(stands.GetProperty("next").GetString(), "1996-03") > 0) break;
            await Task.Delay(100, Cancel);
        }
        await Task.Delay(TimeSpan.FromSeconds(seconds), Cancel);
    }

    private static async Task<bool> HasData(HttpClient client, string expr)
    {
        var answer = await client.GetAsync($"/api/v1/query?query={Uri.EscapeDataString(expr.Replace("$run", ".*").Replace("$municipality", ".*"))}", Cancel);
        // It answers so, in plain words, while it starts.
        if (answer.StatusCode == System.Net.HttpStatusCode.ServiceUnavailable) return false;
        var json = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel);
        Assert.Equal("success", json.GetProperty("status").GetString());
        return json.GetProperty("data").GetProperty("result").EnumerateArray().Any(one => double.TryParse(one.GetProperty("value")[1].GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && !double.IsNaN(value));
    }

    private static IEnumerable<string> Expressions() =>
        from file in Directory.EnumerateFiles(Path.Combine(Dashboards, "grafana", "boards"))
        from panel in JsonDocument.Parse(File.ReadAllText(file)).RootElement.GetProperty("panels").EnumerateArray()
        from target in panel.GetProperty("targets").EnumerateArray()
        select target.GetProperty("expr").GetString()!;
}
