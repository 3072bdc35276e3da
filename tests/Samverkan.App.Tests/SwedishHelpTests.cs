using System.CommandLine;
using Samverkan.Runs.Execution;
using Samverkan.Runs.Wording;
using Xunit;

namespace Samverkan.App.Tests;

/// <summary>The help of every command, and what is said of a wrong command line, in Swedish.</summary>
public sealed class SwedishHelpTests
{
    [Fact]
    public void Every_command_argument_and_option_is_described_in_Swedish()
    {
        var missing = Descriptions(CommandLine.Root(InProcessRun.Start)).OfType<string>().Distinct()
            .Where(text => text.Length > 0 && !Localized.Knows(text)).ToList();

        Assert.True(missing.Count == 0, "Add these to src/Samverkan.Runs/Wording/sv/help.json:\n" + string.Join("\n", missing));
    }

    [Fact]
    public void Help_is_told_in_the_readers_language_and_as_before_in_English()
    {
        var swedish = Told("compare", "--help", "--language", "sv");

        Assert.Contains("Beskrivning:", swedish);
        Assert.Contains("Jämför scenarier med en bas över parade replikationer", swedish);
        Assert.Contains("[flaggor]", swedish);
        Assert.Contains("[förval: 50]", swedish);
        var english = Told("compare", "--help");
        Assert.Contains("Description:", english);
        Assert.Contains("Compare scenarios with a base over paired replications", english);
    }

    [Theory]
    [InlineData("Det finns inget kommando 'compere'. Menade du 'compare'?", "compere")]
    [InlineData("Det finns ingen flagga '--replicatons'. Menade du '--replications'?", "compare", "baseline", "funding-cut",
        "--replicatons", "3")]
    [InlineData("Det finns ingen parameter, indikator eller händelse 'staff.strane'. Menade du 'staff.strain'?", "explain",
        "staff.strane")]
    public void A_wrong_word_is_told_in_Swedish(string told, params string[] words) =>
        Assert.StartsWith(told, Told([.. words, "--language", "sv"]), StringComparison.Ordinal);

    [Fact]
    public void What_a_program_reads_of_an_explanation_carries_no_language()
    {
        string Object(string language)
        {
            var output = new StringWriter();
            CommandLine.Run(["explain", "staff.strain", "--json", "--language", language], output, new StringWriter(),
                InProcessRun.Start);
            return output.ToString();
        }

        Assert.Contains("hours needed over hours at hand", Object("sv"));
        Assert.Equal(Object("en"), Object("sv"));
    }

    [Theory]
    [InlineData("8,5 %", "8.5 %")]
    [InlineData("-0,25", "-0.25")]
    [InlineData("0,125", "0.125")]
    [InlineData("96,000", "96,000")]
    [InlineData("1,2,3", "1,2,3")]
    [InlineData("1.216,5", "1.216,5")]
    public void A_decimal_comma_is_read_from_a_Swedish_reader_alone(string typed, string read)
    {
        Assert.Equal(typed, Typed.Number(typed));
        using var language = Localized.In(Localized.Swedish);
        Assert.Equal(read, Typed.Number(typed));
    }

    [Fact]
    public void A_value_is_set_with_a_decimal_comma_in_Swedish_and_refused_in_English()
    {
        string[] words = ["show", Scenarios.Named("baseline"), "--set", "ward.legalDays=7,5 days"];

        Assert.DoesNotContain("decimal", Told([.. words, "--language", "sv"]));
        Assert.Contains("has a decimal comma. Did you mean '7.5 days'?", Told([.. words, "--language", "en"]));
    }

    private static string Told(params string[] words)
    {
        var (output, errors) = (new StringWriter(), new StringWriter());
        CommandLine.Run(words, output, errors, InProcessRun.Start);
        return output.ToString() + errors;
    }

    private static IEnumerable<string?> Descriptions(Command command) =>
    [
        command.Description, .. command.Arguments.Select(one => one.Description),
        .. command.Options.Where(one => !one.Hidden).Select(one => one.Description),
        .. command.Subcommands.SelectMany(Descriptions),
    ];
}
