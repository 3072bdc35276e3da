using Samverkan.Model.Parameters;
using Samverkan.Runs.Results;
using Samverkan.Runs.Scenarios;
using Samverkan.Runs.Scenarios.Meaning;
using Samverkan.Runs.Scenarios.Values;
using Samverkan.Runs.Scenarios.Yaml;
using Samverkan.Runs.Tables;
using Samverkan.Runs.Uncertainty;

namespace Samverkan.Runs.Studies;

/// <summary>A table that a study names, such as draws of a region or an observed series: rows of cells by the names of their
/// columns.</summary>
internal sealed class StudyTable
{
    private readonly string[] columns;
    private readonly bool decimalCommas;

    private StudyTable(string shown, StudyInput input, string[] columns, IReadOnlyList<CsvCell[]> rows, bool decimalCommas) =>
        (Shown, Input, this.columns, Rows, this.decimalCommas) = (shown, input, columns, rows, decimalCommas);

    /// <summary>The file, as findings show it.</summary>
    public string Shown { get; }

    /// <summary>By the name that the study has for it, wherever the study is.</summary>
    public StudyInput Input { get; }

    /// <summary>Below the line of names.</summary>
    public IReadOnlyList<CsvCell[]> Rows { get; }

    /// <summary>Whether it is the table of a region: a column for each parameter.</summary>
    public bool IsRegion => columns is [RegionFile.DrawColumn, ..] && !Has("parameter");

    /// <summary>The first of these columns that it does not have; null if it has all.</summary>
    public string? Misses(params IEnumerable<string> needed) => needed.FirstOrDefault(column => !Has(column));

    public bool Has(string column) => columns.Contains(column);

    /// <summary>The cell of a row; null where the table has no such column, or the row ends before it.</summary>
    public CsvCell? Cell(CsvCell[] row, string column) =>
        Array.IndexOf(columns, column) is >= 0 and var at && at < row.Length ? row[at] : null;

    public Place PlaceOf(CsvCell cell) => new(Shown, cell.Line, cell.Column);

    /// <summary>A plain number; null if it is none, which is then found.</summary>
    public double? Number(CsvCell[] row, string column, ReadingContext context)
    {
        if (Cell(row, column) is not { } cell)
        {
            context.Findings.Error(new Place(Shown, row[0].Line, 1), Codes.BadTable, $"The row has no '{column}'.");
            return null;
        }
        var text = decimalCommas ? Quantity.WithDecimalPoint(cell.Text) : cell.Text;
        if (Quantity.Bare(text) is { } value && double.IsFinite(value))
            return value;
        var why = Quantity.Read(text, Measure.Number) is { Code: Codes.NotANumber, Problem: { } problem }
            ? problem : $"'{cell.Text}' is not a number.";
        context.Findings.Error(PlaceOf(cell), Codes.NotANumber, why);
        return null;
    }

    /// <param name="name">As the study writes it, relative to its own folder.</param>
    /// <returns>null if it cannot be used; why is then found.</returns>
    public static StudyTable? Read(ScalarNode name, string folder, IReadOnlyList<string> needed, ReadingContext context)
    {
        var path = Names.FileOf(Path.GetFullPath(Path.Combine(folder, name.Text)));
        if (Path.IsPathRooted(name.Text) || !Paths.IsInside(path, folder))
        {
            context.Findings.Error(name.Place, Codes.OutsideFolder,
                $"'{name.Text}' is outside the folder of this file. Copy it beside this file.");
            return null;
        }
        if (!File.Exists(path))
        {
            context.Findings.Error(
                name.Place, Codes.NoFile, $"There is no file '{name.Text}' beside this one.{DidYouMean.Files(path)}");
            return null;
        }
        var shown = Paths.Shown(path);
        if (SourceText.ReadTable(path, shown, name.Place, context.Findings) is not var (text, bytes))
            return null;
        try
        {
            var table = CsvText.Read(text);
            var rows = table.Rows.Where(row => row.Any(cell => cell.Text.Trim().Length > 0)).ToList();
            string[] columns = rows.Count == 0 ? [] : [.. rows[0].Select(cell => Letters.Composed(cell.Text.Trim()))];
            var again = columns.Index()
                .FirstOrDefault(one => one.Item.Length > 0 && Array.IndexOf(columns, one.Item) < one.Index);
            if (again is { Item: { } twice, Index: var second })
                context.Findings.Error(
                    new Place(shown, rows[0][second].Line, rows[0][second].Column), Codes.BadTable,
                    $"The column '{twice}' stands twice, as column {Array.IndexOf(columns, twice) + 1} "
                    + $"and as column {second + 1}. Keep one.");
            else if (needed.FirstOrDefault(column => !columns.Contains(column)) is { } missing)
                context.Findings.Error(new Place(shown, 1, 1), Codes.BadTable,
                    $"The table has no column '{missing}'.{DidYouMean.Of(missing, columns)}");
            else if (rows.Count < 2)
                context.Findings.Error(new Place(shown, 1, 1), Codes.BadTable, "The table has no rows.");
            else
                return new(
                    shown, new(name.Text, InputsHash.Of(Convert.ToBase64String(bytes))),
                    columns, rows[1..], table.HasDecimalCommas);
        }
        catch (UnclosedQuoteException open)
        {
            context.Findings.Error(new Place(shown, open.Line, 1), Codes.BadTable,
                "A quotation mark is opened in this row and not closed.");
        }
        return null;
    }
}
