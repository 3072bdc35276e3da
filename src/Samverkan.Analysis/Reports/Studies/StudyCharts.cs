using System.Globalization;
using Samverkan.Analysis.Reports.Charts;
using Samverkan.Analysis.Studies.Answers;
using Samverkan.Runs.Wording;
using ScottPlot;
using Bar = Samverkan.Analysis.Studies.Answers.Bar;

namespace Samverkan.Analysis.Reports.Studies;

/// <summary>Draws what a study found.</summary>
internal static class StudyCharts
{
    private const int Height = 280;
    private const double Thickness = .44;
    private const double Opacity = .45;

    /// <summary>A figure for each picture that a part has.</summary>
    /// <param name="marks">What begins in a certain month: on every axis of time.</param>
    public static IEnumerable<Figure> Of(string id, Picture picture, IReadOnlyList<Mark> marks) =>
        picture is Panels panels ? panels.Pictures.SelectMany(one => Of(id, one, marks)) : [Drawn(id, picture, marks)];

    private static Figure Drawn(string id, Picture picture, IReadOnlyList<Mark> marks) => picture switch
    {
        OverYears years => TimeChart.Of(
            years.Id, years.Title, years.Unit, $"{years.Years[0]} to {years.Years[^1]}",
            [.. years.Years.Select(year => year + .5)], years.Years[^1] + 1,
            [.. years.Lines.Select(line => new TimeLine(line.Place, line.Label, line.Mean, line.P10, line.P90))], marks),
        Survival survival => SurvivalChart.Of("survival", survival.Title, survival.From, survival.To, survival.Lines, marks),
        Curve curve => Draw(id, curve),
        Dots dots => Draw(id, dots),
        Bars bars => Draw(id, bars),
        Stack stack => Draw(id, stack),
        Ranges ranges => Draw(id, ranges),
        Plane plane => PlaneChart.Of(id, plane),
        _ => throw new ArgumentOutOfRangeException(nameof(picture)),
    };

    private static Figure Draw(string id, Curve curve)
    {
        var plot = ChartStyle.Plot(
            ChartStyle.Wrapped($"{Localized.Capital(curve.Title)} ({(curve.Unit.Length == 0 ? "index" : curve.Unit)})"));
        foreach (var line in curve.Lines)
        {
            double[] at = [.. line.Points.Select(p => p.At)];
            var colour = ChartStyle.Of(line.Place);
            foreach (var (low, high, opacity) in new[]
            {
                (line.Points.Select(p => p.P10), line.Points.Select(p => p.P90), .12),
                (line.Points.Select(p => p.Low), line.Points.Select(p => p.High), .3),
            })
            {
                var area = plot.Add.FillY(at, [.. low], [.. high]);
                (area.FillColor, area.LineWidth, area.MarkerStyle.IsVisible) = (colour.WithOpacity(opacity), 0, false);
            }
            var drawn = plot.Add.Scatter(at, [.. line.Points.Select(p => p.Mean)], colour);
            (drawn.LineWidth, drawn.LinePattern, drawn.MarkerShape, drawn.MarkerSize, drawn.LegendText) =
                (2, ChartStyle.PatternOf(line.Place), ChartStyle.MarkerOf(line.Place), 7, line.Label);
        }
        plot.Axes.AutoScale();
        double[] ticks = [.. curve.Lines.SelectMany(line => line.Points.Select(p => p.At)).Distinct().Order()];
        plot.Axes.Bottom.SetTicks(ticks,
            [.. ticks.Select(tick => Localized.Of(tick.ToString("0.###", CultureInfo.InvariantCulture)))]);
        ChartStyle.Below(plot, curve.Lever);
        plot.HideLegend();
        var more = curve.Lines.Count > 1 ? ChartStyle.Legend(plot) : 0;
        var told =
            curve.Lines.Select(line =>
                $"{line.Label}: "
                    + $"{string.Join("; ", line.Points.Select(p => $"{Number(p.At)}: {Number(p.Mean)} ({Number(p.Low)} to "
                    + $"{Number(p.High)})"))}");
        return new(id, Localized.Capital(curve.Title),
            Localized.Of($"{Localized.Capital(curve.Title)} along {curve.Lever}, mean with 95 % interval. ")
                + $"{string.Join(". ", told)}.", plot,
            ChartStyle.Width, Height + more);
    }

    private static Figure Draw(string id, Dots dots)
    {
        return IntervalChart.Of(
            id, Localized.Capital(dots.Title), dots.Unit, Alt(dots), dots.Rows, dots.Scenarios,
            [.. dots.Points.Select(p => new IntervalPoint(p.Place, p.Row, p.Value, p.Low, p.High))], levels: !dots.Zero);
    }

    private static Figure Draw(string id, Bars bars)
    {
        var plot = ChartStyle.Rows(bars.Title, bars.Unit, bars.Rows.Count);
        var side = bars.Mirrored ? 1 : bars.Series.Count;
        for (var series = 0; series < bars.Series.Count; series++)
        {
            var colour = ChartStyle.Of(2 - series % 2);
            for (var row = 0; row < bars.Rows.Count; row++)
            {
                var (value, low, high) = bars.Rows[row].Values[series];
                var y = ChartStyle.MiddleOf(row) - (side == 1 ? 0 : Thickness * ((series + .5) / side - .5));
                Bar(plot, 0, value, y, Thickness / side * .92, colour, filled: series == 0);
                if (!double.IsFinite(low)) continue;
                var interval = plot.Add.Line(low, y, high, y);
                (interval.LineWidth, interval.LineColor) = (2, ChartStyle.Ink);
            }
            if (bars.Series.Count > 1)
                plot.Legend.ManualItems.Add(new LegendItem
                {
                    LabelText = bars.Series[series],
                    FillColor = series == 0
                        ? colour.WithOpacity(Opacity) : Colors.Transparent,
                    OutlineColor = colour,
                    OutlineWidth = 1.5f
                });
        }
        plot.Add.VerticalLine(0, 1, ChartStyle.Ink, LinePattern.Solid);
        ChartStyle.FromZero(plot, bars.Rows.SelectMany(row => row.Values).SelectMany(bar => new[] { bar.Value, bar.Low }));
        ChartStyle.NameRows(plot, [.. bars.Rows.Select(row => row.Label + (row.Assumed ? " *" : ""))]);
        plot.HideLegend();
        var more = bars.Series.Count > 1 ? ChartStyle.Legend(plot) : 0;
        var told = bars.Rows.Select(row =>
            $"{row.Label}{(row.Assumed ? " (an assumption)" : "")} {string.Join(", ", row.Values.Select(InWords))}");
        return new(id, Localized.Capital(bars.Title),
            $"{bars.Title}: {string.Join(" and ", bars.Series)}, {bars.Unit}. {string.Join("; ", told)}.", plot, ChartStyle.Width,
            ChartStyle.HeightOf(bars.Rows.Count) + more);
    }

    private static Figure Draw(string id, Stack stack)
    {
        var plot = ChartStyle.Rows(stack.Title, stack.Unit, stack.Rows.Count);
        for (var row = 0; row < stack.Rows.Count; row++)
        {
            var from = 0.0;
            for (var part = 0; part < stack.Parts.Count; part++)
            {
                var share = 100 * stack.Rows[row].Shares[part];
                Bar(plot, from, from + share, ChartStyle.MiddleOf(row), Thickness, ColourOf(part), filled: part < 3);
                if (share >= 7)
                {
                    var text = plot.Add.Text(share.ToString("0", CultureInfo.InvariantCulture), from + share / 2,
                        ChartStyle.MiddleOf(row));
                    (text.LabelFontSize, text.LabelFontColor, text.LabelFontName, text.LabelAlignment) =
                        (ChartStyle.TextSize, ChartStyle.Ink, ChartStyle.Font, Alignment.MiddleCenter);
                }
                from += share;
            }
        }
        for (var part = 0; part < stack.Parts.Count; part++)
            plot.Legend.ManualItems.Add(new LegendItem
            {
                LabelText = stack.Parts[part],
                FillColor = part < 3
                    ? ColourOf(part).WithOpacity(Opacity) : Colors.Transparent,
                OutlineColor = ColourOf(part),
                OutlineWidth = 1.5f
            });
        plot.Axes.SetLimitsX(0, 100);
        ChartStyle.NameRows(plot, [.. stack.Rows.Select(row => row.Label)]);
        var more = ChartStyle.Legend(plot);
        var told = stack.Rows.Select(row => $"{row.Label}: "
            + string.Join(", ", row.Shares.Select((share, part) => $"{stack.Parts[part]} {100 * share:0} %")));
        return new(id, stack.Title, $"{stack.Title}. {string.Join("; ", told)}.", plot, ChartStyle.Width,
            ChartStyle.HeightOf(stack.Rows.Count) + more);

        static Color ColourOf(int part) => ChartStyle.Of(part switch { 0 => 1, 1 => 2, 2 => 3, _ => 0 });
    }

    private static Figure Draw(string id, Ranges ranges)
    {
        var plot = ChartStyle.Rows(ranges.Title, ranges.Unit, ranges.Rows.Count);
        if (ranges.Zone is { } zone)
        {
            var good = plot.Add.HorizontalSpan(zone.Low, zone.High, ChartStyle.Of(0).WithOpacity(.16));
            good.LineStyle.Width = 0;
            plot.Legend.ManualItems.Add(new LegendItem { LabelText = zone.Name, FillColor = ChartStyle.Of(0).WithOpacity(.16) });
        }
        for (var row = 0; row < ranges.Rows.Count; row++)
        {
            var (one, y) = (ranges.Rows[row], ChartStyle.MiddleOf(row));
            var whole = plot.Add.Line(ranges.Low, y, ranges.High, y);
            (whole.LineWidth, whole.LineColor) = (1, ChartStyle.Line);
            Bar(plot, Math.Max(ranges.Low, one.From), Math.Min(ranges.High, one.To), y, Thickness * .7, ChartStyle.Of(2),
                filled: true);
            if (double.IsFinite(one.Middle))
            {
                var middle = plot.Add.Line(Within(one.Middle), y - .2, Within(one.Middle), y + .2);
                (middle.LineWidth, middle.LineColor) = (2.5f, ChartStyle.Ink);
            }
            if (double.IsFinite(one.Mark))
                plot.Add.Marker(Within(one.Mark), y, ChartStyle.MarkerOf(1), 11, ChartStyle.Of(1)).MarkerLineWidth = 0;
        }
        plot.Legend.ManualItems.Add(new LegendItem
        {
            LabelText = ranges.RangeName,
            FillColor = ChartStyle.Of(2).WithOpacity(Opacity),
            OutlineColor = ChartStyle.Of(2),
            OutlineWidth = 1.5f
        });
        if (ranges.MarkName is { } mark)
            plot.Legend.ManualItems.Add(new LegendItem
            {
                LabelText = mark,
                MarkerShape = ChartStyle.MarkerOf(1),
                MarkerFillColor = ChartStyle.Of(1),
                MarkerLineWidth = 0,
                MarkerSize = 10
            });
        var margin = (ranges.High - ranges.Low) * .02;
        plot.Axes.SetLimitsX(ranges.Low - margin, ranges.High + margin);
        ChartStyle.NameRows(plot, [.. ranges.Rows.Select(row => row.Label)]);
        var more = ChartStyle.Legend(plot);
        var told = ranges.Rows.Select(row =>
            row.Words.StartsWith(row.Label, StringComparison.Ordinal) ? row.Words : $"{row.Label}: {row.Words}");
        return new(id, ranges.Title, $"{ranges.Title}. {string.Join("; ", told)}.", plot, ChartStyle.Width,
            ChartStyle.HeightOf(ranges.Rows.Count) + more);

        double Within(double value) => Math.Clamp(value, ranges.Low, ranges.High);
    }

    private static void Bar(Plot plot, double from, double to, double y, double thickness, Color colour, bool filled)
    {
        var bar = plot.Add.Rectangle(from, to, y - thickness / 2, y + thickness / 2);
        (bar.FillColor, bar.LineColor, bar.LineWidth) = (filled ? colour.WithOpacity(Opacity) : Colors.Transparent, colour, 1.5f);
    }

    // Dots may be bare, and a row may have several.
    private static string Alt(Dots dots)
    {
        var (title, haveIntervals) = (Localized.Capital(dots.Title), dots.Points.Any(point => double.IsFinite(point.Low)));
        var several = dots.Points.Select(point => point.Place).Distinct().Count() > 1;
        var told = dots.Points.Select(point => dots.Rows[point.Row] + (several ? $", {dots.Scenarios[point.Place]}" : "")
            + $": {InWords(new(point.Value, point.Low, point.High))}");
        return (haveIntervals ? Localized.Of($"{title}, {dots.Unit}, with 95 % intervals. ")
            : $"{Localized.Of(title)}, {Localized.Of(dots.Unit)}. ") + string.Join("; ", told) + ".";
    }

    private static string InWords(Bar bar) =>
        Number(bar.Value) + (double.IsFinite(bar.Low) ? $" ({Number(bar.Low)} to {Number(bar.High)})" : "");

    private static string Number(double value) => StudySection.Number(value);
}
