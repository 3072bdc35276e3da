using System.Globalization;
using Samverkan.Runs.Tables;

namespace Samverkan.Runs.Results;

/// <summary>Comma-separated values by RFC 4180.</summary>
public static class Csv
{
    /// <summary>The text, quoted if it would otherwise be read as several fields.</summary>
    public static string Field(string text) =>
        text.AsSpan().IndexOfAny(",\"\n\r") < 0 ? text : $"\"{text.Replace("\"", "\"\"")}\"";

    /// <summary>The shortest digits that give back the number; empty for not a number.</summary>
    public static string Number(double value) => double.IsFinite(value) ? value.ToString(CultureInfo.InvariantCulture) : "";

    /// <summary>The rows of a small table, by the names in its first line.</summary>
    /// <exception cref="InvalidDataException">
    /// The file is empty or not text, a name occurs twice, or a row has other fields than the header.
    /// </exception>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Read(string path)
    {
        var text = TableEncoding.Decode(File.ReadAllBytes(path), out _)
            ?? throw new InvalidDataException($"'{path}' is not text.");
        var rows = Rows(text, path);
        if (rows.Count == 0)
            throw new InvalidDataException($"'{path}' is empty: its first line names the fields.");
        var names = rows[0].Select(cell => cell.Text).ToArray();
        if (names.GroupBy(name => name).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw new InvalidDataException($"'{path}' names the field '{twice.Key}' twice.");
        return [.. rows.Skip(1).Select(cells => cells.Length == names.Length
            ? names.Zip(cells).ToDictionary(pair => pair.First, pair => pair.Second.Text)
            : throw new InvalidDataException(
                $"'{path}', line {cells[0].Line}: {cells.Length} fields, the first line names {names.Length}."))];
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
