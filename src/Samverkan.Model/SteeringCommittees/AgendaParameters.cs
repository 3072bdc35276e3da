using Samverkan.Model.Cooperation;
using Samverkan.Model.Parameters;
using static Samverkan.Model.Parameters.Evidence;
using static Samverkan.Model.Parameters.Measure;
using static Samverkan.Model.Parameters.Role;

namespace Samverkan.Model.SteeringCommittees;

/// <summary>What each kind of item is worth, all in unmet needs averted a month (rule: <see cref="Agenda"/>).</summary>
public sealed class AgendaParameters : ParameterSection
{
    [Parameter("known unmet needs outside joint care from which including a group is considered", Count, 140, 90, 220, Uncertain,
        Assumed, "assumed", Scales = Scaling.ByInhabitants)]
    public double InclusionThreshold { get; private set; }

    [Parameter("how often somebody prepares a joint plan, or the inclusion of a group, for decision", PerYear, 1.2, .2, 12,
        Uncertain, Assumed, "assumed: joint plans begin where somebody takes them up")]
    public double Initiative { get; private set; }

    [Parameter("factor on that where a leader burns for the cooperation", Number, 2.5, 1, 6, Uncertain, Assumed,
        "champions are a condition of programmes that last (domain notes); size assumed")]
    public double ChampionInitiative { get; private set; }

    [Parameter("factor on that where announced money or a shock opens a window", Number, 3, 1, 10, Uncertain, Assumed,
        "the policy of 1994 and its grant triggered the case (Klinga 2018); size assumed")]
    public double WindowInitiative { get; private set; }

    [Parameter("factor on how often a matter is taken up, for each time that it found no consensus, unless a window is open",
        Number, .5, .1, 1, Uncertain, Assumed, "assumed: who was refused waits for others to come")]
    public double Discouraged { get; private set; }

    [Parameter("how much places differ in resistance to a joint plan, on the logit of consensus", Number, .8, 0, 3, Uncertain,
        Assumed, "assumed: not every county began when the grant came")]
    public double PlanResistance { get; private set; }

    [Parameter("how much places differ in resistance to the inclusion of a group, on the logit of consensus", Number, 2.5, 0, 4,
        Uncertain, Assumed, "assumed: protectionism and scepticism are common (Klinga 2018)")]
    public double Resistance { get; private set; }

    [Parameter("how much committees differ lastingly in what they make of a kind of matter: spread of the log", Number, .4, 0,
        1.5, Uncertain, Assumed, "assumed")]
    public double Bent { get; private set; }

    [Parameter("the same from meeting to meeting", Number, .25, 0, 1.5, Uncertain, Assumed, "assumed")]
    public double Mood { get; private set; }

    [Parameter("share of the unmet needs outside joint care that inclusion averts", Share, .15, .05, .3, Uncertain, Assumed,
        "assumed")]
    public double Inclusion { get; private set; }

    [Parameter("share of known unmet needs times the content gap that adapting averts", Share, .42, .2, .8, Uncertain, Assumed,
        "assumed")]
    public double Adapting { get; private set; }

    [Parameter("competence that training aims at", Share, .9, .8, .97, Uncertain, Assumed, "assumed")]
    public double TrainingGoal { get; private set; }

    [Parameter("unmet needs averted by training, per known unmet need and unit of the competence gap", Number, .8, .3, 1.5,
        Uncertain, Assumed, "assumed")]
    public double Training { get; private set; }

    [Parameter("unmet needs of a person for whom there is no capacity", Count, .84, .3, 1.5, Uncertain, Assumed, "assumed")]
    public double Capacity { get; private set; }

    [Parameter("urgency of a deficit as such", Count, 10, 0, 30, Uncertain, Assumed, "assumed", Scales = Scaling.ByInhabitants)]
    public double DeficitBase { get; private set; }

    [Parameter("unmet needs averted by streamlining, per known unmet need and unit of the deficit's share of the frame", Number,
        .8, .2, 2, Uncertain, Assumed, "assumed")]
    public double Deficit { get; private set; }

    [Parameter("urgency of a needs review when its term is over", Count, 4, 0, 20, Uncertain, Assumed, "assumed",
        Scales = Scaling.ByInhabitants)]
    public double Review { get; private set; }

    [Parameter("growth of that urgency per further term", Count, 6, 0, 20, Uncertain, Assumed, "assumed",
        Scales = Scaling.ByInhabitants)]
    public double ReviewGrowth { get; private set; }

    [Parameter("months without a review after which its urgency grows no further", Months, 60, 12, 120, Uncertain, Assumed,
        "assumed")]
    public double ReviewGrowsFor { get; private set; }

    [Parameter("months after which needs are to be reviewed", Months, 12, 3, 60, Lever, Assumed, "assumed",
        Name = "time between needs reviews")]
    public double ReviewTerm { get; private set; }

    [Parameter("share of known unmet needs that a change of roles or routines averts", Share, .02, .005, .06, Uncertain, Assumed,
        "assumed")]
    public double Roles { get; private set; }

    [Parameter("urgency of an agreement whose term is over", Count, 14, 4, 30, Uncertain, Assumed, "assumed",
        Scales = Scaling.ByInhabitants)]
    public double Agreement { get; private set; }

    [Parameter("factor by which that urgency grows after a shock, as addition to that of a due agreement and the years overdue",
        Number, 1.2, 0, 3, Uncertain, Assumed, "assumed")]
    public double AgreementShock { get; private set; }

    [Parameter("factor on the urgency of an agreement as soon as it is due", Number, 1.2, .5, 3, Uncertain, Assumed, "assumed")]
    public double AgreementDue { get; private set; }

    [Parameter("the same for each new service since the last revision", Number, .6, 0, 2, Uncertain, Assumed, "assumed")]
    public double AgreementService { get; private set; }

    [Parameter("months after which the agreement is to be revised", Months, 36, 24, 72, Lever, Assumed, "assumed",
        Name = "time between revisions of the agreement")]
    public double AgreementTerm { get; private set; }

    [Parameter("unmet needs that a member from a new service averts", Count, 3, 0, 10, Uncertain, Assumed, "assumed",
        Scales = Scaling.ByInhabitants)]
    public double Member { get; private set; }

    [Parameter("unmet needs that an evaluation averts", Count, 5, 0, 20, Uncertain, Assumed, "assumed",
        Scales = Scaling.ByInhabitants)]
    public double Evaluation { get; private set; }

    [Parameter("months between evaluations", Months, 72, 24, 240, Lever, Assumed, "Klinga 2018: evaluations in 1999 and 2012",
        Name = "time between evaluations")]
    public double EvaluationTerm { get; private set; }

    [Parameter("lag of opening a unit", Months, 6, 3, 18, Uncertain, Assumed, "assumed")]
    public double LagOpen { get; private set; }

    [Parameter("lag of the first joint plan", Months, 12, 3, 24, Uncertain, Study,
        "Klinga 2018: committee in 1995, centres in 1996-97")]
    public double LagPlan { get; private set; }

    [Parameter("lag of what is decided in daily work", Months, 1, 1, 12, Uncertain, Assumed, "assumed")]
    public double LagDaily { get; private set; }

    [Parameter("lag of training, adapting, roles and other decisions", Months, 3, 1, 12, Uncertain, Assumed, "assumed")]
    public double LagOther { get; private set; }

    [Parameter("weight of introducing the element, when there is an occasion for it", Number, 1, 0, 5, Uncertain, Assumed,
        "assumed", By = Keys.Element,
        Of = [Element.MobileUnits, Element.CaseManagers, Element.MultiCaseManagers, Element.IndividualPlans,
            Element.SharedNeedsData, Element.SharedRoutines, Element.EmployerByProfession, Element.CrossSectorPurchase],
        Defaults = [.6, .6, 2.2, 1.5, 1.2, 1, .5, .6])]
    public Table RoleWeight { get; private set; } = null!;

    [Parameter("factor on the weight of case managers once a national guideline recommends them", Number, 3, 1, 10, Uncertain,
        Assumed, "assumed")]
    public double GuidelineWeight { get; private set; }

    [Parameter("groups included from which case managers are considered without a guideline", Count, 7, 1, 9, Uncertain, Assumed,
        "roles specialise as complexity rises (Klinga 2018)")]
    public double GroupsForCaseManagers { get; private set; }

    [Parameter("groups included from which multi-case managers are considered", Count, 9, 1, 9, Uncertain, Assumed, "as above")]
    public double GroupsForMultiCaseManagers { get; private set; }

    [Parameter("groups included from which outreach by mobile units is considered", Count, 4, 1, 9, Uncertain, Assumed,
        "as above")]
    public double GroupsForMobileUnits { get; private set; }

    [Parameter("vacancy in joint teams from which the employer's rule is considered", Share, .06, 0, .3, Uncertain, Assumed,
        "assumed")]
    public double VacancyForEmployerRule { get; private set; }

    [Parameter("strain of a joint team from which capacity is considered", Number, 1.02, .9, 1.3, Uncertain, Assumed, "assumed")]
    public double StrainForCapacity { get; private set; }

    [Parameter("difference in strain that makes moving posts worth while", Number, .12, .05, .5, Uncertain, Assumed, "assumed")]
    public double StrainToMovePosts { get; private set; }

    [Parameter("months for which posts of a team that were changed are left alone", Months, 9, 0, 36, Uncertain, Assumed,
        "assumed: a team settles before it is changed again")]
    public double PostsRest { get; private set; }

    [Parameter("months over which the need for posts is judged", Months, 6, 1, 24, Uncertain, Assumed,
        "assumed: over quarters, not by a month's strain")]
    public double NeedMonths { get; private set; }

    [Parameter("posts that one decision on capacity moves or creates, at most", Posts, 4, .5, 20, Uncertain, Assumed, "assumed",
        Scales = Scaling.InLarger)]
    public double MostPosts { get; private set; }

    [Parameter("posts that one decision on capacity moves or creates, at least", Posts, .5, .1, 5, Uncertain, Assumed, "assumed",
        Scales = Scaling.InSmaller)]
    public double LeastPosts { get; private set; }

    [Parameter("posts above which a team can give some to another", Posts, 3, 0, 20, Uncertain, Assumed, "assumed")]
    public double PostsOfGiver { get; private set; }

    [Parameter("part of its posts that a team gives to another at most: one in so many", Count, 3, 1, 20, Uncertain, Assumed,
        "assumed")]
    public double GivesOneIn { get; private set; }

    [Parameter("factor on the worth of training that is already paid for", Number, 1.5, 1, 4, Uncertain, Assumed, "assumed")]
    public double PaidTraining { get; private set; }

    [Parameter("share of unmet needs that a committee is aware of before its first review", Share, .5, 0, 1, Uncertain, Assumed,
        "assumed: it goes by the services' own persons")]
    public double AwareBeforeReview { get; private set; }

    [Parameter("months that a committee leaves a fresh agreement alone whatever happens", Months, 6, 1, 24, Uncertain, Assumed,
        "assumed")]
    public double AgreementRest { get; private set; }

    [Parameter("months after which new services alone make an agreement due", Months, 12, 1, 48, Uncertain, Assumed, "assumed")]
    public double ServicesRest { get; private set; }

    [Parameter("share of what a matter costs in its first year that must be at hand for it to be within reach", Share, .5, 0, 1,
        Uncertain, Assumed, "assumed: posts fill within the year, and budgets are found for the rest")]
    public double AtHand { get; private set; }

    [Parameter("new services from which an agreement needs revision before its term", Count, 2, 1, 10, Uncertain, Assumed,
        "assumed")]
    public double ServicesForRevision { get; private set; }
}
