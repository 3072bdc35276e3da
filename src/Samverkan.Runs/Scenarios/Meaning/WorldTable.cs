using System.Collections.Immutable;
using System.Text;
using Samverkan.Model;
using Samverkan.Model.Parameters;
using Samverkan.Runs.Scenarios.Values;
using Samverkan.Runs.Scenarios.Yaml;

namespace Samverkan.Runs.Scenarios.Meaning;

/// <summary>A figure that a table gives for one municipality.</summary>
internal sealed record OwnFigure(string Municipality, ParameterInfo Parameter, double Value, Place Place);

/// <summary>
/// A map from a CSV file: <c>municipality_code, municipality, county_code, county, population</c> (or <c>population_proxy</c>),
/// and any parameter id as a further column, with the municipality's own figure. An empty cell is scaled from the case.
/// </summary>
internal sealed class WorldTable
{
    private static readonly string[] Places = ["municipality_code", "municipality", "county_code", "county"];
    private static readonly string[] Population = ["population", "population_proxy"];

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
        if (SourceText.Read(path, shown, name.Place, context.Findings) is not var (text, bytes))
            return null;
        var rows = text.Split('\n').Select((line, i) => (Cells: Cells(line.TrimEnd('\r')), Line: i + 1)).Where(r => r.Cells is not [""]).ToArray();
        if (rows.Length < 2)
        {
            context.Findings.Error(new Place(shown, 0, 0), Codes.BadTable, "The table has no rows.");
            return null;
        }
        var header = rows[0].Cells;
        if (!CheckHeader(header, shown, context))
            return null;
        if (header.Contains("population_proxy"))
            context.Findings.Note(new Place(shown, 1, 1), Codes.Proxy, "The inhabitants of municipalities are a proxy (column 'population_proxy'): the totals of counties are real, their division is not.");
        var reader = new RowReader(header, shown, context);
        foreach (var (cells, line) in rows.Skip(1))
            reader.Read(cells, line);
        return new WorldTable { Place = new Place(shown, 1, 1), Bytes = bytes, Counties = reader.Counties, Figures = [.. reader.Figures] };
    }

    private static string? Resolve(ScalarNode name, string folder, ReadingContext context)
    {
        if (!name.Text.Contains('.') && !name.Text.Contains('/') && Paths.Data is { } data && Path.Combine(data, name.Text + ".csv") is var shipped && File.Exists(shipped))
            return shipped;
        var path = Path.GetFullPath(Path.Combine(folder, name.Text));
        if (!Path.IsPathRooted(name.Text) && Paths.IsInside(path, folder))
            return path;
        context.Findings.Error(name.Place, Codes.OutsideFolder, $"'{name.Text}' is outside the folder of this file. Copy it beside this file, or use a shipped table by its name, such as 'table: sweden'.");
        return null;
    }

    private static bool CheckHeader(string[] header, string shown, ReadingContext context)
    {
        var place = new Place(shown, 1, 1);
        var missing = Places.Where(c => !header.Contains(c)).Concat(Population.Any(header.Contains) ? [] : ["population"]).ToArray();
        foreach (var column in missing)
            context.Findings.Error(place, Codes.BadTable, $"The table has no column '{column}'.{DidYouMean.Of(column, [.. header.Take(100)])}");
        foreach (var column in header.Except([.. Places, .. Population]).Where(c => Catalogue.Find(c) is null))
            context.Findings.Error(place, Codes.BadTable, $"The column '{column}' is neither a place nor a parameter.{DidYouMean.Of(column, [.. Places, .. Population, .. Catalogue.All.Select(p => p.Id)])}");
        return missing.Length == 0;
    }

    /// <summary>The cells of a line; "..." may hold commas, "" in it is a quotation mark.</summary>
    private static string[] Cells(string line)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < line.Length; i++)
            if (line[i] == '"' && quoted && i + 1 < line.Length && line[i + 1] == '"')
                cell.Append(line[i++]);
            else if (line[i] == '"')
                quoted = !quoted;
            else if (line[i] == ',' && !quoted)
            {
                cells.Add(cell.ToString().Trim());
                cell.Clear();
            }
            else
                cell.Append(line[i]);
        return [.. cells, cell.ToString().Trim()];
    }

    /// <summary>A sum below this without a unit was meant in thousands or millions.</summary>
    private const double LeastMoney = 1000;

    private sealed class RowReader(string[] header, string shown, ReadingContext context)
    {
        private readonly List<(string Code, string Name, List<MunicipalityOnMap> Municipalities)> counties = [];
        private readonly HashSet<string> codes = new(StringComparer.Ordinal);

        public List<OwnFigure> Figures { get; } = [];

        public ImmutableArray<CountyOnMap> Counties => [.. counties.Select(c => new CountyOnMap(c.Code, c.Name, [.. c.Municipalities]))];

        public void Read(string[] cells, int line)
        {
            var place = new Place(shown, line, 1);
            if (cells.Length != header.Length)
            {
                context.Findings.Error(place, Codes.BadTable, $"The row has {cells.Length} cells; the header has {header.Length}.");
                return;
            }
            string Cell(string column) => cells[Array.IndexOf(header, column)];
            var code = Cell("municipality_code");
            if (code.Length == 0 || !codes.Add(code))
                context.Findings.Error(place, Codes.DuplicateId, code.Length == 0 ? "The row has no municipality_code." : $"The code '{code}' is used twice on the map.");
            var population = Population.First(header.Contains);
            if (WorldReading.Inhabitants(new ScalarNode(place, Cell(population), false), context) is { } inhabitants)
                County(Cell("county_code"), Cell("county")).Add(new MunicipalityOnMap(code, Cell("municipality"), inhabitants));
            for (var i = 0; i < header.Length; i++)
                if (cells[i].Length > 0 && Catalogue.Find(header[i]) is { } parameter)
                    ReadFigure(code, parameter, cells[i], place);
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
        private void ReadFigure(string code, ParameterInfo parameter, string cell, Place place)
        {
            var text = double.TryParse(cell, out var number) && Units.Of(parameter.Measure).First(u => u.Factor == 1) is { } own && !(IsMoney(own) && Math.Abs(number) is > 0 and < LeastMoney) ? $"{cell} {own.Text}" : cell;
            if (context.Quantity(new ScalarNode(place, text, false), parameter.Measure) is { } value)
                Figures.Add(new OwnFigure(code, parameter, value, place));
        }

        private static bool IsMoney(Unit unit) => unit.Text is "SEK" or "SEK/yr" or "SEK/month";
    }
}
