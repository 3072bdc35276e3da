using System.Text;
using Samverkan.Analysis.Statistics;
using Samverkan.Runs.Results;
using Samverkan.Runs.Studies;
using static Samverkan.Analysis.Studies.Answers.StudySection;

namespace Samverkan.Analysis.Studies.Answers;

/// <summary>Everything that the bench has to say about what a study has so far: tables on disk, and sections to read.</summary>
public static class StudyAnswers
{
    public static IReadOnlyList<StudySection> Write(StudyResults results, StudyFolder folder)
    {
        var waves = results.Study.Calibration is null ? null : Replayed(results);
        StudyTables.Write(results, folder);
        File.WriteAllText(folder["data-dictionary.md"], StudyDictionary.Markdown());
        var sections = new List<StudySection>();
        var design = results.Design;
        if (design.Study.Policies.Length > 1)
        {
            var differences = Differences.Of(results);
            Differences.Write(differences, folder, results);
            sections.AddRange(Sections(differences, results));
        }
        var levels = Levels.Of(results);
        Levels.Write(levels, folder);
        if (design.Points.Length > 1)
            sections.AddRange(Curves(levels, results));
        else if (design.Study.Policies.Length == 1 && waves is null)
            sections.Add(Plain(levels));
        if (design.Study.Sampling is not null)
        {
            var driven = SensitivityAnswer.Of(results);
            SensitivityAnswer.Write(driven, folder, design.Study);
            sections.AddRange(SensitivitySections.Of(driven, design.Study));
            var ledger = Ledger.Of(driven);
            if (ledger.Count > 0)
                Ledger.Write(ledger, driven, folder, design.Study);
            sections.AddRange(SensitivitySections.Of(ledger, design.Study));
        }
        if (design.Study.Discoveries.Length > 0)
        {
            var found = Boxes.Of(results);
            Boxes.Write(found, folder, design.Study);
            sections.AddRange(Boxes.Sections(found, design.Study));
        }
        if (waves is not null)
            sections.AddRange(CalibrationAnswer.Write(results, folder, waves));
        File.WriteAllText(folder["study.md"], Markdown(results, sections));
        return sections;
    }

    private static Waves Replayed(StudyResults results)
    {
        // Afresh: the samples of a calibration are known by its waves alone.
        results.Design.Clear();
        var waves = new Waves(results.Design);
        waves.Replay(results);
        return waves;
    }

    private static string Markdown(StudyResults results, IReadOnlyList<StudySection> sections)
    {
        var (study, design) = (results.Study, results.Design);
        var text = new StringBuilder($"# {study.Title}\n\n{study.Question}\n\n");
        text.Append($"{InWords(design)}; figures of {study.Since} to {study.To}, seed {study.Seed}.\n\n");
        foreach (var section in sections)
            text.Append(section.Markdown());
        return text.ToString();
    }

    /// <summary>"2 scenarios x 6 lever points x 64 samples x 20 replications = 15,360 runs"</summary>
    public static string InWords(Design design)
    {
        if (design.Study.Calibration is { } c)
            return FormattableString.Invariant($"{c.Waves} waves of {c.Size} samples and {Math.Min(c.Size, c.Accepted)} of what is kept, {Counted(design.Study.Replications, "replication")} each = {StudyRounds.Of(design, null).MostRuns:#,0} runs");
        var parts = new List<string> { Counted(design.Study.Policies.Length, "scenario") };
        if (design.Points.Length > 1)
            parts.Add(Counted(design.Points.Length, "lever point"));
        if (design.Study.Uncertain.Length > 0)
            parts.Add(Counted(design.Samples, "sample"));
        parts.Add(Counted(design.Study.Replications, "replication"));
        return FormattableString.Invariant($"{string.Join(" x ", parts)} = {(long)design.Cells * design.Study.Replications:#,0} runs");
    }

    private static string Counted(int number, string what) => FormattableString.Invariant($"{number:#,0} {what}{(number == 1 ? "" : "s")}");

    private static IEnumerable<StudySection> Sections(IReadOnlyList<DifferenceRow> rows, StudyResults results)
    {
        foreach (var one in rows.Where(row => row.Asked).GroupBy(row => (row.Scenario, row.Levers)))
        {
            var title = results.Study.Policies.First(p => p.Id == one.Key.Scenario).Title;
            var at = one.Key.Levers.Length == 0 ? "" : $" at {one.Key.Levers}";
            yield return new(
                StudyPart.Differences, $"{title} against {results.Study.Policies[0].Title}{at}", InASentence(title, at, [.. one]),
                ["", "base", "scenario", "difference", "95 % interval", "8 of 10 runs", "better in", "effect", "p (Holm)", "pairing saved", "replications for 5 %"],
                [.. one.Select(row => (IReadOnlyList<string>)[
                    $"{row.Outcome.Title} ({row.Outcome.Unit})", Number(row.Estimate.Base), Number(row.Estimate.Other), Signed(row.Estimate.Difference), Interval(row.Estimate.Low, row.Estimate.High),
                    Interval(row.Estimate.P10, row.Estimate.P90), Percent(row.Estimate.Better), double.IsFinite(row.Estimate.Effect) ? Number(row.Estimate.Effect) : "–", P(row.Adjusted), $"{Number(row.Estimate.Saving)} x",
                    StudySection.Count(row.Estimate.Needed)])],
                Caution([.. one]))
            {
                Picture = Forest($"{title} against {results.Study.Policies[0].Title}{at}", results.Study.Policies.ToList().FindIndex(p => p.Id == one.Key.Scenario), results.Study, [.. one]),
            };
        }
    }

    /// <summary>What an interval rests on, where it is little or not obvious.</summary>
    private static string? Caution(IReadOnlyList<DifferenceRow> rows)
    {
        var (draws, replications) = (rows.Max(row => row.Estimate.Draws), rows.Max(row => row.Estimate.Replications));
        var rests = draws <= 1 ? "" : $"Intervals and p rest on {draws} draws of the uncertain numbers, "
            + (replications == 1 ? "and leave out luck that all draws share: one replication cannot tell it. " : $"and for luck that all draws share on {replications} replications. ");
        return rows.Any(row => row.TooFew)
            ? $"{rests}Warning: fewer than {PairedDifference.FewestForTrust} {(draws > 1 ? "draws" : "pairs")}; the intervals are themselves uncertain."
            : rests.Length > 0 ? rests.TrimEnd() : null;
    }

    /// <summary>Outcomes of unlike units side by side: each as share of the base's mean.</summary>
    private static Dots? Forest(string title, int place, Study study, IReadOnlyList<DifferenceRow> rows)
    {
        var drawn = rows.Where(row => row.Estimate.Base != 0 && double.IsFinite(row.Estimate.Difference / row.Estimate.Base)).ToList();
        double Share(DifferenceRow row, double value) => 100 * value / Math.Abs(row.Estimate.Base);
        return drawn.Count == 0 ? null : new(
            title, "difference in per cent of the base's mean", [.. drawn.Select(row => row.Outcome.Title)], [.. study.Policies.Select(p => p.Title)],
            [.. drawn.Select((row, i) => new Dot(place, i, Share(row, row.Estimate.Difference), Share(row, row.Estimate.Low), Share(row, row.Estimate.High)))], Zero: true);
    }

    private static string InASentence(string title, string at, IReadOnlyList<DifferenceRow> rows)
    {
        var clear = rows.Where(row => row.Adjusted < .05).ToList();
        var rest = rows.Count - clear.Count;
        if (clear.Count == 0)
            return $"{title}{at} changes none of the {rows.Count} outcomes beyond what chance explains (all p > 0.05, corrected for {rows.Count} at once).";
        var told = clear.Select(row => $"{row.Outcome.Title} by {Signed(row.Estimate.Difference)}{(row.Outcome.Unit is "share" or "index" ? "" : $" {row.Outcome.Unit}")} ({Interval(row.Estimate.Low, row.Estimate.High)})");
        return $"{title}{at} changes {string.Join(", ", told)}{(rest == 0 ? "" : $"; the other {rest} may be chance")}.";
    }

    private static IEnumerable<StudySection> Curves(IReadOnlyList<LevelRow> rows, StudyResults results)
    {
        foreach (var curve in rows.Where(row => row.Asked).GroupBy(row => (row.Scenario, row.Outcome)))
            yield return new(
                StudyPart.Curves, $"{curve.Key.Outcome.Title} in {results.Study.Policies.First(p => p.Id == curve.Key.Scenario).Title}", Enough([.. curve]),
                ["", "mean", "95 % interval", "8 of 10 runs", "on the one before", "95 % interval"],
                [.. curve.Select(row => (IReadOnlyList<string>)[
                    PointOf(row), Number(row.Mean), $"{Number(row.Low)} .. {Number(row.High)}", $"{Number(row.P10)} .. {Number(row.P90)}", Signed(row.Step), Interval(row.StepLow, row.StepHigh)])])
            {
                Picture = Drawn([.. curve], results.Study),
            };
    }

    /// <summary>A curve along one lever of numbers; else a row for each point.</summary>
    private static Picture Drawn(IReadOnlyList<LevelRow> rows, Study study)
    {
        var place = study.Policies.ToList().FindIndex(p => p.Id == rows[0].Scenario);
        var title = $"{rows[0].Outcome.Title} in {study.Policies[place].Title}";
        return study.Levers.Length == 1 && rows.All(row => double.IsFinite(row.Value))
            ? new Curve(
                title, rows[0].Outcome.Unit, $"{study.Levers[0].Id} ({rows[0].ValueUnit})",
                [new(place, study.Policies[place].Title, [.. rows.OrderBy(row => row.Value).Select(row => new CurvePoint(row.Value, row.Mean, row.Low, row.High, row.P10, row.P90))])])
            : new Dots(
                title, rows[0].Outcome.Unit, [.. rows.Select(PointOf)], [.. study.Policies.Select(p => p.Title)],
                [.. rows.Select((row, i) => new Dot(place, i, row.Mean, row.Low, row.High))], Zero: false);
    }

    /// <summary>The last step that clearly adds something.</summary>
    private static string Enough(IReadOnlyList<LevelRow> curve)
    {
        var last = curve.LastOrDefault(row => row.StepLow > 0 || row.StepHigh < 0);
        if (last is null)
            return "No step makes a clear difference.";
        return last == curve[^1]
            ? $"Every value up to the last, {PointOf(last)}, may still make a difference: the last step changes it by {Signed(last.Step)} ({Interval(last.StepLow, last.StepHigh)})."
            : $"The last step that makes a clear difference leads to {PointOf(last)} ({Signed(last.Step)}, {Interval(last.StepLow, last.StepHigh)}); beyond it none is clear.";
    }

    /// <summary>A point of one lever by its value alone: "4 meetings/yr".</summary>
    private static string PointOf(LevelRow row) => row.Levers.Contains("; ") ? row.Levers : row.Levers[(row.Levers.IndexOf('=') + 1)..];

    private static StudySection Plain(IReadOnlyList<LevelRow> rows) => new(
        StudyPart.Levels, "Levels", "What the scenario gives, over all its runs.", ["", "mean", "95 % interval", "8 of 10 runs", "runs"],
        [.. rows.Where(row => row.Asked).Select(row => (IReadOnlyList<string>)[
            $"{row.Outcome.Title} ({row.Outcome.Unit})", Number(row.Mean), $"{Number(row.Low)} .. {Number(row.High)}", $"{Number(row.P10)} .. {Number(row.P90)}", StudySection.Count(row.Runs)])]);

    private static string P(double p) => double.IsNaN(p) ? "–" : p < .001 ? "< 0.001" : p.ToString("0.000", System.Globalization.CultureInfo.InvariantCulture);
}
