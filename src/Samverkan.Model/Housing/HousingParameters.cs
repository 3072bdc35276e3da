using Samverkan.Model.Parameters;
using static Samverkan.Model.Parameters.Evidence;
using static Samverkan.Model.Parameters.Measure;
using static Samverkan.Model.Parameters.Role;

namespace Samverkan.Model.Housing;

/// <summary>Housing with support (<see cref="HousingQueue"/>, <see cref="HousingStock"/>, <see cref="Tenancy"/>).</summary>
public sealed class HousingParameters : ParameterSection
{
    [Parameter("places of Housing First: ordinary flats with support that asks for no treatment first",
        Places, 0, 0, 10_000, Lever, Assumed,
        "none at the start: the first Swedish projects began in 2010",
        Name = "places of Housing First", Scales = Scaling.ByInhabitants)]
    public double FirstPlaces { get; private set; }

    [Parameter("persons who can get floating support (boendestöd), beyond what the posts of the social office give",
        Persons, 0, 0, 10_000, Lever, Assumed,
        "none at the start: what there was is in the posts of the social office",
        Name = "places of floating support", Scales = Scaling.ByInhabitants)]
    public double FloatingPlaces { get; private set; }

    [Parameter("months from an application to its decision, mean", Months, 3, 1, 12, Uncertain, Assumed, "assumed")]
    public double Assessment { get; private set; }

    [Parameter("severity from which a person without a home is granted supported housing, others floating support, if any",
        Number, .6, 0, 2, Uncertain, Assumed,
        "assumed: a place is for those who cannot live alone")]
    public double LeastSeverity { get; private set; }

    [Parameter("share of persons with unmet needs of alcohol or drugs who must be treated first: no place is granted them before",
        Share, .7, 0, 1, Uncertain, Assumed,
        "treatment first is what trials compare Housing First with (Community Guide, 26 studies); level assumed")]
    public double TreatmentFirst { get; private set; }

    [Parameter("loss of a place in supported housing by a person with unmet needs of alcohol or drugs",
        PerMonth, .03, 0, .1, Uncertain, Derived,
        "about half are housed after two years of treatment first (Baxter 2019, remembered)", Reach = Reach.Care)]
    public double Loss { get; private set; }

    [Parameter("the same of a home in Housing First", PerMonth, .01, 0, .1, Uncertain,
        Derived, "four in five keep it for two years (Baxter 2019, remembered)", Reach = Reach.Care)]
    public double LossFirst { get; private set; }

    [Parameter("moving on to a home of one's own by a person in housing with staff whose need of it has gone",
        PerMonth, .01, 0, .1, Uncertain, Assumed,
        "assumed: few move on, most after years", Reach = Reach.Care)]
    public double MovesOn { get; private set; }

    [Parameter("unmet needs in the municipality's domains with which a person can move on, at most", Count, 1, 0, 6, Uncertain,
        Assumed, "assumed", Reach = Reach.Care)]
    public double NeedsToMoveOn { get; private set; }

    [Parameter("effective care for the municipality's needs in Housing First, at least", Share, .7, .4, 1, Uncertain,
        Assumed, "as in supported housing: stability rose by 41 % (Community Guide)", Reach = Reach.Care)]
    public double CareInFirst { get; private set; }

    [Parameter("share of what the team's care leaves open in the municipality's needs that floating support takes over",
        Share, .4, .1, .8,
        Uncertain, Assumed, "assumed: four hours a week at home, beside a team that gives two for each unmet need in a month",
            Reach = Reach.Care)]
    public double FloatingCare { get; private set; }

    [Parameter("unmet needs of food, home, self-care and money from which floating support is granted", Count, 2, 1, 4, Uncertain,
        Assumed, "assumed", Reach = Reach.Care)]
    public double FloatingNeeds { get; private set; }

    [Parameter("end of floating support in a month without unmet needs in the municipality's domains",
        PerMonth, .1, .01, .5, Uncertain, Assumed, "assumed", Reach = Reach.Care)]
    public double FloatingEnds { get; private set; }

    [Parameter("months from the decision to build a place to its first tenant", Months, 24, 1, 72, Uncertain,
        Expert, "usual planning and building time")]
    public double Lag { get; private set; }

    [Parameter("months from the decision on a place of Housing First to its first tenant", Months, 6, 1, 36, Uncertain,
        Assumed, "assumed: flats must be found")]
    public double LagFirst { get; private set; }

    [Parameter("share of what presses for places that is built for, as far as money goes; 0: only what a policy decides",
        Share, .3, 0, 1, Lever, Assumed,
        "assumed", Name = "how much the municipality builds where people wait for housing")]
    public double Response { get; private set; }

    [Parameter("what presses for places that the municipality lives with, as share of its places", Share, .2, 0, 1, Uncertain,
        Assumed,
        "assumed: thousands of decisions on housing in Sweden are not carried out within three months")]
    public double Tolerated { get; private set; }

    [Parameter("what is decided on in a year, as multiple of what the municipality has left over", Number, 2, .2, 5, Uncertain,
        Assumed, "assumed: the next years' money is counted on, since places cost in full only when they stand")]
    public double BuiltOfSlack { get; private set; }

    [Parameter("places that are decided on in a year, at most, as share of those there are", Share, .08, .01, .5, Uncertain,
        Assumed, "assumed")]
    public double MostAYear { get; private set; }

    [Parameter("places that a person ready for discharge from the ward presses for", Number, 1, 0, 3, Uncertain,
        Assumed, "assumed: the municipality is liable for the days")]
    public double PressDelayed { get; private set; }

    [Parameter("places that a person placed outside presses for", Number, .25, 0, 1, Uncertain,
        Assumed, "assumed: some could live at home in a place with staff")]
    public double PressPlaced { get; private set; }

    [Parameter("places that a bed closed in the last years presses for", Number, .5, 0, 2, Uncertain,
        Assumed, "assumed: in the reform of 1995 long-stay patients became the municipality's")]
    public double PressBeds { get; private set; }

    [Parameter("months after which beds that were closed press for places no more, as mean", Months, 36, 6, 120, Uncertain,
        Assumed, "assumed")]
    public double BedsForgotten { get; private set; }
}
