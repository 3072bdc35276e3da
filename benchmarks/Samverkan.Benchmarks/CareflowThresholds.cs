using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Samverkan.Model;
using Samverkan.Model.Chance;
using Samverkan.Model.Needs;

namespace Samverkan.Benchmarks;

/// <summary>The probabilities of careflow's definition, as the kernel of needs compares them: without a team's care, then with it.</summary>
internal sealed class CareflowThresholds
{
    /// <summary>Bounds of one kind of user: onset, meet or end, recover or lapse.</summary>
    public const int Rows = 3;

    private const float Onset = .010f, Spontaneous = .02f, Recover = .03f;

    // By state (none, unmet, met), without care and with it: the thresholds in 32 bits of the first way and of both.
    private readonly uint[] first = [.. States(served => [0, Meet(served), Recover])];
    private readonly uint[] both = [.. States(Both)];

    private static float Meet(bool served) => served ? .12f : .02f;

    private static float Lapse(bool served) => served ? .015f : .06f;

    private static float[] Both(bool served) => [Onset, Meet(served) + Spontaneous, Recover + Lapse(served)];

    private static IEnumerable<uint> States(Func<bool, float[]> of) =>
        new[] { false, true }.SelectMany(served => of(served).Select(p => (uint)(p * 4294967296.0)));

    public Vector512<ushort>[] Lanes { get; } =
        [.. new[] { false, true }.SelectMany(served => Both(served).Select(NeedLanes.Threshold))];

    /// <summary>
    /// Moves what the month moves in some domains: none to unmet, unmet to met or none, met to none or unmet. Where the upper
    /// half of a number does not decide, its lower half is drawn.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Move(uint domains, ref uint unmet, ref uint met, bool served, ref ushort upper, in Luck luck, ulong who, Month month)
    {
        var (wasUnmet, wasMet) = (unmet, met);
        for (; domains != 0; domains &= domains - 1)
        {
            var d = BitOperations.TrailingZeroCount(domains);
            var (isUnmet, isMet) = (wasUnmet >> d & 1, wasMet >> d & 1);
            var state = (served ? Rows : 0) + (int)(isUnmet + 2 * isMet);
            var u = (uint)Unsafe.Add(ref upper, d) << 16;
            if (u >> 16 == both[state] >> 16 || u >> 16 == first[state] >> 16) u = NeedTransitions.Number(luck, who, month, d);
            if (u >= both[state]) continue;
            var tookFirst = u < first[state] ? 1u : 0;
            unmet ^= (1 - (isMet & tookFirst)) << d;
            met ^= (isUnmet & tookFirst | isMet) << d;
        }
    }
}
