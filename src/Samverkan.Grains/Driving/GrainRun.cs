using System.Diagnostics;
using Orleans.Runtime;
using Samverkan.Grains.Letters;
using Samverkan.Model;
using Samverkan.Model.Snapshots;
using Samverkan.Runs.Execution;

namespace Samverkan.Grains.Driving;

/// <summary>A run on grains as those who watch runs know it: the months come from a cluster, read a few at a time.</summary>
public sealed class GrainRun : IRun
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly IRunGrain run;
    private readonly Blueprint blueprint;
    private readonly ulong seed;
    private readonly int replication;
    private readonly Queue<MonthResult> read = [];

    private GrainRun(IRunGrain run, Blueprint blueprint, ulong seed, int replication)
    {
        (this.run, this.blueprint, this.seed, this.replication) = (run, blueprint, seed, replication);
        Next = blueprint.From;
    }

    public Month Next { get; private set; }

    public bool Finished => Next > blueprint.To;

    /// <summary>How the run stood when it was last read.</summary>
    public RunProgress? Progress { get; private set; }

    /// <summary>Months that were seen to be simulated again.</summary>
    public int Replayed { get; private set; }

    public static GrainRun Start(IGrainFactory grains, string id, Blueprint blueprint, ulong seed, int replication, Detail detail, RunOptions options)
    {
        var run = grains.GetGrain<IRunGrain>(id);
        var order = new RunOrder(id, blueprint, seed, replication, detail)
        {
            Granularity = options.Granularity,
            Scattered = options.Scattered,
            CheckpointMonths = options.CheckpointMonths,
            PauseAt = options.PauseAt,
        };
        run.Start(new Letter(default, false, order)).GetAwaiter().GetResult();
        return new GrainRun(run, blueprint, seed, replication);
    }

    /// <summary>Reads a run that somebody started, from its first month on.</summary>
    /// <exception cref="UnknownRun">There is none of that id.</exception>
    public static GrainRun Attach(IGrainFactory grains, string id)
    {
        var run = grains.GetGrain<IRunGrain>(id);
        var order = run.Order().GetAwaiter().GetResult().Of<RunOrder>();
        return new GrainRun(run, order.Blueprint, order.Seed, order.Replication);
    }

    /// <summary>Every run that the cluster's storage knows, and how it stands.</summary>
    public static IReadOnlyList<(string Id, RunProgress Progress, Blueprint Blueprint)> All(IGrainFactory grains)
    {
        var runs = new List<(string, RunProgress, Blueprint)>();
        foreach (var id in grains.GetGrain<IRunList>(0).All().GetAwaiter().GetResult())
        {
            var run = Attach(grains, id);
            var stands = Patiently(() => run.run.ReadSince((run.blueprint.To + 1).Index)).GetAwaiter().GetResult().Of<RunProgress>();
            runs.Add((id, stands, run.blueprint));
        }
        return runs;
    }

    public string Id => run.GetPrimaryKeyString();

    public Blueprint Blueprint => blueprint;

    /// <summary>Months that have been read and not taken.</summary>
    public int Waiting => read.Count;

    public void Continue() => run.Continue(null).GetAwaiter().GetResult();

    public void Pause() => run.Pause(null).GetAwaiter().GetResult();

    public void Stop() => run.Stop().GetAwaiter().GetResult();

    /// <exception cref="RunFailed">The cluster gave the run up.</exception>
    public MonthResult Advance()
    {
        if (Finished) throw new InvalidOperationException("The run is finished.");
        while (read.Count == 0)
            Read().GetAwaiter().GetResult();
        var month = read.Dequeue();
        Next = month.Month + 1;
        return month;
    }

    /// <summary>The state comes as a snapshot and is described here.</summary>
    public IEnumerable<(string Actor, string Field, string Value)> DescribeState()
    {
        var bytes = run.Save().GetAwaiter().GetResult();
        return Simulation.Resume(blueprint, seed, replication, Detail.Headline, Snapshot.Read<WorldSnapshot>(bytes)).DescribeState();
    }

    /// <summary>Reads how the run stands, and months if there are new ones.</summary>
    public RunProgress Look()
    {
        Read().GetAwaiter().GetResult();
        return Progress!;
    }

    private async Task Read()
    {
        var progress = (await Patiently(() => run.ReadSince((Next + read.Count).Index)).ConfigureAwait(false)).Of<RunProgress>();
        if (Progress is { } before && progress.Next < before.Next) Replayed += before.Next - progress.Next;
        Progress = progress;
        foreach (var month in progress.Months)
            read.Enqueue(month);
        if (read.Count == 0 && progress.State is RunState.Failed or RunState.Stopped)
            throw new RunFailed($"The run ended in {progress.Next}: {progress.Error ?? "it was stopped"}");
    }

    // While a silo's death is being noticed, calls to what it held fail; the run itself is safe in storage.
    private static async Task<T> Patiently<T>(Func<Task<T>> ask)
    {
        for (var since = Stopwatch.GetTimestamp(); ;)
            try
            {
                return await ask().ConfigureAwait(false);
            }
            catch (Exception e) when (e is OrleansException or TimeoutException && Stopwatch.GetElapsedTime(since) < Patience)
            {
                await Task.Delay(100).ConfigureAwait(false);
            }
    }
}

/// <summary>How a run is to be carried out on grains.</summary>
/// <param name="CheckpointMonths">Months between checkpoints; 0: none.</param>
/// <param name="PauseAt">The month before which the run stands still until it is told to go on.</param>
public sealed record RunOptions(Granularity Granularity, bool Scattered = false, int CheckpointMonths = 0, Month? PauseAt = null);

/// <summary>The cluster gave a run up.</summary>
public sealed class RunFailed(string message) : Exception(message);
