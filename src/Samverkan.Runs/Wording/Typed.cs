using System.Text.RegularExpressions;

namespace Samverkan.Runs.Wording;

/// <summary>Numbers as a reader types them.</summary>
public static partial class Typed
{
    /// <summary>
    /// For a Swedish reader, decimal commas as points: "8,5 %" is "8.5 %". Three digits behind a comma may be thousands, so
    /// "96,000" stays as it is, and is told as an error where it is read. For others, the text as it is.
    /// </summary>
    public static string Number(string text) => Localized.Language == Localized.Swedish
        ? DecimalComma().Replace(text, "$1.$2") : text;

    // At the beginning or behind "=" or a blank; a single comma; what follows is no further number.
    [GeneratedRegex(@"(?<=^|[=\s])([-+]?(?:0(?=,)|\d+(?=,(?!\d{3}(?!\d)))))[,](\d+)(?![\d.,])")]
    private static partial Regex DecimalComma();
}
