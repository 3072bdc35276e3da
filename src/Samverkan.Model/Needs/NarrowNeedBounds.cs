using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Samverkan.Model.Chance;

namespace Samverkan.Model.Needs;

/// <summary><see cref="INeedBounds"/> in vectors of 256 or 128 bits, for four or two persons.</summary>
internal interface INarrowNeedBounds
{
    Vector<ushort> Slack { get; }

    /// <summary>Domains whose unmet needs have no bounds.</summary>
    uint Unbounded { get; }

    void OfNone(int quad, out Vector<ushort> onset);

    void OfUnmet(int quad, out Vector<ushort> met, out Vector<ushort> metOrGone);

    void OfMet(int quad, out Vector<ushort> gone, out Vector<ushort> goneOrUnmet);
}

/// <summary><see cref="NeedBounds"/> in vectors of 256 or 128 bits, for four or two persons.</summary>
internal readonly ref struct NarrowNeedBounds : INarrowNeedBounds
{
    private readonly ref ulong groups;
    private readonly TransitionLanes rates;
    private readonly Vector<ushort> slack, pressure, care, gone, goneOrUnmet;

    /// <param name="first">The first of the persons.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public NarrowNeedBounds(TransitionTable table, ref LivesOfEight lives, int first)
    {
        rates = table.Lanes;
        groups = ref lives.Groups[first];
        ref var cares = ref Unsafe.As<EffectiveNeedsCare, float>(ref lives.Care[first]);
        Vector<float> low = Vector.LoadUnsafe(ref cares), high = Vector.LoadUnsafe(ref cares, (nuint)Vector<float>.Count);
        care = Vector.Narrow(Whole(low), Whole(high));
        var ends = Probability(NarrowVectors.MultiplyHigh(care, new(rates.RecoverHazard)));
        gone = Vector.SubtractSaturate(ends, new(NeedBounds.Off));
        goneOrUnmet = Vector.SubtractSaturate(
            Vector.AddSaturate(ends, Probability(NarrowVectors.MultiplyHigh(~care, new(rates.LapseHazard)))),
            new((ushort)(2 * NeedBounds.Off)));
        var most = NarrowVectors.Words(in Unsafe.As<float, uint>(ref lives.Pressure[first])).AsSingle() * table.MostOnset;
        var bounded = Vector128.LessThanOrEqual(most, Vector128.Create(TransitionLanes.Most));
        pressure = EveryLane(Vector128.ConvertToInt32Native(most * 65536f).AsUInt32());
        slack = rates.Bounded && AreShares(low) && AreShares(high)
            ? new Vector<ushort>(4 * NeedBounds.Off) | ~EveryLane(bounded.AsUInt32())
            : Vector<ushort>.AllBitsSet;
    }

    public Vector<ushort> Slack => slack;

    public uint Unbounded => rates.Unbounded;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void OfNone(int quad, out Vector<ushort> onset)
    {
        var share = NarrowVectors.Rows(in rates.OnsetRows(quad), ref groups);
        onset = Vector.SubtractSaturate(Probability(NarrowVectors.MultiplyHigh(share, pressure)), new(NeedBounds.Off));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void OfUnmet(int quad, out Vector<ushort> met, out Vector<ushort> metOrGone)
    {
        var hazard = NarrowVectors.MultiplyHigh(OfDomains(care, quad), Vector.LoadUnsafe(in rates.MeetRows(quad)));
        met = Vector.SubtractSaturate(Probability(hazard), new(NeedBounds.Off));
        metOrGone = Vector.AddSaturate(met, new(rates.SpontaneousShare));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void OfMet(int quad, out Vector<ushort> toGone, out Vector<ushort> toGoneOrUnmet) =>
        (toGone, toGoneOrUnmet) = (OfDomains(gone, quad), OfDomains(goneOrUnmet, quad));

    // Each domain's, out of one for each carer.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector<ushort> OfDomains(Vector<ushort> ofCarers, int quad) =>
        NarrowVectors.Shuffle(ofCarers, Vector128.LoadUnsafe(in rates.CareRows(quad)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<ushort> Probability(Vector<ushort> hazard)
    {
        var factor = new Vector<ushort>(NeedBounds.C2) - NarrowVectors.MultiplyHigh(hazard, new(NeedBounds.C3));
        factor = new Vector<ushort>(NeedBounds.C1) - NarrowVectors.MultiplyHigh(hazard, factor);
        factor = new Vector<ushort>(NeedBounds.C0) - NarrowVectors.MultiplyHigh(hazard, factor);
        return NarrowVectors.MultiplyHigh(hazard, factor);
    }

    // The lower half of each person's word in all of its lanes.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<ushort> EveryLane(Vector128<uint> words) => NarrowVectors.RepeatLower(NarrowVectors.Widen(words));

    private static bool AreShares(Vector<float> cares) =>
        Vector.GreaterThanOrEqualAll(cares, Vector<float>.Zero) && Vector.LessThanOrEqualAll(cares, Vector<float>.One);

    private static Vector<uint> Whole(Vector<float> share) => Vector.ConvertToInt32Native(share * 65535f).As<int, uint>();
}
