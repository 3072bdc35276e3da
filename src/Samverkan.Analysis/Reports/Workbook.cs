using System.IO.Compression;
using System.Text.RegularExpressions;
using MiniExcelLibs;
using Samverkan.Analysis.Comparisons;
using Samverkan.Analysis.Results;
using Samverkan.Model.Parameters;

namespace Samverkan.Analysis.Reports;

/// <summary>The tables of a report as an Excel workbook, a sheet per table.</summary>
internal static partial class Workbook
{
    private const int Piece = 1 << 16;

    public static void Write(ComparisonResult facts, string path)
    {
        var sheets = new Dictionary<string, object>
        {
            ["about"] = About(facts),
            ["side by side"] = SideBySide(facts),
            ["headline"] = Rows(facts, scenario => scenario.Rows),
            ["sustainability"] =
                Rows(facts, scenario => scenario.Lasting is { } lasting ? [.. lasting.Course, .. lasting.Profile] : []),
            ["survival"] = Survival(facts),
            ["groups"] = Groups(facts, scenario => scenario.Groups),
            ["sectors"] = Groups(facts, scenario => scenario.Sectors),
            ["payments"] = Payments(facts),
            ["budget"] = Budget(facts),
            ["net effect"] = NetEffect(facts),
            ["over time"] = OverTime(facts),
            ["parameters"] = Parameters(),
        };
        Write(sheets, path);
    }

    /// <param name="sheets">Rows by the name of their sheet.</param>
    public static void Write(Dictionary<string, object> sheets, string path)
    {
        using var made = new MemoryStream();
        MiniExcel.SaveAs(made, sheets.ToDictionary(sheet => sheet.Key, sheet => WithAllColumns(sheet.Value)));
        WriteTimeless(made, path);
    }

    /// <summary>Rows that each have every column of their sheet: the library takes the first row's for all of them.</summary>
    private static object WithAllColumns(object sheet)
    {
        if (sheet is not IEnumerable<Dictionary<string, object?>> rows)
            return sheet;
        var all = rows.ToList();
        var columns = all.SelectMany(row => row.Keys).Distinct().ToList();
        return all.Select(row => columns.ToDictionary(column => column, column => row.GetValueOrDefault(column)));
    }

    /// <summary>
    /// The library puts the time and names by chance into the file: here the same result is the same file to the byte. It also
    /// writes
    /// <c>x:workbook</c> for <c>workbook</c>: the same by the standard, but readers such as ExcelJS know elements by their bare
    /// names.
    /// </summary>
    private static void WriteTimeless(Stream made, string path)
    {
        var names = new Dictionary<string, string>();
        using var from = new ZipArchive(made, ZipArchiveMode.Read);
        using var to = new ZipArchive(File.Create(path), ZipArchiveMode.Create);
        foreach (var part in from.Entries)
        {
            var copy = to.CreateEntry(part.FullName);
            copy.LastWriteTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
            using var source = part.Open();
            using var target = copy.Open();
            using var reader = new StreamReader(source);
            using var writer = new StreamWriter(target);
            foreach (var some in WholeTags(reader))
            {
                var text = Prefix().Replace(some, "");
                writer.Write(part.Name.StartsWith("workbook.xml", StringComparison.Ordinal)
                    ? ChanceName().Replace(text, match => names.TryGetValue(match.Value, out var known) ? known
                        : names[match.Value] = $"part{names.Count + 1}")
                    : text);
            }
        }
    }

    /// <summary>The text piece by piece, each to the end of a tag: a sheet of many rows is never in memory as a whole.</summary>
    private static IEnumerable<string> WholeTags(StreamReader reader)
    {
        var (letters, kept) = (new char[Piece], 0);
        while (reader.ReadBlock(letters, kept, letters.Length - kept) is > 0 and var read)
        {
            var all = kept + read;
            var end = all < letters.Length ? all : Array.LastIndexOf(letters, '>', all - 1) + 1;
            if (end > 0)
                yield return new(letters, 0, end);
            else
                Array.Resize(ref letters, 2 * letters.Length);
            Array.Copy(letters, end, letters, 0, all - end);
            kept = all - end;
        }
        if (kept > 0)
            yield return new(letters, 0, kept);
    }

    // In a part of a workbook a '<' only ever begins a tag: in text and in attributes it is written '&lt;'.
    [GeneratedRegex("(?<=</?)x:|(?<=<[^<>]*\\bxmlns):x(?==)")]
    private static partial Regex Prefix();

    [GeneratedRegex("\\bR[0-9a-f]{32}\\b")]
    private static partial Regex ChanceName();

    private static IEnumerable<Dictionary<string, object?>> About(ComparisonResult facts)
    {
        yield return Line("command", facts.Command);
        yield return Line("program version", facts.Version);
        yield return Line("period", $"{facts.From} to {facts.To}");
        yield return Line("tables count from", facts.Since);
        yield return Line("replications", facts.Replications);
        yield return Line("seed", facts.Seed);
        yield return Line("result hash", facts.ResultHash);
        foreach (var scenario in facts.Scenarios)
            yield return Line($"scenario {scenario.Id}", scenario.Title);
        foreach (var scenario in facts.Others)
            yield return Line($"answer {scenario.Id}", AnswerSentence.To(scenario, facts.Replications));

        static Dictionary<string, object?> Line(string what, object? value) => new() { ["what"] = what, ["value"] = value };
    }

    /// <summary>A row for each policy, with numbers, to be sorted by any of them.</summary>
    private static IEnumerable<Dictionary<string, object?>> SideBySide(ComparisonResult facts) =>
        facts.Others.Select(scenario => new Dictionary<string, object?>(
    [
        new("policy", scenario.Title),
        .. PolicyTable.Outcomes(scenario).Select(row => KeyValuePair.Create(row.Id, Number(row.Difference))),
    ]));

    private static IEnumerable<Dictionary<string, object?>> Rows(ComparisonResult facts,
        Func<ScenarioResult, IReadOnlyList<ResultRow>> rows) =>
        facts.Others.SelectMany(scenario => rows(scenario).Select(row => Row(scenario, row)));

    private static Dictionary<string, object?> Row(ScenarioResult scenario, ResultRow row) => new()
    {
        ["scenario"] = scenario.Id,
        ["indicator"] = row.Id,
        ["label"] = row.Label,
        ["unit"] = row.Unit,
        ["base"] = Number(row.Base),
        ["scenario value"] = Number(row.Other),
        ["difference"] = Number(row.Difference),
        ["low 95 %"] = Number(row.Low),
        ["high 95 %"] = Number(row.High),
        ["all that is not known, low"] = row.Unknown is { } low ? Number(low.Low) : null,
        ["all that is not known, high"] = row.Unknown is { } high ? Number(high.High) : null,
        ["better"] = row.Better.ToString().ToLowerInvariant(),
        ["better in share of pairs"] = row.BetterShare,
        ["pairs"] = row.Pairs,
    };

    private static IEnumerable<Dictionary<string, object?>> Survival(ComparisonResult facts) =>
        from scenario in facts.Scenarios
        from ending in scenario.Lasting?.Endings ?? []
        from step in ending.Curve
        select new Dictionary<string, object?>
        {
            ["scenario"] = scenario.Id,
            ["ending"] = ending.Id,
            ["from month"] = step.Month,
            ["at risk"] = step.AtRisk,
            ["share without it"] = step.Share,
            ["low 95 %"] = Number(step.Low),
            ["high 95 %"] = Number(step.High),
        };

    private static IEnumerable<Dictionary<string, object?>> Groups(ComparisonResult facts,
        Func<ScenarioResult, IReadOnlyList<GroupResult>> groups) =>
        from scenario in facts.Others
        from @group in groups(scenario)
        from row in @group.Rows
        select new Dictionary<string, object?>([new("whose", @group.Id), .. Row(scenario, row)]);

    private static IEnumerable<Dictionary<string, object?>> Payments(ComparisonResult facts) =>
        from scenario in facts.Scenarios
        from payment in scenario.Payments
        select new Dictionary<string, object?>
        {
            ["scenario"] = scenario.Id,
            ["payment"] = payment.Id,
            ["title"] = payment.Title,
            ["from"] = payment.From,
            ["to"] = payment.To,
            ["follows demand"] = payment.Demand,
            ["SEK per year"] = Number(payment.Sek),
            ["difference"] = Number(payment.Difference),
            ["low 95 %"] = Number(payment.Low),
            ["high 95 %"] = Number(payment.High),
        };

    private static IEnumerable<Dictionary<string, object?>> Budget(ComparisonResult facts) =>
        from scenario in facts.Scenarios
        where scenario.Budget is not null
        from line in scenario.Budget!.Lines
        select new Dictionary<string, object?>
        {
            ["scenario"] = scenario.Id,
            ["year"] = line.Year,
            ["sector"] = line.Sector,
            ["frame and grants, MSEK"] = Number(line.Income),
            ["staff and premises"] = Number(line.Staff),
            ["training, committee, administration"] = Number(line.Steering),
            ["demand-driven cost"] = Number(line.Demand),
            ["paid to the other sector"] = Number(line.Between),
            ["left"] = Number(line.Left),
            ["left per inhabitant, SEK"] = Number(line.Left * 1e6 / scenario.Budget!.Inhabitants),
            ["net effect"] = Number(line.Effect),
            ["net effect per inhabitant, SEK"] = Number(line.Effect * 1e6 / scenario.Budget!.Inhabitants),
            ["low 95 %"] = Number(line.Low),
            ["high 95 %"] = Number(line.High),
        };

    private static IEnumerable<Dictionary<string, object?>> NetEffect(ComparisonResult facts) =>
        from scenario in facts.Others
        where scenario.Budget is not null
        from total in scenario.Budget!.Totals
        select new Dictionary<string, object?>
        {
            ["scenario"] = scenario.Id,
            ["sector"] = total.Sector,
            ["net effect, MSEK"] = Number(total.Net),
            ["low 95 %"] = Number(total.Low),
            ["high 95 %"] = Number(total.High),
            ["discounted"] = Number(total.Discounted),
            ["discount rate"] = Number(facts.DiscountRate),
            ["per inhabitant, SEK"] = Number(total.Net * 1e6 / scenario.Budget!.Inhabitants),
        };

    private static IEnumerable<Dictionary<string, object?>> OverTime(ComparisonResult facts) =>
        from scenario in facts.Scenarios
        from band in scenario.Bands
        from quarter in Enumerable.Range(0, facts.Quarters.Count)
        select new Dictionary<string, object?>
        {
            ["scenario"] = scenario.Id,
            ["quarter from"] = facts.Quarters[quarter],
            ["indicator"] = band.Id,
            ["unit"] = band.Unit,
            ["mean"] = Number(band.Mean[quarter]),
            ["percentile 10"] = Number(band.Low[quarter]),
            ["percentile 90"] = Number(band.High[quarter]),
            ["under draws, percentile 10"] = band.DrawnLow.Length == 0 ? null : Number(band.DrawnLow[quarter]),
            ["under draws, percentile 90"] = band.DrawnHigh.Length == 0 ? null : Number(band.DrawnHigh[quarter]),
        };

    private static IEnumerable<Dictionary<string, object?>> Parameters() =>
        Catalogue.All.Select(parameter => new Dictionary<string, object?>
        {
            ["parameter"] = parameter.Id,
            ["meaning"] = parameter.Meaning,
            ["unit"] = parameter.Measure.ToString(),
            ["default"] = parameter.Default,
            ["least"] = parameter.Min,
            ["most"] = parameter.Max,
            ["role"] = parameter.Role.ToString(),
            ["evidence"] = parameter.Evidence.ToString(),
            ["source"] = parameter.Source,
        });

    private static object? Number(double value) => double.IsFinite(value) ? value : null;
}
