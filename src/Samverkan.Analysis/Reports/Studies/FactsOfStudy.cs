using Samverkan.Analysis.Results;
using Samverkan.Analysis.Studies;
using Samverkan.Analysis.Studies.Answers;
using Samverkan.Analysis.Studies.Sampling;
using Samverkan.Runs.Scenarios;
using Samverkan.Runs.Studies;

namespace Samverkan.Analysis.Reports.Studies;

/// <summary>Gathers what a report tells of a study.</summary>
public static class FactsOfStudy
{
    public static StudyFacts Of(StudyResults results, StudyManifest manifest, IReadOnlyList<StudySection> sections)
    {
        var study = results.Study;
        var (done, failed) = results.Count();
        return new(
            StudyFacts.KindName, manifest.Version, manifest.AsTyped, manifest.Inputs, manifest.Result, study.Seed, study.Id,
            study.Title, study.Question,
            StudyAnswers.InWords(results.Design), study.Since.ToString(), study.To.ToString(), done, failed, manifest.RunsAsked,
            [.. study.Policies.Select(policy => Scenario(study, policy))],
            [.. study.Levers.Select(lever => $"{lever.Id}: {string.Join(", ", lever.Options.Select(option => option.Id))}")],
            [.. study.Uncertain.Select(Factor)], sections, ResultMaker.Words(ScenarioDiff.Timeline(study.Policies[0].Blueprint)));
    }

    private static StudyScenario Scenario(Study study, Policy policy)
    {
        var changes = policy == study.Policies[0] ? null : ScenarioDiff.InWords(study.Policies[0].Scenario, policy.Scenario);
        return new(
            policy.Id, policy.Title, policy.Scenario.Question, policy.Scenario.Name, policy.Scenario.InputHash,
            changes?.Lines ?? [], ResultMaker.Words(changes?.Dated ?? []));
    }

    private static FactorFacts Factor(UncertainFactor factor)
    {
        var first = factor.Parameters[0];
        string At(double quantile) => ParameterText.Of(first.Parameter, Quantiles.Of(first.Belief, quantile));
        var (meaning, together) = factor.Parameters.Length == 1
            ? (first.Parameter.Meaning, "")
            : ($"{factor.Parameters.Length} parameters that move together, such as {first.Parameter.Id}: "
                + $"{first.Parameter.Meaning}", $" ({first.Parameter.Id})");
        return new(factor.Id, meaning, factor.Evidence.ToString().ToLowerInvariant(), $"{At(0)} .. {At(1)}{together}",
            first.Source ?? first.Parameter.Source);
    }
}
