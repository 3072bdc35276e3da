using System.Globalization;
using Samverkan.Runs.Tables;

namespace Samverkan.Runs.Results;

/// <summary>Comma-separated values as RFC 4180 has them.</summary>
public static class Csv
{
    /// <summary>The text itself, or quoted where it would be read as more than one field.</summary>
    public static string Field(string text) =>
        text.AsSpan().IndexOfAny(",\"\n\r") < 0 ? text : $"\"{text.Replace("\"", "\"\"")}\"";

    /// <summary>The shortest digits that give back the number; nothing for what is not a number.</summary>
    public static string Number(double value) => double.IsNaN(value) ? "" : value.ToString(CultureInfo.InvariantCulture);

    /// <summary>The rows of a small table, by the names in its first line.</summary>
    /// <exception cref="InvalidDataException">The file is empty or no text, a name stands twice, or a row has other fields than the first line names.</exception>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Read(string path)
    {
        var text = TableEncoding.Decode(File.ReadAllBytes(path), out _) ?? throw new InvalidDataException($"'{path}' is not text.");
        var rows = Rows(text, path);
        if (rows.Count == 0)
            throw new InvalidDataException($"'{path}' is empty: its first line names the fields.");
        var names = rows[0].Select(cell => cell.Text).ToArray();
        if (names.GroupBy(name => name).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw new InvalidDataException($"'{path}' names the field '{twice.Key}' twice.");
        return [.. rows.Skip(1).Select(cells => cells.Length == names.Length
            ? names.Zip(cells).ToDictionary(pair => pair.First, pair => pair.Second.Text)
            : throw new InvalidDataException($"'{path}', line {cells[0].Line}: {cells.Length} fields, the first line names {names.Length}."))];
    }

    private static IReadOnlyList<CsvCell[]> Rows(string text, string path)
    {
        try
        {
            return CsvText.Read(text).Rows;
        }
        catch (UnclosedQuoteException open)
        {
            throw new InvalidDataException($"'{path}', {open.Message}", open);
        }
    }
}
