using Samverkan.Model;
using Samverkan.Model.Indicators;
using Samverkan.Runs.Execution;
using Samverkan.Runs.Studies;

namespace Samverkan.Analysis.Studies;

/// <summary>
/// Makes one figure of a run for each outcome that measures an indicator: the mean over the months of its period, the sum
/// per year, or the last month's value; over several municipalities their mean, or their sum.
/// </summary>
/// <remarks>Months in which an indicator is undefined (not a number) do not count; without any it stays undefined.</remarks>
internal sealed class FigureObserver : IRunObserver
{
    private const int MonthsOfAYear = 12;

    private readonly IReadOnlyList<Outcome> outcomes;
    private readonly int[][] asking;
    private readonly double[] sums;
    private readonly int[] counts;

    public FigureObserver(IReadOnlyList<Outcome> outcomes)
    {
        this.outcomes = outcomes;
        (sums, counts) = (new double[outcomes.Count], new int[outcomes.Count]);
        asking =
            [.. IndicatorCatalogue.All.Select(i => Enumerable.Range(0, outcomes.Count).Where(o => outcomes[o].Indicator == i)
                .ToArray())];
    }

    public void Observe(MonthResult month)
    {
        for (var o = 0; o < outcomes.Count; o++)
            if (outcomes[o].Indicator?.Over == Reduction.Last && In(month.Month, outcomes[o]))
                (sums[o], counts[o]) = (0, 0);
        foreach (var seen in month.Observations)
            foreach (var o in asking[seen.Indicator.Index])
                if (Counts(seen, outcomes[o]) && In(month.Month, outcomes[o]))
                {
                    sums[o] += seen.Value;
                    counts[o]++;
                }
    }

    /// <summary>The figure of an outcome, after the run.</summary>
    public double Figure(int outcome) =>
        counts[outcome] == 0 ? double.NaN
            : outcomes[outcome].Indicator!.Over == Reduction.Sum
            ? sums[outcome] * MonthsOfAYear / (outcomes[outcome].To - outcomes[outcome].From + 1)
            : sums[outcome] / counts[outcome];

    private static bool In(Month month, Outcome outcome) => month >= outcome.From && month <= outcome.To;

    private static bool Counts(in Observation seen, Outcome outcome) =>
        seen.Group == outcome.Group && !double.IsNaN(seen.Value) && seen.Actor.Kind == ActorKind.Municipality
            && (outcome.Municipalities.IsEmpty || outcome.Municipalities.Contains(seen.Actor.Code));
}
