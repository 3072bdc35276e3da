using Xunit;

namespace Samverkan.App.Tests;

/// <summary>Tables read at any width: no word is broken, no name of a row is lost, no figure either.</summary>
public sealed class TextTableTests
{
    private static readonly string[] Titles =
    [
        "The county's funding cut", "Kort",
        "A very long title of a scenario that its author thought would explain all, and more than that",
        "Samverkansöverenskommelseförhandlingarna", "[bold]Cut[/] [50 %]",
    ];

    public static TheoryData<int, string> Narrow =>
        [.. from width in new[] { 60, 72, 80, 100 } from title in Titles select (width, title)];

    [Theory]
    [MemberData(nameof(Narrow))]
    public void The_main_table_reads_on_a_narrow_terminal(int width, string title)
    {
        var lines = Headline(title).Lines(width, apart: 3).ToList();

        Assert.All(lines, line => Assert.InRange(line.Length, 0, width));
        var words = lines.SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToList();
        foreach (var word in "municipality's demand-driven cost (MSEK a year) unmet needs per person in service difference interval better".Split(' '))
            Assert.Contains(word, words);
        foreach (var figure in new[] { "-0.06 .. +0.12", "-10.75 .. +11.58", "1,252.98", "100 %" })
            Assert.Single(lines, line => line.Contains(figure));
        if (title.Split(' ').All(word => word.Length <= width / 3))
            Assert.All(title.Split(' ', StringSplitOptions.RemoveEmptyEntries), word => Assert.Contains(word, words));
    }

    [Fact]
    public void Without_a_terminal_nothing_is_folded()
    {
        var lines = Headline(Titles[2]).Lines(int.MaxValue, apart: 3).ToList();

        Assert.Equal(4, lines.Count);
        Assert.Contains(Titles[2], lines[0]);
        Assert.Equal("municipality's demand-driven cost (MSEK a year)", lines[2][..47]);
    }

    [Theory]
    [InlineData(60)]
    [InlineData(80)]
    public void A_table_of_many_columns_follows_in_groups_with_the_names_of_the_rows_in_each(int width)
    {
        string[] heads = ["year", "in service", "waiting", "unmet needs", "bed days", "posts", "kSEK/person", "trust",
            "cooperation", "groups", "joint units", "meetings"];
        var table = new TextTable(heads);
        foreach (var year in Enumerable.Range(1995, 3))
            table.Add([$"{year}", .. heads.Skip(1).Select((_, i) => $"{year}.{i:00}")]);
        var lines = table.Lines(width, apart: 3).ToList();

        Assert.All(lines, line => Assert.InRange(line.Length, 0, width));
        foreach (var word in heads.SelectMany(head => head.Split(' ')))
            Assert.Contains(lines, line => line.Split(' ').Contains(word));
        Assert.All(Enumerable.Range(0, 11), i => Assert.Single(lines,
            line => line.StartsWith("1996 ", StringComparison.Ordinal) && line.Contains($"1996.{i:00}")));
    }

    /// <summary>Three rows of one year: each is told by its sector, too.</summary>
    [Theory]
    [InlineData(60)]
    [InlineData(80)]
    public void A_row_that_has_its_name_from_two_columns_has_both_in_each_group(int width)
    {
        string[] sectors = ["the county", "the municipality", "both sectors"];
        var table = new TextTable(["year", "sector", .. Enumerable.Range(0, 10).Select(i => $"figure-{i}-of-it")], 1);
        foreach (var sector in sectors)
            table.Add(["1995", sector, .. Enumerable.Range(0, 10).Select(i => $"{sector[^3..]}.{i:00}")]);
        var lines = table.Lines(width, apart: 3).ToList();

        Assert.All(lines, line => Assert.InRange(line.Length, 0, width));
        foreach (var sector in sectors)
            Assert.All(Enumerable.Range(0, 10), i =>
                Assert.Single(lines, line => line.StartsWith($"1995  {sector} ", StringComparison.Ordinal)
                    && line.Contains($"{sector[^3..]}.{i:00}")));
    }

    [Fact]
    public void What_a_title_holds_is_shown_and_not_obeyed()
    {
        var table = TextTable.OfWords("[red]run[/]", "a\nb\tc");
        table.Add("\e[2J", "[link=x]");

        Assert.Equal(["[red]run[/]   a b c", @"\u001B[2J     [link=x]"], table.Lines(200, apart: 3));
    }

    [Fact]
    public void Letters_of_double_width_and_marks_above_letters_take_the_places_that_they_take()
    {
        var table = new TextTable(["", "x"]);
        table.Add("协作", "1");
        table.Add("A\u030Abo", "2");

        Assert.Equal(["       x", "协作   1", "A\u030Abo    2"], table.Lines(200, apart: 3));
    }

    private static TextTable Headline(string title)
    {
        var table = new TextTable(["", "Baseline", title, "difference", "95 % interval", "better in"]);
        table.Add("unmet needs per person in service", "2.19", "2.22", "+0.03", "-0.06 .. +0.12", "33 %");
        table.Add("municipality's demand-driven cost (MSEK a year)", "1,252.98", "53.39", "+0.41", "-10.75 .. +11.58", "100 %");
        table.Add("cooperation sustained to 2015", "99 %", "98 %", "-1 %", "-56 .. +55", "");
        return table;
    }
}
