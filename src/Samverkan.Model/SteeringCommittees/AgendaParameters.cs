using Samverkan.Model.Parameters;
using static Samverkan.Model.Parameters.Evidence;
using static Samverkan.Model.Parameters.Measure;
using static Samverkan.Model.Parameters.Role;

namespace Samverkan.Model.SteeringCommittees;

/// <summary>What each kind of item is worth, all in unmet needs averted a month (rule: <see cref="Agenda"/>).</summary>
public sealed class AgendaParameters : ParameterSection
{
    [Parameter("known unmet needs outside joint care from which including a group is considered", Count, 140, 90, 220, Uncertain, Assumed, "assumed")]
    public double InclusionThreshold { get; private set; }

    [Parameter("share of the unmet needs outside joint care that inclusion averts", Share, .15, .05, .3, Uncertain, Assumed, "assumed")]
    public double Inclusion { get; private set; }

    [Parameter("share of known unmet needs times the content gap that adapting averts", Share, .42, .2, .8, Uncertain, Assumed, "assumed")]
    public double Adapting { get; private set; }

    [Parameter("competence that training aims at", Share, .9, .8, .97, Uncertain, Assumed, "assumed")]
    public double TrainingGoal { get; private set; }

    [Parameter("share of known unmet needs times the competence gap that training averts", Share, .8, .3, 1.5, Uncertain, Assumed, "assumed")]
    public double Training { get; private set; }

    [Parameter("unmet needs of a person for whom there is no capacity", Count, .84, .3, 1.5, Uncertain, Assumed, "assumed")]
    public double Capacity { get; private set; }

    [Parameter("urgency of a deficit as such", Count, 10, 0, 30, Uncertain, Assumed, "assumed")]
    public double DeficitBase { get; private set; }

    [Parameter("share of known unmet needs times the deficit's share of the frame", Share, .8, .2, 2, Uncertain, Assumed, "assumed")]
    public double Deficit { get; private set; }

    [Parameter("urgency of a needs review when its term is over", Count, 4, 0, 20, Uncertain, Assumed, "assumed")]
    public double Review { get; private set; }

    [Parameter("growth of that urgency per further term", Count, 6, 0, 20, Uncertain, Assumed, "assumed")]
    public double ReviewGrowth { get; private set; }

    [Parameter("months after which needs are to be reviewed", Months, 12, 3, 60, Lever, Assumed, "assumed")]
    public double ReviewTerm { get; private set; }

    [Parameter("share of known unmet needs that a change of roles or routines averts", Share, .02, .005, .06, Uncertain, Assumed, "assumed")]
    public double Roles { get; private set; }

    [Parameter("urgency of an agreement whose term is over", Count, 14, 4, 30, Uncertain, Assumed, "assumed")]
    public double Agreement { get; private set; }

    [Parameter("factor by which that urgency grows after a shock, as addition to 1.2 and the years overdue", Number, 1.2, 0, 3, Uncertain, Assumed, "assumed")]
    public double AgreementShock { get; private set; }

    [Parameter("the same for each new service since the last revision", Number, .6, 0, 2, Uncertain, Assumed, "assumed")]
    public double AgreementService { get; private set; }

    [Parameter("months after which the agreement is to be revised", Months, 36, 24, 72, Lever, Assumed, "assumed")]
    public double AgreementTerm { get; private set; }

    [Parameter("unmet needs that a member from a new service averts", Count, 3, 0, 10, Uncertain, Assumed, "assumed")]
    public double Member { get; private set; }

    [Parameter("unmet needs that an evaluation averts", Count, 5, 0, 20, Uncertain, Assumed, "assumed")]
    public double Evaluation { get; private set; }

    [Parameter("months between evaluations", Months, 72, 24, 240, Lever, Assumed, "Klinga 2018: evaluations in 1999 and 2012")]
    public double EvaluationTerm { get; private set; }

    [Parameter("lag of opening a unit", Months, 6, 3, 18, Uncertain, Assumed, "assumed")]
    public double LagOpen { get; private set; }

    [Parameter("lag of the first joint plan", Months, 12, 3, 24, Uncertain, Study, "Klinga 2018: committee in 1995, centres in 1996-97")]
    public double LagPlan { get; private set; }

    [Parameter("lag of training, adapting, roles and other decisions", Months, 3, 1, 12, Uncertain, Assumed, "assumed")]
    public double LagOther { get; private set; }
}
