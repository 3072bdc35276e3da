using System.Text.RegularExpressions;

namespace Samverkan.App.Web.Scenarios;

/// <summary>
/// The text of a scenario in parts that a form can change one by one; everything else in it, comments too, stays as it was
/// written. Knows where parts stand, not what they mean: that is for the scenario reader.
/// </summary>
internal sealed partial class DraftText
{
    private const string Top = "";

    private readonly List<(string Name, List<string> Lines)> blocks = [];

    public DraftText(string text)
    {
        blocks.Add((Top, []));
        foreach (var line in text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n'))
            if (Key().Match(line) is { Success: true } key)
                blocks.Add((key.Groups[1].Value, [line]));
            else
                blocks[^1].Lines.Add(line);
    }

    [GeneratedRegex(@"^([A-Za-z][\w-]*):")]
    private static partial Regex Key();

    [GeneratedRegex(@"^\s*- ")]
    private static partial Regex Item();

    [GeneratedRegex(@"\bid:\s*([\w-]+)")]
    private static partial Regex Id();

    [GeneratedRegex(@"^  ([A-Za-z][\w.*-]*):")]
    private static partial Regex Entry();

    [GeneratedRegex(@"^[\p{L}\d][^:#'""\[\]{}&*!|>%@`]*$")]
    private static partial Regex Plain();

    public string Text => string.Join('\n', blocks.SelectMany(block => block.Lines)) + "\n";

    /// <summary>The value behind a name; empty if it is not there.</summary>
    public string Scalar(string name) => Find(name) is [var line, ..] ? Unquoted(line[(line.IndexOf(':') + 1)..].Trim()) : "";

    public void SetScalar(string name, string value)
    {
        var quoted = $"\"{value.Replace("\\", "\\\\").Replace("\"", "\\\"").ReplaceLineEndings(" ")}\"";
        var line = $"{name}: {(Plain().IsMatch(value) ? value : quoted)}";
        if (Find(name) is { } lines) lines[0] = line;
        else blocks.Insert(1, (name, [line]));
    }

    /// <summary>Whether a form can change what is in a list or map: it is not there yet, or written one under the
    /// other.</summary>
    public bool CanChange(string name) =>
        Find(name) is not [var head, ..] || head[(head.IndexOf(':') + 1)..].Split('#')[0].Trim().Length == 0;

    /// <summary>The parts of a list (by their ids) or map (by their keys), with the lines where they stand, from 1.</summary>
    public IReadOnlyList<(string Id, int From, int To)> Parts(string name)
    {
        var parts = new List<(string Id, int From, int To)>();
        if (Find(name) is not { } lines || !CanChange(name)) return parts;
        var first = FirstLine(name);
        foreach (var (from, to, id) in Spans(lines))
            parts.Add((id, first + from, first + to));
        return parts;
    }

    /// <summary>Puts lines in the place of a part, or behind the last one if there is none of that id.</summary>
    public void Set(string name, string id, IReadOnlyList<string> lines)
    {
        if (Find(name) is not { } block) blocks.Add((name, block = ["", $"{name}:"]));
        if (block[0].Length == 0 && block.Count == 2) Separate(block);
        if (Spans(block).Where(span => span.Id == id).Select(span => ((int From, int To)?)(span.From, span.To))
            .FirstOrDefault() is var (from, to))
        {
            block.RemoveRange(from, to - from + 1);
            block.InsertRange(from, lines);
        }
        else
            block.InsertRange(LastContent(block) + 1, lines);
    }

    public void Remove(string name, string id)
    {
        if (Find(name) is not { } block) return;
        foreach (var (from, to, _) in Spans(block).Where(span => span.Id == id).ToList().Take(1))
            block.RemoveRange(from, to - from + 1);
        if (Spans(block).Count == 0) blocks.RemoveAll(one => one.Name == name);
    }

    private List<string>? Find(string name) => blocks.FirstOrDefault(block => block.Name == name).Lines;

    private int FirstLine(string name) => 1 + blocks.TakeWhile(block => block.Name != name).Sum(block => block.Lines.Count);

    // An empty line before a block belongs to the one before it.
    private void Separate(List<string> block)
    {
        block.RemoveAt(0);
        blocks[^2].Lines.Add("");
    }

    private static int LastContent(List<string> block)
    {
        var last = block.Count - 1;
        while (last > 0 && block[last].Trim().Length == 0) last--;
        return last;
    }

    private static List<(int From, int To, string Id)> Spans(List<string> block)
    {
        var starts = Enumerable.Range(1, Math.Max(0, block.Count - 1))
            .Where(i => Item().IsMatch(block[i]) || Entry().IsMatch(block[i])).ToList();
        var spans = new List<(int, int, string)>();
        for (var i = 0; i < starts.Count; i++)
        {
            var (from, to) = (starts[i], i + 1 < starts.Count ? starts[i + 1] - 1 : block.Count - 1);
            while (to > from && (block[to].Trim().Length == 0 || block[to].TrimStart().StartsWith('#'))) to--;
            var id = Entry().Match(block[from]) is { Success: true } entry ? entry.Groups[1].Value
                : Id().Match(string.Join('\n', block[from..(to + 1)])).Groups[1].Value;
            spans.Add((from, to, id));
        }
        return spans;
    }

    private static string Unquoted(string value) =>
        value is ['"', .., '"'] ? value[1..^1].Replace("\\\"", "\"").Replace("\\\\", "\\") : value is ['\'', .., '\'']
        ? value[1..^1].Replace("''", "'") : value;
}
