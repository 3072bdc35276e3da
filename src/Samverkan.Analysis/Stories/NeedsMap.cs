using System.Text;
using Samverkan.Analysis.Reports;
using Samverkan.Analysis.Reports.Charts;
using Samverkan.Model;
using Samverkan.Model.Needs;
using ScottPlot;

namespace Samverkan.Analysis.Stories;

/// <summary>A person's needs by domain and time: a picture of months, and letters of years for a terminal.</summary>
internal static class NeedsMap
{
    private const int Width = 700;
    private const int Height = 430;
    private const double MonthsOfAYear = 12;
    private const double Bar = 0.42;
    private const int YearsApart = 5;

    /// <summary>
    /// A line of years, and one per domain with a letter per year: █ unmet for half of the year or more, ▒ met, · neither,
    /// blank: not there.
    /// </summary>
    public static string Envelopes(Month from, IReadOnlyList<PersonMonth?> life)
    {
        var text = new StringBuilder($"  {"",-15}");
        for (var month = 0; month < life.Count; month += YearsApart * (int)MonthsOfAYear)
            text.Append($"{(from + month).Year,-YearsApart}");
        text.Append('\n');
        for (var domain = 0; domain < Domains.Count; domain++)
        {
            text.Append($"  {Domains.Ids[domain],-15}");
            for (var year = 0; year < life.Count; year += (int)MonthsOfAYear)
            {
                var months = life.Skip(year).Take((int)MonthsOfAYear).OfType<PersonMonth>().ToList();
                var (unmet, met) = (months.Count(month => (month.Unmet >> domain & 1) == 1),
                    months.Count(month => (month.Met >> domain & 1) == 1));
                text.Append(months.Count == 0 ? ' ' : 2 * unmet >= months.Count ? '█'
                    : 2 * (unmet + met) >= months.Count ? '▒' : '·');
            }
            text.Append('\n');
        }
        return text.ToString();
    }

    public static Figure Picture(string id, string title, Month from, Lives world, ulong person, int place)
    {
        var life = world.Of(person);
        var plot = ChartStyle.Plot(title);
        plot.Grid.YAxisStyle.IsVisible = false;
        for (var domain = 0; domain < Domains.Count; domain++)
        {
            Bars(plot, life, from, domain, month => (month.Unmet >> domain & 1) == 1, ChartStyle.Of(place), Bar);
            Bars(plot, life, from, domain, month => (month.Met >> domain & 1) == 1, ChartStyle.Of(place).WithOpacity(.35),
                Bar / 2);
        }
        Bars(plot, life.Count, from, Domains.Count, month => world.IsInWard(person, month), ChartStyle.Ink, Bar);
        var labels = Domains.Ids.Append("in the ward").ToArray();
        plot.Axes.Left.SetTicks([.. labels.Select((_, i) => -(double)i)], labels);
        plot.Axes.Left.MajorTickStyle.Length = 0;
        plot.Axes.SetLimitsY(-labels.Length + .4, .6);
        ChartStyle.Years(plot, Year(from), Year(from + life.Count));
        var counted =
            string.Join(", ", Domains.Ids.Select((name, domain) =>
                (name, months: life.Count(month => month is { } known && (known.Unmet >> domain & 1) == 1)))
            .Where(one => one.months > 0).OrderByDescending(one => one.months).Select(one => $"{one.name} {one.months}"));
        return new(id, title,
            $"Needs by domain and month: tall bars unmet, low bars met. Months with an unmet need: {counted}. Months with days "
                + $"in the ward: {Enumerable.Range(0, life.Count).Count(month => world.IsInWard(person, month))}.", plot, Width,
                Height);
    }

    private static void Bars(Plot plot, IReadOnlyList<PersonMonth?> life, Month from, int row, Func<PersonMonth, bool> holds,
        Color colour, double half) =>
        Bars(plot, life.Count, from, row, month => life[month] is { } known && holds(known), colour, half);

    private static void Bars(Plot plot, int months, Month from, int row, Func<int, bool> holds, Color colour, double half)
    {
        for (var start = 0; start < months; start++)
        {
            var end = start;
            while (end < months && holds(end))
                end++;
            if (end == start)
                continue;
            var bar = plot.Add.Rectangle(Year(from + start), Year(from + end), -row - half, -row + half);
            (bar.FillColor, bar.LineWidth) = (colour, 0);
            start = end;
        }
    }

    private static double Year(Month month) => month.Year + (month.Number - 1) / MonthsOfAYear;
}
