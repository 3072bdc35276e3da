using System.Collections.Immutable;

namespace Samverkan.Model.SteeringCommittees;

/// <summary>What became of an item on the agenda.</summary>
public enum Outcome { Agreed, NotAgreed, Deferred, Noted, Lapsed }

/// <summary>One item as the minutes record it.</summary>
/// <param name="Matter">What was before the committee, in a sentence.</param>
/// <param name="Urgency">Expected unmet needs averted a month, out of what the committee knew.</param>
/// <param name="Decision">What was decided, or why not, in a sentence.</param>
public sealed record MinutedItem(string Matter, double Urgency, Outcome Outcome, string Decision);

/// <summary>
/// The minutes of one meeting: who was there, what they saw and how old it was, the items in order of urgency, what was
/// decided and what was put off.
/// </summary>
/// <param name="Municipality">Code of the municipality whose committee met.</param>
/// <param name="Number">Meetings since the committee's start; the first is 1.</param>
/// <param name="Day">Day of the month.</param>
/// <param name="Present">Who came, such as "county 2", "stakeholder associations 2".</param>
/// <param name="Seen">The data before the meeting and its age.</param>
/// <param name="Notes">What was reported without a decision: resignations, shocks, what lapsed.</param>
public sealed record Minutes(
    string Municipality,
    int Number,
    Month Month,
    int Day,
    ImmutableArray<string> Present,
    ImmutableArray<string> Seen,
    ImmutableArray<MinutedItem> Items,
    ImmutableArray<string> Notes);
