using nietras.SeparatedValues;

namespace Samverkan.Runs.Tables;

/// <summary>A cell of a table and where it stands.</summary>
/// <param name="Text">Without the quotation marks around it.</param>
/// <param name="Line">From 1; of its first character.</param>
/// <param name="Column">From 1, in characters.</param>
public readonly record struct CsvCell(string Text, int Line, int Column);

/// <summary>The rows of a table as text. Rows of blank lines are left out.</summary>
/// <param name="Separator">Comma, semicolon or tab.</param>
public sealed record CsvRows(char Separator, IReadOnlyList<CsvCell[]> Rows)
{
    /// <summary>Where cells are parted by semicolons or tabs, a comma is free to be the decimal sign.</summary>
    public bool HasDecimalCommas => Separator != ',';
}

/// <summary>A quotation mark opens a cell and no other closes it, so that the rest of the table is one cell.</summary>
public sealed class UnclosedQuoteException(int line) : FormatException($"line {line}: a quotation mark is opened and not closed.")
{
    /// <summary>The line in which the row starts.</summary>
    public int Line => line;
}

/// <summary>
/// Reads tables as spreadsheets write them: parted by commas, semicolons or tabs, with line breaks in quotes, with lines that end
/// as on any system, and with a first line such as <c>sep=;</c>.
/// </summary>
public static class CsvText
{
    private static readonly char[] Separators = [';', '\t', ','];

    /// <exception cref="UnclosedQuoteException">A quotation mark is opened and not closed.</exception>
    public static CsvRows Read(string text)
    {
        var (separator, start) = Stated(text);
        var body = text[start..];
        var parted = separator ?? Guess(body);
        return new CsvRows(parted, Rows(body, parted, start == 0 ? 1 : 2));
    }

    private static List<CsvCell[]> Rows(string text, char separator, int line)
    {
        var rows = new List<CsvCell[]>();
        using var reader = new Sep(separator).Reader(options => options
            with
        { HasHeader = false, DisableColCountCheck = true, Unescape = true }).FromText(text);
        foreach (var row in reader)
        {
            // Taken before any cell is read: cells are unquoted in place.
            var raw = row.Span.ToString();
            if (raw.AsSpan().Count('"') % 2 == 1)
                throw new UnclosedQuoteException(line);
            if (!string.IsNullOrWhiteSpace(raw))
                rows.Add(Cells(row, raw, line));
            line += 1 + LineBreaks(raw);
        }
        return rows;
    }

    private static CsvCell[] Cells(SepReader.Row row, string raw, int line)
    {
        var (cells, end) = (new CsvCell[row.ColCount], 0);
        for (var i = 0; i < cells.Length; i++)
        {
            var cell = row[i].Span;
            var start = row.Span.Overlaps(cell, out var offset) ? offset : Math.Min(end, raw.Length);
            var before = raw.AsSpan(0, start);
            cells[i] = new CsvCell(cell.ToString(), line + LineBreaks(before), start - before.LastIndexOfAny('\r', '\n'));
            // The quotation marks around a cell, and the doubled ones in it, are gone from the cell.
            var quotes = start > 0 && raw[start - 1] == '"' ? 1 + cell.Count('"') : 0;
            end = start + cell.Length + quotes + 1;
        }
        return cells;
    }

    private static int LineBreaks(ReadOnlySpan<char> text) => text.Count('\n') + text.Count('\r') - text.Count("\r\n");

    /// <summary>The separator that a first line <c>sep=;</c> names, as Excel reads it, and where the table starts.</summary>
    private static (char? Separator, int Start) Stated(string text)
    {
        var end = text.AsSpan().IndexOfAny('\r', '\n');
        if (end < 0 || text[..end].Trim('"') is not { Length: 5 } first
            || !first.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) || !Separators.Contains(first[4]))
            return (null, 0);
        return (first[4], text.AsSpan(end).StartsWith("\r\n") ? end + 2 : end + 1);
    }

    /// <summary>What stands most often in the first line, outside quotation marks.</summary>
    private static char Guess(string text)
    {
        var (counts, quoted) = (new int[Separators.Length], false);
        foreach (var one in text.TrimStart())
        {
            if (!quoted && one is '\r' or '\n')
                break;
            if (one == '"')
                quoted = !quoted;
            else if (!quoted && Array.IndexOf(Separators, one) is >= 0 and var at)
                counts[at]++;
        }
        return counts.Max() is var most && most > 0 ? Separators[Array.IndexOf(counts, most)] : ',';
    }
}
