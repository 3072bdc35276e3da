using System.Globalization;

namespace Samverkan.Runs.Scenarios.Yaml;

/// <summary>
/// Characters that nobody sees and that do harm: a terminal obeys them, a workbook cannot hold them, or they show a text
/// otherwise than it is read.
/// </summary>
internal static class Unseen
{
    /// <summary>Where the first one stands; -1: there is none.</summary>
    public static int IndexIn(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                i++;
            else if (IsOne(text[i]))
                return i;
        return -1;
    }

    /// <summary>What is wrong with a text; null: nothing.</summary>
    public static string? ProblemOf(string text) => IndexIn(text) is var at and >= 0 ? Problem(text[at]) : null;

    public static string Problem(char one) =>
        $"There is {InWords(one)} (U+{(int)one:X4}) in this text. It often comes along when text is copied. Take it out, or "
            + "write a blank.";

    private static bool IsOne(char one) =>
        char.IsControl(one) && one is not ('\t' or '\n' or '\r') || char.IsSurrogate(one)
        || one is '\u2028' or '\u2029' or '\uFFFE' or '\uFFFF' || IsTurn(one);

    /// <summary>Marks that turn the direction of a stretch of text. (A single mark of direction, as names in Arabic have it, is
    /// harmless.)</summary>
    private static bool IsTurn(char one) => one is >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069';

    private static string InWords(char one) => one switch
    {
        '\v' => "a vertical tab",
        '\f' => "a page break",
        '\u001B' => "an escape character",
        '\u2028' or '\u2029' or '\u0085' => "a line break of another kind",
        _ when IsTurn(one) => "a mark that turns the direction of text",
        _ when char.GetUnicodeCategory(one) == UnicodeCategory.Surrogate => "half a character",
        _ => "a control character",
    };
}
