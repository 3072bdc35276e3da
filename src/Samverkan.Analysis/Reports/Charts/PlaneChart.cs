using Samverkan.Analysis.Studies.Answers;
using Samverkan.Runs.Wording;
using ScottPlot;

namespace Samverkan.Analysis.Reports.Charts;

/// <summary>Choices by what they cost and what they do, with the front that nothing beats.</summary>
internal static class PlaneChart
{
    private const int Height = 320;
    private const int KeyLine = 18;

    public static Figure Of(string id, Plane plane)
    {
        var plot = ChartStyle.Plot(ChartStyle.Wrapped(Localized.Capital(plane.Title)),
            ChartStyle.Wrapped(plane.Got, 44));
        var front = plane.Points.Where(point => point.OnFront).OrderBy(point => point.Paid).ToList();
        var line = plot.Add.ScatterLine(front.Select(point => point.Paid).ToArray(), front.Select(point => point.Got)
            .ToArray(), ChartStyle.Of(2));
        line.LineWidth = 2;
        foreach (var point in plane.Points)
        {
            var colour = point.IsBest ? ChartStyle.Of(1) : point.OnFront ? ChartStyle.Of(2) : ChartStyle.Quiet;
            plot.Add.Marker(point.Paid, point.Got, point.IsBest ? MarkerShape.FilledDiamond : point.OnFront
                ? MarkerShape.FilledCircle : MarkerShape.OpenCircle,
                point.IsBest ? 12 : 8, colour).MarkerLineWidth = 1.5f;
            var name = plot.Add.Text(point.Letters, point.Paid, point.Got);
            (name.OffsetX, name.OffsetY) = (6, -6);
            (name.LabelFontSize, name.LabelFontColor, name.LabelFontName) = (ChartStyle.TextSize, colour, ChartStyle.Font);
        }
        if (plane.Limit is { } limit)
            plot.Add.VerticalLine(limit, 1, ChartStyle.Ink, LinePattern.Dashed);
        plot.Axes.AutoScale();
        plot.Axes.Margins(.12, .12);
        ChartStyle.Below(plot, plane.Unit);
        plot.HideLegend();
        foreach (var key in plane.Key)
            plot.Legend.ManualItems.Add(new LegendItem { LabelText = key });
        if (plane.Limit is not null)
            plot.Legend.ManualItems.Add(new LegendItem
            {
                LabelText = Localized.Of("the budget"),
                LineColor = ChartStyle.Ink,
                LineWidth = 1,
                LinePattern = LinePattern.Dashed,
            });
        var more = plot.Legend.ManualItems.Count > 0 ? ChartStyle.Legend(plot) : 0;
        var told = plane.Points.Select(point => $"{point.Words}: "
            + Localized.Of($"{point.Got:+0.###;-0.###;0} for {point.Paid:+0.0;-0.0;0.0} MSEK a year")
            + (point.OnFront ? Localized.Of(" (on the front)") : ""));
        return new(id, plane.Title, $"{plane.Title}. {string.Join("; ", told)}.", plot, ChartStyle.Width, Height + more
            + KeyLine);
    }
}
