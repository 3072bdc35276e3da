using System.Globalization;
using System.Resources;
using Samverkan.Model;

namespace Samverkan.App.Web;

/// <summary>
/// The words of the pages. The English sentence is its own key; <c>Web/Texts.sv.resx</c> holds the Swedish ones, and another
/// language is another such file.
/// </summary>
public sealed class Texts
{
    /// <summary>Languages that pages can be read in.</summary>
    public static IReadOnlyList<string> Languages { get; } = ["en", "sv"];

    private static readonly ResourceManager Resources = new("Samverkan.App.Web.Texts", typeof(Texts).Assembly) { IgnoreCase = true };
    private static readonly CultureInfo[] Cultures = [.. Languages.Select(language => new CultureInfo(language))];

    /// <summary>The reader's language, one of <see cref="Languages"/>.</summary>
    public static string Language => Culture.Name;

    // Without the data of cultures, nobody knows that Swedish as in Sweden is Swedish.
    private static CultureInfo Culture =>
        Cultures.FirstOrDefault(culture => CultureInfo.CurrentUICulture.Name.StartsWith(culture.Name, StringComparison.OrdinalIgnoreCase)) ?? Cultures[0];

    /// <summary>The sentence in the reader's language; in English where nobody has translated it.</summary>
    public string this[string english] => Resources.GetString(english, Culture) is { } other ? InCaseOf(english, other) : english;

    /// <summary>The sentence with values in it.</summary>
    public string this[string english, params object[] values] => string.Format(CultureInfo.InvariantCulture, this[english], values);

    /// <summary>"January 2003"</summary>
    public string Of(Month month) => $"{this[CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(month.Number)]} {month.Year}";

    // A word is kept once, whether it stands at the beginning of a line or within one.
    private static string InCaseOf(string english, string other) => (english, other) switch
    {
        ([var first, ..], [var kept, var next, ..]) when char.IsLower(first) && char.IsUpper(kept) && !char.IsUpper(next) => char.ToLowerInvariant(kept) + other[1..],
        ([var first, ..], [var kept, ..]) when char.IsUpper(first) && char.IsLower(kept) && !Proper.Contains(english) => char.ToUpperInvariant(kept) + other[1..],
        _ => other,
    };

    // Names and units that are written with a capital in English alone.
    private static readonly HashSet<string> Proper = [.. CultureInfo.InvariantCulture.DateTimeFormat.MonthNames, "MSEK", "MSEK a year"];
}
