using System.Text.RegularExpressions;

namespace Samverkan.App.Remaking;

/// <summary>A figure that a document had and has now.</summary>
/// <param name="Where">The row or the sentence that it stands in.</param>
public sealed record MovedFigure(string Where, string Before, string After)
{
    public override string ToString() => $"{Where}: {Before} -> {After}";
}

/// <summary>Finds the figures of a document that moved: cell by cell in tables, number by number in sentences.</summary>
public static partial class MovedFigures
{
    private const int LongestName = 90;

    // Not the digits of a name, such as V1, or of a hash.
    [GeneratedRegex(@"(?<![\w.])[-+]?\d[\d,]*(\.\d+)?(?![\w.]*[A-Za-z_])")]
    private static partial Regex Number();

    public static IReadOnlyList<MovedFigure> Between(string before, string after, bool csv = false)
    {
        var known = Lines(before, csv).GroupBy(line =>
            line.Key).ToDictionary(lines => lines.Key, lines => new Queue<string[]>(lines.Select(line => line.Cells)));
        var moved = new List<MovedFigure>();
        foreach (var (key, cells) in Lines(after, csv))
            if (known.TryGetValue(key, out var same) && same.TryDequeue(out var old) && old.Length == cells.Length)
                moved.AddRange(old.Zip(cells).Where(pair =>
                    pair.First != pair.Second).Select(pair => new MovedFigure(Short(key), pair.First, pair.Second)));
        return moved;
    }

    // A line is known by what is no figure in it; in a document, below its heading.
    private static IEnumerable<(string Key, string[] Cells)> Lines(string text, bool csv)
    {
        var heading = "";
        foreach (var line in text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0))
        {
            if (line.StartsWith('#')) heading = line.TrimStart('#', ' ') + ": ";
            if (csv)
            {
                var cells = line.Split(',');
                yield return (string.Join(',', cells.Where(cell => !Number().IsMatch(cell))),
                    [.. cells.Where(cell => Number().IsMatch(cell))]);
            }
            else if (line.StartsWith('|') && line.Split('|', StringSplitOptions.TrimEntries) is [_, var name, .. var rest])
                yield return (heading + name, rest);
            else
                yield return (heading + Number().Replace(line, "#"), [.. Number().Matches(line).Select(number => number.Value)]);
        }
    }

    private static string Short(string name) => name.Length <= LongestName ? name : name[..LongestName] + "…";
}
