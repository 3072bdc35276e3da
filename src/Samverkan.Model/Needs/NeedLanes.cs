using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Samverkan.Model.Chance;

namespace Samverkan.Model.Needs;

/// <summary>
/// <see cref="NeedTransitions"/> for all domains at once, eight to a vector. Single operations of IEEE 754 on each lane and
/// no fused ones, so that every processor gives the same bits, and those of the plain rule. The upper 16 bits of a number
/// u decide against a threshold t (in units of 2^-16) unless u &lt;= t &lt; u + 1; then the plain rule is asked.
/// </summary>
internal static class NeedLanes
{
    // A probability of 1 or more stays as near below as lets the last number be looked at more closely.
    private const float Most = 65535.5f;

    /// <summary>False, and nothing done, where the upper halves do not decide: one month in some 1,500.</summary>
    /// <param name="upper">24 upper halves; the domains use 22.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryLive(
        ref uint unmet, ref uint met, int group, float pressure, in EffectiveNeedsCare care, TransitionTable rates, ref ushort upper)
    {
        var e = Vector128.Create(care.County, care.Municipality, care.Both, care.Accommodation);
        // Hazards of met needs depend on the carer alone: recovery in the lower lanes, lapse in the upper.
        var ofMet = Probability(Vector256.Create(e * rates.Recover, (Vector128.Create(1f) - e) * rates.Lapse));
        var lanes = new Month(
            Vector256.Create(unmet), Vector256.Create(met), Vector256.Create(pressure), Vector256.Create(e, e), ofMet,
            Vector256.Create(rates.Spontaneous));
        ref var onset = ref MemoryMarshal.GetReference(rates.Onset(group));
        ref var meet = ref MemoryMarshal.GetReference(rates.Meet);
        ref var carer = ref MemoryMarshal.GetReference(TransitionTable.CarerLanes);
        var open = Eight(lanes, 0, ref onset, ref meet, ref carer, ref upper, out var first0, out var any0)
            | Eight(lanes, 8, ref onset, ref meet, ref carer, ref upper, out var first1, out var any1)
            | Eight(lanes, 16, ref onset, ref meet, ref carer, ref upper, out var first2, out var any2);
        if (open != Vector256<float>.Zero) return false;
        var first = first0 | first1 << 8 | first2 << 16;
        var moves = any0 | any1 << 8 | any2 << 16;
        (unmet, met) = (
            unmet & ~moves | met & moves & ~first | moves & ~(unmet | met),
            met & ~moves | unmet & first);
        return true;
    }

    private readonly ref struct Month(
        Vector256<uint> unmet, Vector256<uint> met, Vector256<float> pressure, Vector256<float> care, Vector256<float> ofMet,
        Vector256<float> spontaneous)
    {
        public readonly Vector256<uint> Unmet = unmet, Met = met;
        public readonly Vector256<float> Pressure = pressure, Care = care, OfMet = ofMet, Spontaneous = spontaneous;
    }

    // Eight domains: which move, and which of those by the first of their two ways. Returns which are open.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Eight(
        in Month month, int from, ref float onset, ref float meet, ref int carers, ref ushort upper, out uint first, out uint any)
    {
        var bits = Vector256.Create(1u, 2, 4, 8, 16, 32, 64, 128) << from;
        var isUnmet = Vector256.Equals(month.Unmet & bits, bits).AsSingle();
        var isMet = Vector256.Equals(month.Met & bits, bits).AsSingle();
        var carer = Vector256.LoadUnsafe(ref carers, (nuint)from);
        var hazard = Vector256.ConditionalSelect(
            isUnmet,
            Vector256.LoadUnsafe(ref meet, (nuint)from) * Vector256.ShuffleNative(month.Care, carer),
            Vector256.LoadUnsafe(ref onset, (nuint)from) * month.Pressure);
        var toFirst = Vector256.ConditionalSelect(isMet, Vector256.ShuffleNative(month.OfMet, carer), Probability(hazard));
        var toSecond = Vector256.ConditionalSelect(
            isMet, Vector256.ShuffleNative(month.OfMet, carer + Vector256.Create(Carers.Count)), isUnmet & month.Spontaneous);
        var t1 = Vector256.Min(toFirst * 65536f, Vector256.Create(Most));
        var t2 = Vector256.Min((toFirst + toSecond) * 65536f, Vector256.Create(Most));
        var (low, high) = Vector128.Widen(Vector128.LoadUnsafe(ref upper, (nuint)from));
        var u = Vector256.ConvertToSingle(Vector256.Create(low, high).AsInt32());
        var next = u + Vector256.Create(1f);
        var below1 = Vector256.LessThanOrEqual(next, t1);
        var below2 = Vector256.LessThanOrEqual(next, t2);
        first = below1.ExtractMostSignificantBits();
        any = below2.ExtractMostSignificantBits();
        return Vector256.AndNot(Vector256.LessThanOrEqual(u, t1), below1) | Vector256.AndNot(Vector256.LessThanOrEqual(u, t2), below2);
    }

    /// <summary><see cref="ExactMath.Probability(float)"/> in each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Probability(Vector256<float> hazard) =>
        hazard / (Vector256.Create(1f) + hazard * (Vector256.Create(.5f) + hazard * Vector256.Create(1f / 12)));
}
