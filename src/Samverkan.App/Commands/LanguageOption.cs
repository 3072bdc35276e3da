using System.CommandLine;
using System.CommandLine.Parsing;
using Samverkan.Runs.Wording;

namespace Samverkan.App.Commands;

/// <summary><c>--language</c>: in which language everything is told. Results, and what programs read, carry none.</summary>
internal static class LanguageOption
{
    private const string Name = "--language";
    private const string Setting = "Language";

    /// <summary>For every command of a program: each has its own, which its help may describe in the reader's
    /// language.</summary>
    public static Option<string?> Everywhere() => new Option<string?>(Name)
    {
        Description = "Language of answers, minutes, reports and documents [default: SAMVERKAN_LANGUAGE, else en]",
        Recursive = true,
    }.AcceptOnlyFromAmong([.. Localized.Languages]);

    /// <summary>Until the end of the scope the language is the one asked for.</summary>
    public static IDisposable In(ParseResult parsed) => Localized.In(Asked(parsed) ?? Localized.Language);

    private static string? Asked(ParseResult parsed)
    {
        var asked = parsed.GetResult(Name) is OptionResult { Tokens: [var token] } ? token.Value : Preset();
        return Localized.Languages.Contains(asked) ? asked : null;
    }

    // A settings file that cannot be read is told by the command that needs it.
    private static string? Preset()
    {
        try
        {
            return Settings.Of(Setting);
        }
        catch (BadRequest)
        {
            return null;
        }
    }
}
