using Samverkan.Analysis.Statistics;
using Samverkan.Runs.Studies;

namespace Samverkan.Analysis.Studies.Answers;

/// <summary>
/// What each option of several levers does against the lever's first option, averaged over all that the other levers are tried
/// at (the main effect of a factorial design), paired by replication.
/// </summary>
internal static class LeverEffects
{
    public static IEnumerable<StudySection> Of(StudyResults results)
    {
        var study = results.Study;
        foreach (var outcome in study.Outcomes)
        {
            var figures = results.Figures(outcome);
            for (var policy = 0; policy < study.Policies.Length; policy++)
                yield return Section(outcome, policy,
                    [.. study.Levers.SelectMany(lever => lever.Options.Skip(1)
                        .Select(option => ($"{lever.Id}={option.Id}",
                            Effect(lever, option, figures, policy, results.Design, outcome.Kind()))))], study);
        }
    }

    private static LevelStep Effect(LeverGrid lever, LeverOption option, FigureTable figures, int policy, Design design,
        FigureKind kind)
    {
        // Points stand in one order, so that those that differ in this lever alone have the same place.
        Crossed Averaged(LeverOption chosen) => Crossed.Mean([
            .. Enumerable.Range(0, design.Points.Length)
                .Where(point => design.Points[point].Choices.Any(c => c.Lever == lever && c.Option == chosen))
                .Select(point => figures.Crossed(policy, point))]);
        return LevelStep.Of(Averaged(lever.Options[0]), Averaged(option), kind);
    }

    private static StudySection Section(Outcome outcome, int policy, IReadOnlyList<(string Option, LevelStep Effect)> effects,
        Study study)
    {
        var text = FigureText.Of(outcome.Unit, [.. effects.Select(one => one.Effect.Mean)]);
        var clear = effects.Where(one => study.Replications > 1 && one.Effect.Interval.IsClear).ToList();
        var title = $"What each lever does to {outcome.Title} in {study.Policies[policy].Title}";
        return new(
            StudyPart.Effects, title,
            clear.Count == 0
                ? study.Replications < 2 || effects.All(one => double.IsNaN(one.Effect.Interval.P)) ? OneRun.Of(study)
                : "No lever makes a clear difference by itself."
                : string.Join("; ", clear.Select(one => $"{one.Option}: "
                    + $"{text.ChangeWithUnit(one.Effect.Mean, one.Effect.Interval.HalfWidth)} ({Interval(one.Effect, text)})"))
                    + (clear.Count == effects.Count ? "." : "; the others make no clear difference."),
            ["", text.Labelled("difference"), "95 % interval", "p"],
            [.. effects.Select(one => (IReadOnlyList<string>)[one.Option,
                text.Change(one.Effect.Mean, one.Effect.Interval.HalfWidth), Interval(one.Effect, text),
                DifferenceSections.P(one.Effect.Interval.P)])],
            "Each against the lever's first option, averaged over everything that the other levers are tried at; p is not "
                + "corrected.")
        {
            Picture = new Dots(
                title, text.Unit, [.. effects.Select(one => one.Option)], [.. study.Policies.Select(p => p.Title)],
                [.. effects.Select((one, row) => new Dot(policy, row, text.Factor * one.Effect.Mean,
                    text.Factor * one.Effect.Interval.Low, text.Factor * one.Effect.Interval.High))], Zero: true),
        };
    }

    private static string Interval(LevelStep effect, FigureText text) => text.Changes(effect.Interval.Low, effect.Interval.High);
}
