using Samverkan.Model.Indicators;
using static Samverkan.Model.Indicators.IndicatorCatalogue;

namespace Samverkan.Analysis.Comparisons;

/// <summary>One row of the printed table, in the unit that it is printed in.</summary>
/// <param name="Indicator">Its id; "sustained" for the last row, which is no indicator of a month.</param>
/// <param name="Decimals">Digits after the point.</param>
/// <param name="AsPercent">Shares that are printed in per cent; the estimate holds shares.</param>
public sealed record HeadlineRow(string Indicator, string Label, string Unit, PairedEstimate Estimate, int Decimals, bool AsPercent = false);

/// <summary>The dozen figures by which a planner judges a scenario, people first.</summary>
public static class HeadlineTable
{
    public const string SustainedId = "sustained";
    private const double Thousand = 1e3;
    private const double Million = 1e6;

    private static readonly (Indicator Indicator, string Label, string Unit, double Scale, int Decimals)[] Listed =
    [
        (UnmetPerPerson, "unmet needs per person in service", "needs", 1, 2),
        (UnmetPerEligible, "unmet needs per eligible person", "needs", 1, 2),
        (InService, "people in service", "persons", 1, 0),
        (Waiting, "people waiting", "persons", 1, 1),
        (BedDays, "bed days per person and year", "days", 1, 2),
        (DelayedDays, "delayed days per person and year", "days", 1, 2),
        (CostPerPerson, "cost per person and year (kSEK)", "kSEK", Thousand, 1),
        (CostPerMetNeed, "cost per met need and year (kSEK)", "kSEK", Thousand, 1),
        (CountyDemandCost, "county's demand-driven cost (MSEK a year)", "MSEK per year", Million, 2),
        (MunicipalDemandCost, "municipality's demand-driven cost (MSEK a year)", "MSEK per year", Million, 2),
        (Trust, "trust in the committee", "index", 1, 2),
        (TeamCooperation, "cooperation in teams", "index", 1, 2),
        (Meetings, "committee meetings per year", "meetings", 1, 1),
    ];

    public static IReadOnlyList<HeadlineRow> Of(PairedComparison comparison, int scenario) =>
    [
        .. Listed.Select(row => new HeadlineRow(
            row.Indicator.Id, row.Label, row.Unit, comparison.Estimate(scenario, row.Indicator).In(row.Scale), row.Decimals)),
        new HeadlineRow(
            SustainedId, $"cooperation sustained to {comparison.Base.Blueprint.To.Year}", "share",
            comparison.EstimateKept(scenario), 0, AsPercent: true),
    ];
}
