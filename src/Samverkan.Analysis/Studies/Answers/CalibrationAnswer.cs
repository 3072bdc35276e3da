using MathNet.Numerics.Statistics;
using Samverkan.Analysis.Studies.Sampling;
using Samverkan.Model.Parameters;
using Samverkan.Runs.Results;
using Samverkan.Runs.Studies;
using static Samverkan.Analysis.Studies.Answers.StudySection;

namespace Samverkan.Analysis.Studies.Answers;

/// <summary>What a calibration ruled out and what it keeps, told of every target and every factor.</summary>
public static class CalibrationAnswer
{
    public static IReadOnlyList<StudySection> Write(StudyResults results, StudyFolder folder, Waves waves)
    {
        WriteWaves(waves, folder, results.Study);
        WriteRegion(waves, folder, results.Study);
        var sections = new List<StudySection>
        {
            new("What history matching ruled out", Sentence(waves, results.Study),
                ["", "not ruled out, of what was thought possible", .. results.Study.Calibration!.Targets.Select(t => $"emulator of {t.Outcome.Id} explains")],
                [.. waves.Matching.Left.Select((left, wave) => (IReadOnlyList<string>)[
                    $"wave {wave + 1}", Precise(left), .. wave == waves.Matching.Left.Count - 1 ? waves.Learnt.Select(l => Percent(l.Emulator.Fit)) : waves.Learnt.Select(_ => "")])]),
        };
        if (waves.Region.Count == 0)
            return sections;
        sections.Add(Kept(waves, results.Study));
        if (results.Has(new(waves.Rounds[^1].First, waves.Rounds[^1].End, 1, 1)))
            sections.Add(Agreement(waves, results));
        return sections;
    }

    /// <summary>Whether the shipped defaults lie in the region, and how far off they are.</summary>
    public static double ImplausibilityOfDefaults(Waves waves, Study study) =>
        waves.Matching.Implausibility([.. study.Uncertain.Select(DefaultQuantile)]);

    private static string Sentence(Waves waves, Study study)
    {
        if (waves.Matching.Waves == 0)
            return "No wave is done yet.";
        var left = waves.Matching.Left[^1];
        var defaults = ImplausibilityOfDefaults(waves, study);
        return left == 0
            ? "Nothing is left: no values of these parameters give what was observed. A target is too narrow, or the model lacks something."
            : $"{Precise(left)} of what was thought possible is not ruled out after {waves.Matching.Waves} waves. The scenario's own values lie {(defaults <= study.Calibration!.Cutoff ? "within" : "outside")} what is kept (implausibility {Number(defaults)}, cutoff {Number(study.Calibration!.Cutoff)}).";
    }

    private static StudySection Kept(Waves waves, Study study) => new(
        "What is kept", $"{waves.Region.Count} samples of the region, as dense as they are likely: the range of the middle nine in ten of each parameter.",
        ["", "thought possible", "kept: middle", "nine in ten", "own value", "spread left"],
        [.. study.Uncertain.Select((factor, f) => Row(factor, [.. waves.Region.Select(u => u[f]).Order()]))],
        "Spread left: of the nine in ten, as share of what it was; 100 % says that nothing was learnt of the parameter by itself.");

    private static IReadOnlyList<string> Row(UncertainFactor factor, double[] quantiles)
    {
        var p = factor.Parameters[0];
        string At(double quantile) => ParameterText.Of(p.Parameter, Quantiles.Of(p.Belief, quantile));
        double Of(double share) => SortedArrayStatistics.Quantile(quantiles, share);
        return [factor.Id, $"{At(0)} .. {At(1)}", At(Of(.5)), $"{At(Of(.05))} .. {At(Of(.95))}", At(DefaultQuantile(factor)), Percent((Of(.95) - Of(.05)) / .9)];
    }

    private static StudySection Agreement(Waves waves, StudyResults results)
    {
        var (first, end) = waves.Rounds[^1];
        return new(
            "How the kept agrees with what was observed", $"The model itself, run with {end - first} of the kept samples.",
            ["", "observed", "two tolerances", "kept: mean", "nine in ten", "within"],
            [.. results.Study.Calibration!.Targets.Select(target =>
            {
                var means = results.Figures(target.Outcome).Samples(0, 0)[first..end].Select(s => s.Where(v => !double.IsNaN(v)).DefaultIfEmpty(double.NaN).Average()).Where(v => !double.IsNaN(v)).Order().ToArray();
                return (IReadOnlyList<string>)[
                    $"{target.Outcome.Title} ({target.Outcome.Unit})", Number(target.Value), $"{Number(target.Value - 2 * target.Tolerance)} .. {Number(target.Value + 2 * target.Tolerance)}", Number(means.Mean()),
                    $"{Number(SortedArrayStatistics.Quantile(means, .05))} .. {Number(SortedArrayStatistics.Quantile(means, .95))}", Percent(means.Average(m => Math.Abs(m - target.Value) <= 2 * target.Tolerance ? 1.0 : 0))];
            })]);
    }

    private static void WriteWaves(Waves waves, StudyFolder folder, Study study)
    {
        using var table = new TidyTable(folder["waves"], [Column.Whole("wave"), Column.Whole("first_sample"), Column.Whole("last_sample"), Column.Real("not_ruled_out"), Column.Real("implausibility_of_own_values")]);
        for (var wave = 0; wave < waves.Matching.Waves; wave++)
            table.Write(wave + 1, waves.Rounds[wave].First + 1, waves.Rounds[wave].End, waves.Matching.Left[wave], wave == waves.Matching.Waves - 1 ? ImplausibilityOfDefaults(waves, study) : double.NaN);
    }

    private static void WriteRegion(Waves waves, StudyFolder folder, Study study)
    {
        using var table = new TidyTable(folder["region"], [Column.Whole("accepted"), Column.Text("factor"), Column.Text("parameter"), Column.Real("quantile"), Column.Real("value")]);
        for (var i = 0; i < waves.Region.Count; i++)
            for (var f = 0; f < study.Uncertain.Length; f++)
                foreach (var p in study.Uncertain[f].Parameters)
                    table.Write(i + 1, study.Uncertain[f].Id, p.Parameter.Id, waves.Region[i][f], Quantiles.Of(p.Belief, waves.Region[i][f]));
    }

    /// <summary>The quantile of the catalogue's own value, found by halving: quantiles rise.</summary>
    private static double DefaultQuantile(UncertainFactor factor)
    {
        var p = factor.Parameters[0];
        var (low, high) = (0.0, 1.0);
        for (var step = 0; step < 50; step++)
            if (Quantiles.Of(p.Belief, (low + high) / 2) < p.Parameter.Default)
                low = (low + high) / 2;
            else
                high = (low + high) / 2;
        return (low + high) / 2;
    }

    private static string Precise(double share) => share is > 0 and < .01 ? "less than 1 %" : Percent(share);
}
