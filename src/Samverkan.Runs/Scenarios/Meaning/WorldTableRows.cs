using System.Collections.Immutable;
using Samverkan.Model;
using Samverkan.Model.Counties;
using Samverkan.Model.Parameters;
using Samverkan.Runs.Scenarios.Values;
using Samverkan.Runs.Scenarios.Yaml;
using Samverkan.Runs.Tables;

namespace Samverkan.Runs.Scenarios.Meaning;

/// <summary>Reads the rows of a table of places into counties, municipalities and their own figures.</summary>
/// <param name="header">The names of the columns, each once.</param>
/// <param name="decimalCommas">Whether 16,5 is a number in this table.</param>
internal sealed class WorldTableRows(string[] header, bool decimalCommas, string shown, ReadingContext context)
{
    /// <summary>A sum below this without a unit was meant in thousands or millions.</summary>
    private const double LeastMoney = 1000;

    /// <summary>What a row of totals is called.</summary>
    private static readonly string[] Totals = ["summa", "totalt", "total", "riket", "hela riket", "sum"];

    private readonly List<(string Code, ScalarNode Name, List<MunicipalityOnMap> Municipalities)> counties = [];
    private readonly Dictionary<string, Place> codes = new(StringComparer.OrdinalIgnoreCase);
    private readonly (int Column, int? Year)[] populations =
    [
        .. Enumerable.Range(0, header.Length).Where(i => TableColumns.IsPopulation(header[i]))
            .Select(i => (Column: i, Year: TableColumns.YearOfPopulation(header[i]))).OrderBy(column => column.Year),
    ];

    public List<OwnFigure> Figures { get; } = [];

    public ImmutableArray<CountyOnMap> Counties =>
        [.. counties.Select(c => new CountyOnMap(c.Code, c.Name.Text, [.. c.Municipalities]))];

    public void Read(CsvCell[] cells)
    {
        if (IsTotal(cells))
            return;
        if (cells.Length != header.Length)
        {
            context.Findings.Error(WorldTable.At(cells[0], shown), Codes.BadTable, $"The row has {cells.Length} cells; the header has {header.Length}.");
            return;
        }
        ScalarNode In(string column) => Node(cells[Array.IndexOf(header, column)]);
        var code = In("municipality_code");
        Check(code);
        var county = In("county_code");
        PlaceCodes.Check(county, "county_code", context.Findings);
        var named = In("county");
        if (Inhabitants(cells) is var (inhabitants, overTime))
            County(county.Text, named with { Text = Name(named) }).Add(new MunicipalityOnMap(code.Text, Name(In("municipality")), inhabitants, overTime));
        for (var i = 0; i < header.Length; i++)
            if (Node(cells[i]) is { Text.Length: > 0 } cell && Catalogue.Find(header[i]) is { } parameter)
                ReadFigure(code.Text, parameter, cell);
    }

    /// <summary>One number for all years, or that of the first month with the counts; years without a count may be empty.</summary>
    private (int Persons, InhabitantsOverTime? OverTime)? Inhabitants(CsvCell[] cells)
    {
        if (populations is [{ Year: null } only])
            return WorldReading.Inhabitants(Node(cells[only.Column]), context) is { } number ? (number, null) : null;
        var counts = new List<Count>();
        foreach (var (column, year) in populations)
            if (Node(cells[column]) is { Text.Length: > 0 } cell)
            {
                if (WorldReading.Inhabitants(cell, context) is not { } persons)
                    return null;
                counts.Add(new(year!.Value, persons));
            }
        if (counts.Count > 0 && new InhabitantsOverTime([.. counts]) is var overTime)
            return ((int)Math.Floor(overTime.At(context.Begins) + .5), overTime);
        context.Findings.Error(WorldTable.At(cells[populations[0].Column], shown), Codes.BadTable, "The row has no inhabitants for any year.");
        return null;
    }

    private string Name(ScalarNode node)
    {
        if (Unseen.ProblemOf(node.Text) is { } problem)
            context.Findings.Error(node.Place, Codes.BadCharacter, problem);
        return Names.OnOneLine(node.Text);
    }

    private ScalarNode Node(CsvCell cell)
    {
        var text = cell.Text.Trim();
        var place = WorldTable.At(cell, shown) with { Column = cell.Column + cell.Text.IndexOf(text, StringComparison.Ordinal) };
        return new(place, Letters.Composed(text), false);
    }

    private bool IsTotal(CsvCell[] cells)
    {
        string In(string column) => Array.IndexOf(header, column) is var at && at < cells.Length ? cells[at].Text.Trim().TrimEnd(':') : "";
        var (code, name) = (In("municipality_code"), In("municipality"));
        if (!IsWord(code) && !(code.Length == 0 && IsWord(name)))
            return false;
        context.Findings.Note(WorldTable.At(cells[0], shown), Codes.TotalLeftOut, $"The row '{(code.Length > 0 ? code : name)}' holds totals and is left out.");
        return true;

        static bool IsWord(string text) => Totals.Contains(text, StringComparer.OrdinalIgnoreCase);
    }

    private void Check(ScalarNode code)
    {
        if (PlaceCodes.Check(code, "municipality_code", context.Findings) && !codes.TryAdd(code.Text, code.Place))
            context.Findings.Error(code.Place, Codes.DuplicateId, $"The code '{code.Text}' stands here a second time; the first is in line {codes[code.Text].Line}.");
    }

    private List<MunicipalityOnMap> County(string code, ScalarNode name)
    {
        if (counties.FindIndex(c => c.Code == code) is var at and >= 0)
        {
            var first = counties[at].Name;
            if (name.Text.Length > 0 && name.Text != first.Text)
                context.Findings.Error(name.Place, Codes.DuplicateId,
                    $"The county {code} is named '{name.Text}' here and '{first.Text}' in line {first.Place.Line}. Keep one name.");
            return counties[at].Municipalities;
        }
        counties.Add((code, name, []));
        return counties[^1].Municipalities;
    }

    /// <summary>
    /// A bare number is in the parameter's own unit: the header of a table has no place for units. But nobody means 95 kronor a year.
    /// </summary>
    private void ReadFigure(string code, ParameterInfo parameter, ScalarNode cell)
    {
        var written = decimalCommas ? cell with { Text = Quantity.WithDecimalPoint(cell.Text) } : cell;
        var own = Units.Of(parameter.Measure).First(u => u.Factor == 1);
        var node = Quantity.Bare(written.Text) is { } number && !(IsMoney(own) && Math.Abs(number) is > 0 and < LeastMoney)
            ? written with { Text = $"{written.Text} {own.Text}" }
            : written;
        if (context.Value(node, parameter) is { } value)
            Figures.Add(new OwnFigure(code, parameter, value, cell.Place));
    }

    private static bool IsMoney(Unit unit) => unit.Text is "SEK" or "SEK/yr" or "SEK/month";
}
