using System.Text;
using System.Text.RegularExpressions;

namespace Samverkan.App.Remaking;

/// <summary>
/// Figures of the model within a document that somebody wrote: between two comments stands what a command of the program
/// prints. <c>&lt;!-- measured: compare baseline funding-cut | shown: unmet needs; crises --&gt;</c> keeps the lines in which
/// one of
/// the words stands, and the blank lines between them; without <c>shown</c> all lines stand. What is no Markdown is
/// set as code.
/// </summary>
public static partial class MeasuredBlocks
{
    private const int Widest = 100;
    private const int Apart = 3;
    private const string Code = "    ";

    [GeneratedRegex(
        @"(?<head><!-- measured: (?<command>[^|\n]+?)(?: \| shown: (?<shown>[^\n]+?))? -->\n)"
            + "(?<body>.*?)(?<end><!-- end of measured -->)",
        RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex(" {3,}")]
    private static partial Regex Gap();

    /// <summary>Every block of a document, as it stands; empty where it has none.</summary>
    public static IReadOnlyList<string> Of(string document) => [.. Block().Matches(document).Select(block => block.Value)];

    /// <summary>The document with every block made anew; the code is that of the first command that failed.</summary>
    public static (string Text, int Code) Remade(string document, RunCommand run)
    {
        var code = ExitCode.Done;
        var text = Block().Replace(document, block =>
        {
            if (code != ExitCode.Done) return block.Value;
            (code, var printed) = run(block.Groups["command"].Value.Split(' '));
            var (head, end) = (block.Groups["head"].Value, block.Groups["end"].Value);
            return code != ExitCode.Done ? block.Value : $"{head}\n{Body(printed, Words(block))}\n{end}";
        });
        return (text, code);
    }

    private static string[] Words(Match block) =>
        block.Groups["shown"] is { Success: true, Value: var words } ? words.Split("; ") : [];

    internal static string Body(string printed, string[] shown)
    {
        var lines = printed.TrimEnd().Split('\n').Select(line => line.TrimEnd())
            .Where(line => line.Length == 0 || shown.Length == 0
                || shown.Any(word => line.Contains(word, StringComparison.Ordinal))).ToList();
        var isMarkdown = lines.Any(line => line.StartsWith('|'));
        var text = new StringBuilder();
        foreach (var line in Squeezed(lines).SkipWhile(line => line.Length == 0))
        {
            // Blank lines part what is left, and do not gather.
            if (line.Length == 0)
            {
                if (!text.ToString().EndsWith("\n\n", StringComparison.Ordinal)) text.Append('\n');
                continue;
            }
            foreach (var folded in isMarkdown || IsRow(line) ? [line] : TextTable.Words(Gap().Replace(line, ": "), Widest))
                text.Append(isMarkdown ? "" : Code).Append(folded).Append('\n');
        }
        return text.ToString().TrimEnd('\n') + "\n";
    }

    // Of a table's rows that are left, no two columns need stand more than three blanks apart.
    private static List<string> Squeezed(List<string> lines)
    {
        var made = lines.ToList();
        for (var first = 0; first < made.Count; first++)
        {
            var rows = Enumerable.Range(first, made.Count - first).TakeWhile(at => IsRow(made[at])).ToList();
            if (rows.Count == 0) continue;
            for (var column = rows.Max(at => made[at].Length) - 1; column >= Apart; column--)
                if (rows.TrueForAll(at =>
                    made[at].Length <= column || made[at].AsSpan(column - Apart, Apart + 1).IndexOfAnyExcept(' ') < 0))
                    foreach (var at in rows.Where(at => made[at].Length > column))
                        made[at] = made[at].Remove(column, 1);
            first = rows[^1];
        }
        return made;
    }

    // What stands in columns has more than one gap.
    private static bool IsRow(string line) => Gap().Count(line.TrimStart()) > 1;
}
