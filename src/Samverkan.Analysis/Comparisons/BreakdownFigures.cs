using Samverkan.Model;
using Samverkan.Model.Economy;
using Samverkan.Model.Indicators;
using Samverkan.Model.Needs;
using Samverkan.Runs.Execution;

namespace Samverkan.Analysis.Comparisons;

/// <summary>Whom a run affected: figures of every target group, and every kind of payment, over a period.</summary>
/// <param name="since">First month that counts.</param>
public sealed class BreakdownFigures(Month since) : IRunObserver
{
    private const int MonthsOfAYear = 12;

    private static readonly Dictionary<string, int> Groups = TargetGroups.Ids.Select((id, place) => (id, place))
        .ToDictionary(one => one.id, one => one.place);

    private readonly double[] sums = new double[TargetGroups.Count * ByGroup.Count];
    private readonly int[] counts = new int[TargetGroups.Count * ByGroup.Count];
    private readonly double[] paid = new double[FlowKinds.Count];
    private int months;

    /// <summary>The indicators that are reported for every target group.</summary>
    public static IReadOnlyList<Indicator> ByGroup { get; } =
    [
        IndicatorCatalogue.UnmetPerEligible, IndicatorCatalogue.Eligible, IndicatorCatalogue.InService, IndicatorCatalogue.Reach,
        IndicatorCatalogue.Waiting, IndicatorCatalogue.JointReach, IndicatorCatalogue.Crises, IndicatorCatalogue.DelayedDays,
    ];

    // Uses ByGroup, which is initialised before it.
    private static readonly int[] Column = Columns();

    /// <summary>Mean of a group's indicator over months (and municipalities); not a number if it never had one.</summary>
    public double Of(TargetGroup group, Indicator indicator)
    {
        var at = (int)group * ByGroup.Count + Column[indicator.Index];
        return counts[at] == 0 ? double.NaN : sums[at] / counts[at];
    }

    /// <summary>SEK per year of a kind of payment, all municipalities together.</summary>
    public double Of(Flow flow) => months == 0 ? double.NaN : paid[(int)flow] * MonthsOfAYear / months;

    public void Observe(MonthResult month)
    {
        if (month.Month < since)
            return;
        months++;
        foreach (var seen in month.Observations)
        {
            if (seen.Actor.Kind != ActorKind.Municipality || double.IsNaN(seen.Value))
                continue;
            if (seen.Group is { } group && Column[seen.Indicator.Index] is >= 0 and var column)
            {
                var at = Groups[group] * ByGroup.Count + column;
                sums[at] += seen.Value;
                counts[at]++;
            }
            else if (seen.Group is null
                && seen.Indicator.Index - IndicatorCatalogue.Payments[0].Index is >= 0 and < FlowKinds.Count and var flow)
                paid[flow] += seen.Value;
        }
    }

    private static int[] Columns()
    {
        var columns = Enumerable.Repeat(-1, IndicatorCatalogue.All.Count).ToArray();
        for (var i = 0; i < ByGroup.Count; i++)
            columns[ByGroup[i].Index] = i;
        return columns;
    }
}
