using Samverkan.Model.Cooperation;
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
        foreach (var e in blueprint.Events)
            if (e.At == month && RemedyOf(e) is { } remedy && concerns(e))
                foreach (var decision in Decisions(e, remedy, brief, p))
                    yield return decision;
    }

    /// <summary>Why a decision cannot be carried out, or null if it can.</summary>
    public static LapseReason? Lapses(Proposal proposal, Brief brief, ParameterSet p)
    {
        if (proposal.Element is { } element && !p.Element.Allows(element)) return LapseReason.ElementForbidden;
        if (!NeedsNoJointService(proposal) && brief.JointUnits == 0 && !brief.PlanStands) return LapseReason.NoJointService;
        if (proposal is { Remedy: Remedy.Include, Group: { } group, UnitKind: null } && (brief.Included >> (int)group & 1) != 0)
            return LapseReason.AlreadyIncluded;
        // A documented service was afforded somehow; it lapses only where money is truly short.
        return proposal.Cost > 0 && brief.Stress > 2 * p.Funding.CloseStress ? LapseReason.NoMoney : null;
    }

    // Separate services can have coordinators, case managers and plans of their own.
    private static bool NeedsNoJointService(Proposal proposal) => proposal.Remedy is Remedy.JointPlan or Remedy.Review or Remedy.Invite
        || proposal.Element is Element.Coordinators or Element.CaseManagers or Element.MultiCaseManagers or Element.IndividualPlans
            or Element.SharedRoutines or Element.SharedNeedsData;

    private static Remedy? RemedyOf(ModelEvent e) => e.Kind switch
    {
        EventKind.OpenUnit when e.Group is null && e.UnitKind == UnitKind.Centre.Id() => Remedy.JointPlan,
        EventKind.OpenUnit or EventKind.IncludeGroup => Remedy.Include,
        EventKind.Train => Remedy.Train,
        EventKind.ReviewNeeds => Remedy.Review,
        EventKind.AdaptContent => Remedy.Adapt,
        EventKind.ReviseAgreement => Remedy.ReviseAgreement,
        EventKind.Streamline => Remedy.Streamline,
        EventKind.IntroduceElement => Remedy.Role,
        EventKind.InviteMembers => Remedy.Invite,
        EventKind.Evaluate => Remedy.Evaluate,
        _ => null,
    };

    private static IEnumerable<Decision> Decisions(ModelEvent e, Remedy remedy, Brief brief, ParameterSet p)
    {
        var from = e.At + 1;
        TargetGroup? group = e.Group is null ? null : (TargetGroup)TargetGroups.Ids.ToList().IndexOf(e.Group);
        Element? element = e.Element is null ? null : (Element)Elements.Ids.ToList().IndexOf(e.Element);
        switch (remedy)
        {
            case Remedy.JointPlan:
                var centres = Math.Max(1, (int)e.Amount);
                var cost = centres * NewService.FirstYearCost(p, p.Services.NewPosts, true);
                yield return new(new() { Remedy = remedy, Centres = centres, UnitKind = UnitKind.Centre, Cost = cost }, from);
                break;
            case Remedy.Include:
                var persons = group is { } g ? brief.Of(g).InService + brief.Of(g).Waiting : 0;
                var posts = NewService.Posts(p, persons);
                UnitKind? kind = e.UnitKind is null ? null : (UnitKind)UnitKinds.Ids.ToList().IndexOf(e.UnitKind);
                var inclusion = new Proposal
                {
                    Remedy = remedy,
                    Group = group,
                    UnitKind = kind,
                    Posts = (int)(10 * posts),
                    Cost = NewService.FirstYearCost(p, posts, kind is not null),
                };
                yield return new(inclusion, from);
                break;
            case Remedy.Train or Remedy.Adapt:
                for (var each = 0; each < TargetGroups.Count; each++)
                    if (group is { } one ? each == (int)one : (brief.Included >> each & 1) != 0)
                        yield return new(new() { Remedy = remedy, Group = (TargetGroup)each }, from);
                break;
            case Remedy.Invite:
                for (var seat = 0; seat < Math.Max(1, (int)e.Amount); seat++)
                    yield return new(new() { Remedy = remedy }, from);
                break;
            case Remedy.Evaluate:
                var external = e.Element == Element.ExternalEvaluation.Id();
                var evaluation = external ? Element.ExternalEvaluation : Element.InternalEvaluation;
                yield return new(new() { Remedy = remedy, Element = evaluation, Cost = external ? (long)p.Cost.Evaluation : 0 }, from);
                break;
            default:
                Element? introduced = element ?? (remedy == Remedy.ReviseAgreement ? Element.IntegrationAgreement : null);
                yield return new(new() { Remedy = remedy, Group = group, Element = introduced }, from);
                break;
        }
    }
}
