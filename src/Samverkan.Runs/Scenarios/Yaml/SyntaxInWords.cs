namespace Samverkan.Runs.Scenarios.Yaml;

/// <summary>Says in a planner's words what a YAML parser says in its own, for the slips that are made most.</summary>
internal static class SyntaxInWords
{
    public static string Of(int number, string text)
    {
        var line = Line(text, number);
        var hint = line switch
        {
            _ when line.Contains(": *") || line.Contains("- *") => "A '*' is written in quotes: \"*\".",
            _ when line.Count('"') % 2 == 1 || line.Count('\'') % 2 == 1 => "A quotation mark is opened and not closed.",
            _ when line.Count('{') > line.Count('}') => "A '{' is opened and not closed in this line.",
            _ when line.Count('[') > line.Count(']') => "A '[' is opened and not closed in this line.",
            _ when line.IndexOf(':') != line.LastIndexOf(':') => "A value that contains ': ' is written in quotes.",
            _ when line.TrimStart().StartsWith('%') || line.Contains(" @") => "A value that starts with '%' or '@' is written in quotes.",
            _ when line.Contains(':') => "Check the indentation: names that belong together start in the same column.",
            _ => "Is a ':' with a space after it missing?",
        };
        return $"This is not YAML. {hint}";
    }

    private static string Line(string text, int number)
    {
        var at = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
            if (++at == number)
                return line[..Math.Min(line.Length, 500)].ToString();
        return "";
    }
}
