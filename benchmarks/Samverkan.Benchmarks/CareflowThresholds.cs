using System.Runtime.Intrinsics;
using Samverkan.Model;
using Samverkan.Model.Chance;
using Samverkan.Model.Needs;

namespace Samverkan.Benchmarks;

/// <summary>The probabilities of careflow's definition, as the kernel of needs compares them: without a team's care, then with it.</summary>
internal sealed class CareflowThresholds
{
    /// <summary>Thresholds of one kind of user: onset, meet, meet or end, recover, recover or lapse.</summary>
    public const int Rows = 5;

    private const float Onset = .010f, Spontaneous = .02f, Recover = .03f;

    private static float Meet(bool served) => served ? .12f : .02f;

    private static float Lapse(bool served) => served ? .015f : .06f;

    public Vector512<ushort>[] Lanes { get; } = [.. Of(false), .. Of(true)];

    private static IEnumerable<Vector512<ushort>> Of(bool served) =>
        new[] { Onset, Meet(served), Meet(served) + Spontaneous, Recover, Recover + Lapse(served) }.Select(NeedLanes.Threshold);

    /// <summary>Where the upper halves of the numbers do not decide, all 32 bits are compared, domain by domain.</summary>
    public void MovePlainly(ref uint unmet, ref uint met, bool served, in Luck luck, ulong who, Month month)
    {
        var (wasUnmet, wasMet) = (unmet, met);
        for (var d = 0; d < Domains.Count; d++)
        {
            var bit = 1u << d;
            var u = NeedTransitions.Number(luck, who, month, d) / 4294967296.0;
            var (isUnmet, isMet) = ((wasUnmet & bit) != 0, (wasMet & bit) != 0);
            var first = isUnmet ? Meet(served) : isMet ? Recover : Onset;
            var second = isUnmet ? first + Spontaneous : isMet ? first + Lapse(served) : first;
            if (u >= second) continue;
            var becomesMet = isUnmet && u < first;
            var becomesUnmet = isMet && u >= first || !isUnmet && !isMet;
            unmet = becomesUnmet ? unmet | bit : unmet & ~bit;
            met = becomesMet ? met | bit : met & ~bit;
        }
    }
}
