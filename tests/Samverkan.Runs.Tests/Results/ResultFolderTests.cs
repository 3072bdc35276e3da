using Samverkan.Runs.Results;
using Xunit;

namespace Samverkan.Runs.Tests.Results;

public sealed class ResultFolderTests : IDisposable
{
    private readonly TemporaryFolder place = new();

    private string Path => place["result"];

    public void Dispose() => place.Dispose();

    [Fact]
    public void A_result_takes_its_name_when_all_is_written()
    {
        using (var folder = ResultFolder.Open(Path, "inputs", force: false))
        {
            File.WriteAllText(folder["series.csv"], "rows");
            Assert.True(ResultFolder.IsEmpty(Path));
            folder.Complete();
        }

        Assert.Equal(["result"], place.Names);
        Assert.Equal("rows", File.ReadAllText(System.IO.Path.Combine(Path, "series.csv")));
    }

    [Fact]
    public void What_is_not_completed_leaves_no_trace()
    {
        using (var folder = ResultFolder.Open(Path, "inputs", force: false))
            File.WriteAllText(folder["series.csv"], "half");

        Assert.Empty(place.Names);
    }

    [Fact]
    public void Another_result_is_replaced_by_force_alone()
    {
        Write("seed 1", "old");

        Assert.Throws<ResultFolderRefused>(() => Write("seed 2", "new"));
        Assert.Equal("old", Read());

        Write("seed 2", "new", force: true);
        Assert.Equal("new", Read());
        Assert.Equal(["result"], place.Names);
    }

    [Fact]
    public void The_same_result_may_be_made_again()
    {
        Write("seed 1", "old");
        Write("seed 1", "new");

        Assert.Equal("new", Read());
    }

    [Fact]
    public void A_folder_that_holds_no_result_is_never_replaced()
    {
        Directory.CreateDirectory(Path);
        File.WriteAllText(System.IO.Path.Combine(Path, "thesis.tex"), "years of work");

        Assert.Throws<ResultFolderRefused>(() => Write("seed 1", "new", force: true));
        Assert.Equal(["thesis.tex"], Directory.EnumerateFiles(Path).Select(System.IO.Path.GetFileName));
    }

    [Fact]
    public void The_manifest_of_another_program_is_no_result()
    {
        Directory.CreateDirectory(Path);
        File.WriteAllText(System.IO.Path.Combine(Path, "manifest.json"), """{ "name": "web extension" }""");

        Assert.Throws<ResultFolderRefused>(() => Write("seed 1", "new", force: true));
    }

    [Fact]
    public void Files_that_someone_added_to_a_result_outlive_it()
    {
        Write("seed 1", "old");
        File.WriteAllText(System.IO.Path.Combine(Path, "plot.png"), "mine");
        Write("seed 2", "new", force: true);

        Assert.Equal("mine", File.ReadAllText(System.IO.Path.Combine(Path, "plot.png")));
        Assert.Equal("new", Read());
    }

    /// <summary>The persons of the old world do not stand beside the series of the new one.</summary>
    [Fact]
    public void Nothing_of_the_old_result_is_left_beside_the_new_one()
    {
        Write("seed 1", "old");
        foreach (var name in new[] { "persons.parquet", "person-psychosis-1995-01-12.html", "levels.csv",
            "years.parquet.unfinished" })
            File.WriteAllText(System.IO.Path.Combine(Path, name), "old");
        Directory.CreateDirectory(System.IO.Path.Combine(Path, "figures", "deep"));

        Write("seed 2", "new", force: true);

        Assert.Equal(["manifest.json", "series.csv"],
            Directory.EnumerateFileSystemEntries(Path).Select(System.IO.Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("unfinished-thesis")]
    [InlineData("complete-works")]
    public void A_folder_of_the_user_that_is_called_like_a_draft_is_not_touched(string name)
    {
        var theirs = System.IO.Path.Combine(Path, name, "chapter.tex");
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(theirs)!);
        File.WriteAllText(theirs, "years of work");

        Assert.Throws<ResultFolderRefused>(() => Write("seed 1", "new", force: true));

        Assert.Equal("years of work", File.ReadAllText(theirs));
    }

    /// <summary>Killed while the new result was moved into its place, when the old one was gone.</summary>
    [Fact]
    public void What_is_in_place_already_is_kept_when_the_next_program_moves_the_rest()
    {
        Directory.CreateDirectory(Path);
        File.WriteAllText(System.IO.Path.Combine(Path, "bands.csv"), "new");
        var moving = Directory.CreateDirectory(System.IO.Path.Combine(Path, ".samverkan.moving-abcdefgh"));
        File.WriteAllText(System.IO.Path.Combine(moving.FullName, "series.csv"), "new");
        new Manifest(Manifest.ProgramName, "0", "run", "seed 2", "", 1, [1], [], [])
            .Write(System.IO.Path.Combine(moving.FullName, ResultFolder.ManifestName));

        Assert.Throws<ResultFolderRefused>(() => ResultFolder.Open(Path, "seed 1", force: false));

        Assert.Equal(["bands.csv", "manifest.json", "series.csv"],
            Directory.EnumerateFileSystemEntries(Path).Select(System.IO.Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_folder_that_somebody_writes_is_refused_even_by_force()
    {
        Write("seed 1", "old");
        using var first = ResultFolder.Open(Path, "seed 1", force: false);

        Assert.Throws<ResultFolderRefused>(() => ResultFolder.Open(Path, "seed 1", force: false));
        Assert.Throws<ResultFolderRefused>(() => ResultFolder.Open(Path, "seed 2", force: true));
        Assert.Equal("old", Read());
    }

    [Fact]
    public void What_a_killed_program_left_is_named_and_removed()
    {
        var draft = Directory.CreateDirectory(System.IO.Path.Combine(Path, ".samverkan.unfinished-abcdefgh"));
        File.WriteAllText(System.IO.Path.Combine(draft.FullName, "series.csv"), "half");

        using (var folder = ResultFolder.Open(Path, "seed 1", force: false))
            Assert.Contains(".samverkan.unfinished-abcdefgh' was left by a program that ended before it was done",
                Assert.Single(folder.Left));

        Assert.Empty(place.Names);
    }

    [Fact]
    public void A_result_that_was_whole_when_its_program_was_killed_is_put_into_its_place()
    {
        Write("seed 1", "old");
        var whole = Directory.CreateDirectory(System.IO.Path.Combine(Path, ".samverkan.complete-abcdefgh"));
        File.WriteAllText(System.IO.Path.Combine(whole.FullName, "series.csv"), "new");
        new Manifest(Manifest.ProgramName, "0", "run", "seed 2", "", 1, [1], [], [])
            .Write(System.IO.Path.Combine(whole.FullName, ResultFolder.ManifestName));

        Assert.Throws<ResultFolderRefused>(() => ResultFolder.Open(Path, "seed 1", force: false));

        Assert.Equal("new", Read());
        Assert.Equal(["manifest.json", "series.csv"],
            Directory.EnumerateFileSystemEntries(Path).Select(System.IO.Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_link_stays_a_link()
    {
        Directory.CreateDirectory(place["disk"]);
        Directory.CreateSymbolicLink(Path, place["disk"]);

        Write("seed 1", "old");
        Write("seed 2", "new", force: true);

        Assert.NotNull(new DirectoryInfo(Path).LinkTarget);
        Assert.Equal("new", File.ReadAllText(System.IO.Path.Combine(place["disk"], "series.csv")));
    }

    [Fact]
    public void No_name_is_no_folder()
    {
        Assert.Contains("--out names no folder",
            Assert.Throws<ResultFolderRefused>(() => ResultFolder.Open("", "seed 1", force: false)).Message);
    }

    private void Write(string inputs, string content, bool force = false)
    {
        using var folder = ResultFolder.Open(Path, inputs, force);
        File.WriteAllText(folder["series.csv"], content);
        new Manifest(Manifest.ProgramName, "0", "run", inputs, "", 1, [1], [], []).Write(folder[ResultFolder.ManifestName]);
        folder.Complete();
    }

    private string Read() => File.ReadAllText(System.IO.Path.Combine(Path, "series.csv"));
}
