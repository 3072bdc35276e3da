using Samverkan.Grains.Letters;
using Samverkan.Model;
using Samverkan.Model.Snapshots;
using Samverkan.Runs.Execution;
using Samverkan.Runs.Scenarios;

namespace Samverkan.Grains.Driving;

/// <summary>A run on grains as those who watch runs know it: the months come from a cluster, read a few at a time.</summary>
public sealed class GrainRun : IRun
{
    private readonly IRunGrain run;
    private readonly Blueprint blueprint;
    private readonly ulong seed;
    private readonly int replication;
    private readonly Queue<MonthResult> read = [];

    private GrainRun(IRunGrain run, Blueprint blueprint, ulong seed, int replication, Detail detail)
    {
        (this.run, this.blueprint, this.seed, this.replication, Detail) = (run, blueprint, seed, replication, detail);
        Next = blueprint.From;
    }

    /// <summary>How much of each month is reported.</summary>
    public Detail Detail { get; }

    public Month Next { get; private set; }

    public bool Finished => Next > blueprint.To;

    /// <summary>How the run stood when it was last read.</summary>
    public RunStanding? Progress { get; private set; }

    public static GrainRun Start(IGrainFactory grains, string id, Blueprint blueprint, ulong seed, int replication, Detail detail, RunOptions options)
    {
        var run = grains.GetGrain<IRunGrain>(id);
        var order = new RunOrder(id, blueprint, seed, replication, detail)
        {
            Granularity = options.Granularity,
            Scattered = options.Scattered,
            CheckpointMonths = options.CheckpointMonths,
            PauseAt = options.PauseAt,
            Title = options.Scenario?.Title,
            Question = options.Scenario?.Question,
            Path = options.Scenario?.Path,
            Inputs = options.Scenario?.InputHash,
            Scaled = options.Scenario?.ScaledFromCase ?? [],
            Command = options.Command,
        };
        Patience.With(() => run.Start(new Letter(default, false, order))).GetAwaiter().GetResult();
        return new GrainRun(run, blueprint, seed, replication, detail);
    }

    /// <summary>Reads a run that somebody started, from its first month on.</summary>
    /// <exception cref="UnknownRun">There is none of that id.</exception>
    public static GrainRun Attach(IGrainFactory grains, string id)
    {
        var run = grains.GetGrain<IRunGrain>(id);
        var order = Patience.With(() => run.Order()).GetAwaiter().GetResult().Of<RunOrder>();
        return new GrainRun(run, order.Blueprint, order.Seed, order.Replication, order.Detail);
    }

    public string Id => run.GetPrimaryKeyString();

    public Blueprint Blueprint => blueprint;

    /// <summary>What the run is made from by now, with all that was changed while it went on.</summary>
    public Blueprint Made() => Patience.With(() => run.Order()).GetAwaiter().GetResult().Of<RunOrder>().Blueprint;

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
    public RunStanding Look()
    {
        Read().GetAwaiter().GetResult();
        return Progress!;
    }

    private async Task Read()
    {
        var progress = (await Patience.With(() => run.ReadSince((Next + read.Count).Index)).ConfigureAwait(false)).Of<RunProgress>();
        Progress = progress.Run;
        foreach (var month in progress.Months)
            read.Enqueue(month);
        if (read.Count == 0 && Progress.State is (RunState.Failed or RunState.Stopped) && !Finished)
            throw new RunFailed($"The run ended before {Progress.Next}: {(Progress.State == RunState.Stopped ? "it was stopped" : Progress.Error)}.");
    }
}

/// <summary>How a run is to be carried out on grains.</summary>
/// <param name="CheckpointMonths">Months between checkpoints; 0: none.</param>
/// <param name="PauseAt">The month before which the run stands still until it is told to go on.</param>
/// <param name="Scenario">What people call it, and where it comes from.</param>
/// <param name="Command">What makes the run again from a command line.</param>
public sealed record RunOptions(
    Granularity Granularity, bool Scattered = false, int CheckpointMonths = 0, Month? PauseAt = null, Scenario? Scenario = null, string? Command = null);

/// <summary>The cluster gave a run up.</summary>
public sealed class RunFailed(string message) : Exception(message);
