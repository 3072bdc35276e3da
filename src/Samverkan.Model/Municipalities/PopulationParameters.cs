using Samverkan.Model.Parameters;
using static Samverkan.Model.Parameters.Evidence;
using static Samverkan.Model.Parameters.Measure;
using static Samverkan.Model.Parameters.Role;

namespace Samverkan.Model.Municipalities;

/// <summary>The eligible population: who there is at the start, who comes, who leaves. Persons per reference
/// municipality.</summary>
public sealed class PopulationParameters : ParameterSection
{
    [Parameter("inhabitants that persons, posts, beds, places and frames of the case are stated for", Persons, 96_000, 1_000,
        10e6,
        Structural, Study, "Klinga 2018: just over 96,000")]
    public double Reference { get; private set; }

    [Parameter("growth of inhabitants a year beside the counts, and beside a place's own rate after the last", PerYear, 0, -.05,
        .05,
        Lever, Assumed, "0: counts until 2024, then the place's own rate, halved every ten years; no forecast",
        Name = "growth of inhabitants beside the place's own")]
    public double Growth { get; private set; }

    [Parameter("eligible persons at the start", Persons, 0, 0, 1e6, Uncertain, Derived,
        "0.63 % of adults (Stefansson & Hansson 2001) widened by group; mix assumed", By = Keys.Group,
        Defaults = [340, 50, 31, 44, 41, 66, 51, 25, 31], Scales = Scaling.ByInhabitants)]
    public Table Initial { get; private set; } = null!;

    [Parameter("new cases a year", PersonsPerYear, 0, 0, 1e6, Lever, Derived,
        "psychosis: 53-63 per 100,000 person-years (Hollander 2016); entry 15 % of stock (Arvidsson 2004); others assumed",
        By = Keys.Group, Defaults = [17, 6, 2.5, 5.5, 4, 7, 7, 4, 2], Name = "new cases among {0}",
        AllName = "new cases in every group", Scales = Scaling.ByInhabitants)]
    public Table NewPerYear { get; private set; } = null!;

    [Parameter("growth of the number of new cases a year, from the start", PerYear, 0, -.2, .3, Uncertain, Assumed,
        "direction after Arvidsson 2009: fewer with schizophrenia, more mood disorder and addiction", By = Keys.Group,
        Defaults = [-.005, .02, .01, .025, .075, .025, .02, .05, .01])]
    public Table Drift { get; private set; } = null!;

    [Parameter("years after which the growth of new cases ends", Number, 10, 0, 100, Uncertain, Assumed,
        "assumed: diagnosis rates level off")]
    public double DriftYears { get; private set; }

    [Parameter("years for which new cases had grown before the start", Number, 0, 0, 100, Structural, Assumed,
        "the prevalent population is stated for the start")]
    public double DriftBehind { get; private set; }

    [Parameter("death and moving away, a year, at entry", PerYear, .07, .01, .4, Uncertain, Derived,
        "9.3 %/year over 5 years, 7.6 % over 10 (Arvidsson 2004, 2011); by group assumed", By = Keys.Group,
        Defaults = [.045, .08, .06, .085, .055, .075, .12, .085, .045], Reach = Reach.Care)]
    public Table Exit { get; private set; } = null!;

    [Parameter("share of exits that are deaths", Share, .30, .05, .95, Uncertain, Derived,
        "annual death 1.5-2.5 % of adults with severe mental illness (Nordentoft 2013, Wahlbeck 2011)", By = Keys.Group,
        Defaults = [.35, .15, .25, .12, .10, .30, .60, .08, .25], Reach = Reach.Care)]
    public Table DeathShare { get; private set; } = null!;

    [Parameter("shape of the gamma distribution of severity (mean 1)", Number, 2.5, 1, 6, Uncertain, Assumed, "assumed")]
    public double SeverityShape { get; private set; }

    [Parameter("share of the initial population that is in contact with services", Share, .80, 0, 1, Uncertain, Derived,
        "540 of 680; nearly the whole target group was enrolled in 2006 (Lakartidningen 2006)")]
    public double InContact { get; private set; }

    [Parameter("share of those in contact at the start who are placed outside the municipality", Share, .017, 0, .2, Uncertain,
        Assumed,
        "assumed: 9 persons")]
    public double Placed { get; private set; }

    [Parameter("share of those discharged with hardly any need who have recovered out of the target population", Share, .4, 0, 1,
        Uncertain, Derived,
        "recovery out of severe mental illness: 19 % in 10 years, 50 % with neurosis and 6 % with psychosis (Arvidsson 2011); "
            + "share assumed", By = Keys.Group,
        Defaults = [.2, .5, .35, .5, .2, .3, .3, .5, .1], Reach = Reach.Care)]
    public Table Recovered { get; private set; } = null!;

    [Parameter("months without any need after which a person out of contact has recovered out of the target population", Months,
        24, 6, 60, Structural, Assumed,
        "assumed: the population is defined by lasting needs", Reach = Reach.Care)]
    public double RecoveryMonths { get; private set; }

    [Parameter("growth of a person's mortality with each year since entry", PerYear, .05, 0, .1, Uncertain, Expert,
        "mortality grows by some 9 % with each year of age; cohorts mix", Reach = Reach.Care)]
    public double Ageing { get; private set; }

    [Parameter("unmet share of needs at entry, as multiple of that under reference care", Number, 1.25, 1, 2, Uncertain, Assumed,
        "assumed: newcomers have had no care")]
    public double UnmetAtEntry { get; private set; }
}
