using System.Globalization;

namespace Samverkan.Runs.Wording;

/// <summary>
/// The words that people read. The program writes English, and results keep English alone; where something is shown it passes
/// through here. The English sentence is its own key; the files of <c>Wording/sv</c> hold the Swedish ones, with
/// <c>{0}</c> for what changes.
/// </summary>
public static class Localized
{
    public const string English = "en";
    public const string Swedish = "sv";

    /// <summary>Languages that can be read.</summary>
    public static IReadOnlyList<string> Languages { get; } = [English, Swedish];

    private static readonly Lazy<Translations> InSwedish = new(() => Translations.Read(Swedish));

    /// <summary>The language of the reader for whom this thread works: that of its culture for pages and words.</summary>
    // Without the data of cultures, nobody knows that Swedish as in Sweden is Swedish.
    public static string Language =>
        CultureInfo.CurrentUICulture.Name.StartsWith(Swedish, StringComparison.OrdinalIgnoreCase) ? Swedish : English;

    /// <summary>Everything until the end of the scope is told in a language.</summary>
    public static IDisposable In(string language)
    {
        var scope = new Scope(CultureInfo.CurrentUICulture);
        CultureInfo.CurrentUICulture = language == English ? CultureInfo.InvariantCulture : new CultureInfo(language);
        return scope;
    }

    /// <summary>The text in the reader's language; in English where nobody has translated it.</summary>
    public static string Of(string english) => Language == Swedish ? InSwedish.Value.Of(english) : english;

    /// <summary>The sentence with its values, each in the reader's language.</summary>
    public static string Of(ref Sentence sentence) => sentence.In(Language == Swedish ? InSwedish.Value : null);

    /// <summary>The sentence with its values, each in the reader's language; <c>{0}</c> stands for the first.</summary>
    public static string Of(string english, params object[] values) =>
        Sentence.In(Language == Swedish ? InSwedish.Value : null, english, values);

    /// <summary>The same, line by line, each as far in as it was.</summary>
    public static string OfLines(string english) => string.Join('\n', english.Split('\n').Select(line =>
    {
        var text = line.TrimStart(' ');
        return line[..^text.Length] + Of(text);
    }));

    /// <summary>"January 2003" of "2003-01", in the reader's language; another text as it is.</summary>
    public static string OfMonth(string month) => Model.Month.TryParse(month, out var read)
        ? Of(string.Join(' ', CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(read.Number), read.Year)) : month;

    /// <summary>The text as it stands at the beginning of a line.</summary>
    public static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>Whether the text, or its pattern, has a translation of its own.</summary>
    public static bool Knows(string english) => InSwedish.Value.Knows(english);

    private sealed class Scope(CultureInfo before) : IDisposable
    {
        public void Dispose() => CultureInfo.CurrentUICulture = before;
    }
}
