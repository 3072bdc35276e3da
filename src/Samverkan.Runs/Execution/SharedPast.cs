using Samverkan.Model;
using Samverkan.Runs.Scenarios;

namespace Samverkan.Runs.Execution;

/// <summary>
/// Scenarios with common random numbers are the same world until they first differ, so that past is simulated once per
/// replication. Replication 1 of every scenario simulates its own past, so that <see cref="PairCheck"/> can still fail. So does a
/// scenario that never differs.
/// </summary>
public static class SharedPast
{
    /// <summary>The month until which a scenario shares the base's past; null if it must simulate its own.</summary>
    public static Month? Until(Blueprint @base, Blueprint other)
    {
        // The warm-up and the first reported month are one step. Triggers are remembered by their place in the list.
        if (@base.Interventions.Concat(other.Interventions).Any(i => i.When is not null)) return null;
        return ScenarioDiff.FirstDifference(@base, other) is { } month && month > other.From && month <= @base.To ? month : null;
    }
}
