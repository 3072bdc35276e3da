using System.Collections.Immutable;
using Samverkan.Model.SteeringCommittees.Minuting;

namespace Samverkan.Model.SteeringCommittees;

/// <summary>What became of an item on the agenda.</summary>
public enum Outcome : byte { Agreed, NotAgreed, Deferred }

/// <summary>Why an item was put off.</summary>
public enum Deferral : byte { NoTime, NoMoney, NoQuorum }

/// <summary>One item as the minutes record it.</summary>
/// <param name="Item">What was before the committee, with the figures that it saw.</param>
/// <param name="From">The month from which the decision binds; null: it was not agreed, or done at once.</param>
/// <param name="Reason">Why it was deferred, if it was.</param>
public sealed record MinutedItem(AgendaItem Item, Outcome Outcome, Month? From = null, Deferral? Reason = null)
{
    public Proposal Proposal => Item.Proposal;

    /// <summary>Who objected, and why, where it was not agreed or agreed with a reservation; null: nobody.</summary>
    public Dissent? Dissent { get; init; }

    /// <summary>What became of the matter when it was last before the committee; null: it is new.</summary>
    public EarlierDecision? Before { get; init; }

    /// <summary>The month in which the heads agreed on it outside a meeting, where a scenario gives the date; null
    /// otherwise.</summary>
    public Month? AgreedOutside { get; init; }
}

/// <summary>Whom members of a committee speak for.</summary>
public enum Side : byte { County, Municipality, StakeholderAssociations, InvitedServices }

/// <summary>How many members of a side came to a meeting.</summary>
public readonly record struct Attendance(Side Side, int Members);

/// <summary>The data before a meeting.</summary>
/// <param name="Review">Month of the last needs review; null before the first.</param>
/// <param name="Economy">Month of the economy report.</param>
/// <param name="CountyStress">Deficit of twelve months as share of the county's frame; negative: surplus.</param>
/// <param name="MunicipalityStress">Likewise for the municipality.</param>
public sealed record DataSeen(Month? Review, Month Economy, double CountyStress, double MunicipalityStress);

/// <summary>
/// The minutes of one meeting as data: who was there, what they saw and how old it was, the items in order of urgency, what
/// was decided and what was put off. They hold no sentences; those are made where somebody reads them.
/// </summary>
public sealed record Minutes
{
    /// <summary>Code of the municipality whose committee met.</summary>
    public required string Municipality { get; init; }

    /// <summary>Meetings since the committee's start; the first is 1.</summary>
    public required int Number { get; init; }

    public required Month Month { get; init; }

    /// <summary>Day of the month.</summary>
    public required int Day { get; init; }

    /// <summary>Who came.</summary>
    public required ImmutableArray<Attendance> Present { get; init; }

    public required DataSeen Seen { get; init; }

    public required ImmutableArray<MinutedItem> Items { get; init; }

    /// <summary>What was reported without a decision: resignations, shocks, what lapsed.</summary>
    public required ImmutableArray<News> Notes { get; init; }
}
