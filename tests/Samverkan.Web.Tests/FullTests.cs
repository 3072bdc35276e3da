using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Samverkan.App.Verifying;
using Samverkan.App.Web;
using Samverkan.App.Web.Live;
using Samverkan.App.Web.Scenarios;
using Samverkan.Runs.Scenarios;
using StackExchange.Redis;
using Xunit;

namespace Samverkan.Web.Tests;

/// <summary>Where there is room for no more, or nobody to do it, programs are told so with a status and a sentence.</summary>
public sealed class FullTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Quotas_of_runs_results_studies_and_scenarios_are_kept_and_named()
    {
        await using var pages = await OwnPages.Start(new Dictionary<string, string>
        {
            ["SAMVERKAN_QUOTA_RUNS"] = "1",
            ["SAMVERKAN_QUOTA_RESULTS"] = "0",
            ["SAMVERKAN_QUOTA_STUDIES"] = "0",
            ["SAMVERKAN_QUOTA_SCENARIOS"] = "1",
        });
        using var client = new HttpClient { BaseAddress = new(pages.Url) };

        var first = await Start(client);
        Assert.Equal(HttpStatusCode.Created, first.StatusCode);
        Assert.Equal((HttpStatusCode.TooManyRequests, "1 runs are going on; end some of them."), await Told(await Start(client)));
        await client.DeleteAsync(first.Headers.Location, Cancel);
        Assert.Equal(HttpStatusCode.Created, (await Start(client)).StatusCode);

        Assert.Equal(HttpStatusCode.OK, (await Save(client, "mine")).StatusCode);
        await Refused("1 scenarios are saved here", await Save(client, "yours"));
        // What is there can be saved again.
        Assert.Equal(HttpStatusCode.OK, (await Save(client, "mine")).StatusCode);

        var comparison = await client.PostAsJsonAsync("/api/v1/comparisons",
            new { @base = "baseline", others = new[] { "training-cut" }, replications = 2 }, Cancel);
        await Refused("0 results are kept here", comparison);
        var shipped = (await client.GetFromJsonAsync<JsonElement>("/api/v1/studies/shipped", Cancel))[0].GetProperty("name")
            .GetString();
        var study = await client.PostAsJsonAsync("/api/v1/studies", new { study = shipped }, Cancel);
        await Refused("0 studies are kept here", study);

        static async Task Refused(string why, HttpResponseMessage answer)
        {
            var (status, detail) = await Told(answer);
            Assert.Equal(HttpStatusCode.InsufficientStorage, status);
            Assert.Contains(why, detail, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Of_many_who_start_or_save_at_once_as_many_get_a_place_as_there_are()
    {
        await using var pages = await OwnPages.Start(new Dictionary<string, string>
        {
            ["SAMVERKAN_QUOTA_RUNS"] = "3",
            ["SAMVERKAN_QUOTA_STUDIES"] = "1",
            ["SAMVERKAN_QUOTA_RESULTS"] = "2",
            ["SAMVERKAN_QUOTA_SCENARIOS"] = "2",
        });
        using var client = new HttpClient { BaseAddress = new(pages.Url) };

        var runs = await AtOnce(8, _ => Start(client));
        Assert.Equal(3, Count(runs, HttpStatusCode.Created));
        Assert.Equal(5, Count(runs, HttpStatusCode.TooManyRequests));
        Assert.Equal(3, runs.Select(run => run.Headers.Location).OfType<Uri>().Distinct().Count());
        Assert.Equal(3, (await client.GetFromJsonAsync<JsonElement>("/api/v1/runs", Cancel)).GetArrayLength());

        var saved = await AtOnce(6, n => Save(client, $"mine-{n}"));
        Assert.Equal((2, 4), (Count(saved, HttpStatusCode.OK), Count(saved, HttpStatusCode.InsufficientStorage)));

        // Each of its own: the same one is made once, however many ask.
        var compared = await AtOnce(5, n => client.PostAsJsonAsync(
            "/api/v1/comparisons", new { @base = "baseline", others = new[] { "training-cut" }, replications = 200 + n },
            Cancel));
        Assert.Equal(3, Count(compared, HttpStatusCode.InsufficientStorage));

        var studies = await AtOnce(4, n => client.PostAsJsonAsync("/api/v1/studies", new { text = $"""
            id: own-{n}
            title: A study
            question: What if?
            scenarios: [baseline, funding-cut]
            replications: 2
            outcomes: [needs.unmetPerEligible]
            """ }, Cancel));
        Assert.Equal(3, Count(studies, HttpStatusCode.InsufficientStorage));

        static async Task<HttpResponseMessage[]> AtOnce(int many, Func<int, Task<HttpResponseMessage>> ask) =>
            await Task.WhenAll(Enumerable.Range(0, many).Select(ask));
        static int Count(HttpResponseMessage[] answers, HttpStatusCode status) =>
            answers.Count(answer => answer.StatusCode == status);
    }

    [Fact]
    public async Task Branches_take_the_places_of_runs_and_no_more_of_them_than_there_are()
    {
        var options = new ServeOptions(IPAddress.Loopback, 0, null, "nowhere", "nowhere") { Quotas = new(Runs: 3) };
        await using var service = new LiveRunService(options, new ScenarioStore(options));
        // Slow, so that no branch ends and makes room.
        var run = await service.Start("baseline", pace: 1, isPaused: true);
        var change =
            PolicyFile.Parse("interventions:\n- { id: cut, lever: funding.controllable.county, change: { multiply: 0.8 } }\n",
                "a change", await run.Blueprint(), run.From + 12);

        var branches = await Task.WhenAll(Enumerable.Range(0, 6).Select(async _ =>
        {
            try
            {
                return (await service.Fork(run, run.From + 12, change)).Id;
            }
            catch (QuotaReached full) when (full.Status == 429)
            {
                return null;
            }
        }));

        Assert.Equal(["baseline-live-branch", "baseline-live-branch-2"], branches.OfType<string>().Order());
        await service.Forget("baseline-live-branch");
        Assert.Equal("baseline-live-branch", (await service.Fork(run, run.From + 12, change)).Id);
    }

    [Fact]
    public async Task A_quota_that_is_no_number_is_refused_at_the_start()
    {
        using var process = Process.Start(
            new ProcessStartInfo("dotnet", [ServedPages.Program, "serve", "--port", $"{ServedPages.FreePort()}"])
            {
                RedirectStandardError = true,
                Environment = { ["SAMVERKAN_QUOTA_RUNS"] = "many" },
            })!;
        var said = await process.StandardError.ReadToEndAsync(Cancel);
        await process.WaitForExitAsync(Cancel);

        Assert.Equal(2, process.ExitCode);
        Assert.Contains("SAMVERKAN_QUOTA_RUNS", said, StringComparison.Ordinal);
        Assert.Single(said.Trim().Split('\n'));
    }

    [Fact]
    public async Task A_full_Redis_is_507_and_a_cluster_without_silos_503_within_seconds()
    {
        if (!LocalRedis.IsInstalled) Assert.Skip("No redis-server is installed: clusters are not tried.");
        using var redis = await LocalRedis.Start(Cancel);
        using var silo = await SiloProcess.Start(redis.Address, "one", Cancel);
        await using var pages = await OwnPages.Start("--cluster", redis.Address.ToString());
        using var client = new HttpClient { BaseAddress = new(pages.Url) };
        var kept = (await Start(client)).Headers.Location;
        await using var admin = await ConnectionMultiplexer.ConnectAsync($"127.0.0.1:{redis.Address.Port},allowAdmin=true");

        await admin.GetServers()[0].ConfigSetAsync("maxmemory", 1000);
        var full = await Told(await Start(client));
        Assert.Equal(HttpStatusCode.InsufficientStorage, full.Status);
        Assert.Contains("Redis is full", full.Detail, StringComparison.Ordinal);
        // What was refused is not there, and what is there can still be deleted.
        Assert.Equal(1, (await client.GetFromJsonAsync<JsonElement>("/api/v1/runs", Cancel)).GetArrayLength());
        Assert.Equal(HttpStatusCode.NoContent, (await client.DeleteAsync(kept, Cancel)).StatusCode);
        await admin.GetServers()[0].ConfigSetAsync("maxmemory", 0);
        Assert.Equal(HttpStatusCode.Created, (await Start(client)).StatusCode);

        silo.Kill();
        var since = Stopwatch.GetTimestamp();
        var gone = await Told(await client.GetAsync("/api/v1/runs", Cancel));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, gone.Status);
        Assert.NotNull(gone.Detail);
        Assert.True(Stopwatch.GetElapsedTime(since) < TimeSpan.FromSeconds(30), "Nobody answers, and that took long to say.");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await client.GetAsync("/readyz", Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/healthz", Cancel)).StatusCode);
    }

    private static Task<HttpResponseMessage> Start(HttpClient client) =>
        client.PostAsJsonAsync("/api/v1/runs", new { scenario = "baseline", paused = true }, Cancel);

    private static Task<HttpResponseMessage> Save(HttpClient client, string name) => client.PutAsync(
        $"/api/v1/scenarios/{name}?replace=true",
        new StringContent($"id: {name}\nextends: baseline\ntitle: Mine\nquestion: What if?\n", Encoding.UTF8, "application/yaml"),
        Cancel);

    private static async Task<(HttpStatusCode Status, string? Detail)> Told(HttpResponseMessage answer) =>
        (answer.StatusCode, (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("detail").GetString());
}
