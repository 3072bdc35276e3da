using System.Collections.Immutable;
using Samverkan.Model;
using Samverkan.Model.Indicators;
using Samverkan.Model.Parameters;
using Samverkan.Runs.Scenarios.Yaml;
using Samverkan.Runs.Tables;

namespace Samverkan.Runs.Scenarios.Meaning;

/// <summary>A figure that a table gives for one municipality.</summary>
/// <param name="Year">The year from whose January it holds; null: it holds now.</param>
internal sealed record OwnFigure(string Municipality, ParameterInfo Parameter, double Value, Place Place, int? Year = null);

/// <summary>What was observed of a municipality in a year.</summary>
/// <param name="Tolerance">How exactly it is known, in the indicator's unit; null: the table does not say.</param>
internal sealed record ObservedOutcome(string Municipality, Indicator Indicator, int Year, double Value, double? Tolerance,
    Place Place);

/// <summary>
/// A map with figures of its places, from a CSV file or an Excel workbook. A sheet has a row for each place
/// (<see cref="WorldTableRows"/>) or a row for each figure of a place (<see cref="FigureRows"/>). An empty cell is scaled from
/// the case. Columns may have Swedish names (<see cref="TableColumns"/>).
/// </summary>
internal sealed class WorldTable
{
    public required Place Place { get; init; }
    public required byte[] Bytes { get; init; }
    public required ImmutableArray<CountyOnMap> Counties { get; init; }
    public required ImmutableArray<OwnFigure> Figures { get; init; }
    public required ImmutableArray<ObservedOutcome> Outcomes { get; init; }

    /// <param name="name">A shipped table by its name, or a path in or below the folder.</param>
    public static WorldTable? Read(ScalarNode name, string folder, ReadingContext context)
    {
        if (Resolve(name, folder, context) is not { } path)
            return null;
        var shown = Paths.Shown(path);
        if (SourceText.ReadSheets(path, shown, name.Place, context.Findings) is not var (sheets, bytes))
            return null;
        var places = new TablePlaces(Paths.Data is { } data && Paths.IsInside(path, data), context);
        var all = sheets.Select(sheet => Part(sheet, shown, context)).OfType<SheetPart>().ToArray();
        if (all.Length == 0)
        {
            if (!context.Findings.HasErrors)
                context.Findings.Error(new Place(shown, 0, 0), Codes.BadTable, "The table has no rows.");
            return null;
        }
        var read = true;
        // Places come first, wherever their sheet stands.
        foreach (var part in all.Where(part => !FigureRows.Are(part.Header)))
            read &= ReadPlaces(part, places, context);
        places.IsComplete = !places.Counties.IsEmpty;
        foreach (var part in all.Where(part => FigureRows.Are(part.Header)))
            FigureRows.Read(part.Sheet, part.Head, part.Header, part.Cells, places, context);
        return !read ? null : new WorldTable
        {
            Place = new Place(shown, 1, 1),
            Bytes = bytes,
            Counties = places.Counties,
            Figures = [.. all.SelectMany(part => part.Cells.Figures)],
            Outcomes = [.. all.SelectMany(part => part.Cells.Outcomes)],
        };
    }

    /// <summary>A sheet that holds something, with its header.</summary>
    private sealed record SheetPart(Sheet Sheet, CsvCell[] Head, string[] Header, TableCells Cells);

    private static bool HasText(CsvCell cell) => !string.IsNullOrWhiteSpace(cell.Text);

    private static SheetPart? Part(Sheet sheet, string file, ReadingContext context)
    {
        var shown = sheet.Name is null ? file : $"{file}!{sheet.Name}";
        // Spreadsheets write rows of empty cells below a table, and beside it.
        var rows = sheet.Cells.Rows.Where(row => row.Any(HasText)).ToArray();
        var width = rows.Length == 0 ? 0 : rows.Max(row => Array.FindLastIndex(row, HasText) + 1);
        if (rows.Length < 2)
        {
            if (sheet.Name is null)
                context.Findings.Error(new Place(shown, 0, 0), Codes.BadTable, "The table has no rows.");
            return null;
        }
        rows = [.. rows.Select(row => row.Length > width ? row[..width] : row)];
        string[] header = [.. rows[0].Select(cell => TableColumns.Canonical(Letters.Composed(cell.Text)))];
        if (!FigureRows.Are(header) && !header.Contains(TableColumns.Code) && !header.Contains(TableColumns.Name))
        {
            if (sheet.Name is not null)
                context.Findings.Note(new Place(shown, 1, 1), Codes.NotUsed,
                    "This sheet is not used: its first row names neither municipalities, nor figures, nor years.");
            else
                context.Findings.Error(new Place(shown, rows[0][0].Line, 1), Codes.BadTable,
                    "The first row names neither municipalities, nor figures, nor years. Headings come first, and semicolons, "
                        + "tabs or commas part the cells.");
            return null;
        }
        return new(sheet with { Cells = sheet.Cells with { Rows = rows } }, rows[0], header,
            new TableCells(sheet.Cells.HasDecimalCommas, shown, context));
    }

    private static string? Resolve(ScalarNode name, string folder, ReadingContext context)
    {
        if (!name.Text.Contains('.') && !name.Text.Contains('/') && Paths.Data is { } data
            && Path.Combine(data, name.Text + ".csv") is var shipped && File.Exists(shipped))
            return shipped;
        var path = Names.FileOf(Path.GetFullPath(Path.Combine(folder, name.Text)));
        if (!Path.IsPathRooted(name.Text) && Paths.IsInside(path, folder))
            return path;
        context.Findings.Error(name.Place, Codes.OutsideFolder,
            $"'{name.Text}' is outside the folder of this file. Copy it beside this file, or use a shipped table by its name, "
                + "such as 'table: sweden'.");
        return null;
    }

    private static bool ReadPlaces(SheetPart part, TablePlaces places, ReadingContext context)
    {
        var rows = new WorldTableRows(part.Header, part.Cells, places, context);
        if (!CheckHeader(part, rows, context))
            return false;
        foreach (var row in part.Sheet.Cells.Rows.Skip(1))
            rows.Read(row);
        return true;
    }

    private static bool CheckHeader(SheetPart part, WorldTableRows rows, ReadingContext context)
    {
        var (header, cells, at) = (part.Header, part.Head, part.Cells);
        var missing = TableColumns.Places.Where(c => !header.Contains(c))
            .Concat(header.Any(TableColumns.IsPopulation) ? [] : [TableColumns.Population]).ToArray();
        var unknown = part.Sheet.Cells.Rows.Skip(1).Where(row => !rows.IsShipped(row)).ToArray();
        if (missing.Length > 0 && unknown.Length < part.Sheet.Cells.Rows.Count - 1)
        {
            foreach (var row in unknown)
                rows.TellUnknown(row, missing);
            if (unknown.Length > 0)
                return false;
            missing = [];
        }
        foreach (var column in missing)
            context.Findings.Error(at.At(cells[0]) with { Column = 1 }, Codes.BadTable, "The table has no column "
                + $"'{column}'.{DidYouMean.Of(column, [.. header.Take(100)])}");
        var twice = false;
        foreach (var (name, i) in header.Select((name, i) => (name, i)))
        {
            var first = Array.IndexOf(header, name);
            if (first < i && name.Length > 0)
            {
                twice = true;
                context.Findings.Error(at.At(cells[i]), Codes.BadTable, $"The column '{name}' stands twice, as column "
                    + $"{first + 1} and as column {i + 1}. Keep one.");
            }
            else if (name.Length > 0 && Array.FindIndex(header, other => Names.AreSame(other, name)) is var alike && alike < i)
            {
                twice = true;
                context.Findings.Error(
                    at.At(cells[i]), Codes.BadTable,
                    $"The columns '{header[alike]}', column {alike + 1}, and '{name}', column {i + 1}, "
                    + "differ in case alone. Keep one.");
            }
            else if (first == i && name.Length > 0 && !TableColumns.IsKnown(name))
                context.Findings.Error(
                    at.At(cells[i]), Codes.BadTable, $"The column '{name}' is neither a place nor a "
                        + $"parameter.{DidYouMean.Of(name, TableColumns.All)}");
        }
        var dated = Array.FindIndex(header, name => TableColumns.YearOfPopulation(name) is not null);
        if (dated >= 0 && header.Contains(TableColumns.Population))
        {
            twice = true;
            context.Findings.Error(
                at.At(cells[dated]), Codes.BadTable,
                $"'{header[dated]}' stands beside '{TableColumns.Population}'. Keep inhabitants by year, or one number for all "
                    + "years.");
        }
        return missing.Length == 0 && !twice;
    }
}
