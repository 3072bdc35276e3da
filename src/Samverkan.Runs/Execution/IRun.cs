using Samverkan.Model;
using Samverkan.Model.ServiceUsers;

namespace Samverkan.Runs.Execution;

/// <summary>
/// One run of one world, a month at a time: what those who watch a run need to know of whatever executes it.
/// </summary>
public interface IRun
{
    /// <summary>The month that <see cref="Advance"/> will simulate next.</summary>
    Month Next { get; }

    bool Finished { get; }

    /// <summary>Lives a month. A run in this process has done so when this returns; one elsewhere is waited for.</summary>
    /// <exception cref="InvalidOperationException">The run is finished.</exception>
    ValueTask<MonthResult> Advance(CancellationToken cancel = default);

    /// <summary>The state of every actor as (actor, field, value), in a fixed order.</summary>
    ValueTask<IEnumerable<(string Actor, string Field, string Value)>> DescribeState();

    /// <summary>Every person of the target population as it stands after the last month, with the actor that keeps it.</summary>
    ValueTask<IEnumerable<KeptPerson>> Persons();

    /// <summary>
    /// Every person after the last month, and what happened to persons in it: crises and what became of them, and who left whom
    /// and why.
    /// </summary>
    ValueTask<(IEnumerable<KeptPerson> Persons, IEnumerable<PersonEvent> Events)> PersonsAndEvents();
}

/// <summary>A run from which another can branch off.</summary>
public interface IBranchingRun : IRun
{
    /// <summary>A run that has lived the same months so far and goes on under another blueprint. It may be taken on by another
    /// thread.</summary>
    IRun Branch(Blueprint other);
}

/// <summary>Makes a run, which begins with its first month. The same arguments must give the same bits, wherever it
/// runs.</summary>
public delegate IRun StartRun(Blueprint blueprint, ulong seed, int replication, Detail detail);

/// <summary>A run in this process: on the calling thread, and on all cores where a world has many municipalities.</summary>
public sealed class InProcessRun(Simulation simulation) : IBranchingRun
{
    // Below, more time is spent on handing municipalities out than is won.
    private const int Many = 20;

    /// <summary>A run from its first month on; with a lived past, from the end of the replication's history.</summary>
    public static IRun Start(Blueprint blueprint, ulong seed, int replication, Detail detail)
    {
        TakeAll? takeAll = blueprint.Counties.Sum(county => county.Municipalities.Length) < Many ? null : SideBySide;
        if (!blueprint.HasPast) return new InProcessRun(new Simulation(blueprint, seed, replication, detail, takeAll));
        var history = LivedPast.HistoryOf(blueprint, seed, replication);
        var state = LivedPast.Of(blueprint, seed).StateOf(history);
        return new InProcessRun(Simulation.Resume(blueprint, seed, history, detail, state, takeAll));
    }

    private static void SideBySide(int count, Action<int> month) => Parallel.For(0, count, month);

    public Month Next => simulation.Next;

    public bool Finished => simulation.Finished;

    public ValueTask<MonthResult> Advance(CancellationToken cancel = default) => new(simulation.Advance());

    public IRun Branch(Blueprint other) => new InProcessRun(simulation.Branch(other));

    public ValueTask<IEnumerable<(string Actor, string Field, string Value)>> DescribeState() => new(simulation.DescribeState());

    public ValueTask<IEnumerable<KeptPerson>> Persons() => new(simulation.Persons());

    public ValueTask<(IEnumerable<KeptPerson> Persons, IEnumerable<PersonEvent> Events)> PersonsAndEvents() =>
        new((simulation.Persons(), simulation.PersonEvents()));
}
