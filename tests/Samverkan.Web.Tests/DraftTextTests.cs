using Samverkan.App.Web.Scenarios;
using Xunit;

namespace Samverkan.Web.Tests;

/// <summary>A form changes its part of a scenario's text and leaves the rest as somebody wrote it.</summary>
public sealed class DraftTextTests
{
    private const string Text = """
        # Why this matters
        id: my-cut
        extends: baseline
        title: "A: cut"

        interventions:
          # the first
          - id: one
            lever: funding.controllable
            at: 2003-01   # as decided
          - { id: two, lever: ward.beds, change: { set: 10 beds }, at: 2004-01 }

        parameters:
          committee.meetingsPerYear: 2 meetings/yr
          ward.beds:
            value: 20 beds
            source: somebody
        expect:
          - { indicator: people.reach, gt: 0 }

        """;

    [Fact]
    public void What_is_not_changed_stays_to_the_letter() =>
        Assert.Equal(Text.ReplaceLineEndings("\n").TrimEnd('\n') + "\n", new DraftText(Text).Text);

    [Fact]
    public void A_part_is_changed_where_it_stands()
    {
        var draft = new DraftText(Text);
        draft.Set("interventions", "two", ["  - id: two", "    at: 2010-01"]);
        draft.Set("parameters", "ward.beds", ["  ward.beds: 30 beds"]);
        draft.SetScalar("title", "Say \"no\": never");

        Assert.Contains("    at: 2003-01   # as decided\n  - id: two\n    at: 2010-01\n\nparameters:\n", draft.Text);
        Assert.Contains("  ward.beds: 30 beds\nexpect:", draft.Text);
        Assert.DoesNotContain("somebody", draft.Text);
        Assert.Equal("Say \"no\": never", draft.Scalar("title"));
        Assert.Contains("# Why this matters", draft.Text);
    }

    [Fact]
    public void What_was_not_there_comes_last_and_the_last_one_takes_its_heading_along()
    {
        var draft = new DraftText("id: a\nextends: baseline\n");
        draft.Set("interventions", "one", ["  - id: one"]);
        draft.Set("interventions", "two", ["  - id: two"]);
        Assert.Equal("id: a\nextends: baseline\n\ninterventions:\n  - id: one\n  - id: two\n", draft.Text);

        draft.Remove("interventions", "one");
        draft.Remove("interventions", "two");
        Assert.Equal("id: a\nextends: baseline\n\n", draft.Text);
    }

    [Fact]
    public void Parts_are_known_by_the_lines_where_they_stand()
    {
        var draft = new DraftText(Text);

        Assert.Equal([("one", 8, 10), ("two", 11, 11)], draft.Parts("interventions"));
        Assert.Equal([("committee.meetingsPerYear", 14, 14), ("ward.beds", 15, 17)], draft.Parts("parameters"));
    }

    [Fact]
    public void A_list_in_one_line_is_left_to_those_who_write() =>
        Assert.False(new DraftText("interventions: [{ id: a }]\n").CanChange("interventions"));

    [Theory]
    [InlineData("")]
    [InlineData("id: å\nquestion: Vad händer?\n")]
    public void A_link_gives_back_the_text(string text) => Assert.Equal(text, SharedLink.Read(SharedLink.Of(text)) ?? "");

    [Theory]
    [InlineData("not a link!")]
    [InlineData("AAAA")]
    public void What_is_no_link_gives_nothing(string link) => Assert.True(SharedLink.Read(link) is null or "");

    [Fact]
    public void A_link_that_unpacks_to_a_flood_is_no_link() =>
        Assert.Null(SharedLink.Read(SharedLink.Of(new string('x', 1 << 20))));
}
