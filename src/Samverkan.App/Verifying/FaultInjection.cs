using System.Diagnostics;
using Samverkan.Grains;
using Samverkan.Grains.Clusters;
using Samverkan.Grains.Driving;
using Samverkan.Grains.Live;
using Samverkan.Model;
using Samverkan.Runs.Execution;
using Trace = Samverkan.Runs.Execution.Trace;

namespace Samverkan.App.Verifying;

/// <summary>What is done to a cluster in the middle of a run.</summary>
public enum InjectedFault { AnySilo, Coordinator, AtCheckpoint, TwiceInARow, AllSilos, Redis }

/// <summary>One run under one blow.</summary>
/// <param name="Kills">Processes that were killed without warning.</param>
/// <param name="At">The month that the run had come to.</param>
/// <param name="Recovery">From the blow until the run was further than before it; zero: it ended first.</param>
/// <param name="Replayed">Months that were simulated again.</param>
/// <param name="Differs">The first month that differs from the run in process; null: none does.</param>
public sealed record FaultResult(InjectedFault InjectedFault, Granularity Granularity, int Kills, Month At, TimeSpan Recovery,
    int Attempts, int Replayed, Month? Differs);

/// <summary>
/// Runs one scenario again and again on a cluster of real processes and kills something in the middle of each run, until so
/// many processes have been killed. The moments are drawn from a seed; what the machine does with them is its own.
/// </summary>
public sealed class FaultInjection(Job job, int silos, int kills, int seed, Action<FaultResult> tell, CancellationToken cancel)
{
    private const int CheckpointMonths = 12;

    private static readonly Granularity[] Levels =
        [Granularity.Municipality, Granularity.Team, Granularity.Person, Granularity.Replication];

    private readonly Random random = new(seed);
    private readonly List<SiloProcess> living = [];
    private LocalRedis redis = null!;
    private int started;

    public async Task Run()
    {
        var expected = new Trace(job.Blueprint.From);
        for (var run = InProcessRun.Start(job.Blueprint, job.Seed, job.Replication, job.Detail); !run.Finished;)
            expected.Observe(await run.Advance(cancel));
        using (redis = await LocalRedis.Start(cancel))
            try
            {
                await Refill();
                await using var client = await ClusterClient.Connect(redis.Address, cancel);
                await using var runs = await LiveRuns.Connect(redis.Address, cancel);
                for (var (killed, trial) = (0, 0); killed < kills; trial++)
                {
                    var endured = await Trial(client, runs, trial, expected);
                    killed += endured.Kills;
                    tell(endured);
                }
            }
            finally
            {
                foreach (var silo in living)
                    silo.Dispose();
            }
    }

    private async Task<FaultResult> Trial(ClusterClient client, LiveRuns runs, int trial, Trace expected)
    {
        var fault = (InjectedFault)((trial + seed - 1) % Enum.GetValues<InjectedFault>().Length);
        var level = Levels[trial / Enum.GetValues<InjectedFault>().Length % Levels.Length];
        var run = await GrainRun.Start(
            client.Grains, $"ordeal-{trial}", job.Blueprint, job.Seed, job.Replication, job.Detail,
            new(level, Scattered: true, CheckpointMonths));
        var moment = job.Blueprint.From + random.Next(1, (job.Blueprint.To - job.Blueprint.From) * 2 / 3);
        if (fault == InjectedFault.AtCheckpoint) moment = job.Blueprint.From
            + (moment - job.Blueprint.From + CheckpointMonths) / CheckpointMonths * CheckpointMonths;
        while (await run.Look(cancel) is { HasEnded: false } standing && standing.Next < moment)
            cancel.ThrowIfCancellationRequested();
        var at = (await run.Look(cancel)).Next;

        var clock = Stopwatch.StartNew();
        var killed = await Strike(client, run.Id, fault);
        var refilling = Refill();
        var recovery = TimeSpan.Zero;
        var trace = new Trace(job.Blueprint.From);
        while (!run.Finished)
        {
            cancel.ThrowIfCancellationRequested();
            var standing = await run.Look(cancel);
            if (recovery == TimeSpan.Zero && standing.Next > at + 1) recovery = clock.Elapsed;
            while (run.Waiting > 0)
                trace.Observe(await run.Advance(cancel));
        }
        await refilling;
        var ended = await (await runs.Find(run.Id)).Stands();
        await (await runs.Find(run.Id)).Forget();
        return new(fault, level, killed, at, recovery, ended.Attempt, ended.MonthsReplayed, expected.FirstDifference(trace));
    }

    private async Task<int> Strike(ClusterClient client, string run, InjectedFault fault)
    {
        switch (fault)
        {
            case InjectedFault.Redis:
                await redis.Restart(cancel);
                return 1;
            case InjectedFault.AllSilos:
                foreach (var silo in living.ToArray())
                    Kill(silo);
                return silos;
            case InjectedFault.TwiceInARow:
                Kill(living[random.Next(living.Count)]);
                await Task.Delay(random.Next(50, 1500), cancel);
                Kill(living[random.Next(living.Count)]);
                return 2;
            case InjectedFault.Coordinator:
                var holder = await client.CoordinatorOf(run);
                Kill(living.FirstOrDefault(silo => silo.Port == holder?.Port) ?? living[0]);
                return 1;
            default:
                Kill(living[random.Next(living.Count)]);
                return 1;
        }
    }

    private void Kill(SiloProcess silo)
    {
        living.Remove(silo);
        silo.Kill();
        silo.Dispose();
    }

    private async Task Refill()
    {
        var missing = Enumerable.Range(0, silos - living.Count)
            .Select(_ => SiloProcess.Start(redis.Address, $"silo{++started}", cancel)).ToArray();
        living.AddRange(await Task.WhenAll(missing));
    }
}
