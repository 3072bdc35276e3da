using System.Text.RegularExpressions;

namespace Samverkan.Runs.Results;

/// <summary>
/// Text of results, also of old ones. Earlier versions let characters into titles and names that a terminal obeys and that no
/// workbook or picture can hold. They become blanks where a result is read.
/// </summary>
public static partial class ResultText
{
    /// <summary>A file of JSON.</summary>
    public static string ReadJson(string path) => Escaped().Replace(Read(path), " ");

    /// <summary>A file of text.</summary>
    public static string Read(string path) => Of(File.ReadAllText(path));

    public static string Of(string text) =>
        text.Any(IsUnfit) ? string.Concat(text.Select(one => IsUnfit(one) ? ' ' : one)) : text;

    private static bool IsUnfit(char one) =>
        char.IsControl(one) && one is not ('\n' or '\r' or '\t') || one is '\uFFFE' or '\uFFFF';

    /// <summary>The same characters as JSON escapes them; a backslash before the escape may itself be escaped.</summary>
    [GeneratedRegex(@"(?<=(?:^|[^\\])(?:\\\\)*)\\(?:u(?:00(?:0[0-8bcef]|1[\da-f]|7f|[89][\da-f])|fff[ef])|[bf])",
        RegexOptions.IgnoreCase)]
    private static partial Regex Escaped();
}
