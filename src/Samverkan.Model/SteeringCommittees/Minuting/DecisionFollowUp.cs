using Samverkan.Model.Needs;

namespace Samverkan.Model.SteeringCommittees.Minuting;

/// <summary>A decision whose execution and effect are still to be reported.</summary>
/// <param name="Decided">When it was decided.</param>
/// <param name="From">When it binds.</param>
/// <param name="Before">What it is measured by, when it was decided; null: by nothing.</param>
internal sealed record FollowedDecision(Proposal Proposal, Month Decided, Month From, Yardstick? Yardstick, int Before,
    bool CarriedOut = false);

/// <summary>
/// Follows decisions to what came of them: that they have been carried out, and, a year later, what has changed where they were
/// to work.
/// </summary>
internal sealed class DecisionFollowUp
{
    // After so many months the effect is looked at: a decision's services have then lived through a year.
    private const int UntilEffect = 12;

    private const double Hundredths = 100;
    private const double HundredthsOfPercent = 10_000;

    private readonly List<FollowedDecision> followed = [];

    /// <summary>Decisions that are still to be carried out.</summary>
    public int Underway => followed.Count(one => !one.CarriedOut);

    /// <summary>The decision that binds next, among those still to be carried out.</summary>
    public FollowedDecision? Next => followed.Where(one => !one.CarriedOut).OrderBy(one => one.From.Index).FirstOrDefault();

    public void Decided(Decision decision, Brief brief)
    {
        if (decision.Fails || decision.Remedy is Remedy.Review or Remedy.Invite or Remedy.Evaluate or Remedy.TakeOver) return;
        var yardstick = YardstickOf(decision.Proposal);
        followed.Add(new(
            decision.Proposal, brief.Context.Month, decision.From, yardstick, yardstick is { } by
                ? Read(by, decision.Proposal, brief) ?? 0 : 0));
    }

    /// <summary>The cooperation has ended: nothing that was decided will be done.</summary>
    public void Dissolved() => followed.Clear();

    /// <summary>What has been carried out, or can be judged, since last month.</summary>
    public IEnumerable<News> Month(Brief brief)
    {
        var month = brief.Context.Month;
        var news = new List<News>();
        for (var i = 0; i < followed.Count; i++)
        {
            var one = followed[i];
            if (!one.CarriedOut && month > one.From)
            {
                if (one.Proposal.Remedy != Remedy.ReviseAgreement) news.Add(new DecisionCarriedOut(one.Proposal, one.Decided));
                followed[i] = one with { CarriedOut = true };
            }
            else if (month >= one.From + UntilEffect && one.Yardstick is { } yardstick
                && Read(yardstick, one.Proposal, brief) is { } now)
                news.Add(new EffectSeen(one.Proposal, one.Decided, yardstick, one.Before, now));
        }
        followed.RemoveAll(one => month >= one.From + UntilEffect);
        return news;
    }

    private static Yardstick? YardstickOf(Proposal proposal) => proposal switch
    {
        { Remedy: Remedy.JointPlan } => Yardstick.InJointCare,
        { Remedy: Remedy.Include } => Yardstick.UnmetOfGroup,
        { Remedy: Remedy.Capacity } => Yardstick.StrainOfTeam,
        { Remedy: Remedy.Adapt } => Yardstick.ContentMatch,
        { Remedy: Remedy.Train } => Yardstick.Competence,
        { Remedy: Remedy.Streamline } => Yardstick.Deficit,
        { Remedy: Remedy.Role, Element: Cooperation.Element.MobileUnits } => Yardstick.OutOfContact,
        { Remedy: Remedy.Role, Element: Cooperation.Element.EmployerByProfession or Cooperation.Element.CrossSectorPurchase } =>
            Yardstick.VacantPosts,
        { Remedy: Remedy.Role or Remedy.ReviseAgreement } => Yardstick.TeamCooperation,
        _ => null,
    };

    // Null where there is nothing to measure any more.
    private static int? Read(Yardstick yardstick, Proposal proposal, Brief brief) => yardstick switch
    {
        Yardstick.InJointCare => brief.Groups.Sum(group => group.InJointCare),
        Yardstick.UnmetOfGroup =>
            brief.Of(proposal.Group!.Value) is { Persons: > 0 } group ? Whole(Hundredths * group.Unmet / group.Persons) : null,
        Yardstick.ContentMatch => Whole(Hundredths * brief.Of(proposal.Group!.Value).Match),
        Yardstick.Competence => Whole(Hundredths * brief.Of(proposal.Group!.Value).Competence),
        Yardstick.StrainOfTeam => StrainOf(proposal, brief),
        Yardstick.VacantPosts => brief.Teams.Where(team => team.Joint).Sum(team => team.Vacant),
        Yardstick.OutOfContact => brief.Counted.IsEmpty ? null : brief.Counted[(int)Figure.OutOfContact],
        Yardstick.TeamCooperation => Whole(Hundredths * brief.TeamCooperation),
        _ => Whole(HundredthsOfPercent * brief.Stress),
    };

    private static int? StrainOf(Proposal proposal, Brief brief)
    {
        foreach (var team in brief.Teams)
            if (team.Address == proposal.Team)
                return Whole(Hundredths * team.Need);
        return null;
    }

    private static int Whole(double number) => (int)Math.Floor(number + .5);
}
