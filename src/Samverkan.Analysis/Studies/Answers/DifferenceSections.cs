using System.Globalization;
using Samverkan.Analysis.Statistics;
using Samverkan.Model.Indicators;
using Samverkan.Runs.Studies;
using static Samverkan.Analysis.Studies.Answers.StudySection;

namespace Samverkan.Analysis.Studies.Answers;

/// <summary>What the scenarios change, in words and tables.</summary>
internal static class DifferenceSections
{
    private const double Chance = .05;

    public static IEnumerable<StudySection> Of(IReadOnlyList<DifferenceRow> rows, Study study) =>
        rows.Where(row => row.Asked).GroupBy(row => (row.Scenario, row.Levers)).Select(one =>
    {
        var scenario = study.Policies.First(p => p.Id == one.Key.Scenario).Title;
        var at = one.Key.Levers.Length == 0 ? "" : $" at {one.Key.Levers}";
        var heading = $"{scenario} against {study.Policies[0].Title}{at}";
        return new StudySection(
            StudyPart.Differences, heading, InASentence(scenario + at, [.. one]),
            ["", "base", "scenario", "difference", "95 % interval", "8 of 10 runs", "better in", "effect", "p (Holm)",
                "pairing saved", "runs for 5 %"], [.. one.Select(Row)], Caution([.. one]))
        {
            Points = [.. one.Where(IsClear).Select(Told), .. MaybeChance([.. one.Where(row => !IsClear(row))])],
            Picture = Forest(heading, study.Policies.ToList().FindIndex(p => p.Id == one.Key.Scenario), study, [.. one]),
        };
    });

    internal static bool IsClear(DifferenceRow row) =>
        row.Estimate.Replications > 1 && row.Estimate.IsClear && row.Adjusted < Chance;

    /// <summary>What is said instead of a verdict; null: there is one.</summary>
    internal static string? WhyNoVerdict(IReadOnlyList<DifferenceRow> rows) =>
        rows.All(row => double.IsNaN(row.Estimate.P)) ? OneRun.Told
            : rows.All(row => row.Estimate.Replications <= 1) ? OneRun.ToldOfDraws : null;

    private static FigureText Text(DifferenceRow row) => FigureText.Of(row.Outcome.Unit, row.Estimate.Base, row.Estimate.Other);

    private static double Half(DifferenceRow row) => (row.Estimate.High - row.Estimate.Low) / 2;

    private static string InASentence(string scenario, IReadOnlyList<DifferenceRow> rows)
    {
        var clear = rows.Where(IsClear).ToList();
        var all = rows.Count == 1 ? "the one outcome asked for" : $"the {rows.Count} outcomes asked for";
        if (WhyNoVerdict(rows) is { } why)
            return why;
        if (clear.Count == 0)
            return $"{scenario} changes none of {all} beyond what chance explains (all p > 0.05, corrected for all that is "
                + "asked).";
        string[] verdicts = [.. clear.Select(Verdict).OfType<string>()];
        string Said(string verdict) => verdicts.Count(v => v == verdict) switch
        {
            0 => "",
            var n when n == clear.Count =>
                $"{(n == 1 ? "" : "all ")}{verdict}",
            var n => $"{n} {verdict}"
        };
        var said = string.Join(", ", new[] { Said("worse"), Said("better") }.Where(text => text.Length > 0));
        return $"{scenario} makes a clear difference in "
            + (clear.Count < rows.Count ? $"{clear.Count} of {all}"
                : rows.Count == 1 ? all : $"all {rows.Count} outcomes asked for")
            + (said.Length > 0 ? $": {said}." : ".");
    }

    /// <summary>"unmet needs per eligible, from 2.42 to 2.57 needs: +0.150 (95 % interval +0.141 .. +0.160), worse"</summary>
    private static string Told(DifferenceRow row)
    {
        var (e, text) = (row.Estimate, Text(row));
        return $"{row.Outcome.Title}, from {text.Level(e.Base)} to {text.LevelWithUnit(e.Other)}: "
            + $"{text.Change(e.Difference, Half(row))}{(text.Unit == "%" ? " percentage points" : "")} (95 % interval "
            + $"{text.Changes(e.Low, e.High)}){(Verdict(row) is { } verdict ? $", {verdict}" : "")}";
    }

    private static IEnumerable<string> MaybeChance(IReadOnlyList<DifferenceRow> all)
    {
        DifferenceRow[] rows = [.. all.Where(row => !double.IsNaN(row.Adjusted) && !IsSame(row))];
        if (all.Where(IsSame).ToList() is { Count: > 0 } same)
            yield return $"the same in every pair: {string.Join(", ", same.Select(row => row.Outcome.Title))}";
        if (rows.Length > 0)
            yield return $"may be chance: {string.Join("; ", rows.Select(row => $"{row.Outcome.Title} "
                + $"{Text(row).ChangeWithUnit(row.Estimate.Difference, Half(row))} "
                + $"({Text(row).Changes(row.Estimate.Low, row.Estimate.High)})"))}";
    }

    private static bool IsSame(DifferenceRow row) =>
        row.Estimate is { Pairs: > 1, Difference: 0 } && double.IsNaN(row.Estimate.EffectOfPairs);

    internal static string? Verdict(DifferenceRow row) =>
        row.Outcome.Better == Better.Neither ? null : row.Estimate.Difference > 0 == (row.Outcome.Better == Better.Higher)
            ? "better" : "worse";

    private static IReadOnlyList<string> Row(DifferenceRow row)
    {
        var (e, text) = (row.Estimate, Text(row));
        return [
            text.Labelled(row.Outcome.Title), text.Level(e.Base), text.Level(e.Other), text.Change(e.Difference, Half(row)),
            text.Changes(e.Low, e.High), text.Changes(e.P10, e.P90),
            Percent(e.Better), double.IsFinite(e.Effect) ? e.Effect.ToString("0.0#", CultureInfo.InvariantCulture) : "–",
            P(row.Adjusted), double.IsNaN(e.Saving) ? "–" : $"{Number(e.Saving)} x", Count(e.Needed)];
    }

    /// <summary>What an interval rests on, where it is little or not obvious.</summary>
    private static string? Caution(IReadOnlyList<DifferenceRow> rows)
    {
        var (draws, replications) = (rows.Max(row => row.Estimate.Draws), rows.Max(row => row.Estimate.Replications));
        var rests = draws <= 1 ? "" : $"Intervals and p rest on {draws} draws of the uncertain numbers, "
            + (replications == 1 ? "and leave out luck that all draws share: one replication cannot tell it. "
                : $"and for luck that all draws share on {replications} replications. ");
        return rows.Any(row => row.TooFew)
            ? $"{rests}Warning: fewer than {PairedDifference.FewestForTrust} {(draws > 1 ? "draws" : "pairs")}; the intervals "
                + "are themselves uncertain."
            : rests.Length > 0 ? rests.TrimEnd() : null;
    }

    /// <summary>Outcomes of unlike units side by side: each as share of the base's mean.</summary>
    private static Dots? Forest(string title, int place, Study study, IReadOnlyList<DifferenceRow> rows)
    {
        var drawn = rows.Where(row => row.Estimate.Base != 0 && double.IsFinite(row.Estimate.Difference / row.Estimate.Base))
            .ToList();
        double Share(DifferenceRow row, double value) => 100 * value / Math.Abs(row.Estimate.Base);
        return drawn.Count == 0 ? null : new(
            title, "difference in per cent of the base's mean", [.. drawn.Select(row => row.Outcome.Title)],
            [.. study.Policies.Select(p => p.Title)],
            [.. drawn.Select((row, i) => new Dot(place, i, Share(row, row.Estimate.Difference), Share(row, row.Estimate.Low),
                Share(row, row.Estimate.High)))], Zero: true);
    }

    internal static string P(double p) =>
        double.IsNaN(p) ? "–" : p < .001 ? "< 0.001" : p.ToString("0.000", CultureInfo.InvariantCulture);
}
