using System.Globalization;
using Samverkan.Analysis.Reports.Charts;
using Samverkan.Analysis.Studies.Answers;
using ScottPlot;

namespace Samverkan.Analysis.Reports.Studies;

/// <summary>Draws what a study found.</summary>
internal static class StudyCharts
{
    private const int Width = 640;
    private const int RowHeight = 30;
    private const int Frame = 96;
    private const double Thickness = .62;

    public static Figure Of(string id, Picture picture) => picture switch
    {
        Curve curve => Draw(id, curve),
        Dots dots => Draw(id, dots),
        Bars bars => Draw(id, bars),
        Stack stack => Draw(id, stack),
        Ranges ranges => Draw(id, ranges),
        _ => throw new ArgumentOutOfRangeException(nameof(picture)),
    };

    private static Figure Draw(string id, Curve curve)
    {
        var plot = ChartStyle.Plot(Capital(curve.Title), curve.Unit);
        foreach (var line in curve.Lines)
        {
            double[] at = [.. line.Points.Select(p => p.At)];
            var colour = ChartStyle.Of(line.Place);
            foreach (var (low, high, opacity) in new[]
            {
                (line.Points.Select(p => p.P10), line.Points.Select(p => p.P90), .12), (line.Points.Select(p => p.Low), line.Points.Select(p => p.High), .3),
            })
            {
                var area = plot.Add.FillY(at, [.. low], [.. high]);
                (area.FillColor, area.LineWidth, area.MarkerStyle.IsVisible) = (colour.WithOpacity(opacity), 0, false);
            }
            var drawn = plot.Add.Scatter(at, [.. line.Points.Select(p => p.Mean)], colour);
            (drawn.LineWidth, drawn.LinePattern, drawn.MarkerShape, drawn.MarkerSize, drawn.LegendText) = (2, ChartStyle.PatternOf(line.Place), ChartStyle.MarkerOf(line.Place), 7, line.Label);
        }
        plot.Axes.AutoScale();
        double[] ticks = [.. curve.Lines.SelectMany(line => line.Points.Select(p => p.At)).Distinct().Order()];
        plot.Axes.Bottom.SetTicks(ticks, [.. ticks.Select(tick => tick.ToString("0.###", CultureInfo.InvariantCulture))]);
        ChartStyle.Below(plot, curve.Lever);
        if (curve.Lines.Count > 1) ChartStyle.Legend(plot);
        else plot.HideLegend();
        var told = curve.Lines.Select(line => $"{line.Label}: {string.Join("; ", line.Points.Select(p => $"{Number(p.At)}: {Number(p.Mean)} ({Number(p.Low)} to {Number(p.High)})"))}");
        return new(id, Capital(curve.Title), $"{Capital(curve.Title)} along {curve.Lever}, mean with 95 % interval. {string.Join(". ", told)}.", plot, Width, 320);
    }

    private static Figure Draw(string id, Dots dots)
    {
        var figure = IntervalChart.Of(
            id, "", dots.Unit, Alt(dots), dots.Rows, dots.Scenarios, [.. dots.Points.Select(p => new IntervalPoint(p.Place, p.Row, p.Value, p.Low, p.High))], levels: !dots.Zero);
        figure.Plot.Axes.Title.Label.Text = "";
        if (dots.Points.Select(p => p.Place).Distinct().Count() == 1)
            figure.Plot.HideLegend();
        return figure with { Title = Capital(dots.Title), Width = Width };
    }

    private static Figure Draw(string id, Bars bars)
    {
        var plot = Rows(bars.Title, bars.Unit, [.. bars.Rows.Select(row => row.Label + (row.Assumed ? " *" : ""))]);
        var side = bars.Mirrored ? 1 : bars.Series.Count;
        for (var series = 0; series < bars.Series.Count; series++)
        {
            var colour = ChartStyle.Of(2 - series % 2);
            for (var row = 0; row < bars.Rows.Count; row++)
            {
                var (value, low, high) = bars.Rows[row].Values[series];
                var y = -(row + (side == 1 ? 0 : Thickness * ((series + .5) / side - .5)));
                Bar(plot, 0, value, y, Thickness / side * .92, colour, filled: series == 0);
                if (!double.IsFinite(low)) continue;
                var interval = plot.Add.Line(low, y, high, y);
                (interval.LineWidth, interval.LineColor) = (2, ChartStyle.Ink);
            }
            if (bars.Series.Count > 1)
                plot.Legend.ManualItems.Add(new LegendItem { LabelText = bars.Series[series], FillColor = series == 0 ? colour.WithOpacity(.75) : Colors.White, OutlineColor = colour, OutlineWidth = 1.5f });
        }
        plot.Add.VerticalLine(0, 1, ChartStyle.Ink, LinePattern.Solid);
        plot.Axes.AutoScaleX();
        if (bars.Series.Count > 1) ChartStyle.Legend(plot);
        var told = bars.Rows.Select(row => $"{row.Label}{(row.Assumed ? " (an assumption)" : "")} {string.Join(", ", row.Values.Select(v => Number(v.Value) + (double.IsFinite(v.Low) ? $" ({Number(v.Low)} to {Number(v.High)})" : "")))}");
        return new(id, bars.Title, $"{bars.Title}: {string.Join(" and ", bars.Series)}, {bars.Unit}. {string.Join("; ", told)}.", plot, Width, Frame + RowHeight * bars.Rows.Count);
    }

    private static Figure Draw(string id, Stack stack)
    {
        var plot = Rows(stack.Title, stack.Unit, [.. stack.Rows.Select(row => Broken(row.Label))]);
        for (var row = 0; row < stack.Rows.Count; row++)
        {
            var from = 0.0;
            for (var part = 0; part < stack.Parts.Count; part++)
            {
                var share = 100 * stack.Rows[row].Shares[part];
                Bar(plot, from, from + share, -row, Thickness, ColourOf(part), filled: part < 3);
                if (share >= 7)
                {
                    var text = plot.Add.Text(share.ToString("0", CultureInfo.InvariantCulture), from + share / 2, -row);
                    (text.LabelFontSize, text.LabelFontColor, text.LabelFontName, text.LabelAlignment) = (ChartStyle.TextSize, ChartStyle.Ink, ChartStyle.Font, Alignment.MiddleCenter);
                }
                from += share;
            }
        }
        for (var part = 0; part < stack.Parts.Count; part++)
            plot.Legend.ManualItems.Add(new LegendItem { LabelText = stack.Parts[part], FillColor = part < 3 ? ColourOf(part).WithOpacity(.45) : Colors.White, OutlineColor = ColourOf(part), OutlineWidth = 1.5f });
        plot.Axes.SetLimitsX(0, 100);
        ChartStyle.Legend(plot);
        var told = stack.Rows.Select(row => $"{row.Label}: {string.Join(", ", row.Shares.Select((share, part) => $"{stack.Parts[part]} {100 * share:0} %"))}");
        return new(id, stack.Title, $"{stack.Title}. {string.Join("; ", told)}.", plot, Width + 120, Frame + 42 * stack.Rows.Count);

        static Color ColourOf(int part) => ChartStyle.Of(part switch { 0 => 1, 1 => 2, 2 => 3, _ => 0 });
    }

    private static Figure Draw(string id, Ranges ranges)
    {
        var plot = Rows(ranges.Title, ranges.Unit, [.. ranges.Rows.Select(row => row.Label)]);
        if (ranges.Zone is { } zone)
        {
            var good = plot.Add.HorizontalSpan(zone.Low, zone.High, ChartStyle.Of(0).WithOpacity(.16));
            good.LineStyle.Width = 0;
            plot.Legend.ManualItems.Add(new LegendItem { LabelText = zone.Name, FillColor = ChartStyle.Of(0).WithOpacity(.16) });
        }
        for (var row = 0; row < ranges.Rows.Count; row++)
        {
            var one = ranges.Rows[row];
            var whole = plot.Add.Line(ranges.Low, -row, ranges.High, -row);
            (whole.LineWidth, whole.LineColor) = (1, ChartStyle.Line);
            Bar(plot, Math.Max(ranges.Low, one.From), Math.Min(ranges.High, one.To), -row, Thickness * .6, ChartStyle.Of(2), filled: true);
            if (double.IsFinite(one.Middle))
            {
                var middle = plot.Add.Line(Within(one.Middle), -row - .25, Within(one.Middle), -row + .25);
                (middle.LineWidth, middle.LineColor) = (2.5f, ChartStyle.Ink);
            }
            if (double.IsFinite(one.Mark))
                plot.Add.Marker(Within(one.Mark), -row, ChartStyle.MarkerOf(1), 11, ChartStyle.Of(1)).MarkerLineWidth = 0;
        }
        plot.Legend.ManualItems.Add(new LegendItem { LabelText = ranges.RangeName, FillColor = ChartStyle.Of(2).WithOpacity(.45), OutlineColor = ChartStyle.Of(2), OutlineWidth = 1.5f });
        if (ranges.MarkName is { } mark)
            plot.Legend.ManualItems.Add(new LegendItem { LabelText = mark, MarkerShape = ChartStyle.MarkerOf(1), MarkerFillColor = ChartStyle.Of(1), MarkerLineWidth = 0, MarkerSize = 10 });
        var margin = (ranges.High - ranges.Low) * .02;
        plot.Axes.SetLimitsX(ranges.Low - margin, ranges.High + margin);
        ChartStyle.Legend(plot);
        return new(id, ranges.Title, $"{ranges.Title}. {string.Join("; ", ranges.Rows.Select(row => row.Words.StartsWith(row.Label, StringComparison.Ordinal) ? row.Words : $"{row.Label}: {row.Words}"))}.", plot, Width, Frame + RowHeight * ranges.Rows.Count);

        double Within(double value) => Math.Clamp(value, ranges.Low, ranges.High);
    }

    private static Plot Rows(string title, string unit, string[] labels)
    {
        var plot = ChartStyle.Plot(title.Length > 60 ? "" : title);
        ChartStyle.Below(plot, unit);
        plot.Grid.XAxisStyle.IsVisible = true;
        plot.Grid.YAxisStyle.IsVisible = false;
        plot.Axes.SetLimitsY(-(labels.Length - .4), .6);
        plot.Axes.Left.SetTicks([.. labels.Select((_, i) => -(double)i)], labels);
        plot.Axes.Left.MajorTickStyle.Length = 0;
        return plot;
    }

    private static void Bar(Plot plot, double from, double to, double y, double thickness, Color colour, bool filled)
    {
        var bar = plot.Add.Rectangle(from, to, y - thickness / 2, y + thickness / 2);
        (bar.FillColor, bar.LineColor, bar.LineWidth) = (filled ? colour.WithOpacity(.45) : Colors.Transparent, colour, 1.5f);
    }

    private static string Alt(Dots dots) => $"{Capital(dots.Title)}, {dots.Unit}, with 95 % intervals. "
        + string.Join("; ", dots.Points.Select(p => $"{dots.Rows[p.Row]}: {Number(p.Value)} ({Number(p.Low)} to {Number(p.High)})")) + ".";

    // "unmet needs per eligible: A against B" on two lines.
    private static string Broken(string label) => label.Replace(": ", ":\n").Replace(" in ", "\nin ");

    private static string Number(double value) => StudySection.Number(value);

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
