using System.Globalization;
using Samverkan.Analysis.Comparisons;
using Samverkan.Analysis.Results;
using Samverkan.Runs.Wording;

namespace Samverkan.Analysis.Reports.Charts;

/// <summary>A line of a chart over time: the mean of the runs, and the range of the middle eight in ten. Not a number where
/// nothing is defined.</summary>
internal sealed record TimeLine(int Place, string Label, IReadOnlyList<double> Mean, IReadOnlyList<double> Low,
    IReadOnlyList<double> High)
{
    /// <summary>The same range of runs under draws of all that is not known; empty where nobody asked.</summary>
    public (IReadOnlyList<double> Low, IReadOnlyList<double> High) Drawn { get; init; } = ([], []);
}

/// <summary>One indicator over time: a line per scenario for the mean, a band for the middle eight of ten replications.</summary>
internal static class TimeChart
{
    private const int Width = 420;
    private const int Height = 270;
    private const double BandOpacity = 0.16;
    private const int MostWithBands = 4;
    private const double RoomForNames = 0.05;
    private const double LetterHeight = 0.055;

    public static Figure Of(ComparisonResult facts, int indicator, IReadOnlyList<Mark> marks)
    {
        var shown = facts.Base.Bands[indicator];
        return Of(
            $"time-{shown.Id.Replace('.', '-')}", FindingText.Of(facts, shown.Id, shown.Title),
                $"{Localized.Of(shown.Title)}, {Localized.Of(shown.Unit)}",
            Localized.Of($"{Localized.OfMonth(facts.From)} to {Localized.OfMonth(facts.To)}"),
            [.. facts.Quarters.Select(TimeAxis.YearOf)],
            TimeAxis.YearOf(facts.To) + 1.0 / 12,
            [
                .. facts.Scenarios.Select((scenario, place) => (scenario, place, Band: scenario.Bands[indicator]))
                .Select(one => new TimeLine(
                    one.place, Localized.Of(one.scenario.Title), Doubles(one.Band.Mean), Doubles(one.Band.Low),
                        Doubles(one.Band.High))
                {
                    Drawn = (Doubles(one.Band.DrawnLow), Doubles(one.Band.DrawnHigh)),
                }),
            ],
            marks);
    }

    /// <param name="years">When, in years and parts of a year.</param>
    /// <param name="lines">A value for each of the years.</param>
    public static Figure Of(string id, string title, string unit, string period, double[] years, double end,
        IReadOnlyList<TimeLine> lines, IReadOnlyList<Mark> marks)
    {
        var plot = ChartStyle.Plot(ChartStyle.Wrapped(Localized.Capital(title)));
        ChartStyle.Below(plot, Localized.Capital(unit));
        // Bands of more would hide each other: their lines are named at their ends.
        var crowded = lines.Count > MostWithBands;
        foreach (var one in lines)
        {
            var defined = Enumerable.Range(0, years.Length).Where(i => !double.IsNaN(one.Mean[i])).ToArray();
            double[] x = [.. defined.Select(i => years[i])];
            var line = plot.Add.ScatterLine(x, [.. defined.Select(i => one.Mean[i])], ChartStyle.Of(one.Place));
            (line.LineWidth, line.LinePattern, line.LegendText) = (2, ChartStyle.PatternOf(one.Place), crowded
                ? $"{Letter(one)}  {one.Label}" : one.Label);
            if (crowded)
                continue;
            var area = plot.Add.FillY(x, [.. defined.Select(i => one.Low[i])], [.. defined.Select(i => one.High[i])]);
            area.FillColor = ChartStyle.Of(one.Place).WithOpacity(BandOpacity);
            area.LineWidth = 0;
            area.MarkerStyle.IsVisible = false;
            foreach (var edge in new[] { one.Drawn.Low, one.Drawn.High }.Where(edge => edge.Count > 0))
            {
                var drawn = plot.Add.ScatterLine(x, [.. defined.Select(i => edge[i])], ChartStyle.Of(one.Place));
                (drawn.LineWidth, drawn.LinePattern) = (1, ScottPlot.LinePattern.Dotted);
            }
        }
        plot.Axes.AutoScale();
        ChartStyle.Years(plot, years[0], crowded ? end + (end - years[0]) * RoomForNames : end);
        if (crowded)
            NameEnds(plot, lines, end);
        TimeAxis.Draw(plot, marks);
        var more = ChartStyle.Legend(plot, Width);
        var told = lines.Where(line => line.Mean.Any(double.IsFinite)).Select(line =>
            Localized.Of($"{line.Label}: {Number(line.Mean.First(double.IsFinite))} at first, "
                + $"{Number(line.Mean.Last(double.IsFinite))} at last"));
        return new(id, Localized.Capital(title),
            Localized.Of($"{Localized.Capital(title)}, {unit}, {period}, mean of the replications.")
                + $" {string.Join("; ", told)}.", plot, Width, Height
            + more);
    }

    /// <summary>The base is 0, the policies are A, B, C and so on, here and in the legend.</summary>
    private static string Letter(TimeLine line) => line.Place == 0 ? "0" : ((char)('A' + line.Place - 1)).ToString();

    /// <summary>Letters beside the last values, moved apart where they would lie upon each other.</summary>
    private static void NameEnds(ScottPlot.Plot plot, IReadOnlyList<TimeLine> lines, double end)
    {
        var limits = plot.Axes.GetLimits();
        var (apart, lowest) = ((limits.Top - limits.Bottom) * LetterHeight, double.NegativeInfinity);
        foreach (var (line, value) in lines.Where(line => line.Mean.Any(double.IsFinite)).Select(line =>
            (line, line.Mean.Last(double.IsFinite))).OrderBy(one => one.Item2))
        {
            lowest = Math.Max(value, lowest + apart);
            var name = plot.Add.Text(Letter(line), end, lowest);
            (name.LabelFontSize, name.LabelFontColor, name.LabelFontName) =
                (ChartStyle.TextSize - 1, ChartStyle.Of(line.Place), ChartStyle.Font);
            (name.LabelAlignment, name.LabelBold, name.OffsetX) = (ScottPlot.Alignment.MiddleLeft, true, 2);
        }
    }

    private static string Number(double value) => value.ToString(Math.Abs(value) >= 100 ? "0" : "0.00",
        CultureInfo.InvariantCulture);

    private static double[] Doubles(float[] values) => [.. values.Select(value => (double)value)];
}
