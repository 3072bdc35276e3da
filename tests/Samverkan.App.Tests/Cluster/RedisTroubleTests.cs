using System.Diagnostics;
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

/// <summary>A Redis that stands still, starts again and again, takes nothing, or has lost what it knew.</summary>
public sealed class RedisTroubleTests
{
    private static readonly Blueprint World = SmallWorld.Until(1998);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_run_that_is_started_while_Redis_stands_still_is_recorded_and_driven_when_it_goes_on()
    {
        if (OperatingSystem.IsWindows()) Assert.Skip("There is no signal that makes a process stand still.");
        using var redis = await LocalRedis.Start(Stop);
        await using var silo = await ClusterSilo.Join(new(redis.Address, "test", IPAddress.Loopback), Stop);
        await using var client = await ClusterClient.Connect(redis.Address, Stop);
        await using var runs = await LiveRuns.Connect(redis.Address, Stop);
        Assert.Empty(await runs.List());

        await Signal(redis, "STOP");
        var starting = SmallWorld.Start(client, "stalled", World);
        await Task.Delay(TimeSpan.FromSeconds(7), Stop);
        await Signal(redis, "CONT");

        Assert.Equal(SmallWorld.Expected(World), await SmallWorld.Hashes(await starting));
        Assert.Equal("stalled", Assert.Single(await runs.List()).Id);
        // Asked for again, it is the same run.
        Assert.Equal(SmallWorld.Expected(World), await SmallWorld.Hashes(await SmallWorld.Start(client, "stalled", World)));
    }

    [Fact]
    public async Task Runs_of_a_comparison_are_read_to_their_end_while_Redis_starts_again_and_again()
    {
        using var redis = await LocalRedis.Start(Stop);
        await using var silo = await ClusterSilo.Join(new(redis.Address, "test", IPAddress.Loopback), Stop);
        await using var client = await ClusterClient.Connect(redis.Address, Stop);
        var expected = SmallWorld.Expected(World);
        var reading = Read();

        while (!reading.IsCompleted)
        {
            await redis.Restart(Stop);
            await Task.WhenAny(reading, Task.Delay(1000, Stop));
        }

        Assert.All(await reading, hashes => Assert.Equal(expected, hashes));

        async Task<List<List<ulong>>> Read()
        {
            var all = new List<List<ulong>>();
            for (var number = 1; number <= 12; number++)
            {
                var options = number % 2 == 0 ? new RunOptions(Granularity.Replication)
                    : new(Granularity.Municipality, CheckpointMonths: 12);
                all.Add(await SmallWorld.Hashes(await GrainRun.Start(client.Grains, $"one-{number}", World, 1, 1, Detail.Headline,
                    options with { IsOneOfMany = true })));
            }
            return all;
        }
    }

    [Fact]
    public async Task Whoever_comes_to_a_Redis_that_takes_nothing_can_look_and_let_go()
    {
        using var redis = await LocalRedis.Start(Stop);
        await using var silo = await ClusterSilo.Join(new(redis.Address, "test", IPAddress.Loopback), Stop);
        await using (var client = await ClusterClient.Connect(redis.Address, Stop))
        {
            Assert.Equal(SmallWorld.Expected(World), await SmallWorld.Hashes(await SmallWorld.Start(client, "done", World)));
            // Its last month can be read a moment before its end is kept.
            await using var meanwhile = await LiveRuns.Connect(redis.Address, Stop);
            while ((await meanwhile.List()).Single().State != RunState.Done)
                await Task.Delay(50, Stop);
        }
        await using var admin = await ConnectionMultiplexer.ConnectAsync($"127.0.0.1:{redis.Address.Port},allowAdmin=true");
        await admin.GetServers()[0].ConfigSetAsync("maxmemory", 1000);

        await using var late = await ClusterClient.Connect(redis.Address, Stop);
        await using var runs = await LiveRuns.Connect(redis.Address, Stop);
        Assert.Equal(RunState.Done, Assert.Single(await runs.List()).State);
        var full = await Assert.ThrowsAsync<StorageFull>(() => SmallWorld.Start(late, "more", World));
        var refused = await Assert.ThrowsAsync<ClusterUnavailable>(() =>
            ClusterSilo.Join(new(redis.Address, "second", IPAddress.Loopback), Stop));
        await (await runs.Find("done")).Forget();

        Assert.StartsWith("Silo second cannot join", refused.Message, StringComparison.Ordinal);
        Assert.Contains("Redis is full", refused.Message, StringComparison.Ordinal);
        Assert.Contains("Redis is full", full.Message, StringComparison.Ordinal);
        Assert.Empty(await runs.List());
        Assert.Empty(admin.GetServers()[0].Keys(pattern: "*done*"));
        await admin.GetServers()[0].ConfigSetAsync("maxmemory", 0);
        Assert.Equal(SmallWorld.Expected(World), await SmallWorld.Hashes(await SmallWorld.Start(late, "more", World)));
    }

    [Fact]
    public async Task A_silo_that_Redis_does_not_know_any_more_says_so()
    {
        using var redis = await LocalRedis.Start(Stop);
        await using var silo = await ClusterSilo.Join(new(redis.Address, "test", IPAddress.Loopback), Stop);
        await using var admin = await ConnectionMultiplexer.ConnectAsync($"127.0.0.1:{redis.Address.Port},allowAdmin=true");

        // Before it has looked once whether it is there.
        await admin.GetServers()[0].FlushAllDatabasesAsync();

        Assert.Equal(Eviction.Forgotten, (await silo.GivenUp.WaitAsync(TimeSpan.FromMinutes(2), Stop)).Kind);
    }

    [Theory]
    [InlineData("192.0.2.1", false)]
    [InlineData("127.0.0.1", true)]
    public async Task A_silo_that_cannot_listen_at_its_address_says_so(string address, bool isTaken)
    {
        using var redis = await LocalRedis.Start(Stop);
        SiloOptions options = new(redis.Address, "test", IPAddress.Parse(address), isTaken ? redis.Address.Port : 0);

        var told = await Assert.ThrowsAsync<ClusterUnavailable>(() => ClusterSilo.Join(options, Stop));

        Assert.StartsWith($"Silo test cannot listen at {address}: ", told.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_setting_that_is_no_number_is_told_of()
    {
        ProcessStartInfo start = new("dotnet", [typeof(CommandLine).Assembly.Location, "silo"])
        { RedirectStandardError = true, Environment = { ["SAMVERKAN_PORT"] = "x" } };
        using var silo = Process.Start(start)!;
        var errors = await silo.StandardError.ReadToEndAsync(Stop);
        await silo.WaitForExitAsync(Stop);

        Assert.Equal((2, "SAMVERKAN_PORT 'x' is no whole number."), (silo.ExitCode, errors.Trim()));
    }

    private static async Task Signal(LocalRedis redis, string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", $"{redis.ProcessId}"]);
        await kill.WaitForExitAsync(Stop);
    }
}
