using Samverkan.Model.Economy;
using Samverkan.Model.Policies;

namespace Samverkan.Model.SteeringCommittees.Minuting;

/// <summary>In which capacity somebody speaks at a meeting.</summary>
public enum SpeakerRole : byte
{
    /// <summary>A head of one of the two organisations.</summary>
    CoreMember,
    /// <summary>Somebody who drives the cooperation, among the heads and the project managers.</summary>
    Champion,
    ProjectManager,
    /// <summary>Associations of users and relatives.</summary>
    Associations,
    /// <summary>Who leads a joint service.</summary>
    ServiceLeader,
}

/// <summary>Who raises a matter.</summary>
/// <param name="Side">The sector that the person comes from, where it is one.</param>
/// <param name="Service">The team for which a service's leader speaks.</param>
public readonly record struct Speaker(SpeakerRole Role, Sector? Side = null, TeamPlace? Service = null);

/// <summary>Why members do not agree to a proposal, or not gladly.</summary>
public enum Objection : byte
{
    /// <summary>It costs too much for what there is.</summary>
    Cost,
    /// <summary>They do not rely on the other organisation.</summary>
    Distrust,
    /// <summary>They see the matter differently.</summary>
    NoSharedView,
    /// <summary>What is known of needs is too old.</summary>
    OldData,
    /// <summary>Their own staff resist it.</summary>
    Resistance,
    /// <summary>There are too many at the table to settle it.</summary>
    TooMany,
    /// <summary>They cannot pay for what the other gives up.</summary>
    CannotPay,
}

/// <summary>Who objected to a proposal, and why.</summary>
/// <param name="By">The side; null: members of both.</param>
public sealed record Dissent(Side? By, Objection Reason);

/// <summary>What became of a matter when it was last before the committee.</summary>
/// <param name="Month">When that was.</param>
/// <param name="Outcome">What became of it then.</param>
/// <param name="Refusals">How often it found no consensus since it was last agreed.</param>
public sealed record EarlierDecision(Month Month, Outcome Outcome, int Refusals);
