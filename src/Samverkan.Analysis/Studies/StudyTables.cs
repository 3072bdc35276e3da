using Samverkan.Model;
using Samverkan.Runs.Execution;
using Samverkan.Runs.Results;
using Samverkan.Runs.Studies;

namespace Samverkan.Analysis.Studies;

/// <summary>The tidy tables of a study, made from its journal: one row per observation, every row with all that it belongs
/// to.</summary>
public static class StudyTables
{
    /// <summary>What every row of a run begins with.</summary>
    private static Column[] Run(LeverColumns levers) =>
        [Column.Text("scenario"), Column.Text("levers"), .. levers.All, Column.Whole("sample"), Column.Whole("replication"),
            Column.Whole("seed")];

    /// <returns>Years of the scenarios, where the study has no samples and no levers; else none.</returns>
    public static IReadOnlyList<YearBand> Write(StudyResults results, StudyFolder folder)
    {
        WriteRuns(results, folder);
        if (results.Study.Uncertain.Length > 0)
            WriteSamples(results.Design, folder);
        if (results.Study.Keep != Keep.Years)
            return [];
        WriteYears(results, folder);
        return WriteBands(results, folder);
    }

    private static void WriteRuns(StudyResults results, StudyFolder folder)
    {
        var columns = new LeverColumns(results.Design);
        using var runs = new TidyTable(folder["runs"], [.. Run(columns), Column.Text("status"), Column.Text("hash")]);
        using var figures = new TidyTable(folder["figures"],
            [.. Run(columns), Column.Text("outcome"), Column.Real("value"), Column.Text("unit")]);
        using var fates = new TidyTable(folder["fates"],
            [.. Run(columns), Column.Text("municipality"), Column.Text("fate"), Column.Text("lost_at"), Column.Real("years")]);
        foreach (var record in results.Records())
        {
            var label = Label(results, columns, record.Key);
            runs.Write([.. label, record.Failed ? "failed" : "done", record.Failed ? null : Fold.InGroups(record.Hash)]);
            if (record.Failed)
                continue;
            for (var o = 0; o < results.Outcomes.Length; o++)
                figures.Write([.. label, results.Outcomes[o].Id, record.Figures[o], results.Outcomes[o].Unit]);
            var world = results.Study.Policies[record.Key.Policy].Blueprint;
            foreach (var (place, lostAt) in world.Counties.SelectMany(c => c.Municipalities).Zip(record.LostAt))
                fates.Write([.. label, place.Code, FateOf(lostAt), lostAt >= 0 ? MonthOf(lostAt).ToString() : null,
                    YearsOf(lostAt, world)]);
        }
    }

    private static void WriteYears(StudyResults results, StudyFolder folder)
    {
        // A row per run, year and indicator: too many for a text file that anybody would open.
        var columns = new LeverColumns(results.Design);
        using var years = new TidyTable(folder["years"],
            [.. Run(columns), Column.Whole("year"), Column.Text("indicator"), Column.Real("value"), Column.Text("unit")],
            asText: false);
        var first = results.Study.Policies[0].Blueprint.From.Year;
        foreach (var record in results.Records().Where(r => !r.Failed))
        {
            var label = Label(results, columns, record.Key);
            for (var i = 0; i < record.Years.Length; i++)
            {
                var indicator = HeadlineColumns.All[i % HeadlineColumns.Count];
                years.Write([.. label, first + i / HeadlineColumns.Count, indicator.Id, record.Years[i], indicator.Unit]);
            }
        }
    }

    private static IReadOnlyList<YearBand> WriteBands(StudyResults results, StudyFolder folder)
    {
        var columns = new LeverColumns(results.Design);
        using var table = new TidyTable(folder["bands"], [
            Column.Text("scenario"), Column.Text("levers"), .. columns.All, Column.Whole("sample"), Column.Whole("year"),
            Column.Text("indicator"), Column.Whole("runs"),
            Column.Real("mean"), Column.Real("median"), Column.Real("p10"), Column.Real("p90"), Column.Real("p2_5"),
            Column.Real("p97_5"), Column.Text("unit")]);
        var kept = new List<YearBand>();
        foreach (var band in YearBands.Of(results))
        {
            table.Write([
                results.Study.Policies[band.Policy].Id, results.Design.Points[band.Point].Name, .. columns.Of(band.Point),
                band.Sample + 1, band.Year, band.Indicator.Id, band.Runs,
                band.Mean, band.Median, band.P10, band.P90, band.P2, band.P97, band.Indicator.Unit]);
            if (results.Design.Cells == results.Study.Policies.Length)
                kept.Add(band);
        }
        return kept;
    }

    private static void WriteSamples(Design design, StudyFolder folder)
    {
        using var samples = new TidyTable(folder["samples"],
            [Column.Whole("sample"), Column.Text("factor"), Column.Text("parameter"), Column.Real("quantile"),
                Column.Real("value"), Column.Text("unit")]);
        for (var sample = 0; sample < design.Samples; sample++)
        {
            var values = design.Values(sample).ToDictionary(v => v.Parameter, v => v.Value);
            for (var f = 0; f < design.Study.Uncertain.Length; f++)
                foreach (var p in design.Study.Uncertain[f].Parameters)
                    samples.Write(sample + 1, design.Study.Uncertain[f].Id, p.Parameter.Id, design.Unit(sample)[f],
                        values[p.Parameter], ParameterText.UnitOf(p.Parameter));
        }
    }

    private static Cell[] Label(StudyResults results, LeverColumns levers, RunKey key) =>
        [results.Study.Policies[key.Policy].Id, results.Design.Points[key.Point].Name, .. levers.Of(key.Point), key.Sample + 1,
            key.Replication, results.Study.Seed];

    private static string FateOf(int lostAt) => lostAt switch
    {
        StudyRecord.Kept => "kept",
        StudyRecord.NeverBegan => "never began",
        _ => "lost",
    };

    /// <summary>Years from the start until the cooperation is lost, or to the end of the run: with the fate, a censored
    /// survival time.</summary>
    private static double YearsOf(int lostAt, Blueprint world) => lostAt switch
    {
        StudyRecord.NeverBegan => 0,
        StudyRecord.Kept => (world.To - world.From + 1) / 12.0,
        _ => (MonthOf(lostAt) - world.From) / 12.0,
    };

    private static Month MonthOf(int index) => Month.Of(index / 12, index % 12 + 1);
}
