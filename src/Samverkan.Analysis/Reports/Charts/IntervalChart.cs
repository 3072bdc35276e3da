using ScottPlot;

namespace Samverkan.Analysis.Reports.Charts;

/// <summary>A difference with its interval, for one scenario and one row of the chart.</summary>
internal readonly record struct IntervalPoint(int Scenario, int Row, double Value, double Low, double High);

/// <summary>Differences to the base with their intervals: a row for each thing, a mark for each scenario, and a line at no difference.</summary>
internal static class IntervalChart
{
    private const int Width = 580;
    private const int RowHeight = 30;
    private const int Frame = 90;
    private const double Spread = 0.5;

    public static Figure Of(string id, string title, string unit, string alt, IReadOnlyList<string> rows, IReadOnlyList<string> scenarios, IReadOnlyList<IntervalPoint> points)
    {
        var plot = ChartStyle.Plot(title, unit);
        var others = Math.Max(1, scenarios.Count - 1);
        plot.Grid.XAxisStyle.IsVisible = true;
        plot.Grid.YAxisStyle.IsVisible = false;
        plot.Add.VerticalLine(0, 1, ChartStyle.Ink, LinePattern.Solid);
        for (var scenario = 1; scenario < scenarios.Count; scenario++)
        {
            var colour = ChartStyle.Of(scenario);
            var shift = others == 1 ? 0 : Spread * ((scenario - 1.0) / (others - 1) - .5);
            foreach (var point in points.Where(point => point.Scenario == scenario && double.IsFinite(point.Value)))
            {
                var y = -(point.Row + shift);
                if (double.IsFinite(point.Low))
                {
                    var interval = plot.Add.Line(point.Low, y, point.High, y);
                    (interval.LineWidth, interval.LineColor, interval.MarkerSize) = (2.5f, colour, 0);
                }
                var mark = plot.Add.Marker(point.Value, y, ChartStyle.MarkerOf(scenario), 9, colour);
                mark.MarkerLineWidth = 0;
            }
            plot.Legend.ManualItems.Add(new LegendItem { LabelText = scenarios[scenario], MarkerShape = ChartStyle.MarkerOf(scenario), MarkerFillColor = colour, MarkerLineWidth = 0, MarkerSize = 9 });
        }
        plot.Axes.AutoScale();
        plot.Axes.SetLimitsY(-(rows.Count - .4), .6);
        plot.Axes.Left.SetTicks([.. rows.Select((_, i) => -(double)i)], [.. rows]);
        plot.Axes.Left.MajorTickStyle.Length = 0;
        ChartStyle.Legend(plot);
        return new(id, title, alt, plot, Width, Frame + RowHeight * rows.Count);
    }
}
