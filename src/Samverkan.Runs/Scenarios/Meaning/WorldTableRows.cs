using System.Collections.Immutable;
using Samverkan.Model;
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

    private readonly List<(string Code, string Name, List<MunicipalityOnMap> Municipalities)> counties = [];
    private readonly Dictionary<string, Place> codes = new(StringComparer.OrdinalIgnoreCase);
    private readonly string population = WorldTable.Population.First(header.Contains);

    public List<OwnFigure> Figures { get; } = [];

    public ImmutableArray<CountyOnMap> Counties => [.. counties.Select(c => new CountyOnMap(c.Code, c.Name, [.. c.Municipalities]))];

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
        if (WorldReading.Inhabitants(In(population), context) is { } inhabitants)
            County(county.Text, Name(In("county"))).Add(new MunicipalityOnMap(code.Text, Name(In("municipality")), inhabitants));
        for (var i = 0; i < header.Length; i++)
            if (Node(cells[i]) is { Text.Length: > 0 } cell && Catalogue.Find(header[i]) is { } parameter)
                ReadFigure(code.Text, parameter, cell);
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

    private List<MunicipalityOnMap> County(string code, string name)
    {
        if (counties.FindIndex(c => c.Code == code) is var at and >= 0)
            return counties[at].Municipalities;
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
