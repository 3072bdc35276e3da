using System.Collections.Immutable;
using Samverkan.Runs.Scenarios;

namespace Samverkan.Analysis.Deciding;

/// <summary>Changes cannot be made together, or not be parted.</summary>
public sealed class NotCombinable(string message) : Exception(message)
{
    /// <summary>Measures must not want the same thing differently: which of them counted would hang on their order.</summary>
    /// <exception cref="NotCombinable">Two of them do.</exception>
    public static void Refuse(IReadOnlyList<Scenario> scenarios, IReadOnlyList<ImmutableArray<ScenarioChange>> changes)
    {
        for (var one = 0; one < scenarios.Count; one++)
            for (var other = one + 1; other < scenarios.Count; other++)
                if (changes[one].SelectMany(Touched).Intersect(changes[other].SelectMany(Touched)).FirstOrDefault() is { } both)
                    throw new NotCombinable(
                        $"'{scenarios[one].Id}' and '{scenarios[other].Id}' both change {both}: they cannot be combined. "
                        + "Leave one of them out, or write what both together are to do as a measure of its own.");
    }

    private static IEnumerable<string> Touched(ScenarioChange change) =>
        change.Values.Keys.Select(parameter => parameter.Id)
            .Concat(change.Gone.Concat(change.Come).Where(one => one.Operation == Model.Policies.Operation.Set)
                .Select(one => one.Parameter))
            .Concat(change.Gone.Select(one => $"'{one.Id}'")).Concat(change.Undone.Select(one => $"'{one.Id}'"));
}
