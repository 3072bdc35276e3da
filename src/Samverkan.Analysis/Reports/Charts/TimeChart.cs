using System.Globalization;

namespace Samverkan.Analysis.Reports.Charts;

/// <summary>One indicator over time: a line per scenario for the mean, a band for the middle eight of ten replications.</summary>
internal static class TimeChart
{
    private const int Width = 420;
    private const int Height = 270;
    private const double BandOpacity = 0.16;

    public static Figure Of(ReportFacts facts, int indicator, IReadOnlyList<Mark> marks)
    {
        var shown = facts.Base.Bands[indicator];
        var plot = ChartStyle.Plot(Capital(shown.Title), shown.Unit);
        double[] years = [.. facts.Quarters.Select(TimeAxis.YearOf)];
        for (var place = 0; place < facts.Scenarios.Count; place++)
        {
            var band = facts.Scenarios[place].Bands[indicator];
            var defined = Enumerable.Range(0, years.Length).Where(i => !float.IsNaN(band.Mean[i])).ToArray();
            double[] x = [.. defined.Select(i => years[i])];
            var area = plot.Add.FillY(x, [.. defined.Select(i => (double)band.Low[i])], [.. defined.Select(i => (double)band.High[i])]);
            area.FillColor = ChartStyle.Of(place).WithOpacity(BandOpacity);
            area.LineWidth = 0;
            area.MarkerStyle.IsVisible = false;
            var line = plot.Add.ScatterLine(x, [.. defined.Select(i => (double)band.Mean[i])], ChartStyle.Of(place));
            (line.LineWidth, line.LinePattern, line.LegendText) = (2, ChartStyle.PatternOf(place), facts.Scenarios[place].Title);
        }
        plot.Axes.AutoScale();
        ChartStyle.Years(plot, years[0], TimeAxis.YearOf(facts.To) + 1.0 / 12);
        TimeAxis.Draw(plot, marks);
        ChartStyle.Legend(plot);
        return new($"time-{shown.Id.Replace('.', '-')}", Capital(shown.Title), Alt(facts, indicator), plot, Width, Height);
    }

    private static string Alt(ReportFacts facts, int indicator)
    {
        string Number(float value) => value.ToString(Math.Abs(value) >= 100 ? "0" : "0.00", CultureInfo.InvariantCulture);
        var told = facts.Scenarios.Select(scenario =>
        {
            var mean = scenario.Bands[indicator].Mean;
            return $"{scenario.Title}: {Number(mean.First(float.IsFinite))} at first, {Number(mean.Last(float.IsFinite))} at last";
        });
        var shown = facts.Base.Bands[indicator];
        return $"{Capital(shown.Title)}, {shown.Unit}, {facts.From} to {facts.To}, mean of the replications. {string.Join("; ", told)}.";
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
