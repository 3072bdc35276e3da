using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Samverkan.Model.Needs;
using static Samverkan.Benchmarks.CareflowThresholds;

namespace Samverkan.Benchmarks;

/// <summary><see cref="CareflowThresholds"/> in vectors of 256 or 128 bits.</summary>
internal readonly struct NarrowCareflowThresholds : INarrowNeedBounds
{
    private readonly Vector<ushort> met, metOrGone, goneOrUnmet;

    /// <param name="served">Who of the vector's users is on a caseload, one bit each.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public NarrowCareflowThresholds(ulong served)
    {
        var bits = Vector.LoadUnsafe(in MemoryMarshal.GetReference(BitsOfUsers));
        var without = Vector.Equals(new Vector<ulong>(served) & bits, Vector<ulong>.Zero).As<ulong, ushort>();
        met = Vector.ConditionalSelect(without, Upper(Meet(false)), Upper(Meet(true)));
        metOrGone = Vector.ConditionalSelect(
            without, Upper(Meet(false) + Spontaneous), Upper(Meet(true) + Spontaneous));
        goneOrUnmet = Vector.ConditionalSelect(
            without, Upper(Recover + Lapse(false)), Upper(Recover + Lapse(true)));
    }

    public Vector<ushort> Slack => Vector<ushort>.Zero;

    public uint Unbounded => 0;

    private static ReadOnlySpan<ulong> BitsOfUsers => [1, 2, 4, 8];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void OfNone(int quad, out Vector<ushort> onset) => onset = Upper(Onset);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void OfUnmet(int quad, out Vector<ushort> toMet, out Vector<ushort> toMetOrGone) =>
        (toMet, toMetOrGone) = (met, metOrGone);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void OfMet(int quad, out Vector<ushort> toGone, out Vector<ushort> toGoneOrUnmet) =>
        (toGone, toGoneOrUnmet) = (Upper(Recover), goneOrUnmet);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<ushort> Upper(float threshold) => new((ushort)Whole(threshold));
}
