using System.Globalization;
using MathNet.Numerics.Statistics;
using Samverkan.Model.Indicators;
using Samverkan.Runs.Studies;
using Samverkan.Runs.Wording;
using static Samverkan.Analysis.Studies.Answers.StudySection;

namespace Samverkan.Analysis.Studies.Answers;

/// <summary>Of more lever points than one can read: the best ones and how far they reach, in place of a row and a section for
/// each.</summary>
internal static class GridSections
{
    /// <summary>As many rows as one still reads, and sees in a picture.</summary>
    public const int MostPoints = 40;

    private const int Best = 5;

    /// <summary>For each scenario one table of the best points, with a column for each lever.</summary>
    /// <param name="rows">What the study asks for: outcome by outcome, scenario by scenario, point by point.</param>
    public static IEnumerable<StudySection> Of(IReadOnlyList<LevelRow> rows, Design design) =>
        rows.GroupBy(row => row.Scenario).Select(one =>
    {
        var outcomes = one.GroupBy(row => row.Outcome).Select(same => new OutcomeOverGrid(same.Key, [.. same])).ToList();
        var title = design.Study.Policies.First(policy => policy.Id == one.Key).Title;
        return new StudySection(
            StudyPart.Curves, $"The best of {Count(design.Points.Length)} lever points in {title}",
            design.Study.Replications < 2 ? OneRun.Of(design.Study)
                : string.Join(" ", outcomes.Select(outcome => outcome.Sentence(design))),
            ["", .. design.Study.Levers.Select(lever => lever.Title),
                .. outcomes.Select(outcome => outcome.Text.Labelled(outcome.Outcome.Title))],
            [.. outcomes.SelectMany(outcome => outcome.Foremost().Take(Best).Select((row, rank) => (IReadOnlyList<string>)[
                $"{rank + 1} for {outcome.Outcome.Title}", .. design.Points[row.Point].Choices.Select(choice => choice.Option.Id),
                .. outcomes.Select(other => other.Text.Level(other.Rows[row.Point].Mean))]))],
            "The best of many points looks better than it is, since chance picks it, too: run it with another seed before you "
                + "build on it. The table levels has every point, with a column for each lever.");
    });

    /// <summary>For each scenario one table of how its differences are spread over the points.</summary>
    /// <param name="rows">What the study asks for: outcome by outcome, point by point.</param>
    public static IEnumerable<StudySection> Of(IReadOnlyList<DifferenceRow> rows, Design design) =>
        rows.GroupBy(row => row.Scenario).Select(one =>
    {
        var outcomes = one.GroupBy(row => row.Outcome)
            .Select(same => (Outcome: same.Key, Rows: same.Where(row => double.IsFinite(row.Estimate.Difference)).ToList()))
            .ToList();
        var title = design.Study.Policies.First(policy => policy.Id == one.Key).Title;
        return new StudySection(
            StudyPart.Differences,
            $"{title} against {design.Study.Policies[0].Title} over {Count(design.Points.Length)} lever points",
            DifferenceSections.WhyNoVerdict([.. one])
                ?? string.Join(" ", outcomes.Select(outcome => Sentence(outcome.Outcome, outcome.Rows))),
            ["", "clear at", "better at", "worse at", "least", "middle", "greatest",
                .. design.Study.Levers.Select(lever => $"greatest: {lever.Title}")],
            [.. outcomes.Where(outcome => outcome.Rows.Count > 0).Select(outcome => Row(outcome.Outcome, outcome.Rows, design))],
            "Clear: beyond what chance explains, corrected for all that is asked (Holm). The table differences has every point, "
                + "with a column for each lever.");
    });

    private static string Sentence(Outcome outcome, List<DifferenceRow> rows)
    {
        var clear = rows.Where(DifferenceSections.IsClear).ToList();
        var verdicts = clear.GroupBy(DifferenceSections.Verdict).Where(same => same.Key is not null)
            .Select(same => $"{same.Key} at {Count(same.Count())}");
        return $"{Localized.Capital(outcome.Title)}: a clear difference at {(clear.Count == 0 ? "none" : Count(clear.Count))} of "
            + $"{Count(rows.Count)} points{(clear.Count == 0 ? "" : string.Concat(verdicts.Select(words => $", {words}")))}.";
    }

    private static IReadOnlyList<string> Row(Outcome outcome, List<DifferenceRow> rows, Design design)
    {
        var text = FigureText.Of(outcome.Unit, [.. rows.Select(row => row.Estimate.Difference)]);
        var (least, greatest) = (rows.MinBy(row => row.Estimate.Difference)!, rows.MaxBy(row => row.Estimate.Difference)!);
        string At(string verdict) =>
            Count(rows.Count(row => DifferenceSections.IsClear(row) && DifferenceSections.Verdict(row) == verdict));
        string Told(DifferenceRow row) => text.Change(row.Estimate.Difference, (row.Estimate.High - row.Estimate.Low) / 2);
        return [
            text.Labelled(outcome.Title), Count(rows.Count(DifferenceSections.IsClear)), outcome.Better == Better.Neither ? "–"
            : At("better"), outcome.Better == Better.Neither ? "–" : At("worse"),
            Told(least), text.Change(rows.Select(row => row.Estimate.Difference).Median(),
                (greatest.Estimate.High - greatest.Estimate.Low) / 2), Told(greatest),
            .. design.Points[greatest.Point].Choices.Select(choice => choice.Option.Id)];
    }

    /// <summary>An outcome at every lever point.</summary>
    /// <param name="Rows">In the order of the points.</param>
    private sealed record OutcomeOverGrid(Outcome Outcome, IReadOnlyList<LevelRow> Rows)
    {
        public FigureText Text { get; } = FigureText.Of(Outcome.Unit, [.. Rows.Select(row => row.Mean)]);

        /// <summary>The best first; of what is neither better nor worse, the highest.</summary>
        /// <returns>None if it is the same at every point: the first point would be no better than the last.</returns>
        public IEnumerable<LevelRow> Foremost() => !Varies ? []
            : Defined.OrderBy(row => Outcome.Better == Better.Lower ? row.Mean : -row.Mean).ThenBy(row => row.Point);

        private IEnumerable<LevelRow> Defined => Rows.Where(row => double.IsFinite(row.Mean));

        private bool Varies => Defined.Select(row => row.Mean).Distinct().Skip(1).Any();

        public string Sentence(Design design)
        {
            if (!Defined.Any())
                return $"{Localized.Capital(Outcome.Title)} is defined nowhere.";
            if (Foremost().FirstOrDefault() is not { } first)
                return $"{Localized.Capital(Outcome.Title)} is {Text.LevelWithUnit(Defined.First().Mean)} at every point: none "
                    + "is the "
                    + "best.";
            var means = Defined.Select(row => row.Mean).ToList();
            return $"{Localized.Capital(Outcome.Title)} is {(Outcome.Better == Better.Lower ? "lowest" : "highest")} at "
                + $"{string.Join(", ", design.Points[first.Point].Choices.Select(choice => $"{choice.Lever.Title} "
                + $"{choice.Option.Id}"))}: "
                + $"{Text.LevelWithUnit(first.Mean)} (95 % interval {Text.Levels(first.Low, first.High)}); over all points it "
                + $"goes from {Text.Level(means.Min())} to {Text.LevelWithUnit(means.Max())}.";
        }
    }
}
