using System.Collections.Immutable;
using Samverkan.Grains.Letters;
using Samverkan.Model;
using Samverkan.Model.Snapshots;
using Samverkan.Runs.Execution;

namespace Samverkan.Grains.Driving;

/// <summary>A run on grains as those who watch runs know it: the months come from a cluster, read a few at a time.</summary>
public sealed class GrainRun : IRun
{
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

    public static GrainRun Start(IGrainFactory grains, string id, Blueprint blueprint, ulong seed, int replication, Detail detail, RunOptions options)
    {
        var run = grains.GetGrain<IRunGrain>(id);
        var order = new RunOrder(id, blueprint, seed, replication, detail)
        {
            Granularity = options.Granularity,
            Scattered = options.Scattered,
            CheckpointMonths = options.CheckpointMonths,
        };
        run.Start(new Letter(default, false, order)).GetAwaiter().GetResult();
        return new GrainRun(run, blueprint, seed, replication);
    }

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

    private async Task Read()
    {
        var progress = (await run.ReadSince(Next.Index).ConfigureAwait(false)).Of<RunProgress>();
        Progress = progress;
        foreach (var month in progress.Months)
            read.Enqueue(month);
        if (progress.Months.IsEmpty && progress.State != RunState.Running)
            throw new RunFailed($"The run ended in {progress.Next}: {progress.Error ?? "it was stopped"}");
    }
}

/// <summary>How a run is to be carried out on grains.</summary>
/// <param name="CheckpointMonths">Months between checkpoints; 0: none.</param>
public sealed record RunOptions(Granularity Granularity, bool Scattered = false, int CheckpointMonths = 0);

/// <summary>The cluster gave a run up.</summary>
public sealed class RunFailed(string message) : Exception(message);
