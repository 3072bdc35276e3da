using Samverkan.Analysis.Sustainability;
using Samverkan.Model.Indicators;
using static Samverkan.Model.Indicators.IndicatorCatalogue;

namespace Samverkan.Analysis.Comparisons;

/// <summary>
/// What a scenario does, in one sentence for someone who decides: to people, to money and to the cooperation. A direction
/// is named only where the 95 % interval leaves out 0.
/// </summary>
public static class Answer
{
    private const double Million = 1e6;

    public static string To(PairedComparison comparison, int scenario)
    {
        var title = comparison.Scenarios[scenario].Title;
        if (ChangesNothing(comparison, scenario))
            return $"{title} changes nothing: every figure of every replication is equal to the bit.";
        return comparison.Replications == 1
            ? $"One replication tells a story, not an effect: in it, {title} {OneStory(comparison, scenario)}. Run more to know."
            : $"{title} {Needs(comparison, scenario)}, {Reach(comparison, scenario)}{Money(comparison, scenario)}, and {Cooperation(comparison, scenario)}.";
    }

    private static string OneStory(PairedComparison comparison, int scenario)
    {
        var unmet = comparison.Estimate(scenario, UnmetPerPerson);
        return unmet.Difference switch
        {
            double.NaN => "has nobody in service",
            0 => "leaves as many unmet needs per person in service as there are without it",
            var difference => $"leaves {Size(unmet, 2)} {(difference > 0 ? "more" : "fewer")} unmet needs per person in service",
        };
    }

    private static bool ChangesNothing(PairedComparison comparison, int scenario) =>
        comparison.Outcomes[0].Zip(comparison.Outcomes[scenario]).All(pair => pair.First.Hash == pair.Second.Hash);

    private static string Needs(PairedComparison comparison, int scenario)
    {
        var unmet = comparison.Estimate(scenario, UnmetPerPerson);
        if (!unmet.IsClear)
            return $"makes no clear difference to unmet needs per person in service ({Interval(unmet, 2)})";
        var (more, share) = unmet.Difference > 0 ? ("more", $"worse in {Of(unmet.WorseShare, unmet)}") : ("fewer", $"better in {Of(unmet.BetterShare, unmet)}");
        return $"leaves {Size(unmet, 2)} {more} unmet needs per person in service ({Interval(unmet, 2)}; {share})";
    }

    /// <summary>Said only when it is clear: a cut that shows in nobody's needs may show in how many are served.</summary>
    private static string Reach(PairedComparison comparison, int scenario)
    {
        var served = comparison.Estimate(scenario, InService);
        return served.IsClear && TableText.Rounded(served.Difference, 0) != "0"
            ? $"serves {Size(served, 0)} {(served.Difference > 0 ? "more" : "fewer")} people, "
            : "";
    }

    private static string Money(PairedComparison comparison, int scenario)
    {
        var county = comparison.Estimate(scenario, CountyDemandCost).In(Million);
        var municipality = comparison.Estimate(scenario, MunicipalDemandCost).In(Million);
        var countyPaysLess = comparison.Estimate(scenario, CountyFrame).IsClear && comparison.Estimate(scenario, CountyFrame).Difference < 0;
        var municipalityPaysLess = comparison.Estimate(scenario, MunicipalFrame).IsClear && comparison.Estimate(scenario, MunicipalFrame).Difference < 0;
        if (countyPaysLess && !municipalityPaysLess && municipality.IsClear && municipality.Difference > 0)
            return $"moves {Money(municipality)} of cost to the municipality";
        if (municipalityPaysLess && !countyPaysLess && county.IsClear && county.Difference > 0)
            return $"moves {Money(county)} of cost to the county";
        var told = new[] { ("county", county), ("municipality", municipality) }.Where(sector => sector.Item2.IsClear).ToList();
        return told.Count == 0
            ? "makes no clear difference to the demand-driven cost of either sector"
            : string.Join(" and ", told.Select(sector =>
                $"{(sector.Item2.Difference > 0 ? "adds" : "takes")} {Money(sector.Item2)} {(sector.Item2.Difference > 0 ? "to" : "off")} the {sector.Item1}'s demand-driven cost"));
    }

    private static string Cooperation(PairedComparison comparison, int scenario)
    {
        var year = comparison.Base.Blueprint.To.Year;
        var (before, after) = (comparison.Count(0, Fate.Lost), comparison.Count(scenario, Fate.Lost));
        var all = comparison.Outcomes[scenario].Sum(run => run.Fates.Count);
        var what = comparison.Outcomes[scenario][0].Fates.Count > 1 ? "cooperations" : "replications";
        var never = comparison.Count(scenario, Fate.NeverBegan);
        if (never == all)
            return $"no cooperation begins in any of {all} {what}";
        var neverToo = never > 0 ? $" (it never begins in {never})" : "";
        if ((before, after, never) == (0, 0, 0))
            return $"the cooperation lasts to {year} in every one of {all} {what}, as it does without it";
        if (before == after)
            return $"the cooperation ends before {year} in {after} of {all} {what}, as often as without it{neverToo}";
        var doubt = comparison.EstimateKept(scenario).IsClear || never > 0 ? "" : ", which may be chance";
        return $"the cooperation ends before {year} in {after} of {all} {what} instead of {before}{doubt}{neverToo}";
    }

    /// <summary>An estimate in millions; small sums keep their digits, so that nothing clear is told as 0.0.</summary>
    private static string Money(PairedEstimate millions) => $"{Size(millions, Math.Abs(millions.Difference) < .1 ? 2 : 1)} MSEK a year";

    private static string Interval(PairedEstimate estimate, int decimals) => double.IsNaN(estimate.HalfWidth)
        ? $"difference {TableText.Rounded(estimate.Difference, decimals)} in {estimate.Pairs} pairs"
        : $"95 % interval {TableText.Rounded(estimate.Low, decimals)} to {TableText.Rounded(estimate.High, decimals)}";

    private static string Size(PairedEstimate estimate, int decimals) => TableText.Rounded(Math.Abs(estimate.Difference), decimals);

    private static string Of(double? share, PairedEstimate estimate) => $"{Math.Round((share ?? 0) * estimate.Pairs)} of {estimate.Pairs} pairs";
}
