using static Samverkan.Model.Indicators.IndicatorCatalogue;

namespace Samverkan.Analysis.Patterns.Observed;

internal sealed class NeedMixShifts() : Pattern(
    "V9", "The mix of needs shifts away from long-stay psychosis; the number served grows, then falls by 2015.", Variant.Baseline)
{
    private const string Psychosis = "psychosis";

    public override IEnumerable<PatternFigure> Judge(Worlds worlds)
    {
        yield return PatternFigure.Within(
            "persons with psychosis of those in service, 1996",
            worlds.Mean(Variant.Baseline, life => life.ShareInService(Psychosis, 1996)),
            .45, .75, Percent, "70 % at the start, assumed");
        yield return PatternFigure.Within(
            "the same, 2015",
            worlds.Mean(Variant.Baseline, life => life.ShareInService(Psychosis, 2015)),
            .25, .45, Percent, "40 %, assumed");
        var served = Enumerable.Range(1995, 21)
            .Select(year => (Year: year, Persons: worlds.Mean(Variant.Baseline, InService, year))).ToList();
        var peak = served.MaxBy(one => one.Persons);
        yield return PatternFigure.Within(
            "year in which most are served", peak.Year, 2003, 2014, "0", "growth, then fewer users in the review of 2015");
        yield return PatternFigure.Within(
            "served in 2015, against the peak", served[^1].Persons / peak.Persons - 1, -1, -.01, "0.0 %", "fewer");
    }
}
