using Samverkan.Model;
using Samverkan.Model.SteeringCommittees;
using Samverkan.Runs.Results;
using Xunit;

namespace Samverkan.Runs.Tests.Results;

public sealed class MinutesTests
{
    private static readonly Minutes Meeting = new(
        "0001", 31, Month.Of(2003, 3), 12, ["county 2", "municipality 2", "stakeholder associations 2"],
        ["needs review of October 2002 (5 months old)", "economy report of February"],
        [
            new("Daytime activities unmet for 41 % of people with long depression, no unit for them", 30, Outcome.Agreed, "Decided by consensus: open a day centre, 3.5 posts, costs shared 60/40, from September"),
            new("Revision of the agreement (age 4 years)", 2, Outcome.Deferred, "Deferred: no time."),
        ],
        ["a core member of the county resigned"]);

    [Fact]
    public void Minutes_read_as_a_secretary_would_write_them() => Assert.Equal(
        """
        Steering committee of The municipality
        Meeting 31, 12 March 2003. Present: county 2, municipality 2, stakeholder associations 2.
        Seen: needs review of October 2002 (5 months old); economy report of February.
        Reported: a core member of the county resigned.
        1. Daytime activities unmet for 41 % of people with long depression, no unit for them. Urgency high.
           Decided by consensus: open a day centre, 3.5 posts, costs shared 60/40, from September.
        2. Revision of the agreement (age 4 years). Urgency low.
           Deferred: no time.

        """.ReplaceLineEndings("\n"),
        MinutesText.Of(Meeting, "The municipality"));

    [Fact]
    public void Long_sentences_are_broken_between_words()
    {
        var endless = Meeting with { Items = [new(string.Join(' ', Enumerable.Repeat("need", 60)), 10, Outcome.Noted, "seen")] };

        Assert.All(MinutesText.Of(endless, "The municipality").Split('\n'), line => Assert.InRange(line.Length, 0, 100));
    }

    [Fact]
    public void Every_meeting_has_a_file_and_files_sort_by_date()
    {
        using var place = new TemporaryFolder();
        var archive = new MinutesArchive(place["minutes"], Blueprint.Case);
        foreach (var month in new[] { 3, 4, 11 })
            archive.Observe(new(Month.Of(2003, month), [], [], [Meeting with { Number = month, Month = Month.Of(2003, month) }], People: 0, Unbalanced: 0));

        Assert.Equal(
            ["2003-03-12-meeting-003.txt", "2003-04-12-meeting-004.txt", "2003-11-12-meeting-011.txt"],
            Directory.EnumerateFiles(place["minutes"]).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }
}
