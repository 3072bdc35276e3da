using Samverkan.Analysis.Results;
using Samverkan.Analysis.Sustainability;
using Samverkan.Runs.Wording;
using static Samverkan.Runs.Wording.Localized;

namespace Samverkan.Analysis.Reports.Charts;

/// <summary>The share of cooperations that last, by Kaplan and Meier, with its pointwise 95 % interval.</summary>
internal static class SurvivalChart
{
    private const int Width = 500;
    private const int Height = 300;
    private const double BandOpacity = 0.14;

    /// <param name="ending">Id of what the cooperations of the curve escape.</param>
    public static Figure Of(ComparisonResult facts, string ending, IReadOnlyList<Mark> marks) => Of(
        $"survival-{ending}", $"Cooperations {EndingText.Of(ending).Otherwise}", facts.From, facts.To,
        [.. facts.Scenarios.Select((scenario, place) => Line(place, scenario, scenario.Lasting!.Ending(ending)))], marks);

    private static SurvivalLine Line(int place, ScenarioResult scenario, EndingResult ending) => new(
        place, Localized.Of(scenario.Title), scenario.Lasting!.Began, ending.Count,
        [.. ending.Curve.Select(step => new SurvivalPoint(step.Month, step.Share, step.Low, step.High))]);

    /// <param name="lines">Those of which a cooperation began are drawn.</param>
    public static Figure Of(string id, string title, string from, string to, IReadOnlyList<SurvivalLine> lines,
        IReadOnlyList<Mark> marks)
    {
        var plot = ChartStyle.Plot(title, "per cent of those that began");
        var (start, end) = (TimeAxis.YearOf(from), TimeAxis.YearOf(to) + 1.0 / 12);
        foreach (var one in lines.Where(line => line.Began > 0))
        {
            var steps = one.Curve.Select(step => (Year: TimeAxis.YearOf(step.Month), step.Share, step.Low, step.High)).ToList();
            var band = steps.Where(step => !double.IsNaN(step.Low)).ToList();
            if (band.Count > 0)
            {
                var area = plot.Add.FillY(Corners([.. band.Select(step => step.Year)], end),
                    Stairs([.. band.Select(step => 100 * step.Low)]), Stairs([.. band.Select(step => 100 * step.High)]));
                area.FillColor = ChartStyle.Of(one.Place).WithOpacity(BandOpacity);
                area.LineWidth = 0;
                area.MarkerStyle.IsVisible = false;
            }
            var line = plot.Add.ScatterLine(Corners([start, .. steps.Select(step => step.Year)], end),
                Stairs([100, .. steps.Select(step => 100 * step.Share)]), ChartStyle.Of(one.Place));
            (line.LineWidth, line.LinePattern, line.LegendText) = (2, ChartStyle.PatternOf(one.Place), one.Label);
        }
        plot.Axes.SetLimitsY(0, 103);
        ChartStyle.Years(plot, start, end);
        TimeAxis.Draw(plot, marks);
        var more = ChartStyle.Legend(plot, Width);
        var withBands = lines.Any(one => one.Curve.Any(step => !double.IsNaN(step.Low)));
        return new(id, title,
            Localized.Of(withBands ? "Kaplan-Meier curves with 95 % intervals." : "Kaplan-Meier curves.")
                + $" {string.Join(" ", lines.Select(one => Told(one, to)))}", plot, Width, Height + more);
    }

    // Every value holds until the next time: each time but the first appears twice, and the last value holds to the end.
    private static double[] Corners(double[] times, double end) =>
        [.. times.SelectMany((time, i) => new[] { time, i + 1 < times.Length ? times[i + 1] : end })];

    private static double[] Stairs(double[] values) => [.. values.SelectMany(value => new[] { value, value })];

    private static string Told(SurvivalLine line, string to) => line.Curve.Count == 0
        ? Localized.Of($"{line.Label}: it ends for none of {line.Began} cooperations.")
        : Localized.Of($"{line.Label}: it ends for {line.Lost} of {line.Began}, first in {OfMonth(line.Curve[0].Month)}; "
            + $"{line.Curve[^1].Share * 100:0} % are left in {OfMonth(to)}.");
}
