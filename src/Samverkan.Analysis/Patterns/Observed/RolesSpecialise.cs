using Samverkan.Model;
using Samverkan.Model.Cooperation;
using Samverkan.Model.SteeringCommittees;

namespace Samverkan.Analysis.Patterns.Observed;

internal sealed class RolesSpecialise() : Pattern(
    "V10", "Roles specialise as complexity rises: coordinator, then case manager, then multi-case manager.", Variant.Baseline)
{
    public override string? WhyNoTest => "Each role requires the one before it by rule: the pattern restates it.";

    public override IEnumerable<PatternFigure> Judge(Worlds worlds)
    {
        yield return PatternFigure.Within(
            "joint plan with coordinators, median year", Year(worlds, JointPlan), 1995, 1997, "0", "seed: 1996-97");
        yield return PatternFigure.Within(
            "case managers, median year", Year(worlds, CaseManagers), 2001, 2009, "0", "seed: 2006");
        yield return PatternFigure.Within(
            "multi-case managers, median year", Year(worlds, MultiCaseManagers), 2007, 2015, "0", "seed: 2012");
        yield return PatternFigure.Within(
            "replications with all three, in this order", worlds.Share(Variant.Baseline, InOrder), .5, 1, Percent, "most");
    }

    private static double Year(Worlds worlds, Func<LifeRecord, Month?> when) =>
        worlds.Median(Variant.Baseline, life => when(life)?.Year ?? double.NaN);

    private static bool InOrder(LifeRecord life) =>
        JointPlan(life) < CaseManagers(life) && CaseManagers(life) < MultiCaseManagers(life);

    private static Month? JointPlan(LifeRecord life) => life.FirstAgreed(proposal => proposal.Remedy == Remedy.JointPlan);

    private static Month? CaseManagers(LifeRecord life) => life.FirstAgreed(Element.CaseManagers);

    private static Month? MultiCaseManagers(LifeRecord life) => life.FirstAgreed(Element.MultiCaseManagers);
}
