using System.Text.Json;
using System.Text.RegularExpressions;
using Samverkan.Model;
using Samverkan.Runs.Tests;
using Samverkan.Runs.Tests.Execution;
using Samverkan.Runs.Tests.Results;
using Xunit;

namespace Samverkan.App.Tests;

/// <summary>What the commands of decisions promise, with a world of one number in place of the model.</summary>
public sealed class DecideCommandTests : IDisposable
{
    private readonly TemporaryFolder place = new();
    private readonly FakeWorld world = new FakeWorld().Differs("funding-cut", Month.Of(2003))
        .Differs("worst-of-all", Month.Of(1994));

    public void Dispose() => place.Dispose();

    [Theory]
    [InlineData("goal baseline --lever assertive.posts", "What is to be reached? Say --below LEVEL")]
    [InlineData("goal baseline --lever assertive.posts --below 2 --above 1", "--below and --above all say what is to be reached")]
    [InlineData("goal baseline --lever assertive.posts --less-by -1",
        "--less-by is how much more or less it is to be: a number above 0")]
    [InlineData("goal baseline --below 2", "Of what? Name a lever with --lever")]
    [InlineData("goal baseline --lever asertive.posts --below 2", "is no lever. Did you mean 'assertive.posts'?")]
    [InlineData("goal baseline --lever care.otherSector --below 2", "'care.otherSector' is no lever")]
    [InlineData("goal baseline --lever committee.adaptsSchedule --below 2", "is on or off: there is no more or less of it")]
    [InlineData("goal baseline --lever assertive.posts --below 2 --certainty 0", "--certainty is a number of per cent")]
    [InlineData("goal baseline --lever assertive.posts --below 2 --from 2040-01",
        "--from 2040-01 is outside the scenario's 1995-01 to 2015-12")]
    [InlineData("goal baseline --lever assertive.posts --below 2 --least 4 --most 2",
        "The least dose must be less than the most")]
    [InlineData("goal baseline --lever assertive.posts --below 2 --most 100000", "assertive.posts can be from")]
    [InlineData("goal baseline --lever assertive.posts --below 2 --outcome people.wait", "there is no outcome 'people.wait'")]
    [InlineData("goal baseline cut-and-rare-committee --below 2",
        "makes 3 changes: say which with --lever. It can be county-cut, rare-meetings, fixed-schedule")]
    [InlineData("goal baseline cut-and-rare-committee --lever rare --below 2", "has no change 'rare'")]
    [InlineData("goal baseline cut-and-rare-committee --lever fixed-schedule --below 2", "there is no more or less of it")]
    [InlineData("goal baseline funding-cut --below 2 --from 2003-01", "--from is for a lever")]
    [InlineData("changes baseline funding-cut", "it did all of it")]
    [InlineData("changes baseline null-change", "changes nothing against 'baseline'")]
    [InlineData("changes baseline today-cut", "is of another place or other years than 'baseline'")]
    [InlineData("changes baseline cut-and-rare-committee --outcome spent.perYear", "neither more nor less of it is better")]
    [InlineData("robust baseline funding-cut --below 2 --above 1", "--below and --above both say what is good enough")]
    [InlineData("robust baseline funding-cut --since 1960-01", "--since 1960-01 is outside")]
    [InlineData("robust baseline funding-cut --known --region draws.csv", "--known leaves out what --region draws from")]
    [InlineData("robust baseline funding-cut --draws 3", "--draws must be at least 10")]
    [InlineData("portfolio baseline funding-cut funding-cut", "'funding-cut' is named 2 times")]
    [InlineData("portfolio baseline committee-small committee-large", "they cannot be combined")]
    [InlineData("portfolio baseline funding-cut committee-monthly committee-small history no-stimulus shared-register",
        "6 measures have 64 combinations: name 5 at most")]
    [InlineData("portfolio baseline funding-cut --payer state", "state")]
    [InlineData("portfolio", "Required argument 'BASE' missing")]
    [InlineData("goals baseline", "There is no command 'goals'. Did you mean 'goal'?")]
    public void What_cannot_be_decided_is_told_before_anything_is_lived(string line, string told)
    {
        world.BeforeMonth = (_, _, _) => throw new InvalidOperationException("Something was lived.");

        var (code, _, errors) = Run(["decide", .. line.Split(' ')]);

        Assert.Equal(ExitCode.BadInput, code);
        Assert.Contains(told, errors);
    }

    [Fact]
    public void The_document_shows_word_by_word_what_is_refused()
    {
        world.BeforeMonth = (_, _, _) => throw new InvalidOperationException("Something was lived.");
        var section = File.ReadAllText(Path.Combine(Repository.Root, "docs", "deciding.md")).Split("## What is refused")[1]
            .Split("\n## ")[0];
        var shown = Regex.Matches(section, @"    \./samverkan (?<line>decide [^\n]+)\n\n(?<told>(?:    [^\n]+\n)+)")
            .Select(match => (Line: match.Groups["line"].Value, Told: OneLine(match.Groups["told"].Value))).ToList();

        Assert.True(shown.Count >= 8, $"{shown.Count} are shown.");
        foreach (var (line, told) in shown)
        {
            var (code, _, errors) = Run(line.Split(' '));
            Assert.Equal((line, ExitCode.BadInput), (line, code));
            Assert.Equal(told, OneLine(errors));
        }

        static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void A_decision_leaves_a_result_that_report_tells_again()
    {
        var (code, output, _) = Robust("--json");

        Assert.Equal(ExitCode.Done, code);
        var told = JsonDocument.Parse(output).RootElement;
        Assert.Equal("robust", told.GetProperty("decision").GetProperty("kind").GetString());
        Assert.StartsWith("The county's funding cut stays closest to the best", told.GetProperty("answer").GetString());
        foreach (var name in new[] { "decision.json", "decision.md", "report.html", "futures.csv", "futures.parquet",
            "manifest.json" })
            Assert.True(File.Exists(Path.Combine(place["result"], name)), name);
        Assert.Contains("Sums are in SEK of 2015.", File.ReadAllText(Path.Combine(place["result"], "decision.md")));
        // Trust is higher by 1 in each of the six replications, and nothing else is kept in the folder.
        Assert.Equal(13, File.ReadAllLines(Path.Combine(place["result"], "futures.csv")).Length);
        Assert.False(File.Exists(Path.Combine(place["result"], ".samverkan.futures")));
        File.Delete(Path.Combine(place["result"], "report.html"));
        Assert.Equal(ExitCode.Done, Run("report", place["result"]).Code);
        Assert.Contains("stays closest to the best", File.ReadAllText(Path.Combine(place["result"], "report.html")));
    }

    [Fact]
    public void Draws_of_a_fit_beside_the_base_are_those_of_its_decisions()
    {
        File.WriteAllText(place["mine.yaml"], "id: mine\nextends: baseline\ntitle: Mine\nquestion: Q?\n");
        File.WriteAllText(place["cut.yaml"], "id: funding-cut\nextends: mine.yaml\ntitle: Cut\nquestion: Q?\ninterventions:\n"
            + "  - { id: cut, lever: funding.controllable.county, change: { multiply: 0.8 }, at: 2003-01 }\n");
        File.WriteAllLines(place["mine.draws.csv"], File.ReadLines(Path.Combine(
            Repository.Root, "scenarios", "studies", "results", "calibration", "draws.csv")).Take(16));

        var (code, output, errors) = Run("decide", "robust", place["mine.yaml"], place["cut.yaml"], "--outcome",
            "cooperation.trust", "--replications", "3", "--draws", "10", "--out", place["result"], "--json");

        Assert.True(code == ExitCode.Done, errors);
        Assert.EndsWith("mine.draws.csv", JsonDocument.Parse(output).RootElement.GetProperty("decision").GetProperty("head")
            .GetProperty("draws").GetProperty("region").GetString());
        Assert.Equal(ExitCode.Done, Run("reproduce", place["result"]).Code);
    }

    [Fact]
    public void A_decision_is_made_again_from_its_folder_to_the_bit()
    {
        Robust();

        var (code, output, errors) = Run("reproduce", place["result"]);

        Assert.True(code == ExitCode.Done, errors);
        Assert.StartsWith("The same, to the bit: 12 runs", output);
        world.Differs("funding-cut", Month.Of(2005));
        Assert.Equal(ExitCode.CheckFailed, Run("reproduce", place["result"]).Code);
    }

    [Fact]
    public void An_interrupted_decision_goes_on_where_it_was()
    {
        Robust();
        var whole = File.ReadAllText(Path.Combine(place["result"], "decision.json"));
        Directory.Delete(place["result"], recursive: true);
        var (lived, broken) = (new HashSet<(string, int)>(), true);
        world.BeforeMonth = (blueprint, replication, _) =>
        {
            if (broken && replication == 4)
                throw new OperationCanceledException();
            lived.Add((blueprint.Name, replication));
        };

        var (code, _, errors) = Robust("--parallel", "1");

        Assert.Equal(ExitCode.Interrupted, code);
        Assert.Contains("Interrupted: 6 futures are kept", errors);
        Assert.False(File.Exists(Path.Combine(place["result"], "decision.json")));
        (broken, _) = (false, lived.RemoveWhere(_ => true));
        (code, _, errors) = Robust();
        Assert.Equal(ExitCode.Done, code);
        Assert.Contains("6 are lived already", errors);
        Assert.Equal(6, lived.Count);
        Assert.Equal(whole, File.ReadAllText(Path.Combine(place["result"], "decision.json")));
    }

    [Fact]
    public void A_choice_that_differs_before_it_may_is_no_result()
    {
        var (code, _, errors) = Run("decide", "robust", Scenarios.Named("baseline"), Scenarios.Named("funding-cut"),
            "--known", "--replications", "2", "--set", "committee.meetingsPerYear=5 meetings/yr",
            "--outcome", "cooperation.trust", "--out", place["result"]);
        Assert.Equal(ExitCode.Done, code);

        world.Differs("funding-cut", Month.Of(1999));
        (code, _, errors) = Run("decide", "robust", Scenarios.Named("baseline"), Scenarios.Named("funding-cut"), "--known",
            "--replications", "2",
            "--outcome", "cooperation.trust", "--out", place["other"]);

        Assert.Equal(ExitCode.CheckFailed, code);
        Assert.Contains("comes apart", errors);
    }

    private (int Code, string Output, string Errors) Robust(params string[] more) => Run(
        ["decide", "robust", Scenarios.Named("baseline"), Scenarios.Named("funding-cut"), "--known", "--replications", "6",
            "--outcome", "cooperation.trust",
            "--out", place["result"], .. more]);

    private (int Code, string Output, string Errors) Run(params string[] args)
    {
        var (output, errors) = (new StringWriter(), new StringWriter());
        var code = CommandLine.Run(args, output, errors, world.Start);
        return (code, output.ToString(), errors.ToString());
    }
}
