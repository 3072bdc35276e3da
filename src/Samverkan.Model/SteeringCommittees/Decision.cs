using Samverkan.Model.Cooperation;
using Samverkan.Model.Needs;
using Samverkan.Model.Teams;
using Samverkan.Model.Units;

namespace Samverkan.Model.SteeringCommittees;

/// <summary>What a committee can do about a matter. The order settles ties of urgency.</summary>
public enum Remedy : byte
{
    TakeOver, JointPlan, Streamline, Include, Capacity, Adapt, Train, ReviseAgreement, Review, Role, Invite, Evaluate,
}

/// <summary>
/// Something agreed, with the month from which it binds.
/// </summary>
/// <param name="Group">The group concerned, if one is.</param>
/// <param name="Team">The team concerned, if one is.</param>
/// <param name="Source">The team that gives posts, when capacity is moved.</param>
/// <param name="Posts">Posts concerned, in tenths, both sectors together.</param>
/// <param name="Centres">Centres of a joint plan.</param>
/// <param name="Freshness">How fresh the needs data behind it were, 0 to 1.</param>
/// <param name="Cost">SEK in the first year, both sectors together.</param>
/// <param name="Fails">Whether it will fail in execution.</param>
public sealed record Decision(
    Remedy Remedy,
    Month From,
    TargetGroup? Group = null,
    TeamAddress? Team = null,
    TeamAddress? Source = null,
    UnitKind? UnitKind = null,
    Element? Element = null,
    int Posts = 0,
    int Centres = 0,
    double Freshness = 1,
    long Cost = 0,
    bool Fails = false);
