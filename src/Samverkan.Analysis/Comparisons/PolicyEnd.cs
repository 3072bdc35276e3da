using Samverkan.Model;
using Samverkan.Runs.Scenarios;

namespace Samverkan.Analysis.Comparisons;

/// <summary>When a policy is over: a mean to the end of the horizon mixes its years with those after it.</summary>
internal static class PolicyEnd
{
    /// <summary>The last month of anything that the scenario does otherwise; null if something of it has no end within the
    /// horizon.</summary>
    public static Month? Of(Scenario @base, Scenario other)
    {
        var changes = ScenarioDiff.InWords(@base, other);
        if (changes.Dated.IsEmpty || changes.Dated.Length < changes.Lines.Length) return null;
        if (changes.Dated.Any(change => change.Until is not { } until || until >= @base.Blueprint.To)) return null;
        return changes.Dated.Max(change => change.Until);
    }
}
