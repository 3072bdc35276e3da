using Samverkan.Model.Parameters;
using static Samverkan.Model.Parameters.Evidence;
using static Samverkan.Model.Parameters.Measure;
using static Samverkan.Model.Parameters.Role;

namespace Samverkan.Model.Municipalities;

/// <summary>How a person out of contact becomes known, and how primary care cooperates (rule:
/// <see cref="PrimaryCare"/>).</summary>
public sealed class ReferralParameters : ParameterSection
{
    [Parameter("referral by primary care of a person with two or more unmet needs, at reference cooperation", PerMonth, .05, .01,
        .15,
        Uncertain, Assumed, "assumed; gives a reach of three quarters", Reach = Reach.Homes)]
    public double Rate { get; private set; }

    [Parameter("unmet needs from which primary care refers at the full rate", Count, 2, 0, 6, Structural, Assumed, "assumed")]
    public double Threshold { get; private set; }

    [Parameter("factor on referral for a person with fewer unmet needs", Share, .15, 0, 1, Uncertain, Assumed, "assumed",
        Reach = Reach.Homes)]
    public double FewNeeds { get; private set; }

    [Parameter("referral rate without any cooperation with primary care, as share of the rate at full cooperation", Share, .45, 0,
        1,
        Uncertain, Assumed, "assumed", Reach = Reach.Homes)]
    public double WithoutCooperation { get; private set; }

    [Parameter("how many times what it referred at first primary care refers at most, however good cooperation becomes",
        Number, 1.5, 1, 3,
        Uncertain, Assumed, "assumed", Reach = Reach.Homes)]
    public double MostOfUsual { get; private set; }

    [Parameter("outreach of a mobile team to persons of included groups out of contact", PerMonth, .02, 0, .1, Uncertain, Assumed,
        "assumed", Reach = Reach.Homes)]
    public double Outreach { get; private set; }

    [Parameter("share of persons referred to the clinic first where services are separate", Share, .5, 0, 1, Structural, Assumed,
        "assumed: as many start at the clinic as at the social office")]
    public double ClinicFirst { get; private set; }

    [Parameter("cooperation with primary care at the start, 0 to 1", Number, .5, 0, 1, Uncertain, Assumed, "assumed",
        Reach = Reach.Homes)]
    public double InitialCooperation { get; private set; }

    [Parameter("gain of cooperation with primary care a month from shared cases, at full contact", PerMonth, .03, .005, .06,
        Uncertain,
        Assumed, "assumed; gains of the trust loop, Ansell & Gash 2008")]
    public double Gain { get; private set; }

    [Parameter("loss of cooperation with primary care a month", PerMonth, .014, .002, .05, Uncertain, Assumed, "assumed")]
    public double Loss { get; private set; }

    [Parameter(
        "extra loss of cooperation with primary care a month if all of it were private: many small providers, each a contact of "
            + "its own",
        PerMonth, .06, 0, .2, Uncertain, Assumed, "assumed; direction after Klinga 2018 (2011)")]
    public double PrivateLoss { get; private set; }
}
