using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Samverkan.Model.Parameters;
using Samverkan.Runs.Results;
using Samverkan.Runs.Scenarios;
using Samverkan.Runs.Scenarios.Meaning;
using Samverkan.Runs.Scenarios.Yaml;
using Samverkan.Runs.Studies;
using Samverkan.Runs.Tables;

namespace Samverkan.Runs.Uncertainty;

/// <summary>
/// The table of a region: a column for each parameter, named by its id, in the unit in which it is kept; a row for each draw.
/// </summary>
public static class RegionFile
{
    /// <summary>What a calibration calls the table.</summary>
    public const string Name = "draws.csv";

    /// <summary>The column that numbers the draws.</summary>
    public const string DrawColumn = "draw";

    private const string ShippedStudy = "calibration";
    private const int Fewest = 2;

    private static readonly Lazy<Region?> ShippedOnce = new(ReadShipped);

    /// <summary>The shipped region, read once; null if the program comes without.</summary>
    public static Region? Usual => ShippedOnce.Value;

    /// <summary>Where the shipped region is; null if the program comes without.</summary>
    public static string? Shipped =>
        Paths.Library is { } library && Path.Combine(library, StudyReader.Folder, "results", ShippedStudy, Name) is var path
            && File.Exists(path) ? path : null;

    /// <summary>The shipped region; null if the program comes without.</summary>
    /// <remarks>Parameters that this build has no more are left out, and values are kept within its ranges.</remarks>
    public static Region? ReadShipped() => Shipped is { } path ? Read(path, isShipped: true) : null;

    /// <summary>A region that a result keeps: as it was read, in whatever build the result was made.</summary>
    public static Region ReadKept(string path) => Read(path, isShipped: true);

    /// <summary>A region of one's own.</summary>
    /// <exception cref="ScenarioErrors">It cannot be used; everything that was found is told at once.</exception>
    public static Region Read(string path) => Read(path, isShipped: false);

    /// <summary>Writes values with six digits, which is more than anybody knows of them.</summary>
    public static void Write(string path, IReadOnlyList<ParameterInfo> parameters, IEnumerable<IReadOnlyList<double>> draws)
    {
        using var file = new StreamWriter(path) { NewLine = "\n" };
        file.WriteLine(string.Join(',', parameters.Select(parameter => parameter.Id).Prepend(DrawColumn)));
        var number = 0;
        foreach (var draw in draws)
            file.WriteLine(string.Join(',', draw.Select(value => value.ToString("G6", CultureInfo.InvariantCulture))
                .Prepend($"{++number}")));
    }

    private static Region Read(string path, bool isShipped)
    {
        var findings = new FindingList();
        var region = Read(path, isShipped, findings);
        return region is null || findings.HasErrors ? throw new ScenarioErrors(findings.InOrder()) : region;
    }

    internal static Region? Read(string path, bool isShipped, FindingList findings)
    {
        var shown = Paths.Shown(path);
        if (SourceText.ReadTable(path, shown, Place.CommandLine, findings) is not var (text, bytes))
            return null;
        var rows = RowsOf(text, shown, findings);
        if (rows is null)
            return null;
        if (rows[0][0].Text.Trim() != DrawColumn)
        {
            findings.Error(PlaceOf(shown, rows[0][0]), Codes.BadTable,
                $"The first column is '{DrawColumn}', then one for each parameter, as in the {Name} of a calibration.");
            return null;
        }
        var columns = Columns(rows[0], shown, isShipped, findings, out var leftOut);
        double[][] draws = [.. rows.Skip(1).Select(row => Draw(row, columns, shown, isShipped, findings))];
        if (draws.Length < Fewest)
            findings.Error(new Place(shown, 1, 1), Codes.BadTable, $"The table has {draws.Length} draws: two are the fewest.");
        return findings.HasErrors ? null
            : new Region(InputsHash.Of(Convert.ToBase64String(bytes)), SourceFile.Of(path, bytes),
                [.. columns.Select(column => column.Parameter)], draws, leftOut);
    }

    private static IReadOnlyList<CsvCell[]>? RowsOf(string text, string shown, FindingList findings)
    {
        try
        {
            var rows = CsvText.Read(text).Rows;
            if (rows.Count > 0)
                return rows;
            findings.Error(new Place(shown, 1, 1), Codes.BadTable, "The table has no rows.");
        }
        catch (UnclosedQuoteException open)
        {
            findings.Error(new Place(shown, open.Line, 1), Codes.BadTable,
                "A quotation mark is opened in this row and not closed.");
        }
        return null;
    }

    private static List<(int At, ParameterInfo Parameter)> Columns(CsvCell[] head, string shown, bool isShipped,
        FindingList findings, out ImmutableArray<string> leftOut)
    {
        var (columns, unknown) = (new List<(int At, ParameterInfo Parameter)>(), ImmutableArray.CreateBuilder<string>());
        for (var at = 1; at < head.Length; at++)
        {
            var id = head[at].Text.Trim();
            if (Catalogue.Find(id) is not { } parameter)
            {
                unknown.Add(id);
                if (!isShipped)
                    findings.Error(PlaceOf(shown, head[at]), Codes.UnknownParameter,
                        $"'{id}' is no parameter.{DidYouMean.Of(id, [.. Catalogue.All.Select(p => p.Id)])}");
            }
            else if (columns.Any(column => column.Parameter == parameter))
                findings.Error(PlaceOf(shown, head[at]), Codes.BadTable, $"The column '{id}' stands twice. Keep one.");
            else
                columns.Add((at, parameter));
        }
        if (columns.Count == 0 && unknown.Count == 0)
            findings.Error(new Place(shown, 1, 1), Codes.BadTable, "The table has no parameters.");
        leftOut = unknown.ToImmutable();
        return columns;
    }

    private static double[] Draw(CsvCell[] row,
        List<(int At, ParameterInfo Parameter)> columns, string shown, bool isShipped, FindingList findings)
    {
        var values = new double[columns.Count];
        for (var i = 0; i < values.Length; i++)
        {
            var (at, parameter) = columns[i];
            if (at >= row.Length)
            {
                findings.Error(new Place(shown, row[0].Line, 1), Codes.BadTable,
                    $"Draw '{row[0].Text}' has no {parameter.Id}: draws are complete.");
                break;
            }
            if (!double.TryParse(row[at].Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
                || !double.IsFinite(value))
                findings.Error(PlaceOf(shown, row[at]), Codes.NotANumber, $"'{row[at].Text}' is not a number.");
            else if (!isShipped && (value < parameter.Min || value > parameter.Max))
                findings.Error(PlaceOf(shown, row[at]), Codes.OutOfRange,
                    ParameterReading.OutOfRange(row[at].Text, value, parameter));
            values[i] = Math.Clamp(value, parameter.Min, parameter.Max);
        }
        return values;
    }

    private static Place PlaceOf(string shown, CsvCell cell) => new(shown, cell.Line, cell.Column);
}
