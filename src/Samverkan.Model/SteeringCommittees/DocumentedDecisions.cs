using Samverkan.Model.Cooperation;
using Samverkan.Model.Economy;
using Samverkan.Model.Needs;
using Samverkan.Model.Parameters;
using Samverkan.Model.Policies;
using Samverkan.Model.Units;

namespace Samverkan.Model.SteeringCommittees;

/// <summary>
/// Decisions whose dates a scenario gives, as <c>history</c> does: the dates of what was done are forced, not the
/// outcomes. What cannot be paid, or comes when there is nothing to do it in, lapses. Where
/// <c>committee.decidesStructure</c> is off, the committee raises no change of structure itself; its daily matters -
/// training, content, capacity, deficits - it does.
/// </summary>
internal static class DocumentedDecisions
{
    /// <summary>The changes of structure, one bit per remedy: what the documented history dates.</summary>
    public const uint Structural = 1u << (int)Remedy.JointPlan | 1u << (int)Remedy.Include | 1u << (int)Remedy.ReviseAgreement
        | 1u << (int)Remedy.Review | 1u << (int)Remedy.Role | 1u << (int)Remedy.Invite | 1u << (int)Remedy.Evaluate;

    public static IEnumerable<Decision> Of(Blueprint blueprint, Brief brief, ParameterSet p, Func<ModelEvent, bool> concerns)
    {
        var month = brief.Context.Month;
        return blueprint.Events.Where(e => e.At == month && concerns(e))
            .SelectMany(e => Proposals(e.What, brief, p).Select(proposal => new Decision(proposal, month + 1)));
    }

    /// <summary>Why a decision cannot be carried out, or null if it can.</summary>
    public static LapseReason? Lapses(Proposal proposal, Brief brief, ParameterSet p)
    {
        if (proposal.Element is { } element && !p.Element.Allows(element)) return LapseReason.ElementForbidden;
        if (!NeedsNoJointService(proposal) && brief.JointUnits == 0 && !brief.PlanStands) return LapseReason.NoJointService;
        if (proposal is { Remedy: Remedy.Include, Group: { } group, UnitKind: null } && brief.Included.Has(group))
            return LapseReason.AlreadyIncluded;
        // A documented service was afforded somehow; it lapses only where money is truly short.
        return proposal.Cost > 0 && brief.Stress > p.Funding.LapseStress ? LapseReason.NoMoney : null;
    }

    /// <summary>Why a dated decision was a matter: what the committee would have seen, had it raised it itself.</summary>
    public static Occasion OccasionFor(Proposal proposal, MeetingTable table) => proposal switch
    {
        { Remedy: Remedy.Include, Group: { } group } => new GroupLeftOut(table.Known((int)group)),
        { Remedy: Remedy.Adapt } => new ContentDrifts(),
        { Remedy: Remedy.Train } => new KnowledgeLacking(),
        { Remedy: Remedy.Review } => new ReviewDue(table.Knowledge.Reviewed),
        { Remedy: Remedy.ReviseAgreement } => AgendaOfOrder.WhyRevise(table),
        { Remedy: Remedy.Streamline } => Deficit(table.Brief),
        { Remedy: Remedy.Role, Element: { } element } => new RoleWanted(AgendaOfContent.UsualReason(element)),
        { Remedy: Remedy.Invite } => new ServicesUnseated(Math.Max(1, table.Unseated)),
        { Remedy: Remedy.Evaluate } => new EvaluationDue(table.EvaluationAge),
        _ => new ServicesPlanApart(),
    };

    private static DeficitBrought Deficit(Brief brief) => brief.County.Stress >= brief.Municipality.Stress
        ? new(Sector.County, brief.County.Stress) : new(Sector.Municipality, brief.Municipality.Stress);

    // Separate services can have coordinators, case managers and plans of their own.
    private static bool NeedsNoJointService(Proposal proposal) =>
        proposal.Remedy is Remedy.JointPlan or Remedy.Review or Remedy.Invite
        || proposal.Element is Element.Coordinators or Element.CaseManagers or Element.MultiCaseManagers
            or Element.IndividualPlans
            or Element.SharedRoutines or Element.SharedNeedsData;

    private static IEnumerable<Proposal> Proposals(Happening what, Brief brief, ParameterSet p) => what switch
    {
        FirstPlan plan => [JointPlan(plan.Centres, p)],
        UnitOpening opening => [Inclusion(opening.Group, opening.Unit, brief, p)],
        GroupInclusion inclusion => [Inclusion(inclusion.Group, null, brief, p)],
        TrainingYear training => ForEach(training.Group, Remedy.Train, brief),
        ContentAdaptation adaptation => ForEach(adaptation.Group, Remedy.Adapt, brief),
        NeedsReview => [new() { Remedy = Remedy.Review }],
        AgreementRevision => [new() { Remedy = Remedy.ReviseAgreement, Element = Element.IntegrationAgreement }],
        Streamlining => [new() { Remedy = Remedy.Streamline }],
        ElementIntroduction introduction => [new() { Remedy = Remedy.Role, Element = introduction.Element }],
        MembersJoining joining =>
            Enumerable.Range(0, Math.Max(1, joining.Members)).Select(_ => new Proposal { Remedy = Remedy.Invite }),
        CooperationEvaluation evaluation => [Evaluation(evaluation.Evaluation ?? Element.InternalEvaluation, p)],
        _ => [],
    };

    private static Proposal JointPlan(int centres, ParameterSet p) => new()
    {
        Remedy = Remedy.JointPlan,
        Centres = centres,
        UnitKind = UnitKind.Centre,
        Cost = centres * NewService.FirstYearCost(p, p.Services.NewPosts, true),
    };

    private static Proposal Inclusion(TargetGroup group, UnitKind? unit, Brief brief, ParameterSet p)
    {
        var posts = NewService.Posts(p, brief.Of(group).InService + brief.Of(group).Waiting);
        return new()
        {
            Remedy = Remedy.Include,
            Group = group,
            UnitKind = unit,
            Posts = (int)(10 * posts),
            Cost = NewService.FirstYearCost(p, posts, unit is not null),
        };
    }

    private static IEnumerable<Proposal> ForEach(TargetGroup? only, Remedy remedy, Brief brief) =>
        Enumerable.Range(0, TargetGroups.Count)
        .Where(group => only is { } one ? group == (int)one : brief.Included.Has(group))
        .Select(group => new Proposal { Remedy = remedy, Group = (TargetGroup)group });

    private static Proposal Evaluation(Element evaluation, ParameterSet p) => new()
    {
        Remedy = Remedy.Evaluate,
        Element = evaluation,
        Cost = evaluation == Element.ExternalEvaluation ? (long)p.Prices.Evaluation : 0,
    };
}
