using System.Text.RegularExpressions;

namespace Samverkan.Runs.Scenarios.Yaml;

/// <summary>Says in a planner's words what a YAML parser says in its own, for the slips that are made most.</summary>
internal static partial class SyntaxInWords
{
    public static string Of(int number, string text)
    {
        var line = Line(text, number);
        var hint = line switch
        {
            _ when Reserved().Match(line) is { Success: true } value =>
                $"A value that starts with '{value.Groups[1].Value}' is written in quotes.",
            _ when Block().Match(line) is { Success: true } value =>
                $"A value that starts with '{value.Groups[1].Value}' is written in quotes, unless its lines follow below.",
            _ when Dash().Match(line) is { Success: true } value =>
                $"A value that starts with '{value.Groups[1].Value} ' is written in quotes.",
            _ when line.Contains(": *") || line.Contains("- *") => "A '*' is written in quotes: \"*\".",
            _ when line.Count('"') % 2 == 1 || line.Count('\'') % 2 == 1 => "A quotation mark is opened and not closed.",
            _ when AfterQuotes().IsMatch(line) =>
                "Something stands after the closing quotation mark. Write the whole value in quotes; "
                + "within them, each ' of the text is written ''.",
            _ when line.Count('{') > line.Count('}') => "A '{' is opened and not closed in this line.",
            _ when line.Count('[') > line.Count(']') => "A '[' is opened and not closed in this line.",
            _ when line.Length == 0 => "Something that is opened is never closed: a '[', a '{' or a quotation mark.",
            _ when Unspaced().Match(line) is { Success: true } name =>
                $"After a ':' stands a space: '{name.Value.Trim()} {line[name.Length..].Trim()}'.",
            _ when Bare(line).AsSpan().Count(": ") > 1 => "A value that contains ': ' is written in quotes.",
            _ when line.Contains(':') => "Check the indentation: names that belong together start in the same column.",
            _ => "Is a ':' with a space after it missing?",
        };
        return $"This is not YAML. {hint}";
    }

    /// <summary>The line without what stands in quotes, braces or brackets.</summary>
    private static string Bare(string line) => Enclosed().Replace(line, "");

    [GeneratedRegex(@"'[^']*'|""[^""]*""|\{.*\}|\[.*\]")]
    private static partial Regex Enclosed();

    /// <summary>A name with its ':' and no space after it, at the start of a line.</summary>
    [GeneratedRegex(@"^\s*(?:- )?[A-Za-z][\w.*-]*:(?=\S)")]
    private static partial Regex Unspaced();

    /// <summary>A value that starts with a sign which YAML keeps for itself.</summary>
    [GeneratedRegex(@"^\s*(?:- )?(?:[\w.*-]+:\s+)?([%@`,\]}])")]
    private static partial Regex Reserved();

    /// <summary>A value that starts with the sign of a text of several lines, and goes on in the same line.</summary>
    [GeneratedRegex(@"^\s*(?:- )?[\w.*-]+:\s+([|>])\s*[^\s\d+#-]")]
    private static partial Regex Block();

    /// <summary>A value that starts like an item of a list, or like a name of several lines.</summary>
    [GeneratedRegex(@"^\s*(?:- )?[\w.*-]+:\s+([-?]) ")]
    private static partial Regex Dash();

    [GeneratedRegex(@"^\s*(?:- )?[\w.*-]+:\s+(?:'(?:[^']|'')*'|""(?:[^""\\]|\\.)*"")\s*[^\s#]")]
    private static partial Regex AfterQuotes();

    private static string Line(string text, int number)
    {
        var at = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
            if (++at == number)
                return line[..Math.Min(line.Length, 500)].ToString();
        return "";
    }
}
