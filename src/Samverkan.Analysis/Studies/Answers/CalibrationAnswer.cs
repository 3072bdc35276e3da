using MathNet.Numerics.Statistics;
using Samverkan.Analysis.Studies.Sampling;
using Samverkan.Model.Parameters;
using Samverkan.Runs.Results;
using Samverkan.Runs.Studies;
using Samverkan.Runs.Uncertainty;
using static Samverkan.Analysis.Studies.Answers.StudySection;

namespace Samverkan.Analysis.Studies.Answers;

/// <summary>What a calibration ruled out and what it keeps, told of every target and every factor.</summary>
public static class CalibrationAnswer
{
    private const int MostShown = 25;

    public static IReadOnlyList<StudySection> Write(StudyResults results, StudyFolder folder, Waves waves)
    {
        WriteWaves(waves, folder, results.Study);
        if (results.Study.Calibration!.Draws == 0)
            WriteRegion(waves, folder, results.Study);
        var sections = new List<StudySection>
        {
            new(StudyPart.Calibration, "What history matching ruled out", Sentence(waves, results.Study),
                ["", "not ruled out, of what was thought possible",
                    .. results.Study.Calibration!.Targets.Select(t => $"emulator of {t.Outcome.Id} explains")],
                [.. waves.Matching.Left.Select((left, wave) => (IReadOnlyList<string>)[
                    $"wave {wave + 1}", Precise(left),
                    .. waves.Learnt!.Emulator.Fits.Select(fit => wave == waves.Matching.Left.Count - 1 ? Percent(fit) : "")])]),
        };
        if (waves.Region.Count == 0)
            return sections;
        sections.Add(Kept(waves, results.Study));
        if (waves.Accepted is var (first, end) && end > first && results.Has(new(first, end, 1, 1)))
        {
            var samples = results.Study.Calibration.Draws == 0 ? [.. Enumerable.Range(first, end - first)] : waves.Draws(results);
            if (results.Study.Calibration.Draws > 0)
                WriteDraws(samples, results.Design, folder);
            if (samples.Count > 0)
                sections.Add(Agreement(samples, end - first, results));
        }
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
        var (defaults, cutoff) = (ImplausibilityOfDefaults(waves, study), waves.Learnt!.Cutoff(study.Calibration!.Cutoff));
        return left == 0
            ? "Nothing is left: no values of these parameters give what was observed. A target is too narrow, or the model "
                + "lacks something."
            : $"{Precise(left)} of what was thought possible is not ruled out after {waves.Matching.Waves} waves. The "
                + $"scenario's own values lie {(defaults <= cutoff ? "within" : "outside")} what is kept (implausibility "
                + $"{Number(defaults)}, cutoff {Number(cutoff)}).";
    }

    private static StudySection Kept(Waves waves, Study study) => new(
        StudyPart.Calibration, "What is kept", InOneSentence(waves, study),
        ["", "thought possible", "kept: middle", "nine in ten", "own value", "spread left"],
        [.. MostLearnt(waves, study).Select(f => Row(study.Uncertain[f], [.. waves.Region.Select(u => u[f]).Order()]))],
        "Spread left: of the nine in ten, as share of what it was; 100 % says that nothing was learnt of the parameter by itself."
            + (study.Uncertain.Length > MostShown ? $" Of {study.Uncertain.Length}, the {MostShown} of which most was learnt."
                : ""))
    {
        Picture = new Ranges(
            "What is kept of what was thought possible", "quantile of what was thought possible", 0, 1,
            [.. MostLearnt(waves, study).Where(f => !IsRule(study.Uncertain[f]))
                .Select(f => (Factor: study.Uncertain[f], Quantiles: waves.Region.Select(u => u[f]).Order().ToArray()))
                    .Select(one =>
            {
                double Of(double share) => SortedArrayStatistics.Quantile(one.Quantiles, share);
                return new RangeRow(one.Factor.Id, Of(.05), Of(.95), Of(.5), DefaultQuantile(one.Factor),
                    Row(one.Factor, one.Quantiles)[3]);
            })],
            "kept, nine in ten", "the scenario's own value", null),
    };

    /// <summary>The factors that are shown: all, or those of which most was learnt, in their order.</summary>
    private static IEnumerable<int> MostLearnt(Waves waves, Study study) =>
        Enumerable.Range(0, study.Uncertain.Length)
            .OrderBy(f => IsRule(study.Uncertain[f]) ? 0 : SpreadOf([.. waves.Region.Select(u => u[f]).Order()]))
                .Take(MostShown).Order();

    /// <summary>A rule that has a rival: off or on.</summary>
    private static bool IsRule(UncertainFactor factor) => factor.Parameters[0].Belief.Kind == BeliefKind.Either;

    private static string InOneSentence(Waves waves, Study study)
    {
        var (factor, spread) = study.Uncertain.Select((factor, f) => (factor, Spread: IsRule(factor) ? 1
            : SpreadOf([.. waves.Region.Select(u => u[f]).Order()]))).MinBy(one => one.Spread);
        return $"The table has the middle nine in ten of {waves.Region.Count} samples of the region, as dense as they are "
            + $"likely. Most was learnt of {factor.Id}, which keeps {Percent(spread)} of its spread.";
    }

    private static double SpreadOf(double[] quantiles) =>
        (SortedArrayStatistics.Quantile(quantiles, .95) - SortedArrayStatistics.Quantile(quantiles, .05)) / .9;

    private static IReadOnlyList<string> Row(UncertainFactor factor, double[] quantiles)
    {
        var p = factor.Parameters[0];
        string At(double quantile) => ParameterText.Of(p.Parameter, Quantiles.Of(p.Belief, quantile));
        double Of(double share) => SortedArrayStatistics.Quantile(quantiles, share);
        if (IsRule(factor))
            return [factor.Id, "off or on", $"on in {Percent(quantiles.Average(u => u < .5 ? 0 : 1))}", "",
                ParameterText.Of(p.Parameter, p.Parameter.Default), ""];
        return [factor.Id, $"{At(0)} .. {At(1)}", At(Of(.5)), $"{At(Of(.05))} .. {At(Of(.95))}", At(DefaultQuantile(factor)),
            Percent(SpreadOf(quantiles))];
    }

    /// <param name="samples">Those that are told of.</param>
    /// <param name="run">How many were run.</param>
    private static StudySection Agreement(IReadOnlyList<int> samples, int run, StudyResults results)
    {
        var kept = results.Study.Calibration!.Targets.Select(target => (
            Target: target,
            Means: Of(results.Figures(target.Outcome).Samples(0, 0), samples)
                .Select(s => s.Where(v => !double.IsNaN(v)).DefaultIfEmpty(double.NaN).Average()).Where(v => !double.IsNaN(v))
                    .Order().ToArray())).ToList();
        return new(
            StudyPart.Calibration, "How the kept agrees with what was observed",
            results.Study.Calibration.Draws > 0
                ? $"{samples.Count} complete draws are kept in {RegionFile.Name}: of the samples of the region, {run} were run "
                    + "until so many met every target in the mean of their replications."
                : InASentence([.. kept.Select(one => Within(one.Target, one.Means))], samples.Count),
            ["", "observed", "two tolerances", "kept: mean", "nine in ten", "within"],
            [.. kept.Select(one => (IReadOnlyList<string>)[.. Cells(one.Target, one.Means)])])
        {
            Picture = new Ranges(
                "How the kept agrees with what was observed", "tolerances away from what was observed", -4, 4,
                [.. kept.Where(one => one.Means.Length > 0).Select(one =>
                {
                    double Away(double value) => (value - one.Target.Value) / one.Target.Tolerance;
                    return new RangeRow(
                        one.Target.Outcome.Title, Away(SortedArrayStatistics.Quantile(one.Means, .05)),
                        Away(SortedArrayStatistics.Quantile(one.Means, .95)), Away(one.Means.Mean()), double.NaN,
                        $"{Number(one.Means.Mean())}, observed {Number(one.Target.Value)} {one.Target.Outcome.Unit}");
                })],
                "kept, nine in ten", null, new(-2, 2, "two tolerances either way")),
        };
    }

    private static IEnumerable<double[]> Of(IReadOnlyList<double[]> all, IReadOnlyList<int> samples) =>
        samples.Select(sample => all[sample]);

    private static double Within(Target target, double[] means) =>
        means.Average(m => Math.Abs(m - target.Value) <= 2 * target.Tolerance ? 1.0 : 0);

    private static string InASentence(double[] within, int samples) =>
        $"Run with {samples} of the kept samples, the model itself comes within two tolerances of "
            + $"{(within.All(share => share == 1) ? $"all {within.Length} observations every time" : $"each of the "
            + $"{within.Length} observations in {Percent(within.Min())} of them or more")}.";

    private static IEnumerable<string> Cells(Target target, double[] means)
    {
        var text = FigureText.Of(target.Outcome.Unit, target.Value);
        return [
            text.Labelled(target.Outcome.Title), text.Level(target.Value),
            text.Levels(target.Value - 2 * target.Tolerance, target.Value + 2 * target.Tolerance), text.Level(means.Mean()),
            text.Levels(SortedArrayStatistics.Quantile(means, .05), SortedArrayStatistics.Quantile(means, .95)),
            Percent(Within(target, means))];
    }

    private static void WriteWaves(Waves waves, StudyFolder folder, Study study)
    {
        using var table = new TidyTable(folder["waves"],
            [Column.Whole("wave"), Column.Whole("first_sample"), Column.Whole("last_sample"), Column.Real("not_ruled_out"),
                Column.Real("implausibility_of_own_values")]);
        for (var wave = 0; wave < waves.Matching.Waves; wave++)
            table.Write(wave + 1, waves.Rounds[wave].First + 1, waves.Rounds[wave].End, waves.Matching.Left[wave],
                wave == waves.Matching.Waves - 1 ? ImplausibilityOfDefaults(waves, study) : double.NaN);
    }

    private static void WriteDraws(IReadOnlyList<int> samples, Design design, StudyFolder folder) => RegionFile.Write(
        folder[RegionFile.Name], [.. design.Study.Uncertain.SelectMany(factor => factor.Parameters).Select(p => p.Parameter)],
        samples.Select(sample => (IReadOnlyList<double>)[.. design.Values(sample).Select(v => v.Value)]));

    private static void WriteRegion(Waves waves, StudyFolder folder, Study study)
    {
        using var table = new TidyTable(folder["region"],
            [Column.Whole("accepted"), Column.Text("factor"), Column.Text("parameter"), Column.Real("quantile"),
                Column.Real("value"), Column.Text("unit")]);
        for (var i = 0; i < waves.Region.Count; i++)
            for (var f = 0; f < study.Uncertain.Length; f++)
                foreach (var p in study.Uncertain[f].Parameters)
                    table.Write(i + 1, study.Uncertain[f].Id, p.Parameter.Id, waves.Region[i][f],
                        Quantiles.Of(p.Belief, waves.Region[i][f]), ParameterText.UnitOf(p.Parameter));
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
