using System.Text;

namespace Samverkan.Runs.Wording;

/// <summary>A sentence with holes, and how one is found again in a finished text: <c>"{0} to {1} in {2} pairs"</c>.</summary>
internal sealed class Template
{
    private readonly string[] literals;
    private readonly int[] holes;

    public Template(string key, string other)
    {
        var (between, numbers) = Parts(key);
        (literals, holes, Other) = ([.. between], [.. numbers], other);
        Weight = between.Sum(text => text.Count(char.IsLetter));
    }

    /// <summary>The same in the other language.</summary>
    public string Other { get; }

    /// <summary>Letters outside the holes: of several that fit, the one with the most says most.</summary>
    public int Weight { get; }

    /// <summary>What fills the holes in the text, by their numbers; null if the text is no such sentence.</summary>
    public string[]? Match(string text)
    {
        if (!text.StartsWith(literals[0], StringComparison.Ordinal) || !text.EndsWith(literals[^1], StringComparison.Ordinal))
            return null;
        var found = new string[holes.Max() + 1];
        var (at, end) = (literals[0].Length, text.Length - literals[^1].Length);
        for (var i = 0; i < holes.Length; i++)
        {
            // At least a letter in each hole.
            var last = i == holes.Length - 1;
            var next = last ? end : at + 1 > end ? -1 : text.IndexOf(literals[i + 1], at + 1, end - at - 1, StringComparison.Ordinal);
            if (next <= at)
                return null;
            var value = text[at..next];
            if (found[holes[i]] is { } before && before != value)
                return null;
            found[holes[i]] = value;
            at = next + literals[i + 1].Length;
        }
        return found;
    }

    /// <summary>The sentence with its holes filled.</summary>
    public static string Filled(string sentence, IReadOnlyList<string> values)
    {
        var text = new StringBuilder(sentence.Length);
        var (between, numbers) = Parts(sentence);
        for (var i = 0; i < between.Count; i++)
            text.Append(between[i]).Append(i < numbers.Count && numbers[i] < values.Count ? values[numbers[i]] : "");
        return text.ToString();
    }

    public static bool HasHoles(string text) => Parts(text).Numbers.Count > 0;

    private static (List<string> Between, List<int> Numbers) Parts(string sentence)
    {
        var (between, numbers, from) = (new List<string>(), new List<int>(), 0);
        for (var at = 0; (at = sentence.IndexOf('{', at)) >= 0; at++)
            if (sentence.IndexOf('}', at) is var end and > 0 && int.TryParse(sentence.AsSpan(at + 1, end - at - 1), out var number))
            {
                between.Add(sentence[from..at]);
                numbers.Add(number);
                from = end + 1;
            }
        between.Add(sentence[from..]);
        return (between, numbers);
    }
}
