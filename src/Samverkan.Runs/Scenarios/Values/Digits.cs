using System.Globalization;

namespace Samverkan.Runs.Scenarios.Values;

/// <summary>The signs of which numbers are made, in the spellings that keyboards, spreadsheets and word processors give
/// them.</summary>
internal static class Digits
{
    /// <summary>How far signs of full width stand from ours.</summary>
    private const int FullWidth = 0xFEE0;

    /// <summary>The text with plain blanks, and a plain minus before a number, and without marks that are not seen.</summary>
    public static string Plain(string text) =>
        string.Concat(text.Where(c => !IsUnseen(c)).Select((c, i) => IsBlank(c) ? ' ' : c == '\u2212' && i == 0 ? '-' : c))
        .Trim();

    /// <summary>The text with digits of other scripts, and signs of full width, as those of ours; null if there are
    /// none.</summary>
    public static string? Ours(string text)
    {
        var ours =
            string.Concat(text.Select(c => c is >= '\uFF01' and <= '\uFF5E' ? (char)(c - FullWidth) : char.IsDigit(c)
                ? (char)('0' + (int)char.GetNumericValue(c)) : c));
        return text.Any(c => char.IsDigit(c) && !char.IsAsciiDigit(c)) ? ours : null;
    }

    /// <summary>No-break, thin and other blanks, which part thousands.</summary>
    private static bool IsBlank(char c) => c != ' ' && char.GetUnicodeCategory(c) == UnicodeCategory.SpaceSeparator;

    /// <summary>Marks of direction and joiners, which come along when text is copied.</summary>
    private static bool IsUnseen(char c) => char.GetUnicodeCategory(c) == UnicodeCategory.Format;
}
