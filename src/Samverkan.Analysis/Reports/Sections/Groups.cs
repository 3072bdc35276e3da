using Samverkan.Analysis.Comparisons;
using Samverkan.Analysis.Reports.Charts;
using Samverkan.Analysis.Results;
using static Samverkan.Runs.Wording.Localized;

namespace Samverkan.Analysis.Reports.Sections;

/// <summary>What the change does for each target group.</summary>
internal static class Groups
{
    private static readonly (string Indicator, string Title, string Unit)[] Drawn =
    [
        ("needs.unmetPerEligible", "Unmet needs per eligible person", "difference, needs"),
        ("people.inService", "People in service", "difference, persons"),
    ];

    public static string? Of(ComparisonResult facts, Figures figures)
    {
        if (facts.Others.Any(scenario => scenario.Groups.Count == 0))
            return null;
        var others = facts.Scenarios.Select((scenario, place) => (scenario, place)).Skip(1).ToList();
        return string.Concat(others.Select(one => Html.Paragraph(InWords(one.scenario))))
            + "<div class=\"panels two\">\n"
            + string.Concat(Drawn.Select(drawn => figures.Add(Chart(facts, drawn.Indicator, drawn.Title, drawn.Unit))))
            + "</div>\n"
            + string.Concat(others.Select(one => Table(facts, one.scenario)));
    }

    private static string InWords(ScenarioResult scenario)
    {
        string Of(string verdict) => string.Join(", ", scenario.Groups.Where(group =>
            Rows.Verdict(Row(group, Drawn[0].Indicator)) == verdict).Select(group => group.Title));
        var (worse, better) = (Of("worse"), Of("better"));
        var told = new[] { worse == "" ? "" : $"More needs are left unmet among {worse}", better == "" ? ""
            : $"Fewer needs are left unmet among {better}" }.Where(text => text != "").ToList();
        return $"{scenario.Title}: "
            + $"{(told.Count == 0 ? "no target group clearly has more or fewer unmet needs" : string.Join(". ", told))}.";
    }

    private static Figure Chart(ComparisonResult facts, string indicator, string title, string unit)
    {
        var groups = facts.Scenarios[1].Groups;
        var points = facts.Scenarios.SelectMany((scenario, place) =>
            scenario.Groups.Select((group, row) => (place, row, of: Row(group, indicator)))
            .Select(one => new IntervalPoint(one.place, one.row, one.of.Difference, one.of.Low, one.of.High))).ToList();
        var told = facts.Others.Select(scenario =>
            $"{scenario.Title}: "
                + $"{string.Join("; ", scenario.Groups.Select(group => $"{group.Title} "
                + $"{TableText.Cells(Row(group, indicator)).Difference} ({TableText.Cells(Row(group, indicator)).Interval})"))}");
        return IntervalChart.Of(
            $"groups-{indicator.Replace('.', '-')}", Finding(facts, indicator, title), $"{title}, {unit}",
                $"{title} by target group, difference to {facts.Base.Title} with 95 % interval. {string.Join(". ", told)}.",
            [.. groups.Select(group => group.Title)], [.. facts.Scenarios.Select(scenario => scenario.Title)], points);
    }

    private static string Table(ComparisonResult facts, ScenarioResult scenario) => Html.Table(
        $"{scenario.Title}: differences to {facts.Base.Title} by target group, with 95 % intervals"
            + (facts.Draws is null ? "" : " and below them the ranges of all that is not known")
                + $", {OfMonth(facts.Since)} to {OfMonth(facts.To)}",
        Html.Head("") + string.Concat(scenario.Groups[0].Rows.Select(row => Html.Head(row.Label))),
        scenario.Groups.Select(group => Html.RowHead(group.Title) + string.Concat(group.Rows.Select(Cell))));

    /// <summary>How many groups it is clearly better and worse for; without a direction, how many have more and fewer.</summary>
    private static string Finding(ComparisonResult facts, string indicator, string title)
    {
        if (facts.Scenarios.Count > 2)
            return $"{title} by target group";
        var clear = facts.Scenarios[1].Groups.Select(group => group.Row(indicator)).Where(row => row.IsClear).ToList();
        var (more, fewer) = (clear.Count(row => row.Difference > 0), clear.Count(row => row.Difference < 0));
        var told = new[] { (Groups: more, Word: "more"), (Groups: fewer, Word: "fewer") }.Where(one => one.Groups > 0)
            .Select(one => $"{one.Word} for {one.Groups}");
        return clear.Count == 0 ? $"{title}: no clear difference for any target group"
            : $"{title}: {string.Join(", ", told)} of {facts.Scenarios[1].Groups.Count} groups";
    }

    private static string Cell(ResultRow row)
    {
        var verdict = Rows.Verdict(row);
        return $"<td{(verdict is null ? "" : $" class=\"{verdict}\"")}>{Html.Text(TableText.Cells(row)
            .Difference)}{(verdict is null ? "" : verdict == "better" ? " ✓"
                : " ✗")}<br /><span class=\"quiet\">{Html.Text(TableText.Cells(row).Interval)}</span>"
            + (row.Unknown is null ? "" : $"<br /><span class=\"quiet\">{Html.Text(TableText.Cells(row).Unknown)}</span>")
                + "</td>";
    }

    private static ResultRow Row(GroupResult group, string indicator) => group.Row(indicator);
}
