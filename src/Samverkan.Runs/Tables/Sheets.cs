using System.Globalization;
using System.IO.Compression;
using System.Xml;
using MiniExcelLibs;
using MiniExcelLibs.OpenXml;

namespace Samverkan.Runs.Tables;

/// <summary>A sheet of a workbook, or a text table, which is one sheet.</summary>
/// <param name="Name">What its tab says; null for a text table.</param>
public sealed record Sheet(string? Name, CsvRows Cells);

/// <summary>A workbook cannot be read; the message says why.</summary>
public sealed class UnreadableWorkbookException(string message, Exception? inner = null) : FormatException(message, inner);

/// <summary>Reads the sheets of an Excel workbook (.xlsx) as rows of text, with the row and the column that each cell has in
/// it.</summary>
public static class Workbooks
{
    /// <summary>Nobody fills in more by hand, and a compressed file can hold far more than its size tells.</summary>
    private const int MostRows = 20_000, MostColumns = 1_000;

    // Cells of a workbook are parted by nothing: a comma in one is free to be the decimal sign.
    private const char NoSeparator = '\0';

    /// <summary>Whether the bytes begin as those of a workbook, or of another compressed file.</summary>
    public static bool IsOne(byte[] bytes) => bytes is [0x50, 0x4B, 0x03, 0x04, ..];

    /// <exception cref="UnreadableWorkbookException">The bytes are no workbook, or one with more rows than anybody fills
    /// in.</exception>
    public static IReadOnlyList<Sheet> Read(byte[] bytes)
    {
        try
        {
            using var names = new MemoryStream(bytes, writable: false);
            Sheet[] sheets =
            [
                // What somebody has hidden is put away.
                .. names.GetSheetInformations().Where(sheet => sheet.State == SheetState.Visible)
                    .Select(sheet => new Sheet(sheet.Name, new CsvRows(NoSeparator, Rows(bytes, sheet.Name)))),
            ];
            if (FormulaWithoutValue(bytes) is { } cell)
                throw new UnreadableWorkbookException($"The formula in cell {cell} has no value yet. Open the workbook in a "
                    + "spreadsheet and save it there.");
            return sheets;
        }
        catch (Exception problem) when (problem is not (UnreadableWorkbookException or OutOfMemoryException))
        {
            throw new UnreadableWorkbookException("The file is no Excel workbook (.xlsx) that can be read. Save it again, or as "
                + "CSV, UTF-8.", problem);
        }
    }

    private static List<CsvCell[]> Rows(byte[] bytes, string sheet)
    {
        var rows = new List<CsvCell[]>();
        using var stream = new MemoryStream(bytes, writable: false);
        var line = 0;
        foreach (IDictionary<string, object?> row in stream.Query(useHeaderRow: false, sheetName: sheet,
            excelType: ExcelType.XLSX))
        {
            if (++line > MostRows || row.Count > MostColumns)
                throw new UnreadableWorkbookException($"The sheet '{sheet}' has more than {MostRows} rows or {MostColumns} "
                    + "columns.");
            CsvCell[] cells = [.. row.Values.Select((value, column) => new CsvCell(Text(value), line, column + 1))];
            if (cells.Any(cell => cell.Text.Length > 0))
                rows.Add(cells);
        }
        return rows;
    }

    // Spreadsheets keep the value beside each formula. Libraries write formulas alone, and such a cell reads as an empty one.
    private static string? FormulaWithoutValue(byte[] bytes)
    {
        using var archive = new ZipArchive(new MemoryStream(bytes, writable: false));
        foreach (var entry in archive.Entries.Where(e => e.FullName.StartsWith("xl/worksheets/sheet", StringComparison.Ordinal)))
        {
            using var xml = XmlReader.Create(entry.Open(), new() { CloseInput = true });
            var (cell, isFormula, hasValue) = ("", false, false);
            while (xml.Read())
                switch (xml.NodeType, xml.LocalName)
                {
                    case (XmlNodeType.Element, "c"):
                        (cell, isFormula, hasValue) = (xml.GetAttribute("r") ?? "", false, false);
                        break;
                    case (XmlNodeType.Element, "f"):
                        isFormula = true;
                        break;
                    case (XmlNodeType.Element, "v" or "is"):
                        hasValue = true;
                        break;
                    case (XmlNodeType.EndElement, "c") when isFormula && !hasValue:
                        return cell;
                }
        }
        return null;
    }

    private static string Text(object? value) => value switch
    {
        null => "",
        double number => Number(number),
        bool on => on ? "on" : "off",
        DateTime day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    // Without an exponent, as a person would type it; a workbook keeps 12.1 as the nearest binary number.
    private static string Number(double number) =>
        Math.Abs(number) < 1e15 ? number.ToString("0.############", CultureInfo.InvariantCulture) : number.ToString("R",
            CultureInfo.InvariantCulture);
}
