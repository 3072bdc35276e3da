using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Xunit;

namespace Samverkan.Web.Tests;

/// <summary>Metrics, boards and rules belong together: what a panel asks for is measured, and a real Prometheus answers every
/// query.</summary>
public sealed partial class DashboardsTests : IAsyncLifetime
{
    // A server of its own: what others do to theirs is no failure of these boards.
    private readonly string folder = Directory.CreateTempSubdirectory("samverkan-boards-").FullName;
    private readonly int port = ServedPages.FreePort();
    private readonly HttpClient client = new();
    private Process? server;

    private static readonly string Dashboards = Path.Combine(ServedPages.Repository, "dashboards");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [GeneratedRegex(@"\b(?:samverkan|orleans|dotnet|http|kestrel)_[a-z0-9_]+")]
    private static partial Regex Metric();

    [GeneratedRegex(@"- alert: (\w+)")]
    private static partial Regex Alert();

    [Fact]
    public async Task Every_metric_of_a_board_or_rule_is_measured_and_none_names_a_person()
    {
        var asked = Expressions().Concat([await File.ReadAllTextAsync(Path.Combine(Dashboards, "rules.yml"), Cancel)])
            .SelectMany(expr => Metric().Matches(expr)).Select(match => match.Value).Distinct().ToList();
        var text = "";
        var missing = await AskWhileItWorks(async () =>
        {
            text = await client.GetStringAsync("/metrics", Cancel);
            var measured = text.Split('\n').Where(line => line.Length > 0 && line[0] != '#')
                .Select(line => Metric().Match(line).Value).ToHashSet();
            return [.. asked.Except(measured).Order()];
        });

        Assert.Empty(missing);
        Assert.DoesNotContain("person=", text);
        Assert.DoesNotMatch("path=\"team/", text);
    }

    [Fact]
    public async Task A_real_Prometheus_takes_the_configuration_and_answers_every_query_with_data()
    {
        if (!File.Exists("/usr/bin/prometheus")) Assert.Skip("No Prometheus is installed: the queries are not tried in it.");
        var web = ServedPages.FreePort();
        await File.WriteAllTextAsync(Path.Combine(folder, "prometheus.yml"),
            (await File.ReadAllTextAsync(Path.Combine(Dashboards, "prometheus.yml"), Cancel))
            .Replace("127.0.0.1:5080", $"127.0.0.1:{port}").Replace("interval: 5s", "interval: 1s"), Cancel);
        File.Copy(Path.Combine(Dashboards, "rules.yml"), Path.Combine(folder, "rules.yml"));
        using var prometheus = Process.Start(new ProcessStartInfo(
            "/usr/bin/prometheus", [$"--config.file={folder}/prometheus.yml", $"--storage.tsdb.path={folder}/data",
                $"--web.listen-address=127.0.0.1:{web}", "--log.level=error"]))!;
        try
        {
            using var asking = new HttpClient { BaseAddress = new($"http://127.0.0.1:{web}") };
            var missing = Expressions().Distinct().ToList();
            await AskWhileItWorks(async () =>
            {
                var still = new List<string>();
                foreach (var expr in missing)
                    if (!await HasData(asking, expr)) still.Add(expr);
                return missing = still;
            });
            Assert.Empty(missing);
            var rules = (await asking.GetFromJsonAsync<JsonElement>("/api/v1/rules", Cancel)).GetProperty("data")
                .GetProperty("groups")[0].GetProperty("rules").EnumerateArray().ToList();
            Assert.Equal(13, rules.Count);
            Assert.All(rules, rule => Assert.Equal("ok", rule.GetProperty("health").GetString()));
            // A run that has just begun may be pending as one that stands still: that is what the rule's minute is for.
            Assert.All(rules.Where(rule => rule.TryGetProperty("state", out _)),
                rule => Assert.NotEqual("firing", rule.GetProperty("state").GetString()));
        }
        finally
        {
            prometheus.Kill();
            await prometheus.WaitForExitAsync(CancellationToken.None);
        }
    }

    [Fact]
    public async Task Each_alert_fires_in_the_story_that_it_is_for_and_in_no_other()
    {
        if (!File.Exists("/usr/bin/promtool")) Assert.Skip("No promtool is installed: the alerts are not tried with it.");
        var stories = await File.ReadAllTextAsync(Path.Combine(Dashboards, "rules.test.yml"), Cancel);
        Assert.All(Alert().Matches(await File.ReadAllTextAsync(Path.Combine(Dashboards, "rules.yml"), Cancel)),
            alert => Assert.Contains($"alertname: {alert.Groups[1].Value}\n        exp_alerts:", stories));
        using var promtool = Process.Start(new ProcessStartInfo("/usr/bin/promtool",
                ["test", "rules", Path.Combine(Dashboards, "rules.test.yml")])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true
        })!;
        var said = await promtool.StandardOutput.ReadToEndAsync(Cancel) + await promtool.StandardError.ReadToEndAsync(Cancel);
        await promtool.WaitForExitAsync(Cancel);

        Assert.True(promtool.ExitCode == 0, said);
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

    public async ValueTask InitializeAsync()
    {
        server = await ServedPages.Start(port, folder);
        client.BaseAddress = new($"http://127.0.0.1:{port}");
    }

    public async ValueTask DisposeAsync()
    {
        await ServedPages.End(server);
        client.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>While a run lasts, and a study beside a comparison, asks again and again what is missing, until nothing
    /// is.</summary>
    private async Task<IReadOnlyList<string>> AskWhileItWorks(Func<Task<IReadOnlyList<string>>> ask)
    {
        await client.PostAsJsonAsync("/api/v1/comparisons",
            new { @base = "baseline", others = new[] { "no-joint-training" }, replications = 2 }, Cancel);
        await client.PostAsJsonAsync("/api/v1/studies", new { study = "where-the-cut-fails" }, Cancel);
        var run = (await (await client.PostAsJsonAsync("/api/v1/runs", new { scenario = "baseline", pace = 4 }, Cancel))
            .Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("id").GetString();
        // The run waits for nobody and ends by itself: what is not there by then does not come.
        for (var ended = false; ; await Task.Delay(500, Cancel))
        {
            var missing = await ask();
            if (missing.Count == 0 || ended) return missing;
            ended = (await client.GetFromJsonAsync<JsonElement>($"/api/v1/runs/{run}", Cancel)).GetProperty("state").GetString()
                == "done";
        }
    }

    private static async Task<bool> HasData(HttpClient prometheus, string expr)
    {
        var answer = await prometheus.GetAsync(
            $"/api/v1/query?query={Uri.EscapeDataString(expr.Replace("$run", ".*").Replace("$municipality", ".*"))}", Cancel);
        // It answers so, in plain words, while it starts.
        if (answer.StatusCode == System.Net.HttpStatusCode.ServiceUnavailable) return false;
        var json = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel);
        Assert.Equal("success", json.GetProperty("status").GetString());
        return json.GetProperty("data").GetProperty("result").EnumerateArray()
            .Any(one => double.TryParse(one.GetProperty("value")[1].GetString(), NumberStyles.Float, CultureInfo.InvariantCulture,
                out var value) && !double.IsNaN(value));
    }

    private static IEnumerable<string> Expressions() =>
        from file in Directory.EnumerateFiles(Path.Combine(Dashboards, "grafana", "boards"))
        from panel in JsonDocument.Parse(File.ReadAllText(file)).RootElement.GetProperty("panels").EnumerateArray()
        from target in panel.GetProperty("targets").EnumerateArray()
        select target.GetProperty("expr").GetString()!;
}
