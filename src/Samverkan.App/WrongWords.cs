using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.RegularExpressions;
using Samverkan.Runs;
using Samverkan.Runs.Scenarios;

namespace Samverkan.App;

/// <summary>What is wrong with a command line, with the word that was probably meant.</summary>
internal static partial class WrongWords
{
    /// <returns>Empty if it can be carried out.</returns>
    public static IReadOnlyList<string> In(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        if (command.Subcommands.Count > 0 && parsed.UnmatchedTokens is [var word, ..] && !word.StartsWith('-'))
            return [$"There is no command '{word}'.{DidYouMean.Of(word, [.. command.Subcommands.Select(c => c.Name)])} '{Line(parsed.CommandResult)} --help' lists all."];

        // Where any number of files may stand, the parser takes an unknown option for one of them.
        var unknown = parsed.UnmatchedTokens.Concat(parsed.CommandResult.Children.OfType<ArgumentResult>().SelectMany(a => a.Tokens).Select(t => t.Value))
            .Where(token => Option().IsMatch(token)).Select(token => NoOption(token, parsed.CommandResult)).ToList();
        return unknown.Count > 0 ? unknown : [.. parsed.Errors.Select(error => error.Message.ReplaceLineEndings(" ").Replace("\t", "", StringComparison.Ordinal))];
    }

    private static string NoOption(string token, CommandResult command) =>
        $"There is no option '{token}'.{DidYouMean.Of(token, [.. command.Command.Options.Select(o => o.Name)])} '{Line(command)} --help' lists all.";

    /// <summary>"samverkan study plan": what was typed up to this command.</summary>
    private static string Line(CommandResult command) =>
        command.Parent is CommandResult above ? $"{Line(above)} {command.Command.Name}" : ProgramName.AsTyped;

    [GeneratedRegex("^--[a-zA-Z][a-zA-Z-]*(=.*)?$")]
    private static partial Regex Option();
}
