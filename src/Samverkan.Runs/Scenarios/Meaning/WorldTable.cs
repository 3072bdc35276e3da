using System.Collections.Immutable;
using Samverkan.Model;
using Samverkan.Model.Parameters;
using Samverkan.Runs.Scenarios.Yaml;
using Samverkan.Runs.Tables;

namespace Samverkan.Runs.Scenarios.Meaning;

/// <summary>A figure that a table gives for one municipality.</summary>
internal sealed record OwnFigure(string Municipality, ParameterInfo Parameter, double Value, Place Place);

/// <summary>
/// A map from a CSV file: <c>municipality_code, municipality, county_code, county, population</c> (or <c>population_2015</c>,
/// <c>population_2024</c> and so on, each on 31 December), and any parameter id as a further column, with the municipality's own
/// figure. An empty cell is scaled from the case. Columns may have Swedish names (<see cref="TableColumns"/>).
/// </summary>
internal sealed class WorldTable
{
    public required Place Place { get; init; }
    public required byte[] Bytes { get; init; }
    public required ImmutableArray<CountyOnMap> Counties { get; init; }
    public required ImmutableArray<OwnFigure> Figures { get; init; }

    /// <param name="name">A shipped table by its name, or a path in or below the folder.</param>
    public static WorldTable? Read(ScalarNode name, string folder, ReadingContext context)
    {
        if (Resolve(name, folder, context) is not { } path)
            return null;
        var shown = Paths.Shown(path);
        if (SourceText.ReadTable(path, shown, name.Place, context.Findings) is not var (text, bytes) || Rows(text, shown, context) is not { } table)
            return null;
        var header = table.Rows[0];
        if (!CheckHeader(header, shown, context))
            return null;
        var reader = new WorldTableRows([.. header.Select(Name)], table.HasDecimalCommas, shown, context);
        foreach (var row in table.Rows.Skip(1))
            reader.Read(row);
        return new WorldTable { Place = new Place(shown, 1, 1), Bytes = bytes, Counties = reader.Counties, Figures = [.. reader.Figures] };
    }

    internal static Place At(CsvCell cell, string shown) => new(shown, cell.Line, cell.Column);

    private static string Name(CsvCell cell) => TableColumns.Canonical(Letters.Composed(cell.Text));

    private static bool HasText(CsvCell cell) => !string.IsNullOrWhiteSpace(cell.Text);

    private static CsvRows? Rows(string text, string shown, ReadingContext context)
    {
        try
        {
            // Spreadsheets write rows of empty cells below a table, and beside it.
            var table = CsvText.Read(text);
            var rows = table.Rows.Where(row => row.Any(HasText)).ToArray();
            var width = rows.Length == 0 ? 0 : rows.Max(row => Array.FindLastIndex(row, HasText) + 1);
            if (rows.Length > 1)
                return table with { Rows = [.. rows.Select(row => row.Length > width ? row[..width] : row)] };
            context.Findings.Error(new Place(shown, 0, 0), Codes.BadTable, "The table has no rows.");
        }
        catch (UnclosedQuoteException open)
        {
            context.Findings.Error(new Place(shown, open.Line, 1), Codes.BadTable, "A quotation mark is opened in this row and not closed.");
        }
        return null;
    }

    private static string? Resolve(ScalarNode name, string folder, ReadingContext context)
    {
        if (!name.Text.Contains('.') && !name.Text.Contains('/') && Paths.Data is { } data && Path.Combine(data, name.Text + ".csv") is var shipped && File.Exists(shipped))
            return shipped;
        var path = Names.FileOf(Path.GetFullPath(Path.Combine(folder, name.Text)));
        if (!Path.IsPathRooted(name.Text) && Paths.IsInside(path, folder))
            return path;
        context.Findings.Error(name.Place, Codes.OutsideFolder, $"'{name.Text}' is outside the folder of this file. Copy it beside this file, or use a shipped table by its name, such as 'table: sweden'.");
        return null;
    }

    private static bool CheckHeader(CsvCell[] cells, string shown, ReadingContext context)
    {
        var header = cells.Select(Name).ToArray();
        var missing = TableColumns.Places.Where(c => !header.Contains(c))
            .Concat(header.Any(TableColumns.IsPopulation) ? [] : [TableColumns.Population]).ToArray();
        foreach (var column in missing)
            context.Findings.Error(new Place(shown, cells[0].Line, 1), Codes.BadTable, $"The table has no column '{column}'.{DidYouMean.Of(column, [.. header.Take(100)])}");
        var twice = false;
        foreach (var (name, i) in header.Select((name, i) => (name, i)))
        {
            var first = Array.IndexOf(header, name);
            if (first < i && name.Length > 0)
            {
                twice = true;
                context.Findings.Error(At(cells[i], shown), Codes.BadTable, $"The column '{name}' stands twice, as column {first + 1} and as column {i + 1}. Keep one.");
            }
            else if (name.Length > 0 && Array.FindIndex(header, other => Names.AreSame(other, name)) is var alike && alike < i)
            {
                twice = true;
                context.Findings.Error(
                    At(cells[i], shown), Codes.BadTable,
                    $"The columns '{header[alike]}', column {alike + 1}, and '{name}', column {i + 1}, "
                    + "differ in case alone. Keep one.");
            }
            else if (first == i && !TableColumns.IsKnown(name))
                context.Findings.Error(
                    At(cells[i], shown), Codes.BadTable, $"The column '{name}' is neither a place nor a parameter.{DidYouMean.Of(name, TableColumns.All)}");
        }
        var dated = Array.FindIndex(header, name => TableColumns.YearOfPopulation(name) is not null);
        if (dated >= 0 && header.Contains(TableColumns.Population))
        {
            twice = true;
            context.Findings.Error(
                At(cells[dated], shown), Codes.BadTable,
                $"'{header[dated]}' stands beside '{TableColumns.Population}'. Keep inhabitants by year, or one number for all years.");
        }
        return missing.Length == 0 && !twice;
    }
}
