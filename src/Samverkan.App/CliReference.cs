using System.CommandLine;
using System.CommandLine.Completions;
using System.CommandLine.Help;
using System.Globalization;
using System.Text;
using Samverkan.Runs.Execution;

namespace Samverkan.App;

/// <summary>The page <c>docs/cli.md</c>: every command with its arguments and options, made from the commands
/// themselves.</summary>
public static class CliReference
{
    public static string Page()
    {
        var root = CommandLine.Root(InProcessRun.Start);
        var page = new StringBuilder($"""
            # Command line

            Every command with its arguments and options; `./samverkan COMMAND --help` prints the same. A SCENARIO is the name of
            a shipped one (`baseline`) or a file. With `--json`, stdout gets one object for programs, and everything else goes to
            stderr. Bad input then gives an object with the messages. `./samverkan completion bash` (or `fish`, `zsh`) prints a
            script with which a shell completes commands and options. Made from the program; do not edit.

            | exit code | meaning |
            |-|-|
            | {ExitCode.Done} | done |
            | {ExitCode.Mistake} | an error in the program |
            | {ExitCode.BadInput} | bad input: the command line, a scenario, or the place for the result |
            | {ExitCode.CheckFailed} | a check of the model failed; the message names the first month, actor and field |
            | {ExitCode.Interrupted} | interrupted |


            """);
        page.Append("## Every command\n\nThese options go with every command.\n\n")
            .Append(Table([], root.Options.Where(o => o.Recursive)));
        foreach (var command in root.Subcommands)
            Write(page, command, "samverkan");
        return page.ToString().TrimEnd() + "\n";
    }

    private static void Write(StringBuilder page, Command command, string above)
    {
        var name = $"{above} {command.Name}";
        page.Append(CultureInfo.InvariantCulture, $"## {name}\n\n{command.Description}.\n\n");
        if (command.Subcommands.Count == 0)
            page.Append(CultureInfo.InvariantCulture,
                $"    {string.Join(' ', [$"./{name}", .. command.Arguments.Select(Usage), "[options]"])}\n\n")
                .Append(Table(command.Arguments, command.Options));
        foreach (var child in command.Subcommands)
            Write(page, child, name);
    }

    private static string Table(IEnumerable<Argument> arguments, IEnumerable<Option> options)
    {
        var rows = arguments.Select(a =>
            Row(a.HelpName ?? a.Name, a.Description, a.HasDefaultValue ? a.GetDefaultValue() : null))
            .Concat(options.Where(o => !o.Hidden && o is not HelpOption)
                .Select(o => Row(Written(o), o.Description, Default(o))));
        return $"| | meaning | if not said |\n|-|-|-|\n{string.Concat(rows)}\n";
    }

    private static string Row(string name, string? meaning, object? standard) =>
        $"| `{name}` | {meaning?.Replace("|", "\\|", StringComparison.Ordinal)} | {Shown(standard)} |\n";

    private static string Usage(Argument argument)
    {
        var name = (argument.HelpName ?? argument.Name) + (argument.Arity.MaximumNumberOfValues > 1 ? "..." : "");
        return argument.Arity.MinimumNumberOfValues == 0 ? $"[{name}]" : name;
    }

    private static string Written(Option option) =>
        option.ValueType == typeof(bool) ? option.Name
            : $"{option.Name} {Value(option).Replace("|", "\\|", StringComparison.Ordinal)}";

    /// <summary>What stands after an option: its own word for it, the words that it can be, or a number.</summary>
    private static string Value(Option option) =>
        option.HelpName ?? (option.ValueType != typeof(string) ? "N"
            : option.GetCompletions(CompletionContext.Empty).Select(c => c.Label).ToArray() is { Length: > 0 } words
            ? string.Join('|', words) : "TEXT");

    // What differs from machine to machine cannot stand on a page.
    private static object? Default(Option option) =>
        option.Name == "--parallel" ? "as many as there are cores" : option.HasDefaultValue ? option.GetDefaultValue() : null;

    private static string Shown(object? value) => value switch
    {
        null or false or "" => "",
        string[] => "",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };
}
