using Samverkan.Analysis.Statistics;
using Samverkan.Model.Indicators;
using Samverkan.Runs.Results;
using Samverkan.Runs.Studies;

namespace Samverkan.Analysis.Studies.Answers;

/// <summary>What one scenario changes in one outcome, at one lever point.</summary>
/// <param name="Asked">Whether the study asks for the outcome; the correction counts these alone.</param>
/// <param name="Adjusted">p corrected for all outcomes, scenarios and points that the study asks for at once (Holm).</param>
public sealed record DifferenceRow(string Scenario, string Levers, Outcome Outcome, bool Asked, PairedDifference Estimate,
    double Adjusted)
{
    public bool TooFew => Estimate.TooFew;

    /// <summary>Which lever point, counted from 0.</summary>
    public int Point { get; init; }
}

/// <summary>What the scenarios of a study change against its first, in every outcome.</summary>
public static class Differences
{
    /// <summary>What the study asks for first, which is corrected together; then the rest, row by row.</summary>
    public static IEnumerable<DifferenceRow> Of(StudyResults results) =>
        Corrected([.. Of(results, 0, results.Study.Outcomes.Length)])
        .Concat(Of(results, results.Study.Outcomes.Length, results.Outcomes.Length));

    private static IEnumerable<DifferenceRow> Of(StudyResults results, int firstOutcome, int endOutcome)
    {
        var study = results.Study;
        for (var o = firstOutcome; o < endOutcome; o++)
        {
            var figures = results.Figures(o);
            for (var point = 0; point < results.Design.Points.Length; point++)
                for (var policy = 1; policy < study.Policies.Length; policy++)
                    yield return new(
                        study.Policies[policy].Id, results.Design.Points[point].Name, results.Outcomes[o],
                        o < study.Outcomes.Length,
                        PairedDifference.Of(figures.Crossed(0, point), figures.Crossed(policy, point), results.Outcomes[o].Better,
                            results.Outcomes[o].Kind()), double.NaN)
                    {
                        Point = point,
                    };
        }
    }

    /// <returns>What the study asks for.</returns>
    public static IReadOnlyList<DifferenceRow> Write(IEnumerable<DifferenceRow> rows, StudyFolder folder, StudyResults results)
    {
        var (asked, columns) = (new List<DifferenceRow>(), new LeverColumns(results.Design));
        using var table = new TidyTable(folder["differences"], [
            Column.Text("base"), Column.Text("scenario"), Column.Text("levers"), .. columns.All, Column.Text("outcome"),
            Column.Text("asked"), Column.Whole("pairs"), Column.Whole("draws"),
            Column.Real("base_mean"), Column.Real("mean"), Column.Real("difference"), Column.Real("low"), Column.Real("high"),
            Column.Real("boot_low"), Column.Real("boot_high"), Column.Real("p10"), Column.Real("median"), Column.Real("p90"),
            Column.Real("probability_better"), Column.Real("effect"), Column.Real("effect_of_pairs"),
            Column.Real("variance_reduction"),
            Column.Real("p"), Column.Real("p_holm"), Column.Whole("replications_for_5_percent"), Column.Text("warning"),
            Column.Text("better"), Column.Text("unit")]);
        foreach (var row in rows)
        {
            if (row.Asked)
                asked.Add(row);
            var e = row.Estimate;
            table.Write([
                results.Study.Policies[0].Id, row.Scenario, row.Levers, .. columns.Of(row.Point), row.Outcome.Id, row.Asked
                ? "yes" : "no", e.Pairs, e.Draws,
                e.Base, e.Other, e.Difference, e.Low, e.High, e.BootLow, e.BootHigh, e.P10, e.Median, e.P90, e.Better, e.Effect,
                e.EffectOfPairs, e.Saving,
                e.P, row.Adjusted, e.Needed, row.TooFew
                ? $"fewer than {PairedDifference.FewestForTrust} {(e.Draws > 1 ? "draws" : "pairs")}" : null,
                row.Outcome.Better == Better.Neither ? null : row.Outcome.Better.ToString().ToLowerInvariant(),
                row.Outcome.Unit]);
        }
        return asked;
    }

    private static IReadOnlyList<DifferenceRow> Corrected(List<DifferenceRow> rows)
    {
        var adjusted = Holm.Adjusted([.. rows.Select(row => row.Asked ? row.Estimate.P : double.NaN)]);
        return [.. rows.Zip(adjusted, (row, p) => row with { Adjusted = p })];
    }
}
