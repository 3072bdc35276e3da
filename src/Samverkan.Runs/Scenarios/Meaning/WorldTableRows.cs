using Samverkan.Model;
using Samverkan.Model.Counties;
using Samverkan.Runs.Scenarios.Yaml;
using Samverkan.Runs.Tables;

namespace Samverkan.Runs.Scenarios.Meaning;

/// <summary>Reads rows that are a place each into counties, municipalities and their own figures.</summary>
/// <param name="header">The names of the columns, each once.</param>
internal sealed class WorldTableRows(string[] header, TableCells cells, TablePlaces places, ReadingContext context)
{
    /// <summary>What a row of totals is called.</summary>
    private static readonly string[] Totals = ["summa", "totalt", "total", "riket", "hela riket", "sum"];

    private readonly (int Column, int? Year)[] populations =
    [
        .. Enumerable.Range(0, header.Length).Where(i => TableColumns.IsPopulation(header[i]))
            .Select(i => (Column: i, Year: TableColumns.YearOfPopulation(header[i]))).OrderBy(column => column.Year),
    ];

    /// <summary>Whether a row is a municipality of the shipped table, from which columns that are not there can be filled
    /// in.</summary>
    public bool IsShipped(CsvCell[] row) => IsTotal(row) || Text(row, TableColumns.Code) is { Length: > 0 } code
        && places.Shipped(code) is not null
        || Text(row, TableColumns.Name) is { Length: > 0 } name && places.Shipped(name) is not null;

    public void Read(CsvCell[] row)
    {
        if (IsTotal(row))
        {
            var (code, name) = (Text(row, TableColumns.Code), Text(row, TableColumns.Name));
            context.Findings.Note(cells.At(row[0]), Codes.TotalLeftOut, $"The row '{(code.Length > 0 ? code : name)}' holds "
                + "totals and is left out.");
            return;
        }
        if (row.Length <= header.Length && !cells.AllHaveHeadings(header, row))
            return;
        if (row.Length != header.Length)
        {
            context.Findings.Error(cells.At(row[0]), Codes.BadTable, $"The row has {row.Length} cells; the header has "
                + $"{header.Length}.");
            return;
        }
        if (Place(row) is not { } municipality)
            return;
        for (var i = 0; i < header.Length; i++)
            if (cells.Node(row[i]) is { Text.Length: > 0 } cell && TableColumns.Parted(header[i]) is var (figure, year))
                cells.Read(municipality, figure, year, cell);
    }

    // The code of the place, which the map has from now on.
    private string? Place(CsvCell[] row)
    {
        ScalarNode? In(string column) => Array.IndexOf(header, column) is >= 0 and var at ? cells.Node(row[at]) : null;
        var start = cells.Node(row[0]);
        var (code, name, county) = (In(TableColumns.Code), In(TableColumns.Name), In(TableColumns.County));
        var shipped = code is { Text.Length: 0 } ? null : places.Shipped(code?.Text ?? "") ?? places.Shipped(name?.Text ?? "");
        // A spreadsheet takes the zero before a code away.
        if (code is { Text: { Length: 3 } text } && text.All(char.IsAsciiDigit) && shipped is { } padded)
            code = code with { Text = padded.Municipality.Code };
        code ??= start with { Text = shipped?.Municipality.Code ?? "" };
        var countyCode = In(TableColumns.CountyCode);
        if (shipped is { } known && (countyCode is null or { Text.Length: 0 }
            || countyCode.Text.TrimStart('0') == known.County.Code.TrimStart('0')))
            countyCode = start with { Text = known.County.Code };
        countyCode ??= start with { Text = "" };
        var isClaimed = places.Claim(code);
        if (isClaimed && !places.Agree(code, name))
            return null;
        if (Inhabitants(row, shipped?.Municipality) is not var (inhabitants, overTime))
            return null;
        var called = name is { Text.Length: > 0 } ? Name(name) : shipped?.Municipality.Name ?? "";
        county = county is { Text.Length: > 0 } || shipped is null ? county ?? start with { Text = "" }
            : start with { Text = shipped.Value.County.Name };
        places.Add(new(code.Text, called, inhabitants, overTime), countyCode, county with { Text = Name(county) });
        return isClaimed ? code.Text : null;
    }

    /// <summary>One number for all years, or that of the first month with the counts; years without a count may be
    /// empty.</summary>
    private (int Persons, InhabitantsOverTime? OverTime)? Inhabitants(CsvCell[] row, MunicipalityOnMap? shipped)
    {
        if (shipped is not null && populations.All(column => string.IsNullOrWhiteSpace(row[column.Column].Text)))
            return (shipped.Population, shipped.OverTime);
        if (populations is [{ Year: null } only])
            return WorldReading.Inhabitants(cells.Node(row[only.Column]), context) is { } number ? (number, null) : null;
        var counts = new List<Count>();
        foreach (var (column, year) in populations)
            if (cells.Node(row[column]) is { Text.Length: > 0 } cell)
            {
                if (WorldReading.Inhabitants(cell, context) is not { } persons)
                    return null;
                counts.Add(new(year!.Value, persons));
            }
        if (counts.Count > 0 && new InhabitantsOverTime([.. counts]) is var overTime)
            return ((int)Math.Floor(overTime.At(context.Begins) + .5), overTime);
        context.Findings.Error(cells.At(row[populations[0].Column]), Codes.BadTable, "The row has no inhabitants for any year.");
        return null;
    }

    /// <summary>Tells of a row that is no municipality of Sweden in a table that says nothing else of its places.</summary>
    public void TellUnknown(CsvCell[] row, IEnumerable<string> missing)
    {
        var called = Text(row, TableColumns.Code) is { Length: > 0 } code ? code : Text(row, TableColumns.Name);
        context.Findings.Error(cells.At(row[0]), Codes.UnknownScope,
            $"'{ReadingContext.Short(called)}' is no municipality of Sweden.{places.DidYouMean(called)} For other places the "
                + $"table needs {string.Join(", ", missing)} too.");
    }

    private string Name(ScalarNode node)
    {
        if (Unseen.ProblemOf(node.Text) is { } problem)
            context.Findings.Error(node.Place, Codes.BadCharacter, problem);
        return Names.OnOneLine(node.Text);
    }

    private string Text(CsvCell[] row, string column) =>
        Array.IndexOf(header, column) is >= 0 and var at && at < row.Length ? row[at].Text.Trim().TrimEnd(':') : "";

    private bool IsTotal(CsvCell[] row)
    {
        var (code, name) = (Text(row, TableColumns.Code), Text(row, TableColumns.Name));
        return IsWord(code) || code.Length == 0 && IsWord(name);

        static bool IsWord(string text) => Totals.Contains(text, StringComparer.OrdinalIgnoreCase);
    }
}
