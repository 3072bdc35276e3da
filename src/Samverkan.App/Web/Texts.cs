using System.Globalization;
using System.Resources;

namespace Samverkan.App.Web;

/// <summary>
/// The words of the pages. The English sentence is its own key; <c>Web/Texts.sv.resx</c> holds the Swedish ones, and another
/// language is another such file.
/// </summary>
public sealed class Texts
{
    /// <summary>Languages that pages can be read in.</summary>
    public static IReadOnlyList<string> Languages { get; } = ["en", "sv"];

    private static readonly ResourceManager Resources = new("Samverkan.App.Web.Texts", typeof(Texts).Assembly);
    private static readonly CultureInfo[] Cultures = [.. Languages.Select(language => new CultureInfo(language))];

    /// <summary>The reader's language, one of <see cref="Languages"/>.</summary>
    public static string Language => Culture.Name;

    // Without the data of cultures, nobody knows that Swedish as in Sweden is Swedish.
    private static CultureInfo Culture =>
        Cultures.FirstOrDefault(culture => CultureInfo.CurrentUICulture.Name.StartsWith(culture.Name, StringComparison.OrdinalIgnoreCase)) ?? Cultures[0];

    /// <summary>The sentence in the reader's language; in English where nobody has translated it.</summary>
    public string this[string english] => Resources.GetString(english, Culture) ?? english;

    /// <summary>The sentence with values in it.</summary>
    public string this[string english, params object[] values] => string.Format(CultureInfo.InvariantCulture, this[english], values);
}
