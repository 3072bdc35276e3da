using Samverkan.Analysis.Discovering;
using Samverkan.Analysis.Studies.Sampling;
using Samverkan.Runs.Results;
using Samverkan.Runs.Studies;
using static Samverkan.Analysis.Studies.Answers.StudySection;

namespace Samverkan.Analysis.Studies.Answers;

/// <summary>What discovery found for one question at one lever point.</summary>
/// <param name="Boxes">In the order in which they were found; none if it happens never or always, or nowhere beyond
/// chance.</param>
/// <param name="Share">Share of the samples in which it happens.</param>
public sealed record Discovered(Discovery Question, int Point, IReadOnlyList<FoundBox> Boxes, double Share)
{
    /// <summary>Each as the study chooses it: the one of the best score, or the purest that holds as much as the study asks
    /// for.</summary>
    public IReadOnlyList<Box> Chosen =>
        [.. Boxes.Select(found => Question.Coverage is { } coverage ? found.With(coverage) ?? found.Box : found.Box)];
}

/// <summary>Under which conditions something happens, found and said in words.</summary>
public static class Boxes
{
    public static IReadOnlyList<Discovered> Of(StudyResults results)
    {
        var (study, design) = (results.Study, results.Design);
        var units = Enumerable.Range(0, design.Samples).Select(design.Unit).ToList();
        return [.. from question in study.Discoveries from point in Enumerable.Range(0, design.Points.Length) select Of(question,
            point)];

        Discovered Of(Discovery question, int point)
        {
            var figures = results.Figures(question.Outcome);
            var samples = figures.Samples(PlaceOf(study, question.Policy), point, question.Versus is { } versus
                ? PlaceOf(study, versus) : null);
            var means = samples.Select(s => s.Where(v => !double.IsNaN(v)).DefaultIfEmpty(double.NaN).Average()).ToList();
            var whole = Enumerable.Range(0, means.Count).Where(i => !double.IsNaN(means[i])).ToList();
            var happens = whole.Select(i => question.Above ? means[i] > question.Threshold : means[i] < question.Threshold)
                .ToList();
            return new(question, point, whole.Count == 0 ? [] : Prim.Find([.. whole.Select(i => units[i])], happens),
                happens.Count == 0 ? double.NaN : happens.Average(h => h ? 1.0 : 0));
        }
    }

    public static void Write(IReadOnlyList<Discovered> found, StudyFolder folder, Study study)
    {
        WriteChosen(found, folder, study);
        WriteWays(found, folder, study);
    }

    private static void WriteChosen(IReadOnlyList<Discovered> found, StudyFolder folder, Study study)
    {
        using var table = new TidyTable(folder["boxes"], [
            .. Asked, Column.Text("factor"), Column.Text("parameter"), Column.Real("from"), Column.Real("to"),
            Column.Text("unit"), Column.Real("p"), .. Measures]);
        foreach (var one in found)
            foreach (var (box, place) in one.Chosen.Select((box, place) => (box, place)))
                foreach (var side in box.Restrictions)
                    foreach (var p in study.Uncertain[side.Factor].Parameters)
                        table.Write(
                            Event(one.Question, study), one.Question.Policy, LeverPoint.All(study)[one.Point].Name, place + 1,
                            study.Uncertain[side.Factor].Id, p.Parameter.Id,
                            Quantiles.Of(p.Belief, side.Low), Quantiles.Of(p.Belief, side.High),
                            ParameterText.UnitOf(p.Parameter), side.P,
                            box.Samples, box.Base, box.Density, box.Coverage, box.Score);
    }

    /// <summary>Every box on the way to each: a reader may weigh purity against coverage otherwise.</summary>
    private static void WriteWays(IReadOnlyList<Discovered> found, StudyFolder folder, Study study)
    {
        using var table = new TidyTable(folder["peeling"], [
            .. Asked, Column.Whole("step"), Column.Text("move"), Column.Text("factor"), Column.Text("parameter"),
            Column.Real("from"), Column.Real("to"), Column.Text("unit"), .. Measures]);
        foreach (var one in found)
            foreach (var (way, place) in one.Boxes.Select((way, place) => (way.Way, place)))
                for (var step = 0; step < way.Count; step++)
                {
                    var (move, box) = way[step];
                    void Row(string? factor, string? parameter, double from, double to, string? unit) => table.Write(
                        Event(one.Question, study), one.Question.Policy, LeverPoint.All(study)[one.Point].Name, place + 1, step,
                        move.ToString().ToLowerInvariant(),
                        factor, parameter, from, to, unit, box.Samples, box.Base, box.Density, box.Coverage, box.Score);
                    if (box.Restrictions.Count == 0)
                        Row(null, null, double.NaN, double.NaN, null);
                    foreach (var side in box.Restrictions)
                        foreach (var p in study.Uncertain[side.Factor].Parameters)
                            Row(study.Uncertain[side.Factor].Id, p.Parameter.Id, Quantiles.Of(p.Belief, side.Low),
                                Quantiles.Of(p.Belief, side.High), ParameterText.UnitOf(p.Parameter));
                }
    }

    private static Column[] Asked =>
        [Column.Text("question"), Column.Text("scenario"), Column.Text("levers"), Column.Whole("box")];

    private static Column[] Measures => [Column.Whole("samples"), Column.Real("base_share"), Column.Real("density"),
        Column.Real("coverage"), Column.Real("score")];

    public static IEnumerable<StudySection> Sections(IReadOnlyList<Discovered> found, Study study) =>
        found.SelectMany(one => one.Boxes.Count == 0 ? [Section(one, study)] : new[] { Section(one, study), Ways(one, study) });

    private static StudySection Section(Discovered one, Study study)
    {
        var chosen = one.Chosen;
        return new(
            StudyPart.Boxes, $"When {Event(one.Question, study)}", InWords(one, study), ["", "box", "from", "to", "p"],
            [.. chosen.SelectMany((box, place) =>
                box.Restrictions.Select(side => Row(side, place, study.Uncertain[side.Factor])))])
        {
            Points =
                [.. chosen.Skip(1).Select((box, place) =>
                    $"Box {place + 2}, of what is in none before: {Percent(box.Density)} of the samples where "
                        + $"{Conditions(box, study)}. It holds {Percent(box.Coverage)} of all cases ({box.Samples} samples).")],
            Picture = chosen.Count == 0 ? null : new Ranges(
                "Where it happens", "quantile of what was thought possible", 0, 1,
                [.. chosen[0].Restrictions.Select(side => new RangeRow(
                    study.Uncertain[side.Factor].Id, Math.Max(0, side.Low), Math.Min(1, side.High), double.NaN, double.NaN,
                    Condition(side, study.Uncertain[side.Factor])))],
                "values in the box", null, null),
        };
    }

    private static StudySection Ways(Discovered one, Study study) => new(
        StudyPart.Boxes, $"Boxes to choose from: when {Event(one.Question, study)}",
        "A box that holds more of the cases is less pure. 'coverage: 80 %' in the question takes the purest box that holds at "
            + "least so much.",
        ["", "box", "conditions", "samples", "happens in", "holds of all cases", "score"],
        [.. one.Boxes.SelectMany((found, place) => Worthwhile(found).Select(step => (IReadOnlyList<string>)[
            step.Move.ToString().ToLowerInvariant() + (step.Box == one.Chosen[place] ? ", chosen" : ""), $"{place + 1}",
            $"{step.Box.Restrictions.Count}", $"{step.Box.Samples}",
            Percent(step.Box.Density), Percent(step.Box.Coverage), Number(step.Box.Score)]))],
        "Score: the harmonic mean of purity and coverage. The table peeling has every step with its conditions.");

    /// <summary>The boxes that no other on the way beats in both purity and coverage, some ten of them.</summary>
    private static IEnumerable<BoxStep> Worthwhile(FoundBox found)
    {
        const int Shown = 10;
        var best = found.Way.Where(step => !found.Way.Any(other =>
            other.Box.Density >= step.Box.Density && other.Box.Coverage >= step.Box.Coverage
            && (other.Box.Density > step.Box.Density || other.Box.Coverage > step.Box.Coverage)))
            .DistinctBy(step => (step.Box.Density, step.Box.Coverage)).OrderByDescending(step => step.Box.Coverage).ToList();
        var every = (best.Count + Shown - 1) / Shown;
        return best.Where((step, place) => place % every == 0 || step.Box == found.Box);
    }

    private static IReadOnlyList<string> Row(Restriction side, int box, UncertainFactor factor)
    {
        var p = factor.Parameters[0];
        return [
            factor.Id, $"{box + 1}", side.Low <= 0 ? "–" : ParameterText.Of(p.Parameter, Quantiles.Of(p.Belief, side.Low)),
            side.High >= 1 ? "–" : ParameterText.Of(p.Parameter, Quantiles.Of(p.Belief, side.High)),
            side.P < .001 ? "< 0.001" : side.P.ToString("0.000", System.Globalization.CultureInfo.InvariantCulture)];
    }

    private static string InWords(Discovered one, Study study)
    {
        var share = $"It happens in {Percent(one.Share)} of the samples";
        if (one.Chosen is not [{ } box, ..])
            return one.Share is > 0 and < 1 ? share + ", and no condition tells where beyond chance." : share + ".";
        return $"{share}, but in {Percent(box.Density)} of those where {Conditions(box, study)}. These conditions hold "
            + $"{Percent(box.Coverage)} of all cases ({box.Samples} samples).";
    }

    private static string Conditions(Box box, Study study) =>
        string.Join(" and ", box.Restrictions.Select(side => Condition(side, study.Uncertain[side.Factor])));

    private static string Condition(Restriction side, UncertainFactor factor)
    {
        var p = factor.Parameters[0];
        var name = factor.Parameters.Length == 1 ? $"{factor.Id} ({p.Parameter.Meaning})"
            : $"{factor.Id} (moved together; {p.Parameter.Id}";
        var end = factor.Parameters.Length == 1 ? "" : ")";
        var (low, high) = (ParameterText.Of(p.Parameter, Quantiles.Of(p.Belief, side.Low)),
            ParameterText.Of(p.Parameter, Quantiles.Of(p.Belief, side.High)));
        return side.Low <= 0 ? $"{name} is below {high}{end}" : side.High >= 1 ? $"{name} is above {low}{end}"
            : $"{name} is from {low} to {high}{end}";
    }

    private static string Event(Discovery q, Study study)
    {
        var unit = q.Outcome.Unit == "share" ? Percent(q.Threshold) : $"{Number(q.Threshold)} {q.Outcome.Unit}";
        var title = study.Policies.First(p => p.Id == q.Policy).Title;
        return q.Versus is { } versus
            ? $"{title} changes {q.Outcome.Title} by {(q.Above ? "more" : "less")} than {unit} against "
                + $"{study.Policies.First(p => p.Id == versus).Title}"
            : $"{q.Outcome.Title} is {(q.Above ? "above" : "below")} {unit} in {title}";
    }

    private static int PlaceOf(Study study, string policy) => study.Policies.ToList().FindIndex(p => p.Id == policy);
}
