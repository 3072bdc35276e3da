using System.Diagnostics;
using Samverkan.App.Verifying;
using Samverkan.Grains;
using Samverkan.Grains.Clusters;
using Samverkan.Grains.Driving;
using Samverkan.Model;
using Samverkan.Model.Snapshots;
using Samverkan.Runs.Tests.Results;
using Xunit;

namespace Samverkan.App.Tests.Cluster;

/// <summary>The backup and the restore of <c>docs/upgrading.md</c>, step by step.</summary>
public sealed class BackupTests
{
    private static readonly Blueprint World = SmallWorld.Until(1998);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_run_that_was_backed_up_halfway_goes_on_in_a_restored_Redis_to_the_same_bits()
    {
        using var place = new TemporaryFolder();
        var copy = place["dump.rdb"];
        using (var redis = await LocalRedis.Start(Stop))
        using (await SiloProcess.Start(redis.Address, "old", Stop))
        await using (var client = await ClusterClient.Connect(redis.Address, Stop))
        {
            var run = await SmallWorld.Start(client, "kept", World, pauseAt: Month.Of(1997, 3));
            while ((await run.Look(Stop)).State != RunState.Paused) await Task.Delay(50, Stop);
            await Do("redis-cli", "-p", $"{redis.Address.Port}", "--rdb", copy);
        }

        var port = LocalRedis.FreePort();
        using var restored = Process.Start(new ProcessStartInfo("redis-server",
            ["--port", $"{port}", "--bind", "127.0.0.1", "--dir", place[""], "--dbfilename", "dump.rdb", "--appendonly", "no",
                "--logfile", place["log"]]))!;
        try
        {
            while (!(await Do("redis-cli", "-p", $"{port}", "ping")).Contains("PONG", StringComparison.Ordinal))
                await Task.Delay(50, Stop);
            await Do("redis-cli", "-p", $"{port}", "config", "set", "appendonly", "yes");
            while (!(await Do("redis-cli", "-p", $"{port}", "info", "persistence"))
                .Contains("aof_rewrite_in_progress:0", StringComparison.Ordinal)) await Task.Delay(50, Stop);
            await Do("redis-cli", "-p", $"{port}", "shutdown");
            await restored.WaitForExitAsync(Stop);
            using var again = Process.Start(new ProcessStartInfo("redis-server",
                ["--port", $"{port}", "--bind", "127.0.0.1", "--dir", place[""], "--appendonly", "yes", "--save", "", "--logfile",
                    place["log"]]))!;
            try
            {
                var address = new ClusterAddress("127.0.0.1", port, "verify", null, null, Tls: false);
                while (await Record.ExceptionAsync(address.Check) is not null) await Task.Delay(50, Stop);
                using var silo = await SiloProcess.Start(address, "new", Stop);
                await using var client = await Connected(address);
                var run = await GrainRun.Attach(client.Grains, "kept");
                await run.Continue();

                Assert.Equal(SmallWorld.Expected(World), await SmallWorld.Hashes(run));
            }
            finally
            {
                again.Kill();
                await again.WaitForExitAsync(Stop);
            }
        }
        finally
        {
            if (!restored.HasExited) restored.Kill();
        }
    }

    // Silos of before are taken for dead in a while.
    private static async Task<ClusterClient> Connected(ClusterAddress address)
    {
        for (; ; await Task.Delay(200, Stop))
            try
            {
                return await ClusterClient.Connect(address, Stop);
            }
            catch (ClusterUnavailable)
            {
                Stop.ThrowIfCancellationRequested();
            }
    }

    private static async Task<string> Do(string program, params string[] arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync(Stop);
        var output = await process.StandardOutput.ReadToEndAsync(Stop);
        await process.WaitForExitAsync(Stop);
        return output + await errors;
    }
}
