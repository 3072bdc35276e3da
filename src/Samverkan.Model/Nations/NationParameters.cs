using Samverkan.Model.Parameters;
using static Samverkan.Model.Parameters.Evidence;
using static Samverkan.Model.Parameters.Measure;
using static Samverkan.Model.Parameters.Role;

namespace Samverkan.Model.Nations;

/// <summary>What government and the outside world set.</summary>
public sealed class NationParameters : ParameterSection
{
    [Parameter("earmarked state grant to both sectors together, per reference municipality, paid just while a shared plan stands",
        SekPerYear, 0, 0, 50e6, Lever, Derived, "some 1.2 bn SEK over three years nationally, Prop. 1993/94:218",
        Name = "the state's stimulus grant", Announced = true, Scales = Scaling.ByInhabitants)]
    public double StimulusGrant { get; private set; }

    [Parameter("share of the stimulus that goes to the county", Share, .5, 0, 1, Lever, Assumed, "assumed: half each",
        Name = "the county's share of the stimulus grant")]
    public double StimulusCountyShare { get; private set; }

    [Parameter("whether the data authority permits a shared register of needs data", Switch, 0, 0, 1, Lever, Study,
        "Klinga 2018: refused in 1996-97", Name = "a shared register of needs data")]
    public double SharedRegisterPermitted { get; private set; }

    [Parameter("share of primary care run by private providers", Share, .1, 0, 1, Lever, Study,
        "Klinga 2018: more private providers hampered cooperation in 2011; level assumed", Name = "private primary care")]
    public double PrivatePrimaryCare { get; private set; }

    [Parameter("whether a national guideline recommends case managers", Switch, 0, 0, 1, Lever, Study,
        "Klinga 2018: guideline of 2006", Name = "the national guideline on case managers")]
    public double CaseManagerGuideline { get; private set; }

    [Parameter("whether a regional agreement on mental illness obliges both sectors", Switch, 0, 0, 1, Lever, Study,
        "Klinga 2018: regional agreement of 2012", Name = "the regional agreement")]
    public double RegionalAgreement { get; private set; }

    [Parameter("days after which a wait for a team has to end; 0: no guarantee", Days, 0, 0, 365, Lever, Expert,
        "the Swedish guarantee of 2005: 90 days to specialist care; none before", Name = "the waiting guarantee",
        Reach = Reach.Staff)]
    public double WaitingGuarantee { get; private set; }

    [Parameter("staff hired from outside to keep the guarantee, at most, as share of a team's posts of the sector", Share, .3, 0,
        1, Uncertain, Assumed, "assumed", Reach = Reach.Staff)]
    public double GuaranteeStaff { get; private set; }

    [Parameter("share of what staff hired from outside to keep the guarantee costs that the state pays",
        Share, 1, 0, 1, Lever, Expert,
        "the financing principle of 1993: who orders a new task pays for it; state money came in 2006 and 2009-14",
        Name = "the state's share of what the waiting guarantee costs")]
    public double GuaranteeFunded { get; private set; }

    [Parameter("factor on the incidence of every group", Number, 1, 0, 100, Lever, Assumed, "1 by definition",
        Name = "the incidence of every group")]
    public double IncidenceFactor { get; private set; }
}
