using System.Collections.Immutable;
using Samverkan.Model.Indicators;
using Samverkan.Runs.Studies;

namespace Samverkan.Analysis.Studies;

/// <summary>What a study keeps of every run: its outcomes, then every headline indicator over its period, and the fate.</summary>
public static class StudyFigures
{
    public static ImmutableArray<Outcome> Of(Study study)
    {
        var all = study.Outcomes.ToBuilder();
        foreach (var other in Usual(study))
            if (all.All(known => known.Id != other.Id))
                all.Add(other);
        return all.ToImmutable();
    }

    /// <summary>Whether the outcomes need more than the headline indicators of municipalities.</summary>
    public static bool NeedEverything(Study study) =>
        study.Outcomes.Any(o =>
            o.Group is not null || o.Indicator is { Headline: false } || o.Own is { Figure.NeedsEverything: true });

    /// <summary>Whether persons must be shown, which a run in this process alone does.</summary>
    public static bool NeedPersons(Study study) => study.Outcomes.Any(outcome => outcome.Own is { Figure.NeedsPersons: true });

    private static IEnumerable<Outcome> Usual(Study study)
    {
        foreach (var fate in FateOutcome.All)
            yield return fate.Outcome(study.Since, study.To, study.Policies[0].Blueprint.To);
        foreach (var i in IndicatorCatalogue.All.Where(i => i.Headline))
            yield return new(i.Id, i.Title, i.Over == Reduction.Sum ? $"{i.Unit} per year" : i.Unit, i.Better, i, null,
                study.Since, study.To, null, []);
    }
}
