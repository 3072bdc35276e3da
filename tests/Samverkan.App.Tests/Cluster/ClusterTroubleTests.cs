using System.Net;
using Samverkan.App.Verifying;
using Samverkan.Grains;
using Samverkan.Grains.Checkpoints;
using Samverkan.Grains.Clusters;
using Samverkan.Grains.Driving;
using Samverkan.Grains.Live;
using Samverkan.Model;
using StackExchange.Redis;
using Xunit;

namespace Samverkan.App.Tests.Cluster;

/// <summary>What can be wrong with a cluster is told in one sentence, and nothing is lost by it.</summary>
public sealed class ClusterTroubleTests
{
    private static readonly Blueprint World = SmallWorld.Until(1998);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_wrong_password_and_none_are_told_apart()
    {
        using var redis = await LocalRedis.Start(Stop, "right");

        var wrong = await Assert.ThrowsAsync<ClusterUnavailable>((redis.Address with { Password = "wrong" }).Check);
        var none = await Assert.ThrowsAsync<ClusterUnavailable>((redis.Address with { Password = null }).Check);

        Assert.EndsWith("refuses the password.", wrong.Message, StringComparison.Ordinal);
        Assert.Contains("asks for a password", none.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Redis_that_speaks_TLS_is_used_by_those_who_trust_its_authority()
    {
        using var redis = new EncryptedRedis();
        for (var answers = false; !answers; await Task.Delay(50, Stop))
            answers = await Record.ExceptionAsync(redis.Address.Check) is null;

        var stranger = await Assert.ThrowsAsync<ClusterUnavailable>((redis.Address with { Authority = null }).Check);
        var without = await Assert.ThrowsAsync<ClusterUnavailable>((redis.Address with { Tls = false }).Check);
        var mistaken = await Assert.ThrowsAsync<ClusterUnavailable>(
            (redis.Address with { Authority = redis.Authority.Replace("authority.crt", "redis.key", StringComparison.Ordinal) })
            .Check);
        var missing =
            await Assert.ThrowsAsync<ClusterUnavailable>((redis.Address with { Authority = redis.Authority + "x" }).Check);
        await using var silo = await ClusterSilo.Join(new(redis.Address, "test", IPAddress.Loopback), Stop);
        await using var client = await ClusterClient.Connect(redis.Address, Stop);

        Assert.Contains("is not trusted here", stranger.Message, StringComparison.Ordinal);
        Assert.StartsWith("No Redis answers", without.Message, StringComparison.Ordinal);
        Assert.All([mistaken, missing],
            error => Assert.Contains("holds no certificate of an authority", error.Message, StringComparison.Ordinal));
        Assert.Equal(SmallWorld.Expected(World), await SmallWorld.Hashes(await SmallWorld.Start(client, "encrypted", World)));
    }

    [Fact]
    public async Task A_Redis_without_silos_is_told_of_and_not_waited_for()
    {
        using var redis = await LocalRedis.Start(Stop);

        var error = await Assert.ThrowsAsync<ClusterUnavailable>(() => ClusterClient.Connect(redis.Address, Stop));

        Assert.StartsWith("No silo is in the cluster", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Silos_and_clients_of_another_build_are_refused()
    {
        using var redis = await LocalRedis.Start(Stop);
        await using var client = await ConnectionMultiplexer.ConnectAsync($"127.0.0.1:{redis.Address.Port}");
        await client.GetDatabase().StringSetAsync($"{redis.Address.Name}/build", "0123456789abcdef");

        var silo = await Assert.ThrowsAsync<ClusterUnavailable>(() => ClusterSilo.Join(Options(redis), Stop));
        var reader = await Assert.ThrowsAsync<ClusterUnavailable>(() => ClusterClient.Connect(redis.Address, Stop));

        Assert.Contains("of another build", silo.Message, StringComparison.Ordinal);
        Assert.Equal(silo.Message, reader.Message);
    }

    [Fact]
    public async Task Two_who_attach_read_the_same_months_and_an_unknown_run_is_named_with_its_neighbour()
    {
        using var redis = await LocalRedis.Start(Stop);
        await using var silo = await ClusterSilo.Join(Options(redis), Stop);
        await using var client = await ClusterClient.Connect(redis.Address, Stop);
        await using var runs = await LiveRuns.Connect(redis.Address, Stop);
        var first = await SmallWorld.Start(client, "small", World);

        var second = SmallWorld.Hashes(await GrainRun.Attach(client.Grains, "small"));
        var unknown = await Assert.ThrowsAsync<UnknownRun>(() => runs.Find("smal"));

        Assert.Equal(await SmallWorld.Hashes(first), await second);
        Assert.Contains("small", unknown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_whose_Redis_was_full_goes_on_to_the_same_hashes_when_there_is_room_again()
    {
        using var redis = await LocalRedis.Start(Stop);
        await using var silo = await ClusterSilo.Join(Options(redis), Stop);
        await using var client = await ClusterClient.Connect(redis.Address, Stop);
        await using var admin = await ConnectionMultiplexer.ConnectAsync($"127.0.0.1:{redis.Address.Port},allowAdmin=true");
        var server = admin.GetServers()[0];
        var run = await SmallWorld.Start(client, "full", World, pauseAt: Month.Of(1996, 3));
        while ((await run.Look(Stop)).State != RunState.Paused)
            Stop.ThrowIfCancellationRequested();
        await server.ConfigSetAsync("maxmemory", 1000);

        // Who tells it to go on is told at once; it goes on all the same, to its next checkpoint.
        await Assert.ThrowsAsync<StorageFull>(run.Continue);
        while (run.Progress!.State != RunState.Failed)
            await Stand(run);
        Assert.Contains("Redis is full", run.Progress.Error, StringComparison.Ordinal);
        await server.ConfigSetAsync("maxmemory", 0);
        await run.Continue();

        Assert.Equal(SmallWorld.Expected(World), await SmallWorld.Hashes(await GrainRun.Attach(client.Grains, "full")));
    }

    private static async Task Stand(GrainRun run)
    {
        Stop.ThrowIfCancellationRequested();
        try
        {
            await run.Look(Stop);
        }
        catch (RunFailed)
        {
            // It says so, too.
        }
    }

    private static SiloOptions Options(LocalRedis redis) => new(redis.Address, "test", IPAddress.Loopback);
}
