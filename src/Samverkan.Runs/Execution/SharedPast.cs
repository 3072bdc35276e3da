using Samverkan.Model;
using Samverkan.Runs.Scenarios;

namespace Samverkan.Runs.Execution;

/// <summary>
/// Scenarios with common random numbers are the same world until they first differ: that past need be simulated just once
/// per replication, and gives the same bits. Replication 1 of every scenario lives its own, so that the check of it
/// (<see cref="PairCheck"/>) can still fail, and so does a scenario that never differs.
/// </summary>
public static class SharedPast
{
    /// <summary>The month before which a scenario's past is the base's; null if it must live its own.</summary>
    public static Month? Until(Blueprint @base, Blueprint other)
    {
        // The first reported month and the warm-up come in one step. Triggers are remembered by their place in the list.
        if (@base.Interventions.Concat(other.Interventions).Any(i => i.When is not null)) return null;
        return ScenarioDiff.FirstDifference(@base, other) is { } month && month > other.From && month <= @base.To ? month : null;
    }
}
