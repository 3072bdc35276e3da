using System.Text.Json;
using System.Text.RegularExpressions;

namespace Samverkan.Runs.Wording;

/// <summary>
/// The sentences of one language, by the English ones. A finished text is found as a whole, else by a sentence with holes,
/// else in its parts; numbers are written as the language writes them.
/// </summary>
internal sealed partial class Translations
{
    // Longer texts are no sentences, and a few letters are in everything.
    private const int LongestText = 4000;
    private const int FewestLetters = 3;
    private const int FewWords = 6;
    private const int MostKept = 20_000;
    private const string NarrowSpace = "\u202f";

    // Sentences and clauses, the widest parts first.
    private static readonly string[] Clauses = [". ", "? ", ": ", "; "];

    // Items of a list, a change and its size, a range: told only if both sides are.
    private static readonly (string English, string Other)[] Pairs =
        [(", ", ", "), (" to ", " till "), (" -", " -"), (" +", " +"), (" and ", " och ")];

    // A sentence that stood twice would be told by whichever is read last.
    private static readonly JsonSerializerOptions Once = new() { AllowDuplicateProperties = false };

    private readonly Dictionary<string, string> sentences;
    private readonly Template[] templates;
    private readonly System.Collections.Concurrent.ConcurrentDictionary<string, string?> found = new();

    private Translations(Dictionary<string, string> sentences)
    {
        this.sentences = sentences;
        templates = [.. sentences.Where(one => Template.HasHoles(one.Key)).Select(one => new Template(one.Key, one.Value))
            .Where(template => template.Weight >= FewestLetters)];
    }

    public static Translations Read(string language)
    {
        var assembly = typeof(Translations).Assembly;
        var all = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var name in assembly.GetManifestResourceNames().Order(StringComparer.Ordinal)
            .Where(name => name.StartsWith($"{language}/", StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            foreach (var (english, other) in JsonSerializer.Deserialize<Dictionary<string, string>>(stream, Once)!)
                // A sentence in two files is a fault that a test finds: no reader is to be without words for it.
                all.TryAdd(english, other);
        }
        return new(all);
    }

    public bool Knows(string english) => sentences.ContainsKey(english) || found.GetOrAdd(english, Matched) is not null;

    /// <param name="isKey">A sentence with its holes still empty.</param>
    public string Of(string english, bool isKey = false)
    {
        if (isKey)
            return sentences.TryGetValue(english, out var whole) ? InCaseOf(english, whole) : english;
        if (english.Length is 0 or > LongestText)
            return english;
        if (found.Count > MostKept)
            found.Clear();
        return found.GetOrAdd(english, Found) ?? english;
    }

    private string? Found(string english) => Matched(english) ?? InParts(english) ?? Numbers(english);

    private string? Matched(string english)
    {
        if (sentences.TryGetValue(english, out var whole))
            return InCaseOf(english, whole);
        if (!english.Any(char.IsLetter))
            return null;
        (Template Template, string[] Values)? best = null;
        foreach (var template in templates)
            if ((best is null || template.Weight > best.Value.Template.Weight) && template.Match(english) is { } values)
                best = (template, values);
        if (best is not { } one)
            return null;
        string[] told = [.. one.Values.Select(value => value is null ? "" : Of(value))];
        // Few letters are in many sentences: they alone do not make half a sentence Swedish.
        var isHalf = one.Template.Weight <= FewWords
            && one.Values.Zip(told).Any(pair => pair.First is not null && pair.First.Contains(' ')
            && !IsTold(pair.First, pair.Second));
        return isHalf ? null : InCaseOf(english, Template.Filled(one.Template.Other, one.Values, told));
    }

    /// <summary>Part by part, if that translates anything.</summary>
    private string? InParts(string english) => WithoutEnd(english) ?? InClauses(english) ?? AsPair(english)
        ?? WithBrackets(english);

    /// <summary>What ends a sentence stays as it is.</summary>
    private string? WithoutEnd(string english) => english is [.. var inner, '.' or ':' or ';' or ')']
        && Matched(inner) is { } told ? told + english[^1] : null;

    private string? InClauses(string english)
    {
        foreach (var between in Clauses)
            if (Break(english, between) is var at and > 0)
            {
                // A point belongs to its sentence.
                var (first, rest) = (english[..(at + between.TrimEnd().Length)], english[(at + between.Length)..]);
                var (one, other) = (Of(first), Of(rest));
                if (one != first || other != rest)
                    return $"{one} {other}";
            }
        return null;
    }

    /// <summary>Where a sentence or clause ends; -1: nowhere. The points of a range, <c>0 .. 5</c>, end none.</summary>
    internal static int Break(string text, string between)
    {
        var at = text.IndexOf(between, StringComparison.Ordinal);
        while (at > 0 && text[at] == '.' && text[at - 1] == '.')
            at = text.IndexOf(between, at + 1, StringComparison.Ordinal);
        return at;
    }

    private string? AsPair(string english)
    {
        foreach (var (between, told) in Pairs)
            if (english.LastIndexOf(between, StringComparison.Ordinal) is var at and > 0)
            {
                var (first, rest) = (english[..at], english[(at + between.Length)..]);
                var (one, other) = (Of(first), Of(rest));
                if (IsTold(first, one) && IsTold(rest, other))
                    return one + told + other;
            }
        return null;
    }

    private string? WithBrackets(string english)
    {
        if (english.IndexOf(" (", StringComparison.Ordinal) is not (var at and > 0) || !english.EndsWith(')'))
            return null;
        var (first, rest) = (english[..at], english[(at + 2)..^1]);
        var (one, other) = (Of(first), Of(rest));
        return one != first || other != rest ? $"{one} ({other})" : null;
    }

    private static bool IsTold(string english, string other) => english != other || !english.Any(char.IsLetter);

    private static string? Numbers(string english) => english.Any(char.IsLetter) ? null
        : Number().Replace(english, match => match.Value.Replace(",", NarrowSpace).Replace('.', ','));

    // A number with a point or with thousands, and no version such as 0.1.0.
    [GeneratedRegex("(?<![\\d.])(?:\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+\\.\\d+)(?![.\\d])")]
    private static partial Regex Number();

    // A word is kept once, whether it stands at the beginning of a line or within one.
    private static string InCaseOf(string english, string other) => (english, other) switch
    {
        ([var first, ..], [var kept, var next, ..]) when char.IsLower(first) && char.IsUpper(kept) && !char.IsUpper(next) =>
            char.ToLowerInvariant(kept) + other[1..],
        ([var first, ..], [var kept, ..]) when char.IsUpper(first) && char.IsLower(kept)
            && !Proper.Contains(english.Split(' ', '/')[0]) =>
            char.ToUpperInvariant(kept) + other[1..],
        _ => other,
    };

    // Names and units that are written with a capital in English alone.
    private static readonly HashSet<string> Proper =
        [.. System.Globalization.CultureInfo.InvariantCulture.DateTimeFormat.MonthNames, "MSEK", "kSEK", "SEK"];
}
