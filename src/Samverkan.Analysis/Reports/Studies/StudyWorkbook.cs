using System.Globalization;
using Samverkan.Analysis.Studies;
using Samverkan.Runs.Results;

namespace Samverkan.Analysis.Reports.Studies;

/// <summary>The tables of a study as an Excel workbook, a sheet per table; those with a row per run stay with Parquet and
/// CSV.</summary>
internal static class StudyWorkbook
{
    private const int MostRows = 20_000;
    private static readonly string[] Tables =
        ["differences", "levels", "sensitivity", "shares", "ledger", "boxes", "waves", "region"];

    public static void Write(StudyFacts facts, string folder)
    {
        var tables = Tables.Where(table => File.Exists(Path.Combine(folder, table + ".parquet")))
            .Select(table => (Name: table, Rows: Count(folder, table))).Where(table => table.Rows > 0).ToList();
        var sheets = new Dictionary<string, object>
        {
            ["about"] = About(facts).Concat(tables.Where(table => table.Rows > MostRows).Select(table => CutOff(table.Name))),
        };
        foreach (var (name, _) in tables)
            sheets[name] = Rows(folder, name);
        if (facts.Factors.Count > 0)
            sheets["uncertain"] = facts.Factors.Select(f =>
                Line(("factor", f.Id), ("meaning", f.Meaning), ("evidence", f.Evidence), ("thought possible", f.Thought),
                    ("source", f.Source)));
        Workbook.Write(sheets, Path.Combine(folder, ReportPage.TablesName));
    }

    private static IEnumerable<Dictionary<string, object?>> About(StudyFacts facts)
    {
        yield return Line(("what", "study"), ("value", facts.Title));
        yield return Line(("what", "question"), ("value", facts.Question));
        yield return Line(("what", "runs"), ("value", facts.Design));
        yield return Line(("what", "command"), ("value", facts.Command));
        yield return Line(("what", "program version"), ("value", facts.Version));
        yield return Line(("what", "figures count"), ("value", $"{facts.From} to {facts.To}"));
        yield return Line(("what", "result hash"), ("value", facts.Result));
        foreach (var section in facts.Sections)
            yield return Line(("what", section.Heading), ("value", section.Sentence));
    }

    private static Dictionary<string, object?> CutOff(string table) => Line(("what", $"sheet {table}"),
        ("value", FormattableString.Invariant($"the first {MostRows:#,0} rows; {table}.csv and {table}.parquet have all")));

    private static long Count(string folder, string table) =>
        Convert.ToInt64(Asked(folder, table, "select count(*) from").Rows[0][0], CultureInfo.InvariantCulture);

    /// <summary>Read only while the sheet is written, and no more of a table than that.</summary>
    private static IEnumerable<Dictionary<string, object?>> Rows(string folder, string table)
    {
        var answer = Asked(folder, table, "select * from", FormattableString.Invariant($"limit {MostRows}"));
        foreach (var row in answer.Rows)
            yield return Line([.. answer.Columns.Zip(row)]);
    }

    private static QueryAnswer Asked(string folder, string table, string select, string limit = "")
    {
        try
        {
            return ResultQuery.Ask(folder, $"{select} \"{table}\" {limit}");
        }
        catch (ResultFolderRefused e)
        {
            throw new InvalidDataException($"The table '{table}' cannot be read: {e.Message}", e);
        }
    }

    private static Dictionary<string, object?> Line(params ReadOnlySpan<(string Name, object? Value)> cells)
    {
        var line = new Dictionary<string, object?>();
        foreach (var (name, value) in cells)
            line[name] = ResultQuery.Json(value) is { } one and not System.Text.Json.JsonElement ? one : value?.ToString();
        return line;
    }
}
