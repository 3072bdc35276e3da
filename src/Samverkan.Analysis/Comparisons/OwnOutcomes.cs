using Samverkan.Model;
using Samverkan.Runs.Scenarios;
using Samverkan.Runs.Scenarios.Own;

namespace Samverkan.Analysis.Comparisons;

/// <summary>Outcomes of one's own in a comparison: what some scenario asks for is made of every run of every scenario.</summary>
public static class OwnOutcomes
{
    /// <param name="since">First month that counts where an outcome has no period of its own.</param>
    public static IReadOnlyList<OwnOutcome> Of(IReadOnlyList<Scenario> scenarios, Month since) =>
    [
        .. scenarios.SelectMany(scenario => scenario.OwnOutcomes).DistinctBy(outcome => outcome.Id)
            .Select(outcome => outcome.Over(since, outcome.To)),
    ];

    /// <summary>An id that means one thing in one scenario and another in another; null: none does.</summary>
    public static (string Id, string One, string Other)? Ambiguous(IReadOnlyList<Scenario> scenarios)
    {
        var known = new Dictionary<string, (OwnOutcome Outcome, string Scenario)>(StringComparer.Ordinal);
        foreach (var scenario in scenarios)
            foreach (var outcome in scenario.OwnOutcomes)
                if (known.TryGetValue(outcome.Id, out var first) && !first.Outcome.IsTheSameAs(outcome))
                    return (outcome.Id, first.Scenario, scenario.Id);
                else
                    known.TryAdd(outcome.Id, (outcome, scenario.Id));
        return null;
    }

    /// <summary>Whether persons must be shown, which a run in this process alone does.</summary>
    public static bool NeedPersons(IReadOnlyList<Scenario> scenarios) => scenarios.Any(scenario =>
        scenario.OwnOutcomes.Any(outcome => outcome.Figure.NeedsPersons));
}
