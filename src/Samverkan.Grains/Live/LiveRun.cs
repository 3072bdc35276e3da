using Samverkan.Grains.Driving;
using Samverkan.Grains.Envelopes;
using Samverkan.Model;
using Samverkan.Model.Snapshots;
using Samverkan.Runs.Scenarios;

namespace Samverkan.Grains.Live;

/// <summary>A run that goes on in a cluster or on a silo within this process, and a hand on it. Thread-safe.</summary>
public sealed class LiveRun
{
    private readonly LiveRuns runs;
    private readonly IRunGrain grain;

    internal LiveRun(LiveRuns runs, RunOrder order)
    {
        this.runs = runs;
        grain = runs.Grains.GetGrain<IRunGrain>(order.Run);
        (Id, From, To) = (order.Run, order.Blueprint.From, order.Blueprint.To);
    }

    /// <summary>Also the name of its output folder.</summary>
    public string Id { get; }

    /// <summary>The first month that is reported.</summary>
    public Month From { get; }

    /// <summary>The last month.</summary>
    public Month To { get; }

    /// <summary>What the run's scenario was called when it was started: its title, question and file, and the hash of its files
    /// and settings.</summary>
    public async Task<(string Title, string Question, string Path, string Inputs,
        System.Collections.Immutable.ImmutableArray<string> Scaled)> Scenario()
    {
        var order = await Order();
        return (order.Title ?? order.Blueprint.Name, order.Question ?? "", order.Path ?? order.Blueprint.Name, order.Inputs ?? "",
            order.Scaled);
    }

    /// <summary>How the run stands now.</summary>
    public async Task<RunStanding> Stands() => (await runs.Patience.With(() => grain.Stands())).Of<RunStanding>();

    /// <summary>What the run is made from, with all that was changed while it went on.</summary>
    public async Task<Blueprint> Blueprint() => (await Order()).Blueprint;

    /// <summary>
    /// Months from a given one on, as far as they are lived, and how the run stands. Answers at once. Asked again, the same
    /// months: a run that went back to a checkpoint gives none otherwise.
    /// </summary>
    /// <param name="most">1 to 60.</param>
    public async Task<Frames> ReadSince(Month month, int most = 60) =>
        (await runs.Patience.With(() => grain.Watch(month.Index, most))).Of<Frames>();

    /// <summary>The run's months from the first one on, in full, for those who store or compare results.</summary>
    public Task<GrainRun> Read() => GrainRun.Attach(runs.Grains, Id);

    /// <summary>Every actor as it stood at the run's last checkpoint before a month, whole: for small worlds. Null: there is
    /// none.</summary>
    public async Task<WorldSnapshot?> KeptBefore(Month month) =>
        (await runs.Patience.With(() => grain.Kept(month.Index)))?.Of<WorldSnapshot>();

    /// <summary>Stands still after the month that it is in; at full speed it is in as many as fit into some 20 ms.</summary>
    public Task Pause() => runs.Patience.With(() => grain.Pause(null));

    /// <summary>Lives so many months and stands still.</summary>
    public Task Step(int months = 1) => grain.Continue(months);

    /// <summary>Goes on, to the end.</summary>
    public Task Resume() => runs.Patience.With(() => grain.Continue(null));

    /// <summary>So many months per second at most; null: as fast as it can.</summary>
    /// <exception cref="CannotChange">It is no speed: see <see cref="Speed"/>.</exception>
    public Task Pace(double? monthsPerSecond) =>
        Speed.IsOne(monthsPerSecond) ? runs.Patience.With(() => grain.Pace(monthsPerSecond))
        : throw new CannotChange($"A pace is {Speed.InWords}.");

    /// <summary>Ends it for good, where a pause would let it stand still.</summary>
    public Task Stop() => runs.Patience.With(() => grain.Stop());

    /// <summary>Stops it and removes all that is kept of it.</summary>
    public Task Forget() => runs.Patience.With(() => grain.Forget());

    /// <summary>
    /// Lays a change of policy over the run before its next month. It is part of what the run is made from after that: the
    /// same scenario with the change written into it gives the same bits.
    /// </summary>
    /// <returns>The month from which on it is part of the run.</returns>
    /// <exception cref="CannotChange">It names a month that is past, or the run has ended.</exception>
    public async Task<Month> Intervene(PolicyChange change)
    {
        var key = Guid.NewGuid().ToString("N");
        return new(await runs.Patience.With(() => grain.Intervene(key, new Envelope(default, false, change))));
    }

    /// <summary>
    /// Another run that is the same until a month and goes on under a change. It starts from the last checkpoint before that
    /// month that this run has, or from the beginning: the bits are the same.
    /// </summary>
    /// <param name="at">What has no month of its own in the change takes effect then.</param>
    /// <exception cref="RunTaken">A run of that id and other inputs is there.</exception>
    /// <exception cref="CannotChange">The month is not one of the run's, or the change names one before it.</exception>
    public async Task<LiveRun> Fork(string id, Month at, PolicyChange change)
    {
        if (at < From || at > To) throw new CannotChange($"{at} is not a month of run '{Id}': it covers {From} to {To}.");
        if (change.Earliest < at)
            throw new CannotChange($"The change names {change.Earliest}, before the month of the branch, {at}.");
        var branch = await runs.Patience.With(() => grain.Branch(at.Index));
        var order = (await Order())
            .Forked(RunId.Checked(id), at, change.From(at), branch?.Of<Origin>() ?? new Origin(Id, null, []));
        await runs.Patience.With(() => runs.Grains.GetGrain<IRunGrain>(id).Start(new Envelope(default, false, order)));
        return new LiveRun(runs, order);
    }

    private async Task<RunOrder> Order() => (await runs.Patience.With(() => grain.Order())).Of<RunOrder>();
}
