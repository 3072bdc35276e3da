using Orleans.Runtime;
using Samverkan.Grains.Checkpoints;
using Samverkan.Grains.Envelopes;
using Samverkan.Model;
using Samverkan.Model.ServiceUsers;
using Samverkan.Model.Snapshots;
using Samverkan.Runs.Execution;
using Samverkan.Runs.Scenarios;

namespace Samverkan.Grains.Driving;

/// <summary>A run on grains as those who watch runs know it: the months come from a cluster, read a few at a time.</summary>
public sealed class GrainRun : IRun
{
    private readonly IRunGrain run;
    private readonly RunOrder order;
    private readonly Queue<MonthResult> read = [];
    private bool isStarted;

    private GrainRun(IRunGrain run, RunOrder order, bool isStarted)
    {
        (this.run, this.order, this.isStarted) = (run, order, isStarted);
        Next = Blueprint.From;
    }

    /// <summary>How much of each month is reported.</summary>
    public Detail Detail => order.Detail;

    public Month Next { get; private set; }

    public bool Finished => Next > Blueprint.To;

    /// <summary>How the run stood when it was last read.</summary>
    public RunStanding? Progress { get; private set; }

    /// <summary>A run that starts when it is first read, or told something.</summary>
    public static GrainRun Of(IGrainFactory grains, string id, Blueprint blueprint, ulong seed, int replication, Detail detail,
        RunOptions options) => new(
        grains.GetGrain<IRunGrain>(id),
        new RunOrder(id, blueprint, seed, replication, detail)
        {
            Granularity = options.Granularity,
            Scattered = options.Scattered,
            CheckpointMonths = options.CheckpointMonths,
            KeepsHistory = options.KeepsHistory && RunOrder.CanKeepHistory(blueprint),
            PauseAt = options.PauseAt,
            Pace = options.Pace,
            Title = options.Scenario?.Title,
            Question = options.Scenario?.Question,
            Path = options.Scenario?.Path,
            Inputs = options.Scenario?.InputHash,
            Scaled = options.Scenario?.ScaledFromCase ?? [],
            Command = options.Command,
            IsOneOfMany = options.IsOneOfMany,
            ReaderMayBeAway = options.ReaderMayBeAway,
        },
        isStarted: false);

    /// <exception cref="RunTaken">A run of that id and other inputs is there.</exception>
    public static async Task<GrainRun> Start(IGrainFactory grains, string id, Blueprint blueprint, ulong seed, int replication,
        Detail detail, RunOptions options)
    {
        var run = Of(grains, id, blueprint, seed, replication, detail, options);
        await run.Start().ConfigureAwait(false);
        return run;
    }

    /// <summary>Reads a run that somebody started, from its first month on.</summary>
    /// <exception cref="UnknownRun">There is none of that id.</exception>
    public static async Task<GrainRun> Attach(IGrainFactory grains, string id)
    {
        var run = grains.GetGrain<IRunGrain>(id);
        return new(run, (await RetryPolicy.Command.With(() => run.Order()).ConfigureAwait(false)).Of<RunOrder>(),
            isStarted: true);
    }

    public string Id => run.GetPrimaryKeyString();

    public Blueprint Blueprint => order.Blueprint;

    /// <summary>What the run is made from by now, with all that was changed while it went on.</summary>
    public async Task<Blueprint> Made() =>
        (await RetryPolicy.Command.With(() => run.Order()).ConfigureAwait(false)).Of<RunOrder>().Blueprint;

    /// <summary>Months that have been read and not taken.</summary>
    public int Waiting => read.Count;

    public Task Continue() => RetryPolicy.Command.With(() => run.Continue(null));

    public Task Pause() => RetryPolicy.Command.With(() => run.Pause(null));

    public Task Stop() => RetryPolicy.Command.With(() => run.Stop());

    /// <exception cref="RunFailed">The cluster gave the run up.</exception>
    public async ValueTask<MonthResult> Advance(CancellationToken cancel = default)
    {
        if (Finished) throw new InvalidOperationException("The run is finished.");
        while (read.Count == 0)
            await Read(cancel).ConfigureAwait(false);
        var month = read.Dequeue();
        Next = month.Month + 1;
        if (Finished && order.IsOneOfMany) await Forget().ConfigureAwait(false);
        return month;
    }

    /// <summary>The state comes as a snapshot and is described here.</summary>
    public async ValueTask<IEnumerable<(string Actor, string Field, string Value)>> DescribeState() =>
        (await Saved().ConfigureAwait(false)).DescribeState();

    /// <summary>The state comes as a snapshot, and persons are found in it here.</summary>
    public async ValueTask<IEnumerable<KeptPerson>> Persons() => (await Saved().ConfigureAwait(false)).Persons();

    /// <inheritdoc/>
    public async ValueTask<(IEnumerable<KeptPerson> Persons, IEnumerable<PersonEvent> Events)> PersonsAndEvents()
    {
        var saved = await Saved().ConfigureAwait(false);
        return (saved.Persons(), saved.PersonEvents());
    }

    private async Task<Simulation> Saved()
    {
        var bytes = await RetryPolicy.Reader.With(() => run.Save()).ConfigureAwait(false);
        return Simulation.Resume(Blueprint, order.Seed, order.Replication, Detail.Headline, Snapshot.Read<WorldSnapshot>(bytes));
    }

    /// <summary>Reads how the run stands, and months if there are new ones.</summary>
    public async Task<RunStanding> Look(CancellationToken cancel = default)
    {
        await Read(cancel).ConfigureAwait(false);
        return Progress!;
    }

    private async Task Start(CancellationToken cancel = default)
    {
        await RetryPolicy.Reader.With(() => run.Start(new Envelope(default, false, order)), cancel).ConfigureAwait(false);
        isStarted = true;
    }

    // A run that storage does not know is lost with its silo, or let go when nobody read for long: it lives again, to the same
    // bits.
    private async Task<Envelope> ReadOn(CancellationToken cancel)
    {
        while (true)
            try
            {
                return await RetryPolicy.Reader.With(() => run.ReadSince((Next + read.Count).Index), cancel)
                    .ConfigureAwait(false);
            }
            catch (UnknownRun) when (order.IsFleeting)
            {
                await Start(cancel).ConfigureAwait(false);
            }
    }

    // What it says is with its reader. Where it cannot be told so, it is let go when it has been idle for long.
    private async Task Forget()
    {
        try
        {
            await run.Forget().ConfigureAwait(false);
        }
        catch (Exception e) when (e is OrleansException or TimeoutException or StorageUnavailable or StorageFull)
        {
        }
    }

    private async Task Read(CancellationToken cancel)
    {
        if (!isStarted) await Start(cancel).ConfigureAwait(false);
        var progress = (await ReadOn(cancel).ConfigureAwait(false)).Of<RunProgress>();
        Progress = progress.Run;
        foreach (var month in progress.Months)
            read.Enqueue(month);
        if (read.Count == 0 && Progress.State is (RunState.Failed or RunState.Stopped) && !Finished)
            throw new RunFailed(
                $"The run ended before {Progress.Next}: "
                    + $"{(Progress.State == RunState.Stopped ? "it was stopped" : Progress.Error?.TrimEnd('.'))}.");
    }
}

/// <summary>How a run is to be carried out on grains.</summary>
/// <param name="CheckpointMonths">Months between checkpoints; 0: none.</param>
/// <param name="PauseAt">The month before which the run stands still until it is told to go on.</param>
/// <param name="Scenario">What people call it, and where it comes from.</param>
/// <param name="Command">What makes the run again from a command line.</param>
/// <param name="IsOneOfMany">Whether the run is there for its reader alone, as in a comparison or a study: when it has been read,
/// nothing is kept of it.</param>
public sealed record RunOptions(
    Granularity Granularity, bool Scattered = false, int CheckpointMonths = 0, Month? PauseAt = null, Scenario? Scenario = null,
    string? Command = null,
    bool IsOneOfMany = false)
{
    /// <summary>How long one of many waits for its reader before it is let go.</summary>
    public TimeSpan ReaderMayBeAway { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Whether every checkpoint is kept if the world is not too large, so that the run can be branched off
    /// anywhere.</summary>
    public bool KeepsHistory { get; init; }

    /// <summary>Months per second at most; null: as fast as it can.</summary>
    public double? Pace { get; init; }
}

/// <summary>The cluster gave a run up.</summary>
public sealed class RunFailed(string message) : Exception(message);
