using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Samverkan.Model.Needs;

namespace Samverkan.Benchmarks;

/// <summary>
/// The probabilities of careflow's definition, as the kernel of needs compares them, for eight users of whom some are on
/// a caseload. They are exact, so that only a number whose upper half is that of a threshold is left open.
/// </summary>
internal readonly struct CareflowThresholds : INeedBounds
{
    public const float Onset = .010f, Spontaneous = .02f, Recover = .03f;

    private readonly Vector512<ushort> met, metOrGone, goneOrUnmet;

    /// <param name="served">Who of the eight is on a caseload, one bit each.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public CareflowThresholds(ulong served)
    {
        var bits = Vector512.Create(1UL, 2, 4, 8, 16, 32, 64, 128);
        var without = Vector512.Equals(Vector512.Create(served) & bits, Vector512<ulong>.Zero).AsUInt16();
        met = Vector512.ConditionalSelect(without, Upper(Meet(false)), Upper(Meet(true)));
        metOrGone = Vector512.ConditionalSelect(without, Upper(Meet(false) + Spontaneous), Upper(Meet(true) + Spontaneous));
        goneOrUnmet = Vector512.ConditionalSelect(without, Upper(Recover + Lapse(false)), Upper(Recover + Lapse(true)));
    }

    public Vector512<ushort> Slack => Vector512<ushort>.Zero;

    public uint Unbounded => 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void OfNone(int quad, out Vector512<ushort> onset) => onset = Upper(Onset);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void OfUnmet(int quad, out Vector512<ushort> toMet, out Vector512<ushort> toMetOrGone) =>
        (toMet, toMetOrGone) = (met, metOrGone);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void OfMet(int quad, out Vector512<ushort> toGone, out Vector512<ushort> toGoneOrUnmet) =>
        (toGone, toGoneOrUnmet) = (Upper(Recover), goneOrUnmet);

    /// <summary>The rule for one domain of one user.</summary>
    public static void Move(in NeedNumber number, bool served, ref uint unmet, ref uint met)
    {
        var need = 1u << number.Domain;
        if ((unmet & need) != 0)
        {
            if (number.Below(Meet(served))) (unmet, met) = (unmet & ~need, met | need);
            else if (number.Below(Meet(served) + Spontaneous)) unmet &= ~need;
        }
        else if ((met & need) != 0)
        {
            if (number.Below(Recover)) met &= ~need;
            else if (number.Below(Recover + Lapse(served))) (unmet, met) = (unmet | need, met & ~need);
        }
        else if (number.Below(Onset))
        {
            unmet |= need;
        }
    }

    public static float Meet(bool served) => served ? .12f : .02f;

    public static float Lapse(bool served) => served ? .015f : .06f;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ushort> Upper(float threshold) => Vector512.Create((ushort)Whole(threshold));

    public static uint Whole(float threshold) => NeedNumber.Threshold(threshold) >> 16;
}
