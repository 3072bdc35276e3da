using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Samverkan.App.Verifying;
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
        Assert.Equal((HttpStatusCode.BadRequest, "1 runs are going on; end some of them."), await Told(await Start(client)));
        await client.DeleteAsync(first.Headers.Location, Cancel);
        Assert.Equal(HttpStatusCode.Created, (await Start(client)).StatusCode);

        Assert.Equal(HttpStatusCode.OK, (await Save(client, "mine")).StatusCode);
        Assert.Contains("1 scenarios are saved here", (await Told(await Save(client, "yours"))).Detail, StringComparison.Ordinal);
        // What is there can be saved again.
        Assert.Equal(HttpStatusCode.OK, (await Save(client, "mine")).StatusCode);

        var comparison = await client.PostAsJsonAsync("/api/v1/comparisons", new { @base = "baseline", others = new[] { "training-cut" }, replications = 2 }, Cancel);
        Assert.Contains("0 results are kept here", (await Told(comparison)).Detail, StringComparison.Ordinal);
        var shipped = (await client.GetFromJsonAsync<JsonElement>("/api/v1/studies/shipped", Cancel))[0].GetProperty("name").GetString();
        var study = await client.PostAsJsonAsync("/api/v1/studies", new { study = shipped }, Cancel);
        Assert.Contains("0 studies are kept here", (await Told(study)).Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_quota_that_is_no_number_is_refused_at_the_start()
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [ServedPages.Program, "serve", "--port", $"{ServedPages.FreePort()}"])
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
        new StringContent($"id: {name}\nextends: baseline\ntitle: Mine\nquestion: What if?\n", Encoding.UTF8, "application/yaml"), Cancel);

    private static async Task<(HttpStatusCode Status, string? Detail)> Told(HttpResponseMessage answer) =>
        (answer.StatusCode, (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("detail").GetString());
}
