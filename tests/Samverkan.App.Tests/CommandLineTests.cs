using System.Text.Json;
using System.Text.RegularExpressions;
using Samverkan.Model;
using Samverkan.Runs.Execution;
using Samverkan.Runs.Tests.Execution;
using Samverkan.Runs.Tests.Results;
using Xunit;

namespace Samverkan.App.Tests;

/// <summary>What the commands promise, with a world of one number in place of the model.</summary>
public sealed class CommandLineTests : IDisposable
{
    private readonly TemporaryFolder place = new();
    private readonly FakeWorld world = new FakeWorld().Differs("funding-cut", Month.Of(2003));

    public void Dispose() => place.Dispose();

    [Fact]
    public void A_comparison_answers_in_a_sentence_and_leaves_a_whole_folder()
    {
        var (code, output, errors) = Compare("funding-cut");

        Assert.True(code == 0, errors);
        Assert.Contains("better in", output);
        Assert.Contains("trust in the committee", output);
        Assert.Equal(
            ["bands.csv", "comparison.json", "comparison.md", "data-dictionary.md", "datapackage.json", "figures", "inputs",
                "manifest.json", "minutes", "paired.csv", "report.docx", "report.html", "series.parquet", "slides.pptx",
                "summary.html", "tables.xlsx"],
            Directory.EnumerateFileSystemEntries(place["result"]).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal(["result"], place.Names);
    }

    [Fact]
    public void A_comparison_quotes_the_shipped_ledger_of_assumptions_wherever_it_is_told()
    {
        var (_, output, _) = Compare("funding-cut");
        var quoted = JsonDocument.Parse(File.ReadAllText(place["result/comparison.json"])).RootElement.GetProperty("scenarios")[1]
            .GetProperty("ledger");
        var result = quoted.GetProperty("result").GetString()!;

        Assert.Matches("^([0-9a-f]{4} ){3}[0-9a-f]{4}$", result);
        Assert.Contains($"(study 'assumptions' of version 0.1.0, {result})", Regex.Replace(output, @"\s+", " "));
        Assert.Contains($"The study is quoted by its result hash, {result}.", File.ReadAllText(place["result/report.html"]));
    }

    [Theory]
    [InlineData("baseline", true)]
    [InlineData("sweden", false)]
    public void The_series_of_a_world_of_many_municipalities_are_not_kept_as_text(string scenario, bool text)
    {
        var (code, _, errors) =
            Run("run", Scenarios.Named(scenario), "--until", "1995-03", "--grains", "none", "--out", place["result"]);

        Assert.True(code == 0, errors);
        Assert.True(File.Exists(place["result/series.parquet"]));
        Assert.Equal(text, File.Exists(place["result/series.csv"]));
    }

    [Fact]
    public void A_result_says_what_makes_it_again()
    {
        Compare("funding-cut");

        var command = JsonDocument.Parse(File.ReadAllText(Path.Combine(place["result"], "comparison.json")))
            .RootElement.GetProperty("command").GetString();
        Assert.Matches(@"^\S*samverkan compare \S+ \S*funding-cut\S* --replications \d+ --seed \d+", command);
    }

    [Fact]
    public void A_null_change_changes_nothing_to_the_bit()
    {
        var (code, output, _) = Compare("null-change", "--json");
        var comparison = JsonDocument.Parse(output).RootElement.GetProperty("comparisons")[0];

        Assert.Equal(0, code);
        Assert.Contains("equal to the bit", comparison.GetProperty("answer").GetString());
        Assert.All(
            comparison.GetProperty("rows").EnumerateArray().Where(row => row.GetProperty("pairs").GetInt32() > 0),
            row => Assert.Equal(0.0, row.GetProperty("difference").GetDouble()));
    }

    [Fact]
    public void A_scenario_that_differs_too_early_stops_with_the_culprits_name()
    {
        world.Differs("funding-cut", Month.Of(2001, 7));

        var (code, _, errors) = Compare("funding-cut");

        Assert.Equal(3, code);
        Assert.Contains("2001-07: committee/0001, trust:", errors);
        Assert.Empty(place.Names);
    }

    [Fact]
    public void With_json_stdout_is_one_object_whatever_happens()
    {
        world.Differs("null-change", Month.Of(2010));

        foreach (var (scenario, code) in new[] { ("funding-cut", 0), ("funding-cut", 0), ("null-change", 2),
            ("no-such-file", 2) })
        {
            var (exit, output, _) = Compare(scenario, "--json");
            Assert.Equal((code, code), (exit, JsonDocument.Parse(output).RootElement.GetProperty("exitCode").GetInt32()));
        }
        var failed = Compare("null-change", "--json", "--force");
        Assert.Equal((3, "checkFailed"),
            (failed.Code, JsonDocument.Parse(failed.Output).RootElement.GetProperty("status").GetString()));
    }

    [Fact]
    public void Another_result_is_never_replaced_unasked()
    {
        Compare("funding-cut");
        var before = File.ReadAllText(Path.Combine(place["result"], "manifest.json"));

        var (code, _, errors) = Compare("funding-cut", "--seed", "2");

        Assert.Equal(2, code);
        Assert.Contains("--force", errors);
        Assert.Equal(before, File.ReadAllText(Path.Combine(place["result"], "manifest.json")));
        Assert.Equal(0, Compare("funding-cut", "--seed", "2", "--force").Code);
        Assert.NotEqual(before, File.ReadAllText(Path.Combine(place["result"], "manifest.json")));
    }

    [Fact]
    public void The_same_request_gives_the_same_files_to_the_byte()
    {
        Compare("funding-cut", "--parallel", "1");
        var first = Files();
        Compare("funding-cut", "--parallel", "3");

        Assert.Equal(first, Files());

        Dictionary<string, string> Files() => Directory.EnumerateFiles(place["result"])
            .ToDictionary(file => file, file => Convert.ToBase64String(File.ReadAllBytes(file)));
    }

    [Theory]
    [InlineData("compare")]
    [InlineData("compare", "baseline")]
    [InlineData("run")]
    [InlineData("run", "baseline", "--seed", "-1")]
    [InlineData("run", "baseline", "--replication", "0")]
    [InlineData("run", "baseline", "--until", "spring")]
    [InlineData("run", "baseline", "--until", "1990-01")]
    [InlineData("compare", "baseline", "baseline")]
    [InlineData("compare", "baseline", "funding-cut", "--series", "some")]
    [InlineData("compare", "baseline", "funding-cut", "--since", "1989-01")]
    [InlineData("serve", "--port", "0")]
    [InlineData("serve", "--port", "99999")]
    [InlineData("silo", "--cluster", "redis://127.0.0.1:1", "--gateway-port", "99999")]
    [InlineData("silo", "--cluster", "redis://127.0.0.1:1", "--metrics-port", "99999")]
    [InlineData("simulate")]
    public void A_request_that_cannot_be_met_is_bad_input_and_says_why(params string[] args)
    {
        string[] withPaths =
            [.. args.Select((arg, i) => i > 0 && arg is "baseline" or "funding-cut" ? Scenarios.Named(arg) : arg)];

        var (code, output, errors) = Run(withPaths);

        Assert.Equal((2, ""), (code, output));
        Assert.NotEmpty(errors);
    }

    [Theory]
    [InlineData("list")]
    [InlineData("library")]
    public void A_folder_that_is_not_there_is_named(string command) =>
        Assert.Equal("There is no folder 'nowhere'.", Run(command, "nowhere").Errors.TrimEnd());

    [Fact]
    public void A_run_tells_its_story_by_year_and_names_the_last_minutes()
    {
        var (code, output, _) = Run("run", Scenarios.Named("baseline"), "--until", "1999-06", "--out", place["result"]);

        Assert.Equal(0, code);
        Assert.Contains("1999", output);
        Assert.DoesNotContain("2000", output);
        var last = output.Split('\n')
            .Single(line => line.StartsWith("Last minutes: ", StringComparison.Ordinal))["Last minutes: ".Length..];
        Assert.EndsWith("1999-06-12-meeting-054.txt", last);
        Assert.True(File.Exists(last));
    }

    [Fact]
    public void What_a_change_does_is_counted_from_its_month_whatever_period_is_asked_for()
    {
        double Difference(params string[] more)
        {
            var json = JsonDocument.Parse(Compare("funding-cut", ["--json", "--force", .. more]).Output).RootElement;
            return json.GetProperty("comparisons")[0].GetProperty("rows").EnumerateArray()
                .Single(row => row.GetProperty("indicator").GetString() == "cooperation.trust").GetProperty("difference")
                .GetDouble();
        }

        // The world's trust is higher by 1 from January 2003 on: 13 of the 21 years.
        Assert.Equal(1, Difference(), 9);
        Assert.Equal(1, Difference("--since", "1995-01"), 9);
    }

    [Fact]
    public void A_mistake_of_the_program_leaves_nothing_behind()
    {
        world.BeforeMonth = (_, _, month) =>
        {
            if (month.Year == 2000)
                throw new InvalidOperationException("a bug");
        };

        var (code, _, errors) = Compare("funding-cut");

        Assert.Equal(1, code);
        Assert.Contains("a bug", errors);
        Assert.Empty(place.Names);
    }

    private (int Code, string Output, string Errors) Compare(string other, params string[] more) =>
        Run(["compare", Scenarios.Named("baseline"), Scenarios.Named(other), "--replications", "3", "--out", place["result"],
            .. more]);

    private (int Code, string Output, string Errors) Run(params string[] args)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var code = CommandLine.Run(args, output, errors, world.Start);
        return (code, output.ToString(), errors.ToString());
    }
}
