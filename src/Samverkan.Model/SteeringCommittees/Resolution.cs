using System.Collections.Immutable;
using Samverkan.Model.Cooperation;

namespace Samverkan.Model.SteeringCommittees;

/// <summary>How the committee closes its month: a message up, to its municipality.</summary>
public sealed record Resolution
{
    public required CooperationState CooperationState { get; init; }

    /// <summary>What was agreed; each binds from its own month.</summary>
    public required ImmutableArray<Decision> Decisions { get; init; }

    public required ImmutableArray<Minutes> Minutes { get; init; }
    public required int Members { get; init; }

    /// <summary>Meetings held.</summary>
    public required int Meetings { get; init; }

    /// <summary>Meetings a year by the present schedule.</summary>
    public required double PlannedMeetings { get; init; }

    public required int Agreed { get; init; }
    public required int Deferred { get; init; }

    /// <summary>Months from first listing to decision, summed over items agreed.</summary>
    public required int LagMonths { get; init; }

    /// <summary>Whether the agreement was written or revised.</summary>
    public required bool Revised { get; init; }

    public required bool Dissolves { get; init; }

    /// <summary>Hours that members spent, all together.</summary>
    public required double MemberHours { get; init; }

    /// <summary>SEK spent by the committee itself: reviews and evaluations.</summary>
    public required long Cost { get; init; }

    /// <summary>State of the committee after the month.</summary>
    public required ulong Hash { get; init; }
}
