using Samverkan.Model;
using Samverkan.Model.Counties;
using Samverkan.Runs.Scenarios.Values;
using Samverkan.Runs.Scenarios.Yaml;
using Samverkan.Runs.Tables;

namespace Samverkan.Runs.Scenarios.Meaning;

/// <summary>
/// Reads rows that are a figure of a place each: what it is now (<c>value</c>) and by year (<c>2027</c>). Where there is no
/// column <c>figure</c>, the sheet's name says which one all its rows hold.
/// </summary>
internal sealed class FigureRows
{
    private readonly string[] header;
    private readonly string? ofSheet;
    private readonly TableCells cells;
    private readonly TablePlaces places;
    private readonly ReadingContext context;

    private FigureRows(string[] header, string? ofSheet, TableCells cells, TablePlaces places, ReadingContext context) =>
        (this.header, this.ofSheet, this.cells, this.places, this.context) = (header, ofSheet, cells, places, context);

    /// <summary>Whether a sheet holds a figure in every row, and not a place.</summary>
    public static bool Are(IEnumerable<string> header) => header.Any(name => name == TableColumns.Figure
        || TableColumns.IsYear(name));

    /// <param name="head">The cells of the header.</param>
    /// <param name="header">Their canonical names.</param>
    public static void Read(Sheet sheet, CsvCell[] head, string[] header, TableCells cells, TablePlaces places,
        ReadingContext context)
    {
        var ofSheet = header.Contains(TableColumns.Figure) || sheet.Name is null ? null : TableColumns.FigureOf(sheet.Name);
        if (!header.Contains(TableColumns.Figure) && ofSheet is null)
        {
            context.Findings.Error(cells.At(head[0]), Codes.BadTable,
                $"The table has years, but neither a column '{TableColumns.Figure}' nor a sheet named by the figure that it "
                    + "holds, such as 'ward.beds'.");
            return;
        }
        if (!AreKnown(head, header, cells, context))
            return;
        var rows = new FigureRows(header, ofSheet, cells, places, context);
        foreach (var row in sheet.Cells.Rows.Skip(1))
            rows.Read(row);
    }

    private static bool AreKnown(CsvCell[] head, string[] header, TableCells cells, ReadingContext context)
    {
        var all = true;
        foreach (var (name, i) in header.Select((name, i) => (name, i)))
            if (name.Length > 0 && Array.IndexOf(header, name) is var first && first < i)
                all = Tell(head[i], $"The column '{name}' stands twice, as column {first + 1} and as column {i + 1}. Keep one.");
            else if (name.Length > 0 && !TableColumns.IsYear(name) && !TableColumns.OfFigureRows.Contains(name)
                && !TableColumns.Places.Contains(name))
                all = Tell(head[i], $"The column '{name}' is neither a year nor one that such a table "
                    + $"has.{DidYouMean.Of(name, TableColumns.OfFigureRows)}");
        return all;

        bool Tell(CsvCell cell, string message)
        {
            context.Findings.Error(cells.At(cell), Codes.BadTable, message);
            return false;
        }
    }

    private void Read(CsvCell[] row)
    {
        if (!cells.AllHaveHeadings(header, row))
            return;
        ScalarNode? In(string column) =>
            Array.IndexOf(header, column) is >= 0 and var at && at < row.Length
                && cells.Node(row[at]) is { Text.Length: > 0 } node ? node : null;
        var values = Enumerable.Range(0, Math.Min(header.Length, row.Length))
            .Where(i => header[i] == TableColumns.Value || TableColumns.IsYear(header[i]))
            .Select(i => (TableColumns.Parted(header[i]).Year, Cell: cells.Node(row[i]))).Where(v =>
                v.Cell.Text.Length > 0).ToArray();
        var start = cells.Node(row[0]);
        if (values.Length == 0)
        {
            // A row that nobody filled in says that the place is there.
            if ((In(TableColumns.Code) ?? In(TableColumns.Name)) is { } empty)
                Municipality(empty, start);
            return;
        }
        if (!places.Agree(In(TableColumns.Code), In(TableColumns.Name)))
            return;
        if ((ofSheet ?? (In(TableColumns.Figure) is { } named ? Figure(named) : Missing(start))) is not { } figure
            || Municipality(In(TableColumns.Code) ?? In(TableColumns.Name), start) is not { } municipality)
            return;
        if (!TryPriceYear(In(TableColumns.PriceYear), out var priceYear))
            return;
        if (figure == TableColumns.Population)
            TakeInhabitants(municipality, values);
        else
            foreach (var (year, cell) in values)
                cells.Read(
                    municipality, figure, year, cell,
                    In(TableColumns.Tolerance) is { } give ? cells.Tolerance(figure, give) : null, priceYear);
    }

    private bool TryPriceYear(ScalarNode? said, out int? year)
    {
        year = said is not null && int.TryParse(said.Text, out var number) ? number : null;
        if (said is null || year is { } known && PriceIndex.IsKnown(known))
            return true;
        context.Findings.Error(said.Place, Codes.OutOfRange,
            $"'{said.Text}' is no year of the price index, {PriceIndex.First} to {PriceIndex.Last}.");
        return false;
    }

    private string? Figure(ScalarNode named)
    {
        if (TableColumns.FigureOf(named.Text) is { } figure)
            return figure;
        context.Findings.Error(named.Place, Codes.BadTable, $"'{named.Text}' is neither a parameter nor an "
            + $"indicator.{TableColumns.DidYouMean(named.Text)}");
        return null;
    }

    private string? Missing(ScalarNode start)
    {
        context.Findings.Error(start.Place, Codes.BadTable, "The row does not say which figure it holds: "
            + $"'{TableColumns.Figure}' is empty.");
        return null;
    }

    private string? Municipality(ScalarNode? nameOrCode, ScalarNode start)
    {
        if ((nameOrCode is null ? places.OnlyOne : places.Find(nameOrCode)) is { } found)
            return found;
        context.Findings.Error((nameOrCode ?? start).Place, Codes.UnknownScope, nameOrCode is null
            ? $"The row does not say which municipality it is of: '{TableColumns.Code}' and '{TableColumns.Name}' are empty."
            : $"'{nameOrCode.Text}' is no municipality of this table, nor one of "
                + $"Sweden.{places.DidYouMean(nameOrCode.Text)}");
        return null;
    }

    private void TakeInhabitants(string municipality, IEnumerable<(int? Year, ScalarNode Cell)> values)
    {
        var counts = new List<Count>();
        foreach (var (year, cell) in values.OrderBy(v => v.Year))
            if (WorldReading.Inhabitants(cell, context) is not { } persons)
                return;
            else if (year is { } known)
                counts.Add(new(known, persons));
            else
                places.Replace(municipality, place => place with { Population = persons, OverTime = null });
        if (counts.Count > 0 && new InhabitantsOverTime([.. counts]) is var overTime)
            places.Replace(municipality, place => place with
            {
                Population = (int)Math.Floor(overTime.At(context.Begins) + .5),
                OverTime = overTime
            });
    }
}
