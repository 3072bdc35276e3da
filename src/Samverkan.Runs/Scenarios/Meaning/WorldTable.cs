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
        var rows = text.Split('\n').Select((line, i) => Cells(line.TrimEnd('\r'), shown, i + 1)).Where(row => row is not [{ Text: "" }]).ToArray();
        if (rows.Length < 2)
        {
            context.Findings.Error(new Place(shown, 0, 0), Codes.BadTable, "The table has no rows.");
            return null;
        }
        if (!CheckHeader(rows[0], shown, context))
            return null;
        var header = rows[0].Select(cell => cell.Text).ToArray();
        if (header.Contains("population_proxy"))
            context.Findings.Note(rows[0].First(cell => cell.Text == "population_proxy").Place, Codes.Proxy, "The inhabitants of municipalities are a proxy (column 'population_proxy'): the totals of counties are real, their division is not.");
        var reader = new RowReader(header, context);
        foreach (var row in rows.Skip(1))
            reader.Read(row);
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

    private static bool CheckHeader(Cell[] cells, string shown, ReadingContext context)
    {
        var header = cells.Select(cell => cell.Text).ToArray();
        var missing = Places.Where(c => !header.Contains(c)).Concat(Population.Any(header.Contains) ? [] : ["population"]).ToArray();
        foreach (var column in missing)
            context.Findings.Error(new Place(shown, 1, 1), Codes.BadTable, $"The table has no column '{column}'.{DidYouMean.Of(column, [.. header.Take(100)])}");
        foreach (var (column, place) in cells.DistinctBy(cell => cell.Text).Where(cell => !Places.Contains(cell.Text) && !Population.Contains(cell.Text) && Catalogue.Find(cell.Text) is null))
            context.Findings.Error(place, Codes.BadTable, $"The column '{column}' is neither a place nor a parameter.{DidYouMean.Of(column, [.. Places, .. Population, .. Catalogue.All.Select(p => p.Id)])}");
        return missing.Length == 0;
    }

    private readonly record struct Cell(string Text, Place Place);

    /// <summary>The cells of a line; "..." may hold commas, "" in it is a quotation mark.</summary>
    private static Cell[] Cells(string line, string shown, int number)
    {
        var cells = new List<Cell>();
        var cell = new StringBuilder();
        var (quoted, start) = (false, 0);
        for (var i = 0; i < line.Length; i++)
            if (line[i] == '"' && quoted && i + 1 < line.Length && line[i + 1] == '"')
                cell.Append(line[i++]);
            else if (line[i] == '"')
                quoted = !quoted;
            else if (line[i] == ',' && !quoted)
            {
                cells.Add(Ended());
                start = i + 1;
            }
            else
                cell.Append(line[i]);
        return [.. cells, Ended()];

        Cell Ended()
        {
            var text = cell.ToString();
            cell.Clear();
            return new(text.Trim(), new(shown, number, start + 1 + text.Length - text.TrimStart().Length));
        }
    }

    /// <summary>A sum below this without a unit was meant in thousands or millions.</summary>
    private const double LeastMoney = 1000;

    private sealed class RowReader(string[] header, ReadingContext context)
    {
        private readonly List<(string Code, string Name, List<MunicipalityOnMap> Municipalities)> counties = [];
        private readonly HashSet<string> codes = new(StringComparer.Ordinal);

        public List<OwnFigure> Figures { get; } = [];

        public ImmutableArray<CountyOnMap> Counties => [.. counties.Select(c => new CountyOnMap(c.Code, c.Name, [.. c.Municipalities]))];

        public void Read(Cell[] cells)
        {
            if (cells.Length != header.Length)
            {
                context.Findings.Error(cells[0].Place, Codes.BadTable, $"The row has {cells.Length} cells; the header has {header.Length}.");
                return;
            }
            Cell In(string column) => cells[Array.IndexOf(header, column)];
            var (code, place) = In("municipality_code");
            if (code.Length == 0 || !codes.Add(code))
                context.Findings.Error(place, Codes.DuplicateId, code.Length == 0 ? "The row has no municipality_code." : $"The code '{code}' is used twice on the map.");
            var population = In(Population.First(header.Contains));
            if (WorldReading.Inhabitants(new ScalarNode(population.Place, population.Text, false), context) is { } inhabitants)
                County(In("county_code").Text, In("county").Text).Add(new MunicipalityOnMap(code, In("municipality").Text, inhabitants));
            for (var i = 0; i < header.Length; i++)
                if (cells[i].Text.Length > 0 && Catalogue.Find(header[i]) is { } parameter)
                    ReadFigure(code, parameter, cells[i]);
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
        private void ReadFigure(string code, ParameterInfo parameter, Cell cell)
        {
            var text = double.TryParse(cell.Text, out var number) && Units.Of(parameter.Measure).First(u => u.Factor == 1) is { } own && !(IsMoney(own) && Math.Abs(number) is > 0 and < LeastMoney) ? $"{cell.Text} {own.Text}" : cell.Text;
            if (context.Quantity(new ScalarNode(cell.Place, text, false), parameter.Measure) is { } value)
                Figures.Add(new OwnFigure(code, parameter, value, cell.Place));
        }

        private static bool IsMoney(Unit unit) => unit.Text is "SEK" or "SEK/yr" or "SEK/month";
    }
}
