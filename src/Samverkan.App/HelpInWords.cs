using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using Samverkan.Runs.Wording;

namespace Samverkan.App;

/// <summary>The help of a command in the reader's language: its headings, and what each argument and option is.</summary>
internal sealed class HelpInWords(HelpAction help) : SynchronousCommandLineAction
{
    /// <summary>Headings of the library, which knows no Swedish.</summary>
    private static readonly string[] Headings =
        ["Description", "Usage", "Arguments", "Options", "Commands", "Additional Arguments"];

    public override bool ClearsParseErrors => help.ClearsParseErrors;

    public override int Invoke(ParseResult parseResult)
    {
        if (Localized.Language == Localized.English)
            return help.Invoke(parseResult);
        Describe(parseResult.RootCommandResult.Command);
        var output = parseResult.InvocationConfiguration.Output;
        var text = new StringWriter { NewLine = "\n" };
        parseResult.InvocationConfiguration.Output = text;
        var code = help.Invoke(parseResult);
        parseResult.InvocationConfiguration.Output = output;
        foreach (var line in text.ToString().TrimEnd('\n').Split('\n'))
            output.WriteLine(Headings.Contains(line.TrimEnd(':')) ? Localized.Of(line.TrimEnd(':')) + ":" : Defaults(line));
        return code;
    }

    /// <summary>"[default: 50]" and the marks in the line of usage.</summary>
    private static string Defaults(string line) => line
        .Replace("[default: ", $"[{Localized.Of("default")}: ", StringComparison.Ordinal)
        .Replace("[options]", $"[{Localized.Of("options")}]", StringComparison.Ordinal)
        .Replace("[command]", $"[{Localized.Of("command")}]", StringComparison.Ordinal);

    private static void Describe(Command command)
    {
        command.Description = Told(command.Description);
        foreach (var argument in command.Arguments)
            argument.Description = Told(argument.Description);
        foreach (var option in command.Options)
            option.Description = Told(option.Description);
        foreach (var child in command.Subcommands)
            Describe(child);
    }

    private static string? Told(string? english) => english is null ? null : Localized.Of(english);
}
