using Samverkan.Model.Cooperation;
using Samverkan.Model.Needs;

namespace Samverkan.Model.SteeringCommittees;

/// <summary>Matters of what services do: adapting, training, roles and routines, needs reviews, evaluations.</summary>
internal static class AgendaOfContent
{
    // Roles and routines in the order in which each presupposes the one before.
    private static readonly Element[] Ladder =
    [
        Element.IndividualPlans, Element.SharedRoutines, Element.SharedNeedsData, Element.CaseManagers,
        Element.EmployerByProfession,
        Element.CrossSectorPurchase, Element.MobileUnits, Element.MultiCaseManagers,
    ];

    public static IEnumerable<AgendaItem> Items(MeetingTable table) =>
        table.Brief.JointUnits == 0
            ? new[] { Review(table) }.OfType<AgendaItem>()
            : new[] { Adapting(table), Training(table), Role(table), Review(table), Evaluation(table) }.OfType<AgendaItem>();

    internal static AgendaItem? Adapting(MeetingTable table)
    {
        var (best, worth) = (-1, 0.0);
        for (var g = 0; g < TargetGroups.Count; g++)
        {
            if (!table.Brief.Included.Has(g) || table.IsUnderway(Remedy.Adapt, (TargetGroup)g)) continue;
            var averts = table.KnownInJointCare(g) * (1 - table.Brief.Groups[g].Match) * table.P.Agenda.Adapting
                * table.Freshness;
            if (averts > worth) (best, worth) = (g, averts);
        }
        if (best < 0) return null;
        var group = (TargetGroup)best;
        return new(new() { Remedy = Remedy.Adapt, Group = group }, new ContentDrifts(), worth);
    }

    internal static AgendaItem? Training(MeetingTable table)
    {
        var (brief, p) = (table.Brief, table.P);
        if (!p.Element.Allows(Element.JointTraining)) return null;
        var (best, worth) = (-1, 0.0);
        for (var g = 0; g < TargetGroups.Count; g++)
        {
            if (!brief.Included.Has(g) || brief.InTraining.Has(g)
                || table.IsUnderway(Remedy.Train, (TargetGroup)g)) continue;
            var averts = table.KnownInJointCare(g) * Math.Max(0, p.Agenda.TrainingGoal - brief.Groups[g].Competence)
                * p.Agenda.Training;
            if (averts > worth) (best, worth) = (g, averts);
        }
        if (best < 0) return null;
        var group = (TargetGroup)best;
        var cost = (long)(p.Prices.Training * brief.Of(group).JointPosts / 10.0);
        var paid = brief.TrainingPot >= cost;
        // A sector in deficit does not pay for courses; what was set aside for them is another matter.
        var affordable = paid || brief.Stress <= p.Funding.Tolerance;
        return new(
            new() { Remedy = Remedy.Train, Group = group, Cost = paid ? 0 : cost, FromSavings = paid },
            new KnowledgeLacking(), worth * (paid ? p.Agenda.PaidTraining : 1), affordable);
    }

    private static AgendaItem? Role(MeetingTable table)
    {
        var (brief, p) = (table.Brief, table.P);
        if (table.IsUnderway(Remedy.Role)) return null;
        foreach (var element in Ladder)
        {
            if (brief.Structure.Has(element) || !p.Element.Allows(element) || Occasion(element, table) is not { } occasion)
                continue;
            var known = element == Element.MultiCaseManagers ? table.KnownIncluded() * brief.ComplexShare : table.KnownIncluded();
            return new(
                new() { Remedy = Remedy.Role, Element = element }, new RoleWanted(occasion.Reason),
                p.Agenda.Roles * p.Agenda.RoleWeight[(int)element] * known * occasion.Factor);
        }
        return null;
    }

    // What makes a role or routine worth discussing now; null: nothing yet.
    private static (RoleReason Reason, double Factor)? Occasion(Element element, MeetingTable table)
    {
        var (brief, p) = (table.Brief, table.P);
        var groups = brief.Included.Count;
        switch (element)
        {
            case Element.IndividualPlans: return (RoleReason.PlannedTwice, 1);
            case Element.SharedRoutines: return (RoleReason.SeparateGuidelines, 1);
            case Element.SharedNeedsData:
                return p.Nation.SharedRegisterPermitted >= .5 ? (RoleReason.RegisterPermitted, 1) : null;
            case Element.CaseManagers:
                if (!brief.Structure.Has(Element.Coordinators)
                    || groups < p.Agenda.GroupsForCaseManagers && p.Nation.CaseManagerGuideline < .5) return null;
                return p.Nation.CaseManagerGuideline >= .5 ? (RoleReason.NationalGuideline, p.Agenda.GuidelineWeight)
                    : (RoleReason.NeedsBeyondTraining, 1);
            case Element.EmployerByProfession:
                double posts = 0, vacant = 0;
                foreach (var team in brief.Teams)
                    if (team.Joint)
                        (posts, vacant) = (posts + team.Posts, vacant + team.Vacant);
                return posts > 0 && vacant / posts > p.Agenda.VacancyForEmployerRule ? (RoleReason.PostsVacant, 1) : null;
            case Element.CrossSectorPurchase:
                return brief.County.Freezes || brief.Municipality.Freezes
                    || Math.Max(brief.County.Stress, brief.Municipality.Stress) > p.Funding.NoRefill
                    ? (RoleReason.PostsUnfilled, 1) : null;
            case Element.MobileUnits:
                return groups >= p.Agenda.GroupsForMobileUnits ? (RoleReason.OutOfContact, 1) : null;
            case Element.MultiCaseManagers:
                return brief.Structure.Has(Element.CaseManagers) && groups >= p.Agenda.GroupsForMultiCaseManagers
                    ? (RoleReason.TooComplex, 1) : null;
            default: return null;
        }
    }

    /// <summary>What usually makes a role or routine a matter.</summary>
    internal static RoleReason UsualReason(Element element) => element switch
    {
        Element.SharedRoutines => RoleReason.SeparateGuidelines,
        Element.SharedNeedsData => RoleReason.RegisterPermitted,
        Element.CaseManagers => RoleReason.NeedsBeyondTraining,
        Element.EmployerByProfession => RoleReason.PostsVacant,
        Element.CrossSectorPurchase => RoleReason.PostsUnfilled,
        Element.MobileUnits => RoleReason.OutOfContact,
        Element.MultiCaseManagers => RoleReason.TooComplex,
        _ => RoleReason.PlannedTwice,
    };

    private static AgendaItem? Review(MeetingTable table)
    {
        var (brief, p) = (table.Brief, table.P);
        var age = table.Knowledge.AgeIn(p.Committee, table.Month);
        if (age < p.Agenda.ReviewTerm || p.Committee.PerfectKnowledge >= .5) return null;
        var cost = (long)(p.Prices.ReviewPerPerson * brief.Groups.Sum(g => g.InService));
        return new(
            new() { Remedy = Remedy.Review, Cost = cost }, new ReviewDue(table.Knowledge.Reviewed),
            brief.Scale * (p.Agenda.Review
                + p.Agenda.ReviewGrowth * (Math.Min(age, p.Agenda.ReviewGrowsFor) - p.Agenda.ReviewTerm) / 12));
    }

    private static AgendaItem? Evaluation(MeetingTable table)
    {
        var (brief, p) = (table.Brief, table.P);
        if (table.EvaluationAge < p.Agenda.EvaluationTerm) return null;
        var external = p.Element.Allows(Element.ExternalEvaluation) && brief.Stress <= p.Funding.Tolerance;
        if (!external && !p.Element.Allows(Element.InternalEvaluation)) return null;
        var kind = external ? Element.ExternalEvaluation : Element.InternalEvaluation;
        return new(
            new() { Remedy = Remedy.Evaluate, Element = kind, Cost = external ? (long)p.Prices.Evaluation : 0 },
            new EvaluationDue(table.EvaluationAge),
            p.Agenda.Evaluation * brief.Scale * (1 + (table.EvaluationAge - p.Agenda.EvaluationTerm) / 12));
    }
}
