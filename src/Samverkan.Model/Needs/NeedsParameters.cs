using Samverkan.Model.Parameters;
using static Samverkan.Model.Parameters.Evidence;
using static Samverkan.Model.Parameters.Measure;
using static Samverkan.Model.Parameters.Role;

namespace Samverkan.Model.Needs;

/// <summary>Prevalence and course of needs (rules: <see cref="TransitionTable"/>, <see cref="NeedTransitions"/>).</summary>
[Reaches(Reach.Care)]
public sealed class NeedsParameters : ParameterSection
{
    [Parameter("whether the county leads needs about alcohol and drugs, which else need both sectors",
        Switch, 0, 0, 1, Lever, Expert, "a state inquiry proposed that the region leads treatment (SOU 2021:93, remembered)",
        Name = "the county's lead on alcohol and drugs")]
    public double CountyLeadsAddiction { get; private set; }

    private const string Prior =
        "constructed prior: sums to 6.15 and 2.60 (Middelboe, 5 Nordic countries), rank order of Gomez-Sanchez-Lafuente 2021";

    [Parameter("share of persons under reference care with a need in the domain, met or unmet", Share, .3, .01, .85, Uncertain,
        Assumed, Prior,
        By = Keys.Domain, Defaults = [.30, .30, .35, .20, .45, .35, .60, .35, .55, .15, .08, .12, .06, .48, .35, .22, .06, .18,
            .07, .25, .38, .30])]
    public Table Any { get; private set; } = null!;

    [Parameter("share of persons under reference care with an unmet need in the domain", Share, .1, .01, .6, Uncertain, Assumed,
        Prior,
        By = Keys.Domain, Defaults = [.08, .05, .08, .05, .20, .14, .20, .15, .25, .06, .03, .07, .04, .27, .26, .16, .03, .09,
            .03, .09, .13, .14])]
    public Table Unmet { get; private set; } = null!;

    [Parameter("factor on the prevalence of needs led by the county", Number, 1, .2, 3, Uncertain, Assumed, "assumed",
        By = Keys.Group,
        Defaults = [1.0, 1.0, 1.0, 1.15, .8, 1.0, 1.0, 1.15, .8])]
    public Table Clinical { get; private set; } = null!;

    [Parameter("factor on the prevalence of needs led by the municipality", Number, 1, .2, 3, Uncertain, Assumed, "assumed",
        By = Keys.Group,
        Defaults = [1.0, .75, .85, .8, 1.05, 1.1, 1.15, 1.0, 1.3])]
    public Table Social { get; private set; } = null!;

    [Parameter("factor on the prevalence of needs that both share", Number, 1, .2, 3, Uncertain, Assumed, "assumed",
        By = Keys.Group,
        Defaults = [1.0, .95, .9, 1.15, 1.05, 1.0, .95, 1.05, .95])]
    public Table Relational { get; private set; } = null!;

    [Parameter("further factor on the prevalence of psychotic symptoms", Number, 1, .05, 2, Uncertain, Assumed, "assumed",
        By = Keys.Group,
        Defaults = [1.3, .15, .6, .2, .15, .8, .3, .3, .5])]
    public Table Psychotic { get; private set; } = null!;

    [Parameter("further factor on the prevalence of alcohol and drug needs", Number, 1, .1, 8, Uncertain, Derived,
        "dual diagnosis in 14-50 % of patients (UK and Norwegian reviews); factor assumed", By = Keys.Group,
        Defaults = [.8, .8, .9, 1.3, .8, 4.5, .6, .5, .5])]
    public Table Substance { get; private set; } = null!;

    [Parameter("effective care under which the prevalences hold", Share, .52, .46, .62, Uncertain, Assumed,
        "calibrated to 2.6 unmet needs (Middelboe)")]
    public double ReferenceCare { get; private set; }

    [Parameter("unmet need that goes away by itself", PerMonth, .02, .014, .026, Uncertain, Derived,
        "12-month fate of unmet needs, Wiersma 2009")]
    public double Spontaneous { get; private set; }

    [Parameter("met need that ends, under full care", PerMonth, .045, .03, .06, Uncertain, Derived, "Wiersma 2009")]
    public double Recover { get; private set; }

    [Parameter("met need that becomes unmet, without care", PerMonth, .06, .045, .08, Uncertain, Derived, "Wiersma 2009")]
    public double Lapse { get; private set; }

    [Parameter("how much unmet needs bring new ones: factor of onset rises by this if all are unmet", Number, 1, 0, 2, Uncertain,
        Assumed, "assumed")]
    public double Spill { get; private set; }
}
