using Samverkan.Model.Parameters;
using static Samverkan.Model.Parameters.Evidence;
using static Samverkan.Model.Parameters.Measure;
using static Samverkan.Model.Parameters.Role;

namespace Samverkan.Model.Teams;

/// <summary>Support by the other sector's team where services are separate (rule: <see cref="PartnerLink"/>).</summary>
[Reaches(Reach.Care)]
public sealed class LinkParameters : ParameterSection
{
    [Parameter("referral to the partner of a person with needs in its sector", PerMonth, .15, .05, .3, Uncertain, Assumed,
        "assumed")]
    public double Referral { get; private set; }

    [Parameter("persons with needs in the other sector, or their relatives, who turn to it by themselves", PerMonth, .08, 0, .2,
        Uncertain, Assumed,
        "whoever applies must be assessed (Social Services Act), and clinics take self-referrals; level assumed")]
    public double Own { get; private set; }

    [Parameter("share of persons discharged from the ward for whom its plan brings in the municipality at once", Share, .4, 0, .9,
        Uncertain, Assumed, "the ward must call the municipality to a plan (law of 1990 on payment liability); share assumed")]
    public double AtDischarge { get; private set; }

    [Parameter("share of persons of the municipality whom the clinic sees after a crisis or a discharge", Share, .8, .3, 1,
        Uncertain, Assumed, "the ward and the clinic are one organisation; share assumed")]
    public double FollowUp { get; private set; }

    [Parameter("share of persons with needs in the other sector whom a case manager takes there in a month", PerMonth, .3, 0, .8,
        Uncertain, Assumed, "assumed: brokerage is what case managers began as")]
    public double Managed { get; private set; }

    [Parameter("share of referrals that are lost without any cooperation", Share, .45, .2, .7, Uncertain, Assumed, "assumed")]
    public double Loss { get; private set; }

    [Parameter("strain of the partner below which it takes a referral up", Number, 1.13, 1, 1.5, Uncertain, Assumed, "assumed")]
    public double PartnerStrain { get; private set; }

    [Parameter("months after which a pending referral is given up", Months, 8, 1, 24, Uncertain, Assumed, "assumed")]
    public double GivenUp { get; private set; }

    [Parameter("break of a link, beside turnover", PerMonth, .012, .005, .03, Uncertain, Assumed, "assumed")]
    public double Break { get; private set; }

    [Parameter("share of links that break when a coordinator changes, on either side", Share, .3, 0, 1, Uncertain, Assumed,
        "assumed: what was granted stays granted when the official changes")]
    public double BreakAtChange { get; private set; }

    [Parameter("share of persons in service with a link at the start", Share, .66, 0, 1, Uncertain, Assumed,
        "the warm-up's steady state", Reach = Reach.Places)]
    public double Initial { get; private set; }
}
