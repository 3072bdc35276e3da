using Samverkan.Model.Parameters;
using static Samverkan.Model.Parameters.Evidence;
using static Samverkan.Model.Parameters.Measure;
using static Samverkan.Model.Parameters.Role;

namespace Samverkan.Model.Teams;

/// <summary>From hours to effective care (rule: <see cref="EffectiveCare"/>).</summary>
[Reaches(Reach.Care)]
public sealed class CareParameters : ParameterSection
{
    [Parameter("effective care from family, friends and primary care without any service", Share, .25, .1, .4, Uncertain, Assumed,
        "relatives fill gaps (three Swedish organisations, 2022); level assumed")]
    public double InformalCare { get; private set; }

    [Parameter("hours that an unmet need asks for", HoursPerMonth, 2.2, 1.8, 2.7, Uncertain, Assumed,
        "to caseloads of Bjorkman 2000", Reach = Reach.Staff)]
    public double HoursPerUnmetNeed { get; private set; }

    [Parameter("hours that a met need asks for", HoursPerMonth, .8, .6, 1.1, Uncertain, Assumed, "to caseloads of Bjorkman 2000",
        Reach = Reach.Staff)]
    public double HoursPerMetNeed { get; private set; }

    [Parameter("planning hours per person and sector in a separate service", HoursPerMonth, 1.0, .5, 2, Uncertain, Assumed,
        "assumed", Reach = Reach.Staff)]
    public double PlanningSeparate { get; private set; }

    [Parameter("further planning hours while a referral to the partner is pending", HoursPerMonth, 1.5, 0, 3, Uncertain, Assumed,
        "assumed", Reach = Reach.Staff)]
    public double PlanningReferral { get; private set; }

    [Parameter("planning hours per person and sector in a joint team: one plan for both", HoursPerMonth, .8, .4, 1, Uncertain,
        Assumed, "assumed", Reach = Reach.Staff)]
    public double PlanningJoint { get; private set; }

    [Parameter("how sharply covered need bends at full capacity", Number, 4, 2, 8, Structural, Assumed,
        "a hard minimum hides cuts")]
    public double CoverExponent { get; private set; }

    [Parameter("content match at which care counts in full", Share, .88, .5, 1, Structural, Assumed, "the initial match")]
    public double ReferenceMatch { get; private set; }

    [Parameter("what is left of the other sector's care without any cooperation, once it is there", Share, .78, .6, .9, Uncertain,
        Assumed, "assumed")]
    public double OtherSector { get; private set; }

    [Parameter("effect of care on a person who is not engaged at all", Share, .5, .2, .9, Uncertain, Assumed, "assumed")]
    public double WithoutEngagement { get; private set; }

    [Parameter("strain up to which a team admits", Number, 1.08, 1, 1.3, Uncertain, Assumed, "assumed", Reach = Reach.Staff)]
    public double AdmissionCap { get; private set; }

    [Parameter("strain up to which a team admits urgent persons: from the ward and after a crisis", Number, 1.25, 1, 1.6,
        Uncertain, Assumed, "assumed", Reach = Reach.Staff)]
    public double UrgentCap { get; private set; }

    [Parameter("what recent crises left behind from which a person who waits is urgent", Number, .5, .1, 2, Uncertain, Assumed,
        "assumed: for three months after a crisis", Reach = Reach.Staff)]
    public double UrgentAfterCrisis { get; private set; }

    [Parameter("share of places for persons who are not urgent that goes by waiting time; the rest goes by need", Share, .3, 0, 1,
        Uncertain, Assumed, "assumed", Reach = Reach.Staff)]
    public double FirstCome { get; private set; }

    [Parameter("effective care for needs led by the county while in the ward", Share, .85, .6, 1, Uncertain, Assumed, "assumed")]
    public double InWard { get; private set; }

    [Parameter("effective care for other needs while in the ward: they lapse", Share, .12, 0, .4, Uncertain, Assumed, "assumed")]
    public double InWardSocial { get; private set; }

    [Parameter("effective care of both sectors while placed outside", Share, .55, .3, .8, Uncertain, Assumed, "assumed",
        Reach = Reach.Homes)]
    public double InPlacement { get; private set; }

    [Parameter("effective care for the municipality's needs in supported housing, at least", Share, .7, .4, 1, Uncertain, Assumed,
        "assumed")]
    public double InSupportedHousing { get; private set; }
}
