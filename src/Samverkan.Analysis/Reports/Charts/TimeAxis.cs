using Samverkan.Analysis.Results;
using Samverkan.Runs.Wording;
using ScottPlot;

namespace Samverkan.Analysis.Reports.Charts;

/// <summary>A numbered mark on every time axis.</summary>
/// <param name="Number">As the list below the charts has it.</param>
/// <param name="Year">When, in years and parts of a year.</param>
/// <param name="End">When what is marked is over; null: it has no end within the picture.</param>
/// <param name="Scenario">Whose change it is; 0: it happens in all.</param>
public sealed record Mark(int Number, double Year, string At, int Scenario, string Words, double? End = null);

/// <summary>Time as charts have it.</summary>
internal static class TimeAxis
{
    private const double MonthsOfAYear = 12;

    /// <summary>"2003-07" as 2003.5.</summary>
    public static double YearOf(string month) =>
        Model.Month.TryParse(month, out var read) ? read.Year + (read.Number - 1) / MonthsOfAYear
            : throw new InvalidDataException($"'{month}' is no month.");

    /// <summary>What is changed first, by scenario, then what happens in all.</summary>
    public static IReadOnlyList<Mark> Marks(ComparisonResult facts) =>
        Marks(facts.Scenarios.Select(scenario => scenario.Dated), facts.Context);

    /// <param name="dated">By scenario.</param>
    public static IReadOnlyList<Mark> Marks(IEnumerable<IReadOnlyList<DatedWords>> dated, IReadOnlyList<DatedWords> context)
    {
        var changes = dated.SelectMany((ofScenario, place) => ofScenario.Select(dated => (dated, place))).Concat(
            context.Select(dated => (dated, place: 0)));
        return [.. changes.Select((one, i) => new Mark(i + 1, YearOf(one.dated.At), one.dated.At, one.place, one.dated.Words,
            EndOf(one.dated)))];
    }

    private static double? EndOf(DatedWords dated) => dated.Until is { } until ? YearOf(until) + 1 / MonthsOfAYear : null;

    public static void Draw(Plot plot, IReadOnlyList<Mark> marks)
    {
        foreach (var together in marks.Where(mark => mark.Scenario > 0).GroupBy(mark => mark.Year))
        {
            var scenarios = together.GroupBy(mark => mark.Scenario).ToList();
            foreach (var one in scenarios)
                plot.Add.VerticalLine(together.Key, 1, ChartStyle.Of(one.Key), LinePattern.Dashed);
            // One label for all, or they would lie upon each other.
            var line = plot.Add.VerticalLine(together.Key, 0, Colors.Transparent);
            Label(line, Numbers([.. together.Select(mark => mark.Number)]), scenarios.Count == 1
                ? ChartStyle.Of(scenarios[0].Key) : ChartStyle.Ink);
        }
        // The end of a policy: a lighter line, named at its foot, where no number of a beginning stands.
        foreach (var together in marks.Where(mark => mark is { Scenario: > 0, End: not null }).GroupBy(mark => mark.End!.Value))
        {
            var colour = together.Select(mark => mark.Scenario).Distinct().Count() == 1
                ? ChartStyle.Of(together.First().Scenario) : ChartStyle.Ink;
            var limits = plot.Axes.GetLimits();
            if (together.Key > limits.Right)
                continue;
            plot.Add.VerticalLine(together.Key, 1, colour.WithOpacity(.7), LinePattern.Dotted);
            var label = plot.Add.Text(Localized.Of($"{Numbers([.. together.Select(mark => mark.Number)])} ends"), together.Key,
                limits.Bottom);
            (label.LabelFontSize, label.LabelFontColor, label.LabelFontName) = (ChartStyle.TextSize - 1, colour, ChartStyle.Font);
            (label.LabelAlignment, label.OffsetX, label.OffsetY) = (Alignment.LowerLeft, 3, -2);
        }
        // What happens in every scenario: a short stroke at the bottom.
        foreach (var together in marks.Where(mark => mark.Scenario == 0).GroupBy(mark => mark.Year))
        {
            var limits = plot.Axes.GetLimits();
            var height = (limits.Top - limits.Bottom) * .035;
            var stroke = plot.Add.Line(together.Key, limits.Bottom, together.Key, limits.Bottom + height);
            (stroke.LineWidth, stroke.LineColor) = (2, ChartStyle.Quiet);
        }
    }

    /// <summary>"1", "1, 2", "1–4".</summary>
    private static string Numbers(int[] numbers) =>
        numbers.Length > 2 && numbers[^1] - numbers[0] == numbers.Length - 1 ? $"{numbers[0]}–{numbers[^1]}"
            : string.Join(", ", numbers);

    private static void Label(ScottPlot.Plottables.VerticalLine line, string text, Color colour)
    {
        line.LabelText = text;
        line.LabelOppositeAxis = true;
        line.LabelFontSize = ChartStyle.TextSize - 1;
        line.LabelFontColor = colour;
        line.LabelFontName = ChartStyle.Font;
        line.LabelBackgroundColor = Colors.Transparent;
        line.LabelBold = false;
    }
}
