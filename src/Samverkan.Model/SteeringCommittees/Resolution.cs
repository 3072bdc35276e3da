using System.Collections.Immutable;
using Samverkan.Model.Cooperation;

namespace Samverkan.Model.SteeringCommittees;

/// <summary>How the committee closes its month: a message up, to its municipality.</summary>
/// <param name="Decisions">What was agreed; each binds from its own month.</param>
/// <param name="Meetings">Meetings held.</param>
/// <param name="PlannedMeetings">Meetings a year by the present schedule.</param>
/// <param name="LagMonths">Months from first listing to decision, summed over items agreed.</param>
/// <param name="Revised">Whether the agreement was written or revised.</param>
/// <param name="MemberHours">Hours that members spent, all together.</param>
/// <param name="Cost">SEK spent by the committee itself: reviews and evaluations.</param>
/// <param name="Hash">State of the committee after the month.</param>
public sealed record Resolution(
    CooperationState CooperationState,
    ImmutableArray<Decision> Decisions,
    ImmutableArray<Minutes> Minutes,
    int Members,
    int Meetings,
    double PlannedMeetings,
    int Agreed,
    int Deferred,
    int LagMonths,
    bool Revised,
    bool Dissolves,
    double MemberHours,
    long Cost,
    ulong Hash);
