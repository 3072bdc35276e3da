namespace Samverkan.Model.SteeringCommittees.Minuting;

/// <summary>What was decided earlier has been carried out.</summary>
/// <param name="Decided">When it was decided.</param>
public sealed record DecisionCarriedOut(Proposal Proposal, Month Decided) : News
{
    public override string Topic => $"{nameof(DecisionCarriedOut)}.{Proposal.Subject}";
}

/// <summary>What the effect of a decision is measured by.</summary>
public enum Yardstick : byte
{
    /// <summary>Persons in joint care.</summary>
    InJointCare,
    /// <summary>Unmet needs of each person of the group, in hundredths.</summary>
    UnmetOfGroup,
    /// <summary>Hours needed over hours at hand in the team, in hundredths.</summary>
    StrainOfTeam,
    /// <summary>How well content fits the group's needs, in hundredths.</summary>
    ContentMatch,
    /// <summary>Knowledge about the group, in hundredths.</summary>
    Competence,
    /// <summary>Posts in joint teams that are vacant, in tenths.</summary>
    VacantPosts,
    /// <summary>Persons out of contact for two years or longer.</summary>
    OutOfContact,
    /// <summary>Cooperation within joint teams, in hundredths.</summary>
    TeamCooperation,
    /// <summary>The deeper deficit of the two, as hundredths of a per cent of the frame.</summary>
    Deficit,
}

/// <summary>A year after a decision took effect: what has changed where it was to work.</summary>
/// <param name="Decided">When it was decided.</param>
/// <param name="Before">The figure when it was decided.</param>
/// <param name="Now">The figure today.</param>
public sealed record EffectSeen(Proposal Proposal, Month Decided, Yardstick Yardstick, int Before, int Now) : News
{
    public override string Topic => $"{nameof(EffectSeen)}.{Proposal.Subject}";
}
