using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Xml.Linq;
using Samverkan.Model;
using Samverkan.Runs.Tests.Execution;
using Samverkan.Runs.Tests.Results;
using Xunit;

namespace Samverkan.App.Tests;

/// <summary>Studies that are split over machines, and grids of thousands of points, with a world of one number in place of the
/// model.</summary>
public sealed class LargeStudyTests : IDisposable
{
    private const int Points = 3125;
    private const int TallestPicture = 3000;

    private readonly TemporaryFolder place = new();
    private readonly FakeWorld world = new FakeWorld().Differs("cut", Month.Of(1996));

    public LargeStudyTests()
    {
        File.WriteAllText(place["short.yaml"],
            "id: short\nextends: baseline\ntitle: Short\nquestion: Q?\nhorizon: { to: 1996-12 }\n");
        File.WriteAllText(place["cut.yaml"],
            "id: cut\nextends: short\ntitle: Cut\nquestion: Q?\ninterventions:\n  - { id: cut, lever: funding.controllable, "
                + "change: { multiply: 0.9 }, at: 1996-01 }\n");
        Write("levers: [{ lever: committee.meetingsPerYear, set: [1 meetings/yr, 2 meetings/yr, 4 meetings/yr] }]");
    }

    public void Dispose() => place.Dispose();

    [Fact]
    public void Parts_that_are_merged_give_the_same_bytes_as_a_study_in_one_go()
    {
        world.BeforeMonth = (_, replication, month) =>
        {
            if (replication == 3 && month == Month.Of(1996, 5))
                throw new InvalidOperationException("a bug, \"quoted\"");
        };
        Made("study", "run", place["study.yaml"], "--out", place["result"]);
        var whole = Files("result");
        Directory.Move(place["result"], place["whole"]);
        foreach (var part in new[] { 1, 2, 3, 4 })
            Made("study", "run", place["study.yaml"], "--part", $"{part}/4", "--out", place[$"part-{part}"]);

        Made("study", "merge", place["part-3"], place["part-1"], place["part-4"], place["part-2"], "--out", place["result"]);

        Assert.Equal(whole, Files("result"));
    }

    [Fact]
    public void Minutes_come_with_the_part_that_has_them()
    {
        Write("");
        Made("study", "run", place["study.yaml"], "--out", place["whole"]);
        foreach (var part in new[] { 1, 2 })
            Made("study", "run", place["study.yaml"], "--part", $"{part}/2", "--out", place[$"part-{part}"]);

        Made("study", "merge", place["part-1"], place["part-2"], "--out", place["merged"]);

        Assert.Equal(Files("whole"), Files("merged"));
        Assert.NotEmpty(Directory.EnumerateFiles(place["merged"], "*.txt", SearchOption.AllDirectories));
    }

    [Fact]
    public void What_does_not_make_a_whole_is_refused_and_says_why()
    {
        foreach (var part in new[] { 1, 2 })
            Made("study", "run", place["study.yaml"], "--part", $"{part}/3", "--out", place[$"part-{part}"]);
        Made("study", "run", place["study.yaml"], "--part", "3/3", "--seed", "2", "--out", place["part-3"]);
        Made("study", "run", place["study.yaml"], "--out", place["whole"]);

        Refused("Part 3 of 3 is missing", "part-1", "part-2");
        Refused("are both part 1/3", "part-1", "part-2", "part-1");
        Refused("belongs to another study", "part-1", "part-2", "part-3");
        Refused("is no part of a study", "part-1", "whole");
        using (var journal = new FileStream(place["part-2/journal.bin"], FileMode.Open))
            journal.SetLength(journal.Length / 2);
        File.WriteAllText(place["part-2/manifest.json"],
            File.ReadAllText(place["part-2/manifest.json"]).Replace("\"status\": \"complete\"", "\"status\": \"unfinished\""));
        Refused("is not complete", "part-1", "part-2");
        Made("study", "resume", place["part-2"]);
        Made("study", "run", place["study.yaml"], "--part", "3/3", "--force", "--out", place["part-3"]);
        Made("study", "merge", place["part-1"], place["part-2"], place["part-3"], "--out", place["merged"]);

        void Refused(string why, params string[] parts)
        {
            var (code, _, errors) = Run(["study", "merge", .. parts.Select(part => place[part]), "--out", place["merged"]]);
            Assert.Equal(2, code);
            Assert.Contains(why, errors);
            Assert.False(Directory.Exists(place["merged"]));
        }
    }

    [Theory]
    [InlineData("0/3")]
    [InlineData("4/3")]
    [InlineData("three")]
    public void What_is_no_part_is_told(string part)
    {
        var (code, _, errors) = Run("study", "run", place["study.yaml"], "--part", part, "--out", place["result"]);

        Assert.Equal(2, code);
        Assert.Contains($"--part '{part}' is no part: write it like 3/20", errors);
    }

    [Fact]
    public void A_study_that_decides_as_it_goes_is_not_split()
    {
        var (code, _, errors) =
            Run("study", "run", place["study.yaml"], "--part", "1/2", "--until-ci", "5%", "--out", place["result"]);

        Assert.Equal(2, code);
        Assert.Contains("cannot be split", errors);
    }

    [Fact]
    public void A_grid_of_thousands_of_points_stays_readable()
    {
        Grid();
        var foretold = Foretold();
        Made("study", "run", place["study.yaml"], "--out", place["result"]);

        IsNear(foretold);
        Assert.InRange(new FileInfo(place["result/report.html"]).Length, 1, 1_000_000);
        Assert.InRange(new FileInfo(place["result/study.md"]).Length, 1, 50_000);
        Assert.InRange(new FileInfo(place["result/tables.xlsx"]).Length, 1, 5_000_000);
        Assert.Contains("the first 20,000 rows; levels.csv and levels.parquet have all", Sheet("about"));
        Assert.All(Directory.EnumerateFiles(place["result/figures"], "*.svg"), picture =>
            Assert.InRange(double.Parse(XDocument.Load(picture).Root!.Attribute("height")!.Value.Replace("px", ""),
                CultureInfo.InvariantCulture), 1, TallestPicture));
        Assert.Contains("The best of 3,125 lever points in Short", File.ReadAllText(place["result/study.md"]));
        Assert.Contains("Cut against Short over 3,125 lever points", File.ReadAllText(place["result/study.md"]));
        Assert.Equal($"{Points}",
            Query("select count(distinct (\"lever.committee.meetingsPerYear\", \"lever.b\", \"lever.c\", \"lever.d\", "
                + "\"lever.e\")) from levels"));
        Assert.Equal("5", Query("select max(\"lever.committee.meetingsPerYear\") from differences"));
        Assert.Equal("b3", Query("select \"lever.b\" from figures where levers like '%b=b3;%' limit 1"));
        Assert.False(File.Exists(place["result/years.parquet"]));
    }

    [Fact]
    public void A_plan_tells_how_large_a_result_with_all_its_years_becomes()
    {
        Write("keep: years", replications: 300);
        var foretold = Foretold();

        Made("study", "run", place["study.yaml"], "--out", place["result"]);

        IsNear(foretold);
    }

    private long Foretold()
    {
        var (code, output, errors) = Run("study", "plan", place["study.yaml"], "--json");
        Assert.True(code == 0, errors);
        return JsonDocument.Parse(output).RootElement.GetProperty("bytes").GetInt64();
    }

    private void IsNear(long foretold)
    {
        var bytes = Directory.EnumerateFiles(place["result"], "*", SearchOption.AllDirectories)
            .Sum(file => new FileInfo(file).Length);
        Assert.InRange(foretold, bytes / 2, bytes * 2);
    }

    [Fact]
    public void A_pilot_is_never_longer_than_the_study_nor_than_forty_runs()
    {
        Grid();
        Assert.InRange(PilotRuns(out var all), 2, 40);
        Assert.Equal(2 * Points, all);

        Write("", replications: 1);
        Assert.Equal(2, PilotRuns(out all));
        Assert.Equal(2, all);
    }

    private int PilotRuns(out int all)
    {
        var runs = new System.Collections.Concurrent.ConcurrentBag<int>();
        world.BeforeMonth = (_, replication, month) =>
        {
            if (month == Month.Of(1996, 12))
                runs.Add(replication);
        };
        var (code, output, errors) = Run("study", "plan", place["study.yaml"], "--json");
        Assert.True(code == 0, errors);
        all = JsonDocument.Parse(output).RootElement.GetProperty("runs").GetInt32();
        Assert.Contains("from a pilot of", errors);
        return int.Parse(errors.Split("from a pilot of ")[1].Split(' ')[0]);
    }

    private void Grid()
    {
        var levers = string.Join("\n", new[] { "b", "c", "d", "e" }.Select((id, lever) =>
            $"  - {{ id: {id}, options: "
                + $"[{string.Join(", ", Enumerable.Range(1, 5).Select(option => $"{{ id: {id}{option}, set: {{ "
                + $"{new[] { "care.otherSector", "care.informalCare", "funding.bedsKept", "cooperation.dissolutionSlope" }[lever]}: {Value(lever, option)} }} }}"))}] }}"));
        Write($"levers:\n  - {{ lever: committee.meetingsPerYear, set: "
            + $"[{string.Join(", ", Enumerable.Range(1, 5).Select(option => $"{option} meetings/yr"))}] }}\n{levers}",
            replications: 1);

        static string Value(int lever, int option) => lever == 3 ? $"{option}" : $"{(lever == 1 ? 20 : 60) + option} %";
    }

    private string Sheet(string name) => string.Join('\n', MiniExcelLibs.MiniExcel
        .Query(place["result/tables.xlsx"], useHeaderRow: true, sheetName: name).Select(row => (string)row.value));

    private string Query(string sql)
    {
        var (code, output, errors) = Run("query", sql, place["result"], "--csv");
        Assert.True(code == 0, errors);
        return output.Split('\n')[1].Trim();
    }

    private void Made(params string[] args)
    {
        var (code, output, errors) = Run(args);
        Assert.True(code == 0, output + errors);
    }

    private Dictionary<string, string> Files(string folder) =>
        Directory.EnumerateFiles(place[folder], "*", SearchOption.AllDirectories)
        .ToDictionary(file => Path.GetRelativePath(place[folder], file),
            file => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file))));

    private void Write(string lines, int replications = 5) => File.WriteAllText(place["study.yaml"], $"""
        id: my-study
        title: My study
        question: How sure is it?
        scenarios: [short, cut]
        outcomes: [cooperation.trust]
        replications: {replications}
        {lines}
        """);

    private (int Code, string Output, string Errors) Run(params string[] args)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var code = CommandLine.Run(args, output, errors, world.Start);
        return (code, output.ToString(), errors.ToString());
    }
}
