using Samverkan.Model;
using Samverkan.Model.Indicators;
using Samverkan.Runs.Execution;

namespace Samverkan.Analysis.Comparisons;

/// <summary>The headline figures of a run, quarter by quarter: what a chart over time is drawn from.</summary>
public sealed class Trajectory(Blueprint blueprint) : IRunObserver
{
    private const int MonthsOfAQuarter = 3;

    private readonly Month from = blueprint.From;
    private readonly float[] values = new float[QuartersOf(blueprint) * IndicatorCatalogue.All.Count];
    private PeriodFigures? quarter;
    private int at;

    /// <summary>One value per quarter and indicator of the catalogue; not a number where it is undefined. Read after the
    /// run.</summary>
    public IReadOnlyList<float> Values => values;

    /// <summary>The first months of the quarters.</summary>
    public static IReadOnlyList<Month> Quarters(Blueprint blueprint) =>
        [.. Enumerable.Range(0, QuartersOf(blueprint)).Select(i => blueprint.From + i * MonthsOfAQuarter)];

    public static int PlaceOf(int quarter, Indicator indicator) => quarter * IndicatorCatalogue.All.Count + indicator.Index;

    public void Observe(MonthResult month)
    {
        var now = (month.Month - from) / MonthsOfAQuarter;
        if (now != at)
            Close();
        at = now;
        (quarter ??= new PeriodFigures()).Observe(month);
    }

    public void Finish() => Close();

    private void Close()
    {
        if (quarter is null)
            return;
        quarter.Finish();
        foreach (var indicator in IndicatorCatalogue.All)
            values[PlaceOf(at, indicator)] = (float)quarter[indicator];
        quarter = null;
    }

    private static int QuartersOf(Blueprint blueprint) => (blueprint.To - blueprint.From) / MonthsOfAQuarter + 1;
}
