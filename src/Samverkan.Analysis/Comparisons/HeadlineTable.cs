using Samverkan.Analysis.Results;
using Samverkan.Analysis.Sustainability;
using Samverkan.Model.Indicators;
using Samverkan.Model.Parameters;
using Samverkan.Runs.Scenarios.Own;
using static Samverkan.Model.Indicators.IndicatorCatalogue;

namespace Samverkan.Analysis.Comparisons;

/// <summary>
/// The figures by which a planner judges a scenario, people first: means from the first month of the policy to the end of the
/// horizon, the same for all pairs.
/// </summary>
public static class HeadlineTable
{
    private const double Thousand = 1e3;
    private const double Million = 1e6;

    internal static IReadOnlyList<(Indicator Indicator, string Label, string Unit, double Scale, int Decimals)> Listed { get; } =
    [
        (UnmetPerEligible, "unmet needs per eligible person", "needs", 1, 2),
        (ManyNeedsOutside, "of those with five or more unmet needs, not in service", "share", 1, 0),
        (LongOut, "people two years out of contact", "persons", 1, 1),
        (UnmetCrises, "crises without a bed per year", "crises", 1, 1),
        (Readmissions, "readmission within 28 days", "share", 1, 0),
        (UnmetPerPerson, "unmet needs per person in service", "needs", 1, 2),
        (InService, "people in service", "persons", 1, 0),
        (Waiting, "people waiting", "persons", 1, 1),
        (WaitMedian, "waiting time, median (days)", "days", 1, 0),
        (WaitNinth, "waiting time, 90th percentile (days)", "days", 1, 0),
        (WaitOver90, "waits of over 90 days", "share", 1, 0),
        (WaitFewNeeds, "waiting time with up to four unmet needs (days)", "days", 1, 0),
        (WaitManyNeeds, "waiting time with five or more (days)", "days", 1, 0),
        (BedDays, "bed days per person and year", "days", 1, 2),
        (DelayedDays, "delayed days per person and year", "days", 1, 2),
        (CostPerPerson, "cost per person and year (kSEK)", "kSEK", Thousand, 1),
        (DearestShare, "of the cost of persons, on the dearest 15 %", "share", 1, 0),
        (CostPerMetNeed, "cost per met need and year (kSEK)", "kSEK", Thousand, 1),
        (CountyDemandCost, "county's demand-driven cost (MSEK a year)", "MSEK per year", Million, 2),
        (MunicipalDemandCost, "municipality's demand-driven cost (MSEK a year)", "MSEK per year", Million, 2),
        (Trust, "trust in the committee", "index", 1, 2),
        (TeamCooperation, "cooperation in teams", "index", 1, 2),
        (Meetings, "committee meetings per year", "meetings", 1, 1),
    ];

    private static readonly (string Id, string Label, Ending Ending)[] Fates =
    [
        ("fate.standing", "cooperation not dissolved by {0}", Ending.Dissolved),
        ("fate.neverHollow", "cooperation never hollow by {0}", Ending.Hollow),
        ("fate.benefitKept", "benefit of both sectors kept to {0}", Ending.BenefitLost),
        ("sustained", "neither dissolved nor hollow by {0}", Ending.NotSustained),
    ];

    private static readonly Indicator[] FirstFigures = [UnmetPerEligible, UnmetCrises, InService, Waiting, CostPerPerson];

    /// <summary>The rows that are indicators.</summary>
    public static IReadOnlyList<Indicator> Indicators { get; } = [.. Listed.Select(row => row.Indicator)];

    /// <summary>What these rows are called, in English.</summary>
    public static IReadOnlyList<string> Labels { get; } = [.. Listed.Select(row => row.Label)];

    public static IReadOnlyList<ResultRow> Of(PairedComparison comparison, int scenario) =>
    [
        .. comparison.Own.Select((outcome, place) => Own(outcome, comparison.EstimateOwn(scenario, place))),
        .. Listed.Select(row => ResultRow.Of(
            row.Indicator.Id, row.Label, row.Unit, comparison.Headline(scenario, row.Indicator).In(row.Scale), row.Decimals,
            row.Indicator.Better,
            asPercent: row.Unit == "share")),
        .. Fates.Select(row => ResultRow.Of(
            row.Id, string.Format(null, row.Label, comparison.Base.Blueprint.To.Year), "share",
            comparison.Estimate(scenario, row.Ending), 0, Better.Higher,
            asPercent: true)),
        .. WhileItLasts(comparison, scenario),
    ];

    private static ResultRow Own(OwnOutcome outcome, PairedEstimate estimate)
    {
        var asPercent = outcome.Measure == Measure.Share;
        var size = Math.Abs(estimate.Base);
        var unit = asPercent || outcome.Unit is "" or "index" or "ratio" ? "" : $" ({outcome.Unit})";
        var decimals = asPercent ? 1 : size >= 1000 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3;
        return ResultRow.Of(
            outcome.Id, outcome.Title + unit, outcome.Unit, estimate, decimals, outcome.Better, asPercent);
    }

    // Of a policy with an end: the first figures over its own months, beside those to the end of the horizon.
    private static IEnumerable<ResultRow> WhileItLasts(PairedComparison comparison, int scenario) =>
        comparison.Ends[scenario] is not { } end ? []
        : Listed.Where(row => FirstFigures.Contains(row.Indicator)).Select(row => ResultRow.Of(
            $"{row.Indicator.Id}.whileItLasts", $"{row.Label}, while it lasts (to {end})", row.Unit,
            comparison.WhileItLasts(scenario, row.Indicator, end).In(row.Scale), row.Decimals, row.Indicator.Better,
            asPercent: row.Unit == "share"));
}
