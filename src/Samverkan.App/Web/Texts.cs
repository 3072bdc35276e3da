using System.Globalization;
using Samverkan.Model;
using Samverkan.Runs.Wording;

namespace Samverkan.App.Web;

/// <summary>The words of the pages, in the reader's language. The English sentence is its own key.</summary>
public sealed class Texts
{
    /// <summary>Languages that pages can be read in.</summary>
    public static IReadOnlyList<string> Languages => Localized.Languages;

    /// <summary>The reader's language, one of <see cref="Languages"/>.</summary>
    public static string Language => Localized.Language;

    /// <summary>The sentence in the reader's language; in English where nobody has translated it.</summary>
    public string this[string english] => Localized.Of(english);

    /// <summary>The sentence with values in it.</summary>
    public string this[string english, params object[] values] => Localized.Of(english, values);

    /// <summary>"Baseline / The county's funding cut": titles of what stands together.</summary>
    public string Titles(IEnumerable<string> titles) => string.Join(" / ", titles.Select(Localized.Of));

    /// <summary>"January 2003" of "2003-01"; another text as it is.</summary>
    public string OfMonth(string month) => Localized.OfMonth(month);

    /// <summary>"January 2003"</summary>
    public string Of(Month month) =>
        $"{this[CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(month.Number)]} {month.Year}";
}
