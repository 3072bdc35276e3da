using System.Text;
using Samverkan.Runs.Wording;
using Spectre.Console.Rendering;

namespace Samverkan.App;

/// <summary>
/// A table of text that reads at any width: a name on the left, figures on the right. Where it is too wide its heads and names
/// are folded between words; where that is not enough a name stands above its figures; else the columns follow in groups, each
/// with the names. No word is ever broken, but a word of a head that would fill a third of the line is cut and ends in "…".
/// </summary>
public sealed class TextTable
{
    private const int LongName = 12;
    private const int LongestFigure = 24;
    private const int Narrow = 2;
    private const string Cut = "…";

    private readonly string[] heads;
    private readonly int[] left;
    private readonly List<string[]> rows = [];

    /// <param name="heads">The first is that of the names.</param>
    public TextTable(IEnumerable<string> heads, params IEnumerable<int> left) =>
        (this.heads, this.left) = ([.. heads.Select(OnOneLine)], [0, .. left]);

    /// <summary>The same, with words in every column.</summary>
    public static TextTable OfWords(params string[] heads) => new(heads, Enumerable.Range(0, heads.Length));

    public void Add(params IEnumerable<string> cells) => rows.Add([.. cells.Select(OnOneLine)]);

    /// <param name="width">Of a line; <see cref="int.MaxValue"/> where nothing limits it.</param>
    /// <param name="apart">Blanks between columns where there is room.</param>
    public IEnumerable<string> Lines(int width, int apart)
    {
        var all = Enumerable.Range(0, heads.Length).ToArray();
        var natural = all.Select(column => rows.Select(row => Length(row[column])).Append(Length(heads[column])).Max()).ToArray();
        if (natural.Sum() + apart * (heads.Length - 1) <= width)
            return Drawn(all, natural, apart, heads);

        var folded = heads.Select(head => WithoutLongWords(head, width / 3)).ToArray();
        var least = all.Select(column => Least(column, folded)).ToArray();
        if (Room(all, least, natural[0], width) is { } name && name >= Math.Min(natural[0], width / 4))
            return Drawn(all, [name, .. least[1..]], Narrow, folded);
        if (natural[0] > LongName && least[1..].Sum() + Narrow * (heads.Length - 1) <= width)
            return Stacked(least, folded, width);
        return InGroups(least, natural, folded, width);
    }

    /// <summary>What is left for the names; null: less than their longest word.</summary>
    private static int? Room(IReadOnlyCollection<int> columns, int[] least, int most, int width)
    {
        var room = Math.Min(most, width - columns.Skip(1).Sum(column => least[column] + Narrow));
        return room >= least[0] ? room : null;
    }

    /// <summary>Words that stand first (a year, a sector) are the name of a row together, unless they take half of the
    /// line.</summary>
    private IEnumerable<string> InGroups(int[] least, int[] natural, string[] folded, int width)
    {
        var names = Enumerable.Range(0, heads.Length).TakeWhile(left.Contains).Count();
        if (names == heads.Length || natural[..names].Sum() + names * Narrow > width / 2)
            names = 1;
        int[] named = names > 1 ? natural[..names] : [Math.Min(natural[0], Math.Max(least[0], width / 4))];
        for (var next = names; next < heads.Length;)
        {
            var group = new List<int>([.. Enumerable.Range(0, names), next]);
            var used = named.Sum() + names * Narrow + least[next];
            for (next++; next < heads.Length && used + Narrow + least[next] <= width; next++)
            {
                group.Add(next);
                used += Narrow + least[next];
            }
            if (group[names] > names)
                yield return "";
            foreach (var line in Drawn([.. group], [.. named, .. group.Skip(names).Select(column => least[column])], Narrow,
                folded))
                yield return line;
        }
    }

    private IEnumerable<string> Stacked(int[] least, string[] folded, int width)
    {
        int[] figures = [.. Enumerable.Range(1, heads.Length - 1)];
        int[] widths = [0, .. figures.Select(column => least[column])];
        int[] columns = [0, .. figures];
        foreach (var line in Drawn(columns, widths, Narrow, ["", .. folded[1..]], withRows: false))
            yield return line;
        foreach (var row in rows)
        {
            foreach (var line in Words(row[0], width))
                yield return line;
            foreach (var line in Line(columns, widths, Narrow, ["", .. row[1..]]))
                yield return line;
        }
    }

    private IEnumerable<string> Drawn(int[] columns, int[] widths, int apart, string[] head, bool withRows = true) =>
        (head.All(text => text.Length == 0) ? [] : Line(columns, widths, apart, head))
        .Concat(withRows ? rows.SelectMany(row => Line(columns, widths, apart, row)) : []);

    /// <summary>A row, in as many lines as its longest cell needs.</summary>
    private IEnumerable<string> Line(int[] columns, int[] widths, int apart, string[] cells)
    {
        var parts = columns.Select((column, place) => Words(cells[column], widths[place])).ToArray();
        for (var at = 0; at < parts.Max(part => part.Count); at++)
        {
            var line = new StringBuilder();
            foreach (var (place, part) in parts.Index())
            {
                var text = at < part.Count ? part[at] : "";
                var blanks = new string(' ', Math.Max(0, widths[place] - Length(text)));
                line.Append(place == 0 ? "" : new string(' ', apart))
                    .Append(left.Contains(columns[place]) ? text + blanks : blanks + text);
            }
            yield return line.ToString().TrimEnd();
        }
    }

    private int Least(int column, string[] folded) => Math.Max(
        LongestWord(folded[column]),
        rows.Select(row => column == 0 || Length(row[column]) > LongestFigure ? LongestWord(row[column]) : Length(row[column]))
        .DefaultIfEmpty(0).Max());

    private static int LongestWord(string text) => text.Split(' ').Max(Length);

    private static string WithoutLongWords(string text, int most) => string.Join(' ', text.Split(' ').Select(word =>
        Length(word) <= most ? word : word[..Math.Max(1, Math.Min(word.Length, most) - 1)] + Cut));

    internal static List<string> Words(string text, int width)
    {
        if (Length(text) <= width)
            return [text];
        var lines = new List<string>();
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            if (lines.Count > 0 && Length(lines[^1]) + 1 + Length(word) <= width)
                lines[^1] += " " + word;
            else
                lines.Add(word);
        return lines;
    }

    /// <summary>How many places of a line it takes.</summary>
    private static int Length(string text) => new Segment(text).CellCount();

    private static string OnOneLine(string text) => Printable.Of(Localized.Of(text).ReplaceLineEndings(" ").Replace('\t', ' '));
}
