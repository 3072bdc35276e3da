using Samverkan.Model.Parameters;
using static Samverkan.Model.Parameters.Evidence;
using static Samverkan.Model.Parameters.Measure;
using static Samverkan.Model.Parameters.Role;

namespace Samverkan.Model.Cooperation;

/// <summary>Which structural elements a world allows, and what each does (rule: <see cref="StructuralElements"/>).</summary>
public sealed class ElementParameters : ParameterSection
{
    [Parameter(
        "whether the element may exist: 0 forbids it, 1 leaves it to the committee (or has it from the start, if it is an "
            + "initial condition)",
        Switch, 1, 0, 1, Lever, Study, "Klinga 2018", By = Keys.Element,
        Reaches =
        [
            Reach.Places, Reach.Staff, Reach.Staff, Reach.Places, Reach.Places,
            Reach.Care, Reach.Care, Reach.Care, Reach.Care, Reach.Care,
            Reach.Care, Reach.Places, Reach.Places, Reach.Places, Reach.Care,
            Reach.Places, Reach.Staff, Reach.Places, Reach.Places, Reach.Places,
        ], Name = "{0}", AllName = "every structural element")]
    public Table Allowed { get; private set; } = null!;

    [Parameter("part of the gap in coordination that the element closes", Share, 0, 0, .5, Uncertain, Assumed,
        "assumed; single levers have small effects (Dieterich 2017)",
        By = Keys.Element, Reach = Reach.Care,
        Of = [Element.Coordinators, Element.CaseManagers, Element.MultiCaseManagers, Element.IndividualPlans,
            Element.SharedNeedsData, Element.SharedRoutines],
        Defaults = [.04, .12, .10, .06, .05, .06])]
    public Table Coordination { get; private set; } = null!;

    [Parameter("share of a team's posts whose holders have the role", Share, 0, 0, .6, Uncertain, Assumed, "assumed",
        By = Keys.Element, Reach = Reach.Staff,
        Of = [Element.Coordinators, Element.CaseManagers, Element.MultiCaseManagers], Defaults = [.15, .25, .10])]
    public Table RolePosts { get; private set; } = null!;

    [Parameter("persons for whom one post in the role can act", Persons, 20, 5, 80, Uncertain, Expert,
        "case management: 10-20 persons a post if intensive, 30 and more if not (Dieterich 2017)", By = Keys.Element,
        Reach = Reach.Staff,
        Of = [Element.Coordinators, Element.CaseManagers, Element.MultiCaseManagers], Defaults = [40, 20, 10])]
    public Table RoleCaseload { get; private set; } = null!;

    [Parameter("share of the hours of a role that meet needs as other staff's do; the rest goes into coordination", Share, .8, .4,
        1, Uncertain, Assumed, "assumed", Reach = Reach.Staff)]
    public double RoleCare { get; private set; }

    [Parameter("bed days of about a year from which a person comes first for a case manager, as do those with complex needs",
        Days, 10, 1, 60, Uncertain, Assumed, "case management works where use of beds is high (Burns 2007); level assumed",
            Reach = Reach.Staff)]
    public double ManagerBedDays { get; private set; }

    [Parameter("share of those who would drop out of whom a case manager keeps hold", Share, .3, 0, .7, Uncertain, Assumed,
        "assumed; trials of loss of contact (Dieterich 2017) are not fitted", Reach = Reach.Care)]
    public double ManagerKeeps { get; private set; }

    [Parameter("hours that an individual plan takes, per person", HoursPerMonth, .25, 0, 1, Uncertain, Assumed,
        "assumed: a meeting of several a year", Reach = Reach.Staff)]
    public double PlanHours { get; private set; }

    [Parameter("addition to a person's involvement", Share, 0, 0, .3, Uncertain, Assumed,
        "small: feedback of needs moved satisfaction alone (Marshall 2004); levels assumed", By = Keys.Element,
        Reach = Reach.Care,
        Of = [Element.Coordinators, Element.CaseManagers, Element.MultiCaseManagers, Element.IndividualPlans,
            Element.StakeholderParticipation],
        Defaults = [.03, .05, .06, .03, .01])]
    public Table Involvement { get; private set; } = null!;

    [Parameter("contact between professions in a joint team without co-location", Share, .6, 0, 1, Uncertain, Assumed,
        "co-location not separable from coordination (Glover-Wright 2023)", Reach = Reach.Staff)]
    public double ContactApart { get; private set; }

    [Parameter("contact between professions in a joint team without two leaders", Share, .7, 0, 1, Uncertain, Study,
        "Klinga 2016: co-leadership; level assumed", Reach = Reach.Staff)]
    public double ContactOneLeader { get; private set; }

    [Parameter("addition to contact while a team is in joint training", Share, .25, 0, 1, Uncertain, Assumed,
        "slight gains (Reeves 2017)", Reach = Reach.Staff)]
    public double ContactTraining { get; private set; }

    [Parameter("factor on the hiring lag where the employer follows the candidate's profession", Number, .75, .4, 1, Uncertain,
        Assumed, "assumed", Reach = Reach.Staff)]
    public double HiringByProfession { get; private set; }

    [Parameter("share of posts that a frozen sector's partner can pay for where posts are bought across sectors", Share, .5, 0, 1,
        Uncertain, Assumed, "assumed")]
    public double Purchase { get; private set; }

    [Parameter("factor on the cost that an item is judged by where a financial agreement shares it", Number, .7, .3, 1, Uncertain,
        Assumed, "assumed")]
    public double SharedCost { get; private set; }

    [Parameter("contact that an external evaluation adds in its month", Share, .5, 0, 1, Uncertain, Assumed, "assumed")]
    public double EvaluationContact { get; private set; }

    [Parameter("gap in content that an internal evaluation closes", Share, .1, 0, .5, Uncertain, Assumed, "assumed")]
    public double EvaluationMatch { get; private set; }

    /// <summary>Whether the element may exist.</summary>
    public bool Allows(Element element) => Allowed[(int)element] >= .5;
}
