using Samverkan.Model.Indicators;
using Samverkan.Runs.Studies;
using static Samverkan.Analysis.Studies.Answers.StudySection;

namespace Samverkan.Analysis.Studies.Answers;

/// <summary>Levels, and curves along a lever, in words and tables.</summary>
internal static class LevelSections
{
    public static IEnumerable<StudySection> Curves(IReadOnlyList<LevelRow> rows, Study study) =>
        rows.Where(row => row.Asked).GroupBy(row => (row.Scenario, row.Outcome)).Select(one =>
    {
        var curve = one.ToList();
        var text = FigureText.Of(one.Key.Outcome.Unit, [.. curve.Select(row => row.Mean)]);
        var heading = $"{one.Key.Outcome.Title} in {study.Policies.First(p => p.Id == one.Key.Scenario).Title}";
        return new StudySection(
            StudyPart.Curves, heading, study.Levers.Length == 1
            ? study.Replications < 2 ? OneRun.Of(study) : Enough(curve, text)
            : "Every combination of the levers, and what the last of them adds.",
            ["", text.Labelled("mean"), "95 % interval", "8 of 10 runs", "on the one before", "95 % interval"],
            [.. curve.Select(row => (IReadOnlyList<string>)[
                row.InShort, text.Level(row.Mean), text.Levels(row.Low, row.High), EightOfTen(row, text), Step(row, text),
                text.Changes(row.Step.Interval.Low, row.Step.Interval.High)])])
        {
            Picture = Drawn(curve, text, study),
        };
    });

    public static StudySection Plain(IReadOnlyList<LevelRow> rows) => new(
        StudyPart.Levels, "Levels", "What the scenario gives, over all its runs.",
        ["", "mean", "95 % interval", "8 of 10 runs", "runs"],
        [.. rows.Where(row => row.Asked).Select(row => (Row: row, Text: FigureText.Of(row.Outcome.Unit, row.Mean, row.P90)))
            .Select(one => (IReadOnlyList<string>)[
            one.Text.Labelled(one.Row.Outcome.Title), one.Text.Level(one.Row.Mean), one.Text.Levels(one.Row.Low, one.Row.High),
            EightOfTen(one.Row, one.Text), Count(one.Row.Runs)])]);

    /// <summary>What is to be expected where draws of a region and luck are taken together: one interval in which nine of ten
    /// futures lie.</summary>
    public static StudySection Forecast(IReadOnlyList<LevelRow> rows, Study study)
    {
        var asked = rows.Where(row => row.Asked)
            .Select(row => (Row: row, Text: FigureText.Of(row.Outcome.Unit, row.Mean, row.P95))).ToList();
        return new(
            StudyPart.Levels, "What is to be expected",
            $"Nine of ten futures lie in the range: {study.Sampling!.Size:N0} draws from a file, each with "
                + $"{study.Replications:N0} {(study.Replications == 1 ? "replication" : "replications")}, taken together.",
            ["", "scenario", "mean", "nine in ten futures", "middle", "runs"],
            [.. asked.Select(one => (IReadOnlyList<string>)[
                one.Text.Labelled(one.Row.Outcome.Title) + (one.Row.Levers.Length > 0 ? $" at {one.Row.Levers}" : ""),
                study.Policies.First(p => p.Id == one.Row.Scenario).Title,
                one.Text.Level(one.Row.Mean), one.Text.Levels(one.Row.P5, one.Row.P95), one.Text.Level(one.Row.Median),
                Count(one.Row.Runs)])],
            "The range holds both what is not known of the parameters and the luck of a single future; more replications do not "
                + "narrow it.");
    }

    /// <summary>How far along the lever each step still helps, and where one does harm.</summary>
    internal static string Enough(IReadOnlyList<LevelRow> curve, FigureText text)
    {
        var clear = curve.Where(row => row.Step.Interval.IsClear).ToList();
        if (clear.Count == 0)
            return curve.All(row => row.Runs < 2) ? OneRun.Told : "No step makes a clear difference.";
        if (curve[0].Outcome.Better == Better.Neither)
            return $"The last step that makes a clear difference leads to {Told(clear[^1])}.";
        var helps = clear.Where(Helps).ToList();
        if (helps.Count == 0)
            return $"No step clearly helps; {Several([.. clear.Select(Told)])} clearly "
                + (clear.Count == 1 ? "does harm." : "do harm.");
        var harm = clear.Where(row => !Helps(row) && curve.ToList().IndexOf(row) > curve.ToList().IndexOf(helps[^1])).ToList();
        return $"The last step that clearly helps leads to {Told(helps[^1])}; "
            + (helps[^1] == curve[^1] ? "that is the last that was tried: more may help still."
                : harm.Count == 0 ? "beyond it none is clear." : $"beyond it the step to {Told(harm[0])} clearly does harm.");

        string Told(LevelRow row) => $"{row.InShort} ({Step(row, text)}"
            + (text.Unit.Length == 0 ? "" : text.Unit == "%" ? " percentage points" : " " + text.Unit)
            + $"; 95 % interval {text.Changes(row.Step.Interval.Low, row.Step.Interval.High)})";
        bool Helps(LevelRow row) => row.Step.Mean > 0 == (row.Outcome.Better == Better.Higher);
    }

    /// <summary>A curve along one lever of numbers; else a row for each point.</summary>
    private static Picture Drawn(IReadOnlyList<LevelRow> rows, FigureText text, Study study)
    {
        var place = study.Policies.ToList().FindIndex(p => p.Id == rows[0].Scenario);
        var title = $"{rows[0].Outcome.Title} in {study.Policies[place].Title}";
        double In(double value) => text.Factor * value;
        return study.Levers.Length == 1 && rows.All(row => double.IsFinite(row.Value))
            ? new Curve(
                title, text.Unit, $"{study.Levers[0].Title} ({rows[0].ValueUnit})",
                [new(place, study.Policies[place].Title,
                    [.. rows.OrderBy(row => row.Value)
                        .Select(row =>
                            new CurvePoint(row.Value, In(row.Mean), In(row.Low), In(row.High), In(row.P10), In(row.P90)))])])
            : new Dots(
                title, text.Unit, [.. rows.Select(row => row.InShort)], [.. study.Policies.Select(p => p.Title)],
                [.. rows.Select((row, i) => new Dot(place, i, In(row.Mean), In(row.Low), In(row.High)))], Zero: false);
    }

    // One run has no spread.
    private static string EightOfTen(LevelRow row, FigureText text) =>
        row.Runs < 2 ? text.Levels(double.NaN, double.NaN) : text.Levels(row.P10, row.P90);

    private static string Step(LevelRow row, FigureText text) => text.Change(row.Step.Mean, row.Step.Interval.HalfWidth);

    private static string Several(IReadOnlyList<string> items) =>
        items.Count == 1 ? $"the step to {items[0]}" : $"the steps to {string.Join(" and ", items)}";
}
