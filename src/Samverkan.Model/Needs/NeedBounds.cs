using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Samverkan.Model.Needs;

/// <summary>
/// Bounds of the thresholds of eight persons, out of products of 16 bits and without a division: a cubic takes the place
/// of <see cref="Chance.ExactMath.Probability(float)"/>, within a 65,536th for hazards up to 1. Greater ones are not bounded.
/// </summary>
internal readonly ref struct NeedBounds : INeedBounds
{
    // In 65,536ths, more than a probability is off by: the roundings of its products and of its hazard included, 3.
    internal const ushort Off = 4;

    // 1/(1 + h/2 + h^2/12) by a cubic whose h-fold error is least; in 65,536ths.
    internal const ushort C0 = 65511, C1 = 32517, C2 = 10136, C3 = 1740;

    private readonly TransitionLanes rates;
    private readonly Vector512<ushort> slack, pressure, groups, care, gone, goneOrUnmet;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public NeedBounds(TransitionTable table, ref LivesOfEight lives)
    {
        rates = table.Lanes;
        // Four persons in each vector.
        ref var cares = ref Unsafe.As<CareOfEight, float>(ref lives.Care);
        Vector512<float> first = Vector512.LoadUnsafe(ref cares), second = Vector512.LoadUnsafe(ref cares, 16);
        care = Vector512.Narrow(Whole(first), Whole(second));
        var ends = Probability(MultiplyHigh(care, rates.Recover));
        gone = Vector512.SubtractSaturate(ends, Vector512.Create(Off));
        goneOrUnmet = Vector512.SubtractSaturate(
            Vector512.AddSaturate(ends, Probability(MultiplyHigh(~care, rates.Lapse))), Vector512.Create((ushort)(2 * Off)));
        groups = Vector512.LoadUnsafe(ref lives.Groups[0]).AsUInt16();
        var most = Vector256.LoadUnsafe(ref lives.Pressure[0]) * table.MostOnset;
        var bounded = Vector256.LessThanOrEqual(most, Vector256.Create(TransitionLanes.Most));
        pressure = EveryLane(Vector256.ConvertToInt32Native(most * 65536f));
        slack = rates.Bounded && AreShares(first) && AreShares(second)
            ? Vector512.Create((ushort)(4 * Off)) | ~EveryLane(bounded.AsInt32())
            : Vector512<ushort>.AllBitsSet;
    }

    public Vector512<ushort> Slack => slack;

    public uint Unbounded => rates.Unbounded;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void OfNone(int quad, out Vector512<ushort> onset)
    {
        var share = Avx512BW.PermuteVar32x16x2(rates.Onset(quad, 0), groups, rates.Onset(quad, 1));
        onset = Vector512.SubtractSaturate(Probability(MultiplyHigh(share, pressure)), Vector512.Create(Off));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void OfUnmet(int quad, out Vector512<ushort> met, out Vector512<ushort> metOrGone)
    {
        met = Vector512.SubtractSaturate(Probability(MultiplyHigh(OfDomains(care, quad), rates.Meet(quad))),
            Vector512.Create(Off));
        metOrGone = Vector512.AddSaturate(met, rates.Spontaneous);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void OfMet(int quad, out Vector512<ushort> toGone, out Vector512<ushort> toGoneOrUnmet) =>
        (toGone, toGoneOrUnmet) = (OfDomains(gone, quad), OfDomains(goneOrUnmet, quad));

    // Each domain's, out of one for each carer.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector512<ushort> OfDomains(Vector512<ushort> ofCarers, int quad) =>
        Avx512BW.Shuffle(ofCarers.AsByte(), rates.Care(quad)).AsUInt16();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ushort> Probability(Vector512<ushort> hazard)
    {
        var factor = Vector512.Create(C2) - MultiplyHigh(hazard, Vector512.Create(C3));
        factor = Vector512.Create(C1) - MultiplyHigh(hazard, factor);
        factor = Vector512.Create(C0) - MultiplyHigh(hazard, factor);
        return MultiplyHigh(hazard, factor);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ushort> MultiplyHigh(Vector512<ushort> a, Vector512<ushort> b) => Avx512BW.MultiplyHigh(a, b);

    private static bool AreShares(Vector512<float> cares) =>
        Vector512.GreaterThanOrEqualAll(cares, Vector512<float>.Zero)
        && Vector512.LessThanOrEqualAll(cares, Vector512<float>.One);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<uint> Whole(Vector512<float> share) => Vector512.ConvertToInt32Native(share * 65535f).AsUInt32();

    // The lower half of each person's word in all of its lanes.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ushort> EveryLane(Vector256<int> words) => Avx512BW.Shuffle(
        Avx512F.ConvertToVector512Int64(words).AsByte(),
        Vector512.Create(0x0100_0100_0100_0100UL, 0x0908_0908_0908_0908, 0x0100_0100_0100_0100, 0x0908_0908_0908_0908,
            0x0100_0100_0100_0100, 0x0908_0908_0908_0908, 0x0100_0100_0100_0100, 0x0908_0908_0908_0908).AsByte()).AsUInt16();
}
