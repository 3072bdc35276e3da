using Samverkan.Model;
using Samverkan.Model.Economy;
using Samverkan.Model.Indicators;
using Samverkan.Runs.Execution;

namespace Samverkan.Analysis.Comparisons;

/// <summary>
/// The figures of the headline month by month, and every payment year by year, over the whole horizon of a run: totals and means
/// that depend neither on what else is compared nor on the months that tables show.
/// </summary>
public sealed class HorizonFigures(Blueprint world) : IRunObserver
{
    private const double MonthsOfAYear = 12;

    private static readonly Indicator[] Kept = [.. HeadlineTable.Indicators, IndicatorCatalogue.UnmetNeedMonths];
    private static readonly int[] Column = Columns();

    private readonly double[] values = new double[Kept.Length * (world.To - world.From + 1)];
    private readonly int[] counts = new int[Kept.Length * (world.To - world.From + 1)];
    private readonly double[] paid = new double[FlowKinds.Count * (world.To.Year - world.From.Year + 1)];

    public void Observe(MonthResult month)
    {
        foreach (var seen in month.Observations)
        {
            if (seen.Group is not null || seen.Actor.Kind != ActorKind.Municipality || double.IsNaN(seen.Value))
                continue;
            if (Column[seen.Indicator.Index] is >= 0 and var column)
            {
                values[At(month.Month, column)] += seen.Value;
                counts[At(month.Month, column)]++;
            }
            else if (seen.Indicator.Index - IndicatorCatalogue.Payments[0].Index is >= 0 and < FlowKinds.Count and var flow)
                paid[(month.Month.Year - world.From.Year) * FlowKinds.Count + flow] += seen.Value;
        }
    }

    public void Finish() { }

    /// <summary>
    /// From a month to another, or to the end of the horizon: the mean of the months in which it is defined, the sum per year, or
    /// the last value,
    /// as the indicator says; not a number if it is never defined.
    /// </summary>
    public double From(Month start, Indicator indicator, Month? until = null)
    {
        var (sum, count, months) = (0.0, 0, 0);
        for (var month = start; month <= (until ?? world.To); month += 1, months++)
        {
            var at = At(month, Column[indicator.Index]);
            (sum, count) = indicator.Over == Reduction.Last && counts[at] > 0 ? (values[at], counts[at])
                : (sum + values[at], count + counts[at]);
        }
        return count == 0 ? double.NaN : indicator.Over == Reduction.Sum ? sum * MonthsOfAYear / months : sum / count;
    }

    /// <summary>The sum over all months and municipalities.</summary>
    public double Total(Indicator indicator)
    {
        var sum = 0.0;
        for (var month = world.From; month <= world.To; month += 1)
            sum += values[At(month, Column[indicator.Index])];
        return sum;
    }

    /// <summary>SEK that was paid in a calendar year, all municipalities together.</summary>
    public double Paid(int year, Flow flow) => paid[(year - world.From.Year) * FlowKinds.Count + (int)flow];

    private int At(Month month, int column) => (month - world.From) * Kept.Length + column;

    private static int[] Columns()
    {
        var columns = Enumerable.Repeat(-1, IndicatorCatalogue.All.Count).ToArray();
        for (var i = 0; i < Kept.Length; i++)
            columns[Kept[i].Index] = i;
        return columns;
    }
}
