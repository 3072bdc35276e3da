using Samverkan.Model;
using static Samverkan.Model.Indicators.IndicatorCatalogue;

namespace Samverkan.Analysis.Patterns.Stated;

internal sealed class CollapseIsFaster() : Pattern(
    "7", "Cooperation collapses faster than it builds, and early loss of core members does more harm than late loss.",
    Variant.Baseline, Variant.FeaturesAbsent, Variant.LeadersEarly, Variant.LeadersLate)
{
    private const double High = .75;
    private const double Low = .375;
    private const double LeastPeak = .25;

    public override IEnumerable<PatternFigure> Judge(Worlds worlds)
    {
        var rise = worlds.Median(Variant.FeaturesAbsent, life => MonthsOfRiseAndFall(life).Rise);
        var fall = worlds.Median(Variant.FeaturesAbsent, life => MonthsOfRiseAndFall(life).Fall);
        yield return PatternFigure.Within(
            "months from the start to 3/4 of the peak where cooperation later collapses, median", rise, 1, Any, "0");
        yield return PatternFigure.Within("months from 3/4 to 3/8 of the peak, median", fall, 0, rise - 1, "0", "faster");
        var early = worlds.Difference(Variant.Baseline, Variant.LeadersEarly, CooperationIndex, new(1998, 2004)).Difference;
        var late = worlds.Difference(Variant.Baseline, Variant.LeadersLate, CooperationIndex, new(2009, 2015)).Difference;
        yield return PatternFigure.Within(
            "cooperation in the seven years after early loss (1998-2004)", early, -Any, -.001, "0.000");
        yield return PatternFigure.Within(
            "the same after late loss (2009-2015), less that of early loss", late - early, .001, Any, "0.000", "early is worse");
    }

    /// <summary>Not a number where a cooperation that had been built up did not fall that far.</summary>
    private static (double Rise, double Fall) MonthsOfRiseAndFall(LifeRecord life)
    {
        var index = Enumerable.Range(0, (life.LastYear - life.FirstYear + 1) * 12)
            .Select(i => life.In(CooperationIndex, Month.Of(life.FirstYear) + i)).ToList();
        // The first collapse: what is built up again later has a peak of its own.
        var peak = 0.0;
        var bottom = index.FindIndex(value => (peak = Math.Max(peak, value)) >= LeastPeak && value <= Low * peak);
        if (bottom < 0)
            return (double.NaN, double.NaN);
        return (
            index.FindIndex(value => value >= High * peak) + 1,
            bottom - index.FindLastIndex(bottom, value => value >= High * peak));
    }
}
