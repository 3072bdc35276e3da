using System.IO.Compression;
using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using Samverkan.Analysis.Comparisons;
using Samverkan.Analysis.Results;
using Samverkan.App.Web;
using Samverkan.App.Web.Results;
using Samverkan.App.Web.Studying;
using Samverkan.Runs.Execution;
using Samverkan.Runs.Tests;
using Samverkan.Runs.Tests.Results;
using Xunit;

namespace Samverkan.App.Tests;

/// <summary>A run, a comparison and a study that version 0.1.0 made (commit dd82cae), read by this version.</summary>
public sealed class OldResultsTests : IDisposable
{
    private const string Old = "0.1.0+dd82cae7464dab77b7eaec940a513597fc2acf51";

    private readonly TemporaryFolder place = new();

    public OldResultsTests()
    {
        var fixtures = Path.Combine(Repository.Root, "tests", "fixtures", "0.1.0");
        foreach (var file in Directory.EnumerateFiles(fixtures, "*", SearchOption.AllDirectories))
        {
            var copy = place[Path.GetRelativePath(fixtures, file)];
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    public void Dispose() => place.Dispose();

    [Fact]
    public void They_are_listed_with_what_made_them()
    {
        var options = new ServeOptions(IPAddress.Loopback, 0, null, place[""], place["own"]);
        using var studies = new StudyService(InProcessRun.Start, options);

        Assert.Equal(
            [("comparison", Old, "samverkan compare short.yaml cut.yaml --replications 2 --seed 1"),
                ("run", Old, "samverkan run short.yaml --seed 1 --replication 1")],
            new ResultStore(options).All().Where(entry => entry.Command != "study")
            .Select(entry => (entry.Id, entry.Version, entry.Reproduce)).Order());
        var study = Assert.Single(studies.All());
        Assert.Equal(("study", true, 4L), (study.Id, study.IsComplete, study.RunsDone));
        Assert.NotEmpty(StudyService.Answers(study));
    }

    [Theory]
    [InlineData("run", "select count(distinct indicator) > 20 from series", "true")]
    [InlineData("comparison", "select count(distinct replication) from paired", "2")]
    [InlineData("study", "select count(*) from runs", "4")]
    public void They_are_asked(string result, string sql, string answer)
    {
        var (code, output, errors) = Run("query", sql, place[result], "--csv");

        Assert.True(code == 0, errors);
        Assert.Equal(answer, output.Split('\n')[1].Trim(), ignoreCase: true);
    }

    /// <summary>Version 0.1.0 let any character into a title. No workbook and no picture can hold them.</summary>
    [Theory]
    [InlineData("comparison", "A short cut")]
    [InlineData("study", "A study of an older version")]
    public void Characters_that_nothing_can_show_do_no_harm(string result, string title)
    {
        foreach (var file in new[] { "report.json", "manifest.json" })
            File.WriteAllText(place[$"{result}/{file}"],
                File.ReadAllText(place[$"{result}/{file}"])
                .Replace(title, title.Replace(" ", @"\u000b") + @"\u001b[31m", StringComparison.Ordinal));

        var (code, _, errors) = Run("report", place[result]);

        Assert.True(code == 0, errors);
        var page = File.ReadAllText(place[$"{result}/report.html"]);
        Assert.Contains(title, page);
        Assert.DoesNotContain(page, one => char.IsControl(one) && one is not ('\n' or '\t'));
        using var workbook = ZipFile.OpenRead(place[$"{result}/tables.xlsx"]);
        foreach (var part in workbook.Entries.Where(part => part.Name.EndsWith(".xml", StringComparison.Ordinal)))
            using (var text = part.Open())
                Assert.NotNull(XDocument.Load(text).Root);
    }

    [Theory]
    [InlineData("comparison", "A short cut")]
    [InlineData("study", "A study of an older version")]
    public void Their_reports_are_made_again(string result, string title)
    {
        var (code, _, errors) = Run("report", place[result]);

        Assert.True(code == 0, errors);
        Assert.Contains(title, File.ReadAllText(place[result + "/report.html"]));
    }

    [Fact]
    public void A_comparison_is_read_into_the_form_of_today()
    {
        var result = ComparisonResult.Read(place["comparison"])!;

        Assert.Equal((1, "short", 2, "90a8 01d2 337c 1362"),
            (result.Schema, result.BaseId, result.Replications, result.ResultHash));
        var cut = result.Scenarios[1];
        Assert.StartsWith("A short cut makes no clear difference", AnswerSentence.To(cut, result.Replications));
        Assert.Equal(("sustained", "100 %", "0 %"),
            (cut.Rows[^1].Id, TableText.Cells(cut.Rows[^1]).Base, TableText.Cells(cut.Rows[^1]).Difference));
        Assert.All(cut.Rows.Concat(cut.Groups.SelectMany(group => group.Rows)).Concat(cut.Lasting!.Profile),
            row => Assert.Equal(2, row.Pairs));
        Assert.Equal(8, cut.Bands.Count);
        Assert.Equal(result.Quarters.Count, cut.Bands[0].Mean.Length);
        Assert.Equal(["lost"], cut.Lasting.Endings.Select(ending => ending.Id));
        Assert.Equal([null, null], cut.LostAt);
        Assert.Null(cut.Budget);
    }

    /// <summary>Its cells were kept as text: the numbers are printed as that edition printed them.</summary>
    [Fact]
    public void Rows_are_printed_as_they_were()
    {
        using var old = JsonDocument.Parse(File.ReadAllText(place["comparison/report.json"]));
        var kept = old.RootElement.GetProperty("scenarios")[1].GetProperty("groups").EnumerateArray()
            .SelectMany(group => group.GetProperty("rows").EnumerateArray());

        var rows = ComparisonResult.Read(place["comparison"])!.Scenarios[1].Groups.SelectMany(group => group.Rows);

        Assert.Equal(
            kept.Select(row =>
                string.Join("|", row.GetProperty("cells").EnumerateArray().Take(4).Select(cell => cell.GetString()))),
            rows.Select(TableText.Cells).Select(cells => $"{cells.Base}|{cells.Other}|{cells.Difference}|{cells.Interval}"));
    }

    [Theory]
    [InlineData("study", "resume", "study")]
    [InlineData("study", "answer", "study")]
    [InlineData("study", "rerun", "study")]
    [InlineData("reproduce", "comparison")]
    [InlineData("reproduce", "study")]
    [InlineData("person", "run")]
    public void What_needs_the_files_that_they_do_not_keep_says_which_version_can(params string[] command)
    {
        var (code, _, errors) = Run([.. command[..^1], place[command[^1]]]);

        Assert.Equal(2, code);
        Assert.Contains(Old, errors);
    }

    private static (int Code, string Output, string Errors) Run(params string[] args)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var code = CommandLine.Run(args, output, errors, InProcessRun.Start);
        return (code, output.ToString(), errors.ToString());
    }
}
