using System.Globalization;
using System.Text;

namespace Samverkan.Runs.Scenarios.Values;

/// <summary>The signs of which numbers are made, in the spellings that keyboards, spreadsheets and word processors give them.</summary>
internal static class Digits
{
    /// <summary>The text with plain blanks, and a plain minus before a number, and without marks that are not seen.</summary>
    public static string Plain(string text) =>
        string.Concat(text.Where(c => !IsUnseen(c)).Select((c, i) => IsBlank(c) ? ' ' : c == '\u2212' && i == 0 ? '-' : c)).Trim();

    /// <summary>The text with digits of other scripts, and signs of full width, as those of ours; null if there are none.</summary>
    public static string? Ours(string text)
    {
        var ours = string.Concat(text.Normalize(NormalizationForm.FormKC).Select(c => char.IsDigit(c) && !char.IsAsciiDigit(c)
            ? ((int)char.GetNumericValue(c)).ToString(CultureInfo.InvariantCulture) : c.ToString()));
        return ours != text && ours.Any(char.IsAsciiDigit) && text.Any(c => char.IsDigit(c) && !char.IsAsciiDigit(c)) ? ours : null;
    }

    /// <summary>No-break, thin and other blanks, which part thousands.</summary>
    private static bool IsBlank(char c) => c != ' ' && char.GetUnicodeCategory(c) == UnicodeCategory.SpaceSeparator;

    /// <summary>Marks of direction and joiners, which come along when text is copied.</summary>
    private static bool IsUnseen(char c) => char.GetUnicodeCategory(c) == UnicodeCategory.Format;
}
