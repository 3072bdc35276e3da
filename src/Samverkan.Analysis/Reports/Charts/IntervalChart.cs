using ScottPlot;

namespace Samverkan.Analysis.Reports.Charts;

/// <summary>A difference with its interval, for one scenario and one row of the chart.</summary>
internal readonly record struct IntervalPoint(int Scenario, int Row, double Value, double Low, double High);

/// <summary>Values with their intervals: a row for each thing, a mark for each scenario, and a line at no difference.</summary>
internal static class IntervalChart
{
    private const double Spread = 0.36;
    private const double ZeroHeight = 0.3;
    private const int FewMarks = 3;

    // In pixels: a row of many marks has its name, and a line for each of them.
    private const int NameHeight = 34;
    private const int MarkHeight = 9;

    /// <param name="levels">The values are no differences: the base has its own, and no line is drawn at 0.</param>
    public static Figure Of(
        string id, string title, string unit, string alt, IReadOnlyList<string> rows, IReadOnlyList<string> scenarios,
            IReadOnlyList<IntervalPoint> points, bool levels = false)
    {
        var plot = ChartStyle.Rows(title, unit, rows.Count);
        int[] shown = [.. Enumerable.Range(0, scenarios.Count).Where(scenario =>
            points.Any(point => point.Scenario == scenario))];
        // Many policies need more room each, or none can be told from the next.
        var tall = shown.Length <= FewMarks ? ChartStyle.UsualRow : NameHeight + MarkHeight * (shown.Length - 1);
        var spread = shown.Length <= FewMarks ? Spread : (double)(tall - NameHeight) / tall;
        var zero = Math.Max(ZeroHeight, spread / 2 + .02);
        if (!levels)
            foreach (var row in Enumerable.Range(0, rows.Count))
            {
                // Not through the names, which stand above what belongs to them.
                var none = plot.Add.Line(0, ChartStyle.MiddleOf(row) + zero, 0, ChartStyle.MiddleOf(row) - zero);
                (none.LineWidth, none.LineColor, none.MarkerSize) = (1, ChartStyle.Ink, 0);
            }
        for (var i = 0; i < shown.Length; i++)
        {
            var scenario = shown[i];
            var colour = ChartStyle.Of(scenario);
            var shift = shown.Length == 1 ? 0 : spread * ((double)i / (shown.Length - 1) - .5);
            foreach (var point in points.Where(point => point.Scenario == scenario && double.IsFinite(point.Value)))
            {
                var y = ChartStyle.MiddleOf(point.Row) - shift;
                if (double.IsFinite(point.Low))
                {
                    var interval = plot.Add.Line(point.Low, y, point.High, y);
                    (interval.LineWidth, interval.LineColor, interval.MarkerSize) = (2.5f, colour, 0);
                }
                var mark = plot.Add.Marker(point.Value, y, ChartStyle.MarkerOf(scenario), 9, colour);
                // Open marks are nothing but their line.
                (mark.MarkerLineWidth, mark.MarkerLineColor) = (LineOf(scenario), colour);
            }
            plot.Legend.ManualItems.Add(new LegendItem
            {
                LabelText = scenarios[scenario],
                MarkerShape = ChartStyle.MarkerOf(scenario),
                MarkerFillColor = colour,
                MarkerLineWidth = LineOf(scenario),
                MarkerLineColor = colour,
                MarkerSize = 9
            });
        }
        plot.Axes.AutoScaleX();
        ChartStyle.NameRows(plot, rows);
        // One alone needs no telling apart.
        plot.HideLegend();
        var more = shown.Length > 1 ? ChartStyle.Legend(plot) : 0;
        return new(id, title, alt, plot, ChartStyle.Width, ChartStyle.HeightOf(rows.Count, tall) + more);
    }

    private static float LineOf(int scenario) => ChartStyle.IsOpen(scenario) ? 1.5f : 0;
}
