using Samverkan.Model.Cooperation;
using Samverkan.Model.Economy;
using Samverkan.Model.Needs;
using Samverkan.Model.Policies;
using Samverkan.Model.Teams;
using Samverkan.Model.Units;

namespace Samverkan.Model.SteeringCommittees;

/// <summary>What a committee can do about a matter. The order settles ties of urgency.</summary>
public enum Remedy : byte
{
    TakeOver, JointPlan, Streamline, Include, Capacity, Adapt, Train, ReviseAgreement, Review, Role, Invite, Evaluate,
}

/// <summary>A remedy and its subject: what would be done, to whom, and at what cost.</summary>
public sealed record Proposal
{
    public required Remedy Remedy { get; init; }

    /// <summary>The group concerned, if one is.</summary>
    public TargetGroup? Group { get; init; }

    /// <summary>The team concerned, if one is.</summary>
    public TeamAddress? Team { get; init; }

    /// <summary>The team that gives posts, when capacity is moved.</summary>
    public TeamPlace? Source { get; init; }

    /// <summary>The kind of unit that opens, or to which the team concerned belongs.</summary>
    public UnitKind? UnitKind { get; init; }

    public Element? Element { get; init; }

    /// <summary>The sector that acts, when one acts alone.</summary>
    public Sector? Sector { get; init; }

    /// <summary>Posts concerned, in tenths, both sectors together.</summary>
    public int Posts { get; init; }

    /// <summary>Centres of a joint plan.</summary>
    public int Centres { get; init; }

    /// <summary>SEK in the first year, both sectors together.</summary>
    public long Cost { get; init; }

    /// <summary>Whether an agreement by word of mouth is put in writing.</summary>
    public bool InWriting { get; init; }

    /// <summary>Whether training is paid from what streamlining saved.</summary>
    public bool FromSavings { get; init; }

    /// <summary>What would be done, as fine as sentences tell it apart.</summary>
    public string Subject => Remedy switch
    {
        Remedy.Include => UnitKind is null ? "IncludeInCentres" : "OpenUnit",
        Remedy.Capacity => Source is null ? "NewPosts" : "MovePosts",
        _ => Remedy.ToString(),
    };
}
