using System.Text.Json;
using Samverkan.Runs.Tests.Execution;
using Samverkan.Runs.Tests.Results;
using Xunit;

namespace Samverkan.App.Tests;

/// <summary>What a planner does with scenario files before anything is run.</summary>
public sealed class ScenarioCommandsTests : IDisposable
{
    private readonly TemporaryFolder place = new();

    public void Dispose() => place.Dispose();

    [Fact]
    public void A_new_file_is_edited_broken_and_mended_by_its_messages()
    {
        var file = place["my-cut.yaml"];
        Assert.Equal(0, Run("init", file).Code);
        Assert.Equal(0, Run("validate", file).Code);

        File.WriteAllText(file, File.ReadAllText(file).Replace("multiply: 0.9", "multiply: 8.0"));
        var (code, _, errors) = Run("validate", file);
        Assert.Equal(2, code);
        Assert.Contains("Did you mean '0.8'?", errors);

        File.WriteAllText(file, File.ReadAllText(file).Replace("multiply: 8.0", "multiply: 0.8"));
        Assert.Contains("the county's controllable frame -20 % from January 2003", Run("diff", "baseline", file).Output);
    }

    [Fact]
    public void A_place_begins_with_a_table_to_fill_in_and_hears_what_became_of_it()
    {
        var (file, table) = (place["ours.yaml"], place["ours.csv"]);
        Assert.Contains("Fill in what you know of Norrköping",
            Run("init", file, "--municipality", "norrkoping", "--table", table).Output);
        Assert.Equal(0, Run("validate", file).Code);

        File.WriteAllText(table, "Kommun;Vårdplatser;Ram region 2027\nNorrköping;21;98 MSEK/yr\n");
        var (code, output, errors) = Run("init", file, "--municipality", "0581", "--table", table, "--force");
        Assert.Equal(0, code);
        Assert.Contains("2 figures of the table are used as they are stated, to 2027", output + errors);
        Assert.StartsWith("Kommun;", File.ReadAllText(table), StringComparison.Ordinal);
    }

    [Fact]
    public void What_two_scenarios_of_a_place_share_is_told_once()
    {
        Assert.Equal(0, Run("init", place["ours.yaml"], "--municipality", "Umeå", "--from", "baseline").Code);
        Assert.Equal(0, Run("init", place["cut.yaml"], "--from", place["ours.yaml"]).Code);

        var (code, output, errors) = Run("compare", place["ours.yaml"], place["cut.yaml"], "--replications", "1", "--known",
            "--out", place["result"]);

        Assert.Equal(0, code);
        Assert.Single((output + errors).Split('\n'), line => line.Contains("are scaled from the case", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("leave one of them out", "--municipality", "Umeå", "--county", "Skåne")]
    [InlineData("say which, by --municipality or --county", "--table", "x.csv")]
    [InlineData("neither an Excel workbook", "--municipality", "Umeå", "--table", "x.ods")]
    [InlineData("outside the folder", "--municipality", "Umeå", "--table", "../x.csv")]
    [InlineData("There is no county 'Skane lan'", "--county", "Skane lan")]
    public void A_place_that_cannot_be_written_for_is_told(string told, params string[] arguments)
    {
        var (code, _, errors) = Run(["init", "x.yaml", .. arguments]);

        Assert.Equal(2, code);
        Assert.Contains(told, errors);
        Assert.False(File.Exists("x.yaml"));
    }

    [Theory]
    [InlineData("There is no command 'compar'. Did you mean 'compare'?", "compar", "baseline")]
    [InlineData("There is no command 'plann'. Did you mean 'plan'?", "study", "plann")]
    [InlineData("There is no option '--replication'. Did you mean '--replications'?", "compare", "baseline", "funding-cut",
        "--replication", "3")]
    [InlineData("There is no option '--forc'. Did you mean '--force'?", "init", "x.yaml", "--forc")]
    [InlineData("--pace '２' is no number", "run", "baseline", "--pace", "２")]
    [InlineData("--seed '99999999999999999999' is no whole number, or one that is too large.", "run", "baseline", "--seed",
        "99999999999999999999")]
    [InlineData("--replications 'many' is no whole number", "compare", "baseline", "funding-cut", "--replications", "many")]
    [InlineData("--replications must be at least 1.", "compare", "baseline", "funding-cut", "--replications", "0")]
    [InlineData("FILE is empty. Give it a value.", "validate", "")]
    [InlineData("FILE is empty. Give it a value.", "init", "")]
    [InlineData("--out is empty. Give it a value, or leave it out.", "run", "baseline", "--out", "")]
    [InlineData("--out is empty. Give it a value, or leave it out.", "compare", "baseline", "funding-cut", "--out", "  ")]
    [InlineData("There is no file 'no\\u001B[31mthing'", "validate", "no\u001B[31mthing")]
    [InlineData("There is no command 'x\\u001B]0;y\\u0007'", "x\u001B]0;y\u0007")]
    [InlineData("'ward.beds\\u009B' is not of the form id=value", "run", "baseline", "--set", "ward.beds\u009B")]
    public void A_slip_in_the_command_line_is_told_with_the_word_that_was_meant(string told, params string[] arguments)
    {
        var (code, _, errors) = Run(arguments);

        Assert.Equal(2, code);
        Assert.Contains(told, errors);
        Assert.Single(errors.Trim().Split('\n'));
    }

    [Fact]
    public void A_file_that_is_there_is_not_overwritten()
    {
        File.WriteAllText(place["mine.yaml"], "mine");

        Assert.Equal(2, Run("init", place["mine.yaml"]).Code);
        Assert.Equal("mine", File.ReadAllText(place["mine.yaml"]));
    }

    [Fact]
    public void Where_there_is_no_room_nothing_is_written()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "This system has no /dev/full.");
        File.CreateSymbolicLink(place["mine.yaml"], "/dev/full");

        var (code, _, errors) = Run("init", place["mine.yaml"], "--force");

        Assert.Equal(2, code);
        Assert.Contains("cannot be written", errors);
        Assert.Equal(["mine.yaml"], place.Names);
    }

    [Fact]
    public void Help_fits_a_page() => Assert.All(Run("--help").Output.Split('\n'), line => Assert.InRange(line.Length, 0, 120));

    [Fact]
    public void Findings_are_an_object_for_programs()
    {
        File.WriteAllText(place["faulty.yaml"], "id: faulty\ntitle: T\nquestion: Q?\nparamters: {}\n");

        var (code, output, _) = Run("validate", place["faulty.yaml"], "--json");
        var finding = JsonDocument.Parse(output).RootElement.GetProperty("findings")[0];

        Assert.Equal(2, code);
        Assert.Equal((4, "error", "SC010"), (finding.GetProperty("line").GetInt32(), finding.GetProperty("severity").GetString(),
            finding.GetProperty("code").GetString()));
    }

    [Fact]
    public void Every_shipped_scenario_is_listed_with_its_question() =>
        Assert.Contains("Does the cooperation survive if the county pays 20 % less", Run("list").Output);

    [Fact]
    public void A_study_beside_scenarios_is_not_listed_as_a_faulty_scenario()
    {
        File.WriteAllText(place["mine.yaml"], "id: mine\nextends: baseline\ntitle: T\nquestion: What now?\n");
        File.WriteAllText(place["study.yaml"], "id: study\ntitle: T\nquestion: Q?\nscenarios: [mine]\noutcomes: [people.reach]\n");

        var output = Run("list", place["."]).Output;

        Assert.Contains("What now?", output);
        Assert.DoesNotContain("study", output);
    }

    [Fact]
    public void Each_value_is_shown_with_its_file_and_line() =>
        Assert.Matches(@"-20 % from January 2003\s+\S*funding-cut\.yaml:\d+",
            Run("show", "funding-cut", "--effective", "--origin").Output);

    [Theory]
    [InlineData("ward.beds")]
    [InlineData("ward.bedDays")]
    [InlineData("funding.controllable")]
    [InlineData("open-unit")]
    public void A_name_is_explained(string name) => Assert.StartsWith(name, Run("explain", name).Output);

    [Fact]
    public void An_unknown_name_is_guessed() => Assert.Contains("Did you mean 'ward.beds'?", Run("explain", "ward.bedz").Errors);

    private static (int Code, string Output, string Errors) Run(params string[] arguments)
    {
        var (output, errors) = (new StringWriter(), new StringWriter());
        var code = CommandLine.Run(arguments, output, errors, new FakeWorld().Start);
        return (code, output.ToString(), errors.ToString());
    }
}
