using Samverkan.Analysis.Discovering;
using Samverkan.Analysis.Studies.Sampling;
using Samverkan.Runs.Results;
using Samverkan.Runs.Studies;
using static Samverkan.Analysis.Studies.Answers.StudySection;

namespace Samverkan.Analysis.Studies.Answers;

/// <summary>What discovery found for one question at one lever point.</summary>
/// <param name="Box">null: it happens never, or always.</param>
/// <param name="Share">Share of the samples in which it happens.</param>
public sealed record Discovered(Discovery Question, int Point, Box? Box, double Share);

/// <summary>Under which conditions something happens, found and said in words.</summary>
public static class Boxes
{
    public static IReadOnlyList<Discovered> Of(StudyResults results)
    {
        var (study, design) = (results.Study, results.Design);
        var units = Enumerable.Range(0, design.Samples).Select(design.Unit).ToList();
        return [.. from question in study.Discoveries from point in Enumerable.Range(0, design.Points.Length) select Of(question, point)];

        Discovered Of(Discovery question, int point)
        {
            var figures = results.Figures(question.Outcome);
            var samples = figures.Samples(PlaceOf(study, question.Policy), point, question.Versus is { } versus ? PlaceOf(study, versus) : null);
            var means = samples.Select(s => s.Where(v => !double.IsNaN(v)).DefaultIfEmpty(double.NaN).Average()).ToList();
            var whole = Enumerable.Range(0, means.Count).Where(i => !double.IsNaN(means[i])).ToList();
            var happens = whole.Select(i => question.Above ? means[i] > question.Threshold : means[i] < question.Threshold).ToList();
            return new(question, point, whole.Count == 0 ? null : Prim.Find([.. whole.Select(i => units[i])], happens), happens.Count == 0 ? double.NaN : happens.Average(h => h ? 1.0 : 0));
        }
    }

    public static void Write(IReadOnlyList<Discovered> found, StudyFolder folder, Study study)
    {
        using var table = new TidyTable(folder["boxes"], [
            Column.Text("question"), Column.Text("scenario"), Column.Text("levers"), Column.Text("factor"), Column.Text("parameter"), Column.Real("from"), Column.Real("to"),
            Column.Real("p"), Column.Whole("samples"), Column.Real("base_share"), Column.Real("density"), Column.Real("coverage")]);
        foreach (var one in found.Where(f => f.Box is not null))
            foreach (var side in one.Box!.Restrictions)
                foreach (var p in study.Uncertain[side.Factor].Parameters)
                    table.Write(
                        Event(one.Question, study), one.Question.Policy, LeverPoint.All(study)[one.Point].Name, study.Uncertain[side.Factor].Id, p.Parameter.Id,
                        Quantiles.Of(p.Belief, side.Low), Quantiles.Of(p.Belief, side.High), side.P, one.Box.Samples, one.Box.Base, one.Box.Density, one.Box.Coverage);
    }

    public static IEnumerable<StudySection> Sections(IReadOnlyList<Discovered> found, Study study) => found.Select(one => new StudySection(
        StudyPart.Boxes, $"When {Event(one.Question, study)}", InWords(one, study),
        ["", "from", "to", "p"],
        one.Box is null ? [] : [.. one.Box.Restrictions.Select(side => Row(side, study.Uncertain[side.Factor]))])
    {
        Picture = one.Box is null or { Restrictions.Count: 0 } ? null : new Ranges(
            "Where it happens", "quantile of what was thought possible", 0, 1,
            [.. one.Box.Restrictions.Select(side => new RangeRow(
                study.Uncertain[side.Factor].Id, Math.Max(0, side.Low), Math.Min(1, side.High), double.NaN, double.NaN, Condition(side, study.Uncertain[side.Factor])))],
            "values in the box", null, null),
    });

    private static IReadOnlyList<string> Row(Restriction side, UncertainFactor factor)
    {
        var p = factor.Parameters[0];
        return [
            factor.Id, side.Low <= 0 ? "–" : ParameterText.Of(p.Parameter, Quantiles.Of(p.Belief, side.Low)), side.High >= 1 ? "–" : ParameterText.Of(p.Parameter, Quantiles.Of(p.Belief, side.High)),
            side.P < .001 ? "< 0.001" : side.P.ToString("0.000", System.Globalization.CultureInfo.InvariantCulture)];
    }

    private static string InWords(Discovered one, Study study)
    {
        var share = $"It happens in {Percent(one.Share)} of the samples";
        if (one.Box is not { } box)
            return share + ".";
        if (box.Restrictions.Count == 0)
            return share + ", and no condition tells where beyond chance.";
        return $"{share}, but in {Percent(box.Density)} of those where {string.Join(" and ", box.Restrictions.Select(side => Condition(side, study.Uncertain[side.Factor])))}. "
            + $"These conditions hold {Percent(box.Coverage)} of all cases ({box.Samples} samples).";
    }

    private static string Condition(Restriction side, UncertainFactor factor)
    {
        var p = factor.Parameters[0];
        var name = factor.Parameters.Length == 1 ? $"{factor.Id} ({p.Parameter.Meaning})" : $"{factor.Id} (moved together; {p.Parameter.Id}";
        var end = factor.Parameters.Length == 1 ? "" : ")";
        var (low, high) = (ParameterText.Of(p.Parameter, Quantiles.Of(p.Belief, side.Low)), ParameterText.Of(p.Parameter, Quantiles.Of(p.Belief, side.High)));
        return side.Low <= 0 ? $"{name} is below {high}{end}" : side.High >= 1 ? $"{name} is above {low}{end}" : $"{name} is from {low} to {high}{end}";
    }

    private static string Event(Discovery q, Study study)
    {
        var unit = q.Outcome.Unit == "share" ? Percent(q.Threshold) : $"{Number(q.Threshold)} {q.Outcome.Unit}";
        var title = study.Policies.First(p => p.Id == q.Policy).Title;
        return q.Versus is { } versus
            ? $"{title} changes {q.Outcome.Title} by {(q.Above ? "more" : "less")} than {unit} against {study.Policies.First(p => p.Id == versus).Title}"
            : $"{q.Outcome.Title} is {(q.Above ? "above" : "below")} {unit} in {title}";
    }

    private static int PlaceOf(Study study, string policy) => study.Policies.ToList().FindIndex(p => p.Id == policy);
}
