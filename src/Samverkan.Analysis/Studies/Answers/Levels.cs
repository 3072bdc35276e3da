using MathNet.Numerics.Statistics;
using Samverkan.Analysis.Statistics;
using Samverkan.Runs.Results;
using Samverkan.Runs.Studies;

namespace Samverkan.Analysis.Studies.Answers;

/// <summary>One outcome of one scenario at one lever point, over all its runs: a point of a curve with its band.</summary>
/// <param name="Low">Lower end of the 95 % interval of the mean: Student's t, of shares Wilson's.</param>
/// <param name="P10">Tenth percentile over the runs.</param>
public sealed record LevelRow(
    string Scenario, string Levers, string InShort, double Value, string ValueUnit, Outcome Outcome, bool Asked, int Runs,
    double Mean, double Low, double High,
    double P10, double Median, double P90, LevelStep Step)
{
    /// <summary>Nineteen of twenty runs are above it.</summary>
    public double P5 { get; init; } = double.NaN;

    /// <summary>Nineteen of twenty runs are below it.</summary>
    public double P95 { get; init; } = double.NaN;

    /// <summary>Which lever point, counted from 0.</summary>
    public int Point { get; init; }
}

/// <summary>What an outcome gains on the lever point before, paired; not a number for the first.</summary>
public readonly record struct LevelStep(double Mean, PairedInterval Interval)
{
    public static readonly LevelStep None = new(double.NaN, new(double.NaN, double.NaN, double.NaN));

    public static LevelStep Of(Crossed before, Crossed after, FigureKind kind) =>
        new(CrossedMean.Of(after.Less(before)).Mean, PairedInterval.Of(before, after, kind));
}

/// <summary>Levels of every outcome, and along a lever what each step adds: how many meetings are enough?</summary>
public static class Levels
{
    /// <summary>Row by row, what the study asks for first: no more than one is in memory.</summary>
    public static IEnumerable<LevelRow> Of(StudyResults results)
    {
        var (study, points) = (results.Study, results.Design.Points);
        for (var o = 0; o < results.Outcomes.Length; o++)
        {
            var figures = results.Figures(o);
            for (var policy = 0; policy < study.Policies.Length; policy++)
                for (var point = 0; point < points.Length; point++)
                {
                    var all = figures.Crossed(policy, point);
                    var defined = all.Runs().Order().ToArray();
                    var mean = CrossedMean.Of(all);
                    var kind = results.Outcomes[o].Kind();
                    var (low, high) = LevelInterval.Of(all, kind);
                    var step = Before(points, point) is { } before ? LevelStep.Of(figures.Crossed(policy, before), all, kind)
                        : LevelStep.None;
                    var option = points[point].Choices.IsEmpty ? null : points[point].Choices[^1].Option;
                    yield return new(
                        study.Policies[policy].Id, points[point].Name, points[point].InShort, option?.Value ?? double.NaN,
                        option?.Unit ?? "", results.Outcomes[o], o < study.Outcomes.Length,
                        defined.Length, mean.Mean, low, high, Quantile(defined, .1), Quantile(defined, .5), Quantile(defined, .9),
                        step)
                    {
                        P5 = Quantile(defined, .05),
                        P95 = Quantile(defined, .95),
                        Point = point,
                    };
                }
        }
    }

    /// <returns>What the study asks for.</returns>
    public static IReadOnlyList<LevelRow> Write(IEnumerable<LevelRow> rows, Design design, StudyFolder folder)
    {
        var (asked, columns) = (new List<LevelRow>(), new LeverColumns(design));
        using var table = new TidyTable(folder["levels"], [
            Column.Text("scenario"), Column.Text("levers"), .. columns.All, Column.Real("lever_value"), Column.Text("lever_unit"),
            Column.Text("outcome"), Column.Text("asked"), Column.Whole("runs"),
            Column.Real("mean"), Column.Real("low"), Column.Real("high"), Column.Real("p5"), Column.Real("p10"),
            Column.Real("median"), Column.Real("p90"), Column.Real("p95"),
            Column.Real("step"), Column.Real("step_low"), Column.Real("step_high"), Column.Text("unit")]);
        foreach (var r in rows)
        {
            if (r.Asked)
                asked.Add(r);
            table.Write([
                r.Scenario, r.Levers, .. columns.Of(r.Point), r.Value, r.ValueUnit, r.Outcome.Id, r.Asked ? "yes" : "no", r.Runs,
                r.Mean, r.Low, r.High, r.P5, r.P10, r.Median, r.P90, r.P95, r.Step.Mean, r.Step.Interval.Low,
                r.Step.Interval.High, r.Outcome.Unit]);
        }
        return asked;
    }

    /// <summary>The point that differs in the last lever alone, one option earlier.</summary>
    private static int? Before(IReadOnlyList<LeverPoint> points, int point)
    {
        if (points[point].Choices.IsEmpty)
            return null;
        var (lever, option) = points[point].Choices[^1];
        return lever.Options.IndexOf(option) > 0 ? point - 1 : null;
    }

    private static double Quantile(double[] sorted, double share) =>
        sorted.Length == 0 ? double.NaN : SortedArrayStatistics.QuantileCustom(sorted, share, QuantileDefinition.R7);
}
