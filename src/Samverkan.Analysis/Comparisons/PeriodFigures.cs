using Samverkan.Model;
using Samverkan.Model.Indicators;
using Samverkan.Runs.Execution;

namespace Samverkan.Analysis.Comparisons;

/// <summary>
/// One figure for every headline indicator of a run: the mean over its months, the sum per year, or the last month's value,
/// as the indicator says. Several municipalities give their mean or their sum.
/// </summary>
/// <remarks>Months in which an indicator is undefined (not a number) do not count. Without others it is undefined.</remarks>
/// <param name="since">First month that counts; null: all do.</param>
public sealed class PeriodFigures(Month since = default) : IRunObserver
{
    private const int MonthsOfAYear = 12;

    private readonly double[] sums = new double[IndicatorCatalogue.All.Count];
    private readonly int[] counts = new int[IndicatorCatalogue.All.Count];
    private readonly double[] figures = new double[IndicatorCatalogue.All.Count];
    private int months;

    /// <summary>Read after the run; not a number if the indicator was never defined.</summary>
    public double this[Indicator indicator] => figures[indicator.Index];

    public void Observe(MonthResult month)
    {
        if (month.Month < since)
            return;
        months++;
        foreach (var indicator in IndicatorCatalogue.All)
            if (indicator.Over == Reduction.Last)
                (sums[indicator.Index], counts[indicator.Index]) = (0, 0);
        foreach (var seen in month.Observations)
        {
            if (!seen.Indicator.Headline || seen.Group is not null || double.IsNaN(seen.Value)
                || seen.Actor.Kind != ActorKind.Municipality)
                continue;
            sums[seen.Indicator.Index] += seen.Value;
            counts[seen.Indicator.Index]++;
        }
    }

    public void Finish()
    {
        foreach (var indicator in IndicatorCatalogue.All)
        {
            var (sum, count) = (sums[indicator.Index], counts[indicator.Index]);
            figures[indicator.Index] = count == 0 ? double.NaN : indicator.Over == Reduction.Sum ? sum * MonthsOfAYear / months
                : sum / count;
        }
    }
}
