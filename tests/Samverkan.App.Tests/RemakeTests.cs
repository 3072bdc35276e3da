using Samverkan.App.Commands;
using Samverkan.App.Remaking;
using Samverkan.Runs.Tests.Results;
using Xunit;

namespace Samverkan.App.Tests;

/// <summary>What hangs on the bits is made again by one command, and only what has to be.</summary>
public sealed class RemakeTests : IDisposable
{
    private const string Document =
        "By hand.\n\n<!-- measured: compare a b | shown: unmet; waiting -->\nold\n<!-- end of measured -->\n\nBy hand, too.\n";

    private readonly TemporaryFolder place = new();

    public void Dispose() => place.Dispose();

    [Fact]
    public void Every_step_has_a_name_of_its_own_and_writes_files_of_its_own()
    {
        Assert.Equal(RemakeSteps.All.Count, RemakeSteps.All.Select(step => step.Id).Distinct().Count());
        var written = RemakeSteps.All.SelectMany(step => step.Writes).ToList();
        Assert.Equal(written.Count, written.Distinct().Count());
        Assert.All(RemakeSteps.All, step => Assert.True(step.Minutes > 0));
    }

    [Fact]
    public void Every_step_reads_files_that_the_repository_has_or_an_earlier_step_makes() => Assert.All(
        RemakeSteps.All.SelectMany((step, place) =>
            step.Reads.Except(RemakeSteps.All.Take(place).SelectMany(earlier => earlier.Writes))),
        pattern => Assert.True(Directory.EnumerateFiles(Scenarios.At(Path.GetDirectoryName(pattern)!), Path.GetFileName(pattern))
            .Any(), pattern));

    [Fact]
    public void Documents_that_are_made_anew_have_measured_blocks_and_no_other_has() => Assert.All(
        Directory.EnumerateFiles(Scenarios.At("docs"), "*.md").Append(Scenarios.At("README.md"))
        .Where(file => File.ReadAllText(file).Contains("<!-- measured:")),
        file => Assert.Contains(RemakeSteps.All,
            step => step.Writes.Contains(Path.GetRelativePath(Scenarios.At(""), file).Replace('\\', '/'))));

    [Fact]
    public void All_of_it_takes_about_twenty_minutes() => Assert.InRange(RemakeSteps.All.Sum(step => step.Minutes), 1, 22);

    [Fact]
    public void A_measured_block_holds_what_the_command_prints_and_the_rest_stays()
    {
        var (text, code) = MeasuredBlocks.Remade(Document, words =>
        {
            Assert.Equal(["compare", "a", "b"], words);
            return (0, "a title\n\nunmet needs 2.45\ntrust 0.4\npeople waiting 5.6\n");
        });

        Assert.Equal(0, code);
        Assert.Equal(
            "By hand.\n\n<!-- measured: compare a b | shown: unmet; waiting -->\n\n    unmet needs 2.45\n    people waiting "
                + "5.6\n\n<!-- end of measured -->\n\nBy hand, too.\n", text);
        Assert.Equal(text, MeasuredBlocks.Remade(text, _ => (0, "unmet needs 2.45\npeople waiting 5.6")).Text);
    }

    [Fact]
    public void A_block_stays_as_it_was_where_its_command_fails()
    {
        var (text, code) = MeasuredBlocks.Remade(Document, _ => (ExitCode.BadInput, "nothing"));

        Assert.Equal(ExitCode.BadInput, code);
        Assert.Equal(Document, text);
    }

    [Fact]
    public void Markdown_stays_Markdown_and_long_lines_of_a_terminal_are_folded()
    {
        Assert.Equal("| a | b |\n|---|---|\n", MeasuredBlocks.Body("| a | b |\n|---|---|\n", []));
        Assert.All(MeasuredBlocks.Body(string.Join(' ', Enumerable.Repeat("word", 60)), []).TrimEnd().Split('\n'),
            line => Assert.InRange(line.Length, 5, 104));
    }

    [Fact]
    public void Of_a_table_the_rows_that_are_left_stand_close_and_are_not_folded() => Assert.Equal(
        "        before   after   better\n    a       12      13      9 %\n",
        MeasuredBlocks.Body(
            "                before   after   better\nb, a long name       7       8      1 %\na                   12      13   "
                + "   9 %\nheld   by a   word",
            ["before", "a    "]));

    [Theory]
    [InlineData("# A\n\n| needs | 2.45 | holds |", "# A\n\n| needs | 2.40 | **misses** |", "A: needs: 2.45 -> 2.40",
        "A: needs: holds -> **misses**")]
    [InlineData("leaves 885 more (705 to 1,066)", "leaves 886 more (705 to 1,070)", "leaves # more (# to #): 885 -> 886",
        "leaves # more (# to #): 1,066 -> 1,070")]
    [InlineData("pattern V1 of e468 holds in 3", "pattern V1 of e468 holds in 3")]
    public void Figures_that_moved_are_named_and_no_others(string before, string after, params string[] moved) =>
        Assert.Equal(moved, MovedFigures.Between(before, after).Select(figure => $"{figure}"));

    [Fact]
    public void Rows_of_a_table_for_programs_are_known_by_their_words() => Assert.Equal(
        ["baseline,needs: 0.5 -> 0.6"], MovedFigures.Between("baseline,trust,0.1\nbaseline,needs,0.5",
            "baseline,needs,0.6\nbaseline,trust,0.1", csv: true).Select(figure => $"{figure}"));

    [Fact]
    public void It_refuses_a_folder_that_is_not_the_repository()
    {
        RemakeCommand.RefuseElsewhere(Scenarios.At(""));
        Assert.Contains("run it in the repository's own folder",
            Assert.Throws<BadRequest>(() => RemakeCommand.RefuseElsewhere(place[""])).Message);
    }

    [Fact]
    public void What_is_made_is_up_to_date_until_what_it_is_made_from_changes()
    {
        Directory.CreateDirectory(place["docs"]);
        File.WriteAllText(place["input.txt"], "1");
        var made = 0;
        var step = new RemakeStep("one", "one file", ["docs/page.md"], ["input.txt"], 1, "by hand", _ =>
        {
            File.WriteAllText(place["docs/page.md"], $"made {++made}");
            return 0;
        });
        RemakeRecord Record() => RemakeRecord.Read(place[""]);

        Assert.Equal("never made by this command", Record().Stale(step));
        step.Make(_ => (0, ""));
        Record().Made(step, TimeSpan.FromSeconds(3));
        Assert.Null(Record().Stale(step));
        Assert.Equal(3, Record().Of(step)!.Seconds);

        Assert.Equal("what it is made from changed", Record().Stale(step with { Made = "otherwise" }));
        File.WriteAllText(place["input.txt"], "2");
        Assert.Equal("what it is made from changed", Record().Stale(step));
        File.WriteAllText(place["input.txt"], "1");
        File.WriteAllText(place["docs/page.md"], "by hand");
        Assert.Equal("the files were changed since", Record().Stale(step));
    }
}
