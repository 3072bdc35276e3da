using Samverkan.Model.Parameters;
using static Samverkan.Model.Parameters.Evidence;
using static Samverkan.Model.Parameters.Measure;
using static Samverkan.Model.Parameters.Role;

namespace Samverkan.Model.ServiceUsers;

/// <summary>Engagement, continuity and leaving (rule: <see cref="Engaging"/>).</summary>
[Reaches(Reach.Care)]
public sealed class EngagementParameters : ParameterSection
{
    [Parameter("engagement at first contact", Share, .5, .2, .8, Uncertain, Assumed, "assumed", Reach = Reach.Places)]
    public double Initial { get; private set; }

    [Parameter("months with one coordinator after which continuity has come two thirds of its way", Months, 9, 3, 24, Uncertain,
        Assumed,
        "continuity raises function and quality of life (Adair 2005); rate assumed")]
    public double ContinuityMonths { get; private set; }

    [Parameter("share of involvement that is lost without continuity", Share, .4, 0, .8, Uncertain, Assumed, "assumed")]
    public double ContinuityWeight { get; private set; }

    [Parameter("share of the way to its level that engagement goes in a month", PerMonth, .08, .02, .2, Uncertain, Assumed,
        "assumed")]
    public double Pace { get; private set; }

    [Parameter("involvement of the person in planning, without further elements", Share, .68, .3, .9, Uncertain, Assumed,
        "assumed")]
    public double Involvement { get; private set; }

    [Parameter("what is left of engagement when the coordinator changes", Share, .75, .5, 1, Uncertain, Assumed, "assumed")]
    public double NewCoordinator { get; private set; }

    [Parameter("what is left of engagement after a month of waiting", Share, .97, .9, 1, Uncertain, Assumed, "assumed")]
    public double Waiting { get; private set; }

    [Parameter("dropout of a person who is not engaged at all", PerMonth, .022, .012, .035, Uncertain, Assumed,
        "dropout odds ratio .61 with community teams (Simmonds 2001); level assumed")]
    public double Dropout { get; private set; }

    [Parameter("spread of the logarithm of lasting reluctance towards services between persons", Number, .8, .2, 1.4, Uncertain,
        Assumed,
        "4 to 46 % disengage across services (O'Brien 2009); level between persons assumed", Reach = Reach.Homes)]
    public double ReluctanceSpread { get; private set; }

    [Parameter("probability that a person of mean reluctance declines a referral", Share, .12, 0, .5, Uncertain, Assumed,
        "assumed", Reach = Reach.Homes)]
    public double Declines { get; private set; }

    [Parameter("mean months for which a person of mean reluctance stays away after dropping out or declining", Months, 24, 3, 60,
        Uncertain, Assumed,
        "assumed: refusal lasts years", Reach = Reach.Homes)]
    public double Refusal { get; private set; }

    [Parameter("spread of the logarithm of the months of refusal", Number, .8, .3, 1.5, Uncertain, Assumed, "assumed",
        Reach = Reach.Homes)]
    public double RefusalSpread { get; private set; }

    [Parameter("share of a refusal that a kept coordinator takes away", Share, .5, 0, .9, Uncertain, Assumed,
        "continuity keeps contact (Adair 2005); level assumed", Reach = Reach.Homes)]
    public double RefusalContinuity { get; private set; }

    [Parameter("months of refusal that a month of outreach by a mobile unit takes away", Number, 1.5, 0, 6, Uncertain, Assumed,
        "assumed", Reach = Reach.Homes)]
    public double RefusalOutreach { get; private set; }

    [Parameter("probability that a crisis leads a person who refuses contact back to a service", Share, .5, 0, 1, Uncertain,
        Assumed, "assumed", Reach = Reach.Homes)]
    public double CrisisLeadsBack { get; private set; }

    [Parameter("months for which persons with support from both sectors at the start have had a coordinator", Months, 12, 0, 60,
        Structural, Assumed, "assumed; the warm-up wears it down", Reach = Reach.Places)]
    public double KnownAtStart { get; private set; }

    [Parameter("months with hardly any need after which a person is discharged", Months, 4, 1, 12, Structural, Assumed,
        "assumed")]
    public double MonthsToDischarge { get; private set; }

    [Parameter("met needs at which a person without unmet needs can be discharged, at most", Count, 1, 0, 4, Structural, Assumed,
        "assumed")]
    public double NeedsAtDischarge { get; private set; }

    [Parameter("the same while others wait for the team: it goes through its caseload", Count, 2, 0, 6, Uncertain, Assumed,
        "assumed: those with hardly any need go to primary care where others wait")]
    public double NeedsAtReview { get; private set; }

    [Parameter("unmet needs from which a person counts as complex: a multi-case manager is for them", Count, 5, 3, 10, Structural,
        Assumed, "assumed")]
    public double ComplexNeeds { get; private set; }
}
