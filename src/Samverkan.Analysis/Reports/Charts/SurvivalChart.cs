using System.Globalization;

namespace Samverkan.Analysis.Reports.Charts;

/// <summary>The share of cooperations that last, by Kaplan and Meier, with its pointwise 95 % interval.</summary>
internal static class SurvivalChart
{
    private const int Width = 700;
    private const int Height = 340;
    private const double BandOpacity = 0.14;

    public static Figure Of(ReportFacts facts, IReadOnlyList<Mark> marks)
    {
        var plot = ChartStyle.Plot("Cooperations that last", "per cent of those that began");
        var (from, to) = (TimeAxis.YearOf(facts.From), TimeAxis.YearOf(facts.To) + 1.0 / 12);
        for (var place = 0; place < facts.Scenarios.Count; place++)
        {
            var lasting = facts.Scenarios[place].Lasting;
            if (lasting.Began == 0)
                continue;
            var steps = lasting.Curve.Select(step => (Year: TimeAxis.YearOf(step.Month), step.Share, step.Low, step.High)).ToList();
            var band = steps.Where(step => !double.IsNaN(step.Low)).ToList();
            if (band.Count > 0)
            {
                var area = plot.Add.FillY(Corners([.. band.Select(step => step.Year)], to), Stairs([.. band.Select(step => 100 * step.Low)]), Stairs([.. band.Select(step => 100 * step.High)]));
                area.FillColor = ChartStyle.Of(place).WithOpacity(BandOpacity);
                area.LineWidth = 0;
                area.MarkerStyle.IsVisible = false;
            }
            var line = plot.Add.ScatterLine(Corners([from, .. steps.Select(step => step.Year)], to), Stairs([100, .. steps.Select(step => 100 * step.Share)]), ChartStyle.Of(place));
            (line.LineWidth, line.LinePattern, line.LegendText) = (2, ChartStyle.PatternOf(place), facts.Scenarios[place].Title);
        }
        plot.Axes.SetLimitsY(0, 103);
        ChartStyle.Years(plot, from, to);
        TimeAxis.Draw(plot, marks);
        ChartStyle.Legend(plot);
        return new("survival", "Cooperations that last", Alt(facts), plot, Width, Height);
    }

    // Every value holds until the next time: each time but the first appears twice, and the last value holds to the end.
    private static double[] Corners(double[] times, double end) =>
        [.. times.SelectMany((time, i) => new[] { time, i + 1 < times.Length ? times[i + 1] : end })];

    private static double[] Stairs(double[] values) => [.. values.SelectMany(value => new[] { value, value })];

    private static string Alt(ReportFacts facts) => "Kaplan-Meier curves with 95 % intervals. " + string.Join(" ", facts.Scenarios.Select(scenario =>
        scenario.Lasting.Curve.Count == 0
            ? $"{scenario.Title}: none of {scenario.Lasting.Began} cooperations is lost."
            : string.Create(CultureInfo.InvariantCulture, $"{scenario.Title}: {scenario.Lasting.Lost} of {scenario.Lasting.Began} are lost, the first in {scenario.Lasting.Curve[0].Month}; {scenario.Lasting.Curve[^1].Share * 100:0} % last to {facts.To}.")));
}
