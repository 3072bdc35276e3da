using Samverkan.Analysis.Results;

namespace Samverkan.Analysis.Reports.Sections;

/// <summary>Meetings of the same committee in two worlds, side by side: the first that differ, one some years later, the
/// last.</summary>
internal static class MinutesBeside
{
    private const int YearsLater = 3;

    public static string? Of(ComparisonResult facts, MinutesStore store)
    {
        var told = facts.Scenarios.Select((scenario, place) => (scenario, place)).Skip(1)
            .Select(one => Pairs(facts, store, one.scenario, one.place)).Where(text => text != "").ToList();
        return told.Count == 0 ? null
            : Html.Paragraph(
                "From replication 1: the same committee, the same people and the same luck, with and without the change. What "
                    + "only one of two paired minutes says is shaded.") + string.Concat(told);
    }

    private static string Pairs(ComparisonResult facts, MinutesStore store, ScenarioResult scenario, int place)
    {
        var (before, after) = (store.Of(facts.Base.Id), store.Of(scenario.Id));
        if (after.FirstOrDefault(one => MinutesStore.SameDay(before, one)?.Text != one.Text) is not { } first)
            return "";
        var later = after.FirstOrDefault(one => one.Year >= first.Year + YearsLater && one != first);
        var chosen = new[] { first, later, after[^1] }.OfType<MinutesOnFile>().Distinct().ToList();
        var named = facts.Scenarios.Count > 2;
        var level = named ? 4 : 3;
        return (named ? $"<h3>{Html.Named(place, scenario.Title)}</h3>\n" : "")
            + Pair(chosen[0])
            + (chosen.Count == 1 ? ""
                : $"<details><summary>{Html.Text("Later meetings")}</summary>\n"
                    + $"{string.Concat(chosen.Skip(1).Select(Pair))}</details>\n");

        string Pair(MinutesOnFile one) => MinutesStore.Nearest(before, one) is { } beside
            ? $"<div class=\"minutes\">\n{Article(level, facts.Base.Title, 0, beside, one)}"
                + $"{Article(level, scenario.Title, place, one, beside)}</div>\n"
            : $"<div class=\"minutes\">\n{Article(level, scenario.Title, place, one, one)}</div>\n";
    }

    private static string Article(int level, string title, int place, MinutesOnFile minutes, MinutesOnFile beside)
    {
        var known = beside.Paragraphs.Select(WithoutNumber).ToHashSet();
        return $"<article style=\"border-top-color: "
            + $"var(--s{Html.StyleOf(place)})\"><h{level}>{Html.Named(place, title)}</h{level}>\n"
            + string.Concat(minutes.Paragraphs.Select(paragraph =>
                $"<p class=\"{(char.IsDigit(paragraph[0]) ? "item" : "")}\">{Marked(paragraph)}</p>\n"))
            + "</article>\n";

        string Marked(string paragraph) => known.Contains(WithoutNumber(paragraph)) ? Html.Text(paragraph)
            : $"<span class=\"only\">{Html.Text(paragraph)}</span>";
    }

    // An item that has only moved on the agenda is not another one.
    private static string WithoutNumber(string paragraph) =>
        char.IsDigit(paragraph[0]) ? paragraph[(paragraph.IndexOf(". ", StringComparison.Ordinal) + 2)..] : paragraph;
}
