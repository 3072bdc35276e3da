using System.Diagnostics;
using System.Net;
using Samverkan.App.Verifying;
using Samverkan.Grains;
using Samverkan.Grains.Clusters;
using Samverkan.Grains.Driving;
using Samverkan.Model;
using Xunit;

namespace Samverkan.App.Tests.Cluster;

/// <summary>A silo that nobody hears for some seconds, as when its network is away, and that then comes back.</summary>
public sealed class EvictionHandlerTests
{
    private static readonly Blueprint World = SmallWorld.Until(2015);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_says_that_the_others_go_on_without_it_and_they_come_to_the_same_hashes()
    {
        if (OperatingSystem.IsWindows()) Assert.Skip("There is no signal that makes a process stand still.");
        using var redis = await LocalRedis.Start(Stop);
        using var away = Process.Start(new ProcessStartInfo(
            "dotnet", [Path.Combine(AppContext.BaseDirectory, "samverkan.dll"), "silo", "--cluster", redis.Address.ToString(),
                "--name", "away"])
        { RedirectStandardOutput = true, RedirectStandardError = true })!;
        Assert.Contains("is in the cluster", await away.StandardOutput.ReadLineAsync(Stop), StringComparison.Ordinal);
        await using var client = await ClusterClient.Connect(redis.Address, Stop);
        var run = await SmallWorld.Start(client, "left", World, pace: 60);
        await using var stays = await ClusterSilo.Join(new(redis.Address, "stays", IPAddress.Loopback), Stop);
        while ((await run.Look(Stop)).Next < World.From + 30)
            await Task.Delay(20, Stop);

        await Signal("STOP");
        while ((await run.Look(Stop)).Attempt < 2)
            await Task.Delay(100, Stop);
        await Signal("CONT");

        var hashes = await SmallWorld.Hashes(run);
        await away.WaitForExitAsync(Stop);
        Assert.Equal(ExitCode.Mistake, away.ExitCode);
        Assert.Contains("The other silos of", await away.StandardError.ReadToEndAsync(Stop), StringComparison.Ordinal);
        Assert.Equal(SmallWorld.Expected(World), hashes);

        async Task Signal(string signal)
        {
            using var kill = Process.Start("kill", [$"-{signal}", $"{away.Id}"]);
            await kill.WaitForExitAsync(Stop);
        }
    }
}
