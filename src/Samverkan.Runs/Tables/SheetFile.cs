using System.Globalization;
using System.Text;
using MiniExcelLibs;
using MiniExcelLibs.OpenXml;

namespace Samverkan.Runs.Tables;

/// <summary>A sheet to write: numbers as numbers, the rest as text.</summary>
/// <param name="Name">What its tab says.</param>
/// <param name="Header">Names of the columns, each once.</param>
/// <param name="Rows">Each with a value, or null, for every column.</param>
public sealed record WrittenSheet(string Name, IReadOnlyList<string> Header, IReadOnlyList<object?[]> Rows);

/// <summary>Writes tables that people fill in with a spreadsheet.</summary>
public static class SheetFile
{
    /// <summary>The bytes of an Excel workbook.</summary>
    public static byte[] Workbook(IEnumerable<WrittenSheet> sheets)
    {
        using var stream = new MemoryStream();
        stream.SaveAs(
            sheets.ToDictionary(sheet => sheet.Name, object (sheet) => sheet.Rows.Select(row => AsEntries(sheet, row)).ToList()),
            configuration: new OpenXmlConfiguration { AutoFilter = false, EnableAutoWidth = true, FastMode = true });
        return stream.ToArray();
    }

    /// <summary>The bytes of a CSV file as Swedish Excel opens it by a double click: semicolons, decimal commas, UTF-8 with its
    /// mark.</summary>
    public static byte[] Csv(WrittenSheet sheet)
    {
        var text = new StringBuilder();
        foreach (var row in sheet.Rows.Prepend([.. sheet.Header]))
            text.Append(string.Join(';', row.Select(Cell))).Append("\r\n");
        return [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    private static Dictionary<string, object?> AsEntries(WrittenSheet sheet, object?[] row) =>
        sheet.Header.Zip(row).ToDictionary(pair => pair.First, pair => pair.Second);

    private static string Cell(object? value)
    {
        var text = value is double number
            ? number.ToString("0.######", CultureInfo.InvariantCulture).Replace('.', ',')
            : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
        return text.AsSpan().IndexOfAny(";\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
