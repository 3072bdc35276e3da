using System.Diagnostics;
using Samverkan.Grains;
using Samverkan.Grains.Clusters;
using Samverkan.Grains.Driving;
using Samverkan.Model;
using Samverkan.Runs.Execution;
using Trace = Samverkan.Runs.Execution.Trace;

namespace Samverkan.App.Verifying;

/// <summary>One way of running the scenario, and what it gave.</summary>
/// <param name="Attempts">1, and one more for every time that the run went back to a checkpoint.</param>
/// <param name="Differs">The first month that differs from the run in process.</param>
public sealed record Verified(string How, ulong Hash, TimeSpan Time, int Attempts, Month? Differs);

/// <summary>Runs one scenario in process and on clusters of real silo processes, with and without killing one.</summary>
public sealed class Verification(Job job, Granularity granularity, Month? killAt, Action<Verified> tell, CancellationToken cancel)
{
    private const int CheckpointMonths = 12;
    private Trace? expected;
    private int runs;

    public bool AllEqual { get; private set; } = true;

    public async Task InProcess()
    {
        var clock = Stopwatch.StartNew();
        var run = InProcessRun.Start(job.Blueprint, job.Seed, job.Replication, job.Detail);
        expected = new Trace(job.Blueprint.From);
        while (!run.Finished)
        {
            cancel.ThrowIfCancellationRequested();
            expected.Observe(await run.Advance(cancel));
        }
        tell(new("in process", expected.Hash, clock.Elapsed, 1, null));
    }

    public async Task OnSilos(int count)
    {
        using var redis = await LocalRedis.Start(cancel);
        var silos = new List<SiloProcess>();
        try
        {
            silos.AddRange(await Task.WhenAll(Enumerable.Range(1, count)
                .Select(number => SiloProcess.Start(redis.Address, $"silo{number}", cancel))));
            await using var client = await ClusterClient.Connect(redis.Address, cancel);
            while (await client.Silos() < count)
                await Task.Delay(50, cancel);
            var on = count == 1 ? "1 silo" : $"{count} silos";
            await Judge(on, await Start(client, null));
            if (killAt is { } month && count > 1) await Killing(client, silos, month, $"{on}, one killed in {month}");
        }
        finally
        {
            foreach (var silo in silos)
                silo.Dispose();
        }
    }

    private async Task Killing(ClusterClient client, List<SiloProcess> silos, Month month, string how)
    {
        var run = await Start(client, month);
        while ((await run.Look(cancel)).State != RunState.Paused)
            cancel.ThrowIfCancellationRequested();
        var municipality = job.Blueprint.Counties[0].Municipalities[0].Code;
        var holder = await client.HolderOf(run.Id, municipality, run.Progress!.Attempt)
            ?? throw new InvalidOperationException($"No silo holds municipality {municipality}.");
        var victim = silos.Single(silo => silo.Port == holder.Port);
        await run.Continue();
        victim.Kill();
        await Judge(how, run);
        if (run.Progress!.Attempt == 1) throw new InvalidOperationException("The kill cost the run nothing: it shows nothing.");
    }

    private Task<GrainRun> Start(ClusterClient client, Month? pauseAt) => GrainRun.Start(
        client.Grains, $"verify-{++runs}", job.Blueprint, job.Seed, job.Replication, job.Detail,
        new(granularity, Scattered: true, CheckpointMonths, pauseAt));

    private async Task Judge(string how, GrainRun run)
    {
        var clock = Stopwatch.StartNew();
        var trace = new Trace(job.Blueprint.From);
        while (!run.Finished)
        {
            cancel.ThrowIfCancellationRequested();
            // A run that came back from storage stands before the month of the kill again.
            if (run.Waiting == 0 && (await run.Look(cancel)).State == RunState.Paused) await run.Continue();
            if (run.Waiting > 0) trace.Observe(await run.Advance(cancel));
        }
        var differs = expected!.FirstDifference(trace);
        AllEqual &= differs is null;
        tell(new(how, trace.Hash, clock.Elapsed, run.Progress!.Attempt, differs));
    }
}
