using System.Collections.Immutable;
using Samverkan.Model;
using Samverkan.Model.Indicators;

namespace Samverkan.Grains.Driving;

/// <summary>How a run stands.</summary>
public enum RunState : byte
{
    /// <summary>Lives its months.</summary>
    Running,

    /// <summary>Has lived its last month.</summary>
    Done,

    /// <summary>Was given up; it can be told to go on.</summary>
    Failed,

    /// <summary>Was told to end.</summary>
    Stopped,

    /// <summary>Stands still before a month until it is told to go on.</summary>
    Paused,

    /// <summary>Waits for storage that does not answer or takes nothing, and goes on by itself.</summary>
    Waiting,
}

/// <summary>All that is known of a run but its results.</summary>
/// <param name="Id">Also the name of its output folder.</param>
/// <param name="Title">Of its scenario.</param>
/// <param name="Next">The reported month that comes next.</param>
/// <param name="From">The first month that is reported.</param>
/// <param name="To">The last month.</param>
/// <param name="Attempt">1, and one more for every time that the run went on from a checkpoint under new keys.</param>
/// <param name="Failures">How often it went back to a checkpoint because something failed.</param>
/// <param name="MonthsReplayed">Months that were simulated again after a failure.</param>
/// <param name="Error">The last error, if there was one.</param>
/// <param name="Pace">Months per second at most; null: as fast as it can.</param>
/// <param name="MonthsPerSecond">As measured over the last months; null before there are any.</param>
/// <param name="Interventions">What was changed while it went on, each as a scenario file has it, in braces.</param>
/// <param name="Events">The same of events.</param>
/// <param name="ForkedFrom">Id of the run that it branched off from, if it did.</param>
/// <param name="Command">What makes the run again from a command line; null if nobody said.</param>
/// <param name="Traffic">What the reported months cost in messages, since the run came to its silo.</param>
public sealed record RunStanding(
    string Id, string Title, RunState State, Month Next, Month From, Month To, int Attempt, int Failures, int MonthsReplayed,
    string? Error,
    double? Pace, double? MonthsPerSecond, Granularity Granularity, ulong Seed, int Replication,
    ImmutableArray<string> Interventions, ImmutableArray<string> Events, string? ForkedFrom, string? Command, Traffic Traffic)
{
    /// <summary>What it takes of storage, in bytes.</summary>
    public long Bytes { get; init; }

    /// <summary>When it ended, in seconds since 1970; 0: it has not.</summary>
    public long EndedAt { get; init; }

    /// <summary>Whether it will never move again.</summary>
    public bool HasEnded => State is RunState.Done or RunState.Failed or RunState.Stopped;

    /// <summary>Whether it is made from more than its scenario says, so that <see cref="Command"/> alone does not make it
    /// again.</summary>
    public bool IsChanged => Interventions.Length + Events.Length > 0;

    /// <summary>Share of the reported months that are done, 0 to 1.</summary>
    public double Share => Math.Clamp((Next - From) / (double)(To - From + 1), 0, 1);

    /// <summary>Time left at the speed of the last months; null where nothing can be said.</summary>
    public TimeSpan? Left =>
        State == RunState.Running && MonthsPerSecond is { } speed ? TimeSpan.FromSeconds((To - Next + 1) / speed) : null;
}

/// <summary>What reported months cost in messages between grains.</summary>
/// <param name="Messages">Questions that were answered, each with its answer.</param>
/// <param name="MunicipalityMonths">Months lived, times municipalities.</param>
/// <param name="ServiceMonths">Months of persons in service.</param>
public sealed record Traffic(long Messages, long MunicipalityMonths, double ServiceMonths)
{
    /// <summary>Per person in service and month.</summary>
    public double PerServiceMonth => ServiceMonths > 0 ? Messages / ServiceMonths : 0;

    /// <summary>Per municipality and month.</summary>
    public double PerMunicipalityMonth => MunicipalityMonths > 0 ? (double)Messages / MunicipalityMonths : 0;

    internal Traffic And(MonthResult month) => this with
    {
        MunicipalityMonths = MunicipalityMonths + month.Hashes.Count,
        ServiceMonths = ServiceMonths + month.Observations.Where(one =>
            one.Group is null && one.Indicator == IndicatorCatalogue.InService && one.Actor.Kind == ActorKind.Municipality)
            .Sum(one => one.Value),
    };
}

/// <summary>What a reader of a run's results gets: the months that it asked for, as far as there are any, and how the run
/// stands.</summary>
public sealed record RunProgress(ImmutableArray<MonthResult> Months, RunStanding Run);
