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
            return [$"There is no command '{word}'.{DidYouMean.Of(word, [.. command.Subcommands.Select(c => c.Name)])} "
                + $"'{Line(parsed.CommandResult)} --help' lists all."];

        if (Empty(parsed.CommandResult) is { Count: > 0 } empty)
            return empty;

        // Where any number of files may stand, the parser takes an unknown option for one of them.
        var unknown = parsed.UnmatchedTokens.Concat(parsed.CommandResult.Children.OfType<ArgumentResult>()
            .SelectMany(a => a.Tokens).Select(t => t.Value))
            .Where(token => Option().IsMatch(token)).Select(token => NoOption(token, parsed.CommandResult)).ToList();
        return unknown.Count > 0 ? unknown
            : [.. parsed.Errors.Select(error => NoNumber(error) ?? error.Message.ReplaceLineEndings(" ")
                .Replace("\t", "", StringComparison.Ordinal))];
    }

    /// <summary>The parser itself names a type of the framework.</summary>
    private static string? NoNumber(ParseError error)
    {
        var (name, type, tokens) = error.SymbolResult switch
        {
            OptionResult option => (option.Option.Name, option.Option.ValueType, option.Tokens),
            ArgumentResult { Parent: OptionResult option } => (option.Option.Name, option.Option.ValueType, option.Tokens),
            ArgumentResult argument => (argument.Argument.Name, argument.Argument.ValueType, argument.Tokens),
            _ => ("", typeof(string), []),
        };
        var kind = Type.GetTypeCode(Nullable.GetUnderlyingType(type) ?? type) switch
        {
            TypeCode.Double => "number",
            TypeCode.Int32 or TypeCode.Int64 or TypeCode.UInt32 or TypeCode.UInt64 => "whole number",
            _ => null,
        };
        return kind is not null && tokens is [var token] && error.Message.Contains("System.", StringComparison.Ordinal)
            ? $"{name} '{token.Value}' is no {kind}, or one that is too large." : null;
    }

    /// <summary>Options and arguments that are given, and hold nothing: a variable of a script that was never set,
    /// mostly.</summary>
    private static IReadOnlyList<string> Empty(CommandResult command) =>
    [
        .. command.Children.OfType<OptionResult>().Where(option => option.Tokens.Any(IsBlank))
        .Select(option => $"{option.Option.Name} is empty. Give it a value, or leave it out."),
        .. command.Children.OfType<ArgumentResult>().Where(argument => argument.Tokens.Any(IsBlank))
        .Select(argument => $"{argument.Argument.Name} is empty. Give it a value."),
    ];

    private static bool IsBlank(Token token) => string.IsNullOrWhiteSpace(token.Value);

    private static string NoOption(string token, CommandResult command) =>
        $"There is no option '{token}'.{DidYouMean.Of(token, [.. command.Command.Options.Select(o => o.Name)])} "
            + $"'{Line(command)} --help' lists all.";

    /// <summary>"samverkan study plan": what was typed up to this command.</summary>
    private static string Line(CommandResult command) =>
        command.Parent is CommandResult above ? $"{Line(above)} {command.Command.Name}" : ProgramName.AsTyped;

    [GeneratedRegex("^--[a-zA-Z][a-zA-Z-]*(=.*)?$")]
    private static partial Regex Option();
}
