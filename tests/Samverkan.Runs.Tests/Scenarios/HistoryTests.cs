using Samverkan.Model.Parameters;
using Samverkan.Model.Policies;
using Samverkan.Runs.Scenarios;
using Xunit;

namespace Samverkan.Runs.Tests.Scenarios;

/// <summary>The scenario <c>history</c> and the documented timeline say the same.</summary>
public sealed class HistoryTests
{
    private static readonly Scenario History = ScenarioReader.Read("history");

    private static readonly (int From, int To, string Status, string Text, string[] Ids)[] Timeline =
        [.. File.ReadAllLines(Path.Combine(Repository.Root, "data", "timeline.csv")).Skip(1).Select(Row)];

    [Fact]
    public void EveryIdThatTheTimelineNamesIsThere() =>
        Assert.All(Timeline.SelectMany(row => row.Ids),
            id => Assert.True(History.Origins.ContainsKey(id) || Catalogue.Find(id) is not null, id));

    [Fact]
    public void EveryEventOfHistoryIsDocumentedInItsYear() => Assert.All(History.Blueprint.Events, e =>
        Assert.Contains(Timeline, row => row.Ids.Contains(e.Id) && e.At.Year >= row.From && e.At.Year <= row.To));

    [Fact]
    public void WhatWasOnlyPlannedIsNotForced() =>
        Assert.All(Timeline.Where(row => row.Status == "P"), row => Assert.Empty(row.Ids));

    [Fact]
    public void MinutesAreAsManyAsDocumented()
    {
        var meetings = Enumerable.Range(1995, 21).Sum(year => MeetingsIn(year));

        Assert.InRange(meetings, 95, 101);
    }

    private static double MeetingsIn(int year) => History.Blueprint.Interventions
        .Where(i => i.Parameter == "committee.meetingsPerYear" && i.Operation == Operation.Set && i.At!.Value.Year <= year)
        .Select(i => i.Value).LastOrDefault(Catalogue.Get("committee.meetingsPerYear").Default);

    private static (int, int, string, string, string[]) Row(string line)
    {
        var cells = line.Split(',');
        var text = string.Join(',', cells[5..^1]);
        var ids = cells[^1] is "start" or "-" or "planned" or "rejected" ? [] : cells[^1].Split(' ');
        return (int.Parse(cells[0]), int.Parse(cells[1]), cells[4], text, ids);
    }
}
