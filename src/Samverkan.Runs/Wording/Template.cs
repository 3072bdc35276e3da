using System.Text;

namespace Samverkan.Runs.Wording;

/// <summary>A sentence with holes, and how one is found again in a finished text: <c>"{0} to {1} in {2} pairs"</c>.</summary>
internal sealed class Template
{
    private const int LongestUnit = 9;

    private readonly string[] literals;
    private readonly int[] holes;

    public Template(string key, string other)
    {
        var (between, numbered) = Parts(key);
        (literals, holes, Other) = ([.. between], [.. numbered.Select(hole => hole.Number)], other);
        Weight = between.Sum(text => text.Count(letter => letter != ' '));
    }

    /// <summary>The same in the other language.</summary>
    public string Other { get; }

    /// <summary>Letters outside the holes: of several that fit, the one with the most says most.</summary>
    public int Weight { get; }

    /// <summary>What fills the holes in the text, by their numbers; null if the text is no such sentence.</summary>
    public string[]? Match(string text)
    {
        if (!BeginsWith(text, literals[0]) || !text.EndsWith(literals[^1], StringComparison.Ordinal))
            return null;
        var found = new string[holes.Max() + 1];
        var (at, end) = (literals[0].Length, text.Length - literals[^1].Length);
        for (var i = 0; i < holes.Length; i++)
        {
            // At least a letter in each hole.
            var last = i == holes.Length - 1;
            var next = last ? end : at >= end ? -1
                : text.IndexOf(literals[i + 1], at + 1, end - at - 1, StringComparison.Ordinal);
            if (next <= at)
                return null;
            var value = text[at..next];
            if (found[holes[i]] is { } before && before != value || !Fits(value))
                return null;
            found[holes[i]] = value;
            at = next + literals[i + 1].Length;
        }
        return found;
    }

    // A value is no sentence; what a unit follows is a number or a word.
    private bool Fits(string value) => Translations.Break(value, ". ") < 0
        && (!IsUnit || value.Count(letter => letter == ' ') <= 1 || !value.Any(char.IsLetter));

    private bool IsUnit => holes.Length == 1 && literals[0].Length == 0 && Weight <= LongestUnit;

    // A sentence may stand at the beginning of a line or within one.
    private static bool BeginsWith(string text, string literal) => literal.Length == 0
        || text.StartsWith(literal[..1], StringComparison.OrdinalIgnoreCase)
        && text.AsSpan(1).StartsWith(literal.AsSpan(1), StringComparison.Ordinal);

    /// <summary>The sentence with its holes filled.</summary>
    public static string Filled(string sentence, IReadOnlyList<string> values) => Filled(sentence, values, values);

    /// <summary>The sentence with its holes filled by what the values are told as. What stands between quotation marks, as in
    /// <c>'{0}'</c>, or is marked as <c>{0=}</c>, is what somebody types: it stays as it is written.</summary>
    public static string Filled(string sentence, IReadOnlyList<string> written, IReadOnlyList<string> told)
    {
        var text = new StringBuilder(sentence.Length);
        var (between, holes) = Parts(sentence);
        for (var i = 0; i < between.Count; i++)
        {
            text.Append(between[i]);
            if (i < holes.Count && holes[i].Number < told.Count)
                text.Append((holes[i].IsTyped || between[i].EndsWith('\'') && between[i + 1].StartsWith('\'') ? written : told)
                    [holes[i].Number]);
        }
        return text.ToString();
    }

    public static bool HasHoles(string text) => Parts(text).Holes.Count > 0;

    private static (List<string> Between, List<(int Number, bool IsTyped)> Holes) Parts(string sentence)
    {
        var (between, holes, from) = (new List<string>(), new List<(int, bool)>(), 0);
        for (var at = 0; (at = sentence.IndexOf('{', at)) >= 0; at++)
            if (sentence.IndexOf('}', at) is var end and > 0
                && sentence[(at + 1)..end] is var hole && int.TryParse(hole.TrimEnd('='), out var number))
            {
                between.Add(sentence[from..at]);
                holes.Add((number, hole.EndsWith('=')));
                from = end + 1;
            }
        between.Add(sentence[from..]);
        return (between, holes);
    }
}
