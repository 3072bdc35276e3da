using Samverkan.Model.Parameters;
using static Samverkan.Model.Parameters.Evidence;
using static Samverkan.Model.Parameters.Measure;
using static Samverkan.Model.Parameters.Role;

namespace Samverkan.Model.Counties;

/// <summary>Beds, stays and discharges (rules: <see cref="BedGrants"/>, <see cref="WardStay"/>).</summary>
public sealed class WardParameters : ParameterSection
{
    [Parameter("beds for these groups per reference municipality", Measure.Beds, 16, 0, 100, Lever, Derived,
        "18-45 general psychiatric beds per 96,000 in 2009; part of them", Name = "ward beds", Scales = Scaling.ByInhabitants)]
    public double Beds { get; private set; }

    [Parameter("days in a month, for beds", Days, 30.4, 28, 31, Structural, Study, "calendar")]
    public double DaysPerMonth { get; private set; }

    [Parameter("mean length of stay, treatment only", Days, 20, 5, 60, Uncertain, Assumed,
        "calibrated to bed days per person and year (2007)",
        By = Keys.Group, Defaults = [26, 20, 24, 10, 14, 12, 28, 18, 20], Reach = Reach.Care)]
    public Table Stay { get; private set; } = null!;

    [Parameter("spread of the logarithm of the length of stay", Number, .8, .3, 1.2, Uncertain, Assumed, "assumed",
        Reach = Reach.Care)]
    public double StaySpread { get; private set; }

    [Parameter("days of a stay that fall in the month of admission, at most", Days, 15, 10, 20, Structural, Derived,
        "admissions spread evenly over the month")]
    public double FirstMonthDays { get; private set; }

    [Parameter("what crises asked for and got, as multiple of the beds, from which stays are cut short", Number, .9, .5, 1.2,
        Uncertain, Assumed,
        "wards above 90 % occupancy discharge early; level assumed", Reach = Reach.Care)]
    public double Crowded { get; private set; }

    [Parameter("multiple of the beds beyond that at which stays are cut most", Number, .5, .1, 2, Uncertain, Assumed,
        "assumed: with half as much again asked for as there is, nobody stays longer than must be", Reach = Reach.Care)]
    public double CrowdedSpan { get; private set; }

    [Parameter("share of a stay that is cut where stays are cut most", Share, .35, 0, .7, Uncertain,
        Assumed, "assumed", Reach = Reach.Care)]
    public double CutShort { get; private set; }

    [Parameter("what a stay that was cut short leaves behind at home, in crises", Number, 1, 0, 3, Uncertain, Assumed,
        "assumed: short stays come back", Reach = Reach.Care)]
    public double ShortStay { get; private set; }

    [Parameter("mean delay of discharge of a person with support at hand", Days, 2, 0, 10, Uncertain, Assumed, "assumed",
        Reach = Reach.Care)]
    public double Delay { get; private set; }

    [Parameter("further delay of a person with unmet municipal needs", Days, 3, 0, 10, Uncertain, Assumed, "assumed",
        Reach = Reach.Care)]
    public double DelaySocial { get; private set; }

    [Parameter("further delay of a person with unmet need of accommodation", Days, 3, 0, 15, Uncertain, Assumed, "assumed",
        Reach = Reach.Care)]
    public double DelayAccommodation { get; private set; }

    [Parameter("further delay of a person whom the other sector does not know", Days, 3, 0, 15, Uncertain, Assumed, "assumed",
        Reach = Reach.Care)]
    public double DelayUnknown { get; private set; }

    [Parameter("days in the ward in a year after which the other sector knows a person, since it was called to a plan", Days,
        21, 5, 60,
        Uncertain, Assumed, "the ward must call the municipality to a plan (law of 1990 on payment liability); time assumed",
            Reach = Reach.Care)]
    public double PlanningDays { get; private set; }

    [Parameter("share of the delay that a case manager takes away", Share, .25, 0, .6, Uncertain, Assumed,
        "assumed: it plans the discharge while the person is in the ward", Reach = Reach.Care)]
    public double DelayManaged { get; private set; }

    [Parameter("slope of the log delay on the strain of the receiving team", Number, 1.2, 0, 3, Uncertain, Assumed, "assumed",
        Reach = Reach.Care)]
    public double DelayStrain { get; private set; }

    [Parameter("strain of the receiving team below which the delay falls no further", Number, .5, .2, 1, Uncertain, Assumed,
        "assumed: an idle team still needs days to take a person over", Reach = Reach.Care)]
    public double DelayLeastStrain { get; private set; }

    [Parameter("strain of the receiving team above which the delay grows no further", Number, 2.5, 1.2, 5, Uncertain, Assumed,
        "assumed: the ward finds another way home", Reach = Reach.Care)]
    public double DelayMostStrain { get; private set; }

    [Parameter("share of the delay that full cooperation takes away", Share, .3, 0, .9, Uncertain, Assumed,
        "assumed; what case managers do is counted apart", Reach = Reach.Care)]
    public double DelayCooperation { get; private set; }

    [Parameter("spread of the logarithm of the delay", Number, 1, .3, 1.5, Uncertain, Assumed, "assumed", Reach = Reach.Care)]
    public double DelaySpread { get; private set; }

    [Parameter("factor on delays while the municipality shifts cost", Number, 2, 1, 4, Uncertain, Assumed, "assumed",
        Reach = Reach.Care)]
    public double ShiftedDelay { get; private set; }

    [Parameter("factor on stays while the county shifts cost", Share, .85, .5, 1, Uncertain, Assumed, "assumed",
        Reach = Reach.Care)]
    public double ShiftedStay { get; private set; }

    [Parameter("days ready for discharge after which the municipality pays", Days, 42, 0, 90, Lever, Expert,
        "30 weekdays under the payment liability act", Reach = Reach.Care,
        Name = "days before the municipality pays for a delayed discharge")]
    public double LegalDays { get; private set; }

    [Parameter("occupancy below which a county closes beds", Share, .72, .4, .9, Uncertain, Assumed,
        "Klinga 2018: policy since the 1990s moves care out of the ward; level assumed")]
    public double EmptyBeds { get; private set; }

    [Parameter("occupancy above which a county would reopen beds", Share, .92, .8, 1, Uncertain, Assumed, "assumed")]
    public double FullBeds { get; private set; }

    [Parameter("how fast a county's picture of its occupancy follows, a month", PerMonth, .08, .02, .5, Structural, Assumed,
        "a year's mean, about")]
    public double OccupancyPace { get; private set; }

    [Parameter("share of the free beds that branches get by population; the rest by what crises asked for", Share, .5, 0, 1,
        Structural, Assumed, "assumed")]
    public double FreeByPopulation { get; private set; }

    [Parameter("how fast a county's picture of what crises ask for follows, a month", PerMonth, .3, .05, 1, Structural, Assumed,
        "assumed")]
    public double WantedPace { get; private set; }
}
