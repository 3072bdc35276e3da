using System.Net;
using Samverkan.App.Verifying;
using Samverkan.Grains.Clusters;
using StackExchange.Redis;
using Xunit;

namespace Samverkan.App.Tests.Cluster;

/// <summary>Health says what is so: of a silo, and of the cluster that the pages need.</summary>
public sealed class HealthTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_silo_is_ready_once_it_has_joined_and_not_while_Redis_is_away_or_after_it_was_emptied()
    {
        using var redis = await LocalRedis.Start(Stop);
        await using var pages = new ClusterHealth(redis.Address);
        var port = LocalRedis.FreePort();
        using var silo = await SiloProcess.Start(redis.Address, "one", Stop, "--metrics-port", $"{port}");
        using var client = new HttpClient { BaseAddress = new($"http://127.0.0.1:{port}") };
        Assert.Equal((HttpStatusCode.OK, "ok\n"), await Ask("/readyz"));
        Assert.Null(await pages.Problem(Stop));

        // While Redis is away, only Redis can help: the silo is not ready, and need not be started anew.
        redis.Kill();
        var away = await Ask("/readyz");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, away.Status);
        Assert.Contains("does not answer", away.Said, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await Ask("/healthz")).Status);
        await redis.Restart(Stop);
        while ((await Ask("/readyz")).Status != HttpStatusCode.OK) await Task.Delay(100, Stop);

        // A silo that Redis has forgotten ends by itself; until then it says that it must.
        await using var other = await ConnectionMultiplexer.ConnectAsync($"127.0.0.1:{redis.Address.Port},allowAdmin=true");
        await other.GetServers()[0].FlushAllDatabasesAsync();
        try
        {
            Assert.NotEqual(HttpStatusCode.OK, (await Ask("/readyz")).Status);
            Assert.NotEqual(HttpStatusCode.OK, (await Ask("/healthz")).Status);
        }
        catch (HttpRequestException)
        {
            while (!silo.HasExited) await Task.Delay(100, Stop);
        }
        Assert.StartsWith("No silo of the cluster", await pages.Problem(Stop), StringComparison.Ordinal);

        async Task<(HttpStatusCode Status, string Said)> Ask(string path)
        {
            using var answer = await client.GetAsync(path, Stop);
            return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Stop));
        }
    }

    [Fact]
    public async Task Pages_are_not_ready_without_silos_or_without_Redis()
    {
        using var redis = await LocalRedis.Start(Stop);
        await using var health = new ClusterHealth(redis.Address);
        Assert.StartsWith("No silo of the cluster", await health.Problem(Stop), StringComparison.Ordinal);

        await using var nowhere = new ClusterHealth(redis.Address with { Port = LocalRedis.FreePort() });
        // Which of the two it is depends on whether the machine has tried the connection within the patience of a probe.
        Assert.Matches("^(No Redis answers at|Redis at .* does not answer)", await nowhere.Problem(Stop));
    }
}
