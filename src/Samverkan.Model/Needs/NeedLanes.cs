using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Samverkan.Model.Chance;

namespace Samverkan.Model.Needs;

/// <summary>
/// <see cref="NeedTransitions"/> for all domains at once, one to a lane. Single operations of IEEE 754 on each lane and no
/// fused ones, so that every processor gives the same bits, and those of the plain rule. Numbers and thresholds are
/// compared by their upper 16 bits; where these are equal, the plain rule is asked.
/// </summary>
internal static class NeedLanes
{
    /// <summary>False, and nothing done, where the upper halves do not decide: one month in some 1,500.</summary>
    /// <param name="upper">The upper halves of the numbers, in <see cref="TransitionTable.Lanes"/> lanes; the domains use 22.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryLive(
        ref uint unmet, ref uint met, int group, float pressure, in EffectiveNeedsCare care, TransitionTable rates, ref ushort upper)
    {
        var e = Vector128.Create(care.County, care.Municipality, care.Both, care.Accommodation);
        // What becomes of a met need depends on the carer alone: recovery in lanes 0 to 3, recovery or lapse in 4 to 7.
        var recover = Probability(e * rates.Recover);
        var ofMet = Upper(Vector256.Create(recover, recover + Probability((Vector128.Create(1f) - e) * rates.Lapse)));
        var byCarer = Vector512.Create(Vector256.Create(Vector128.Narrow(ofMet.GetLower(), ofMet.GetUpper())));
        ref var carers = ref MemoryMarshal.GetReference(TransitionTable.CarerLanes);
        ref var onset = ref MemoryMarshal.GetReference(rates.Onset(group));
        ref var meet = ref MemoryMarshal.GetReference(rates.Meet);
        var careOfAll = Vector512.Create(Vector256.Create(e, e));
        Sixteen(0, ref onset, ref meet, ref carers, pressure, careOfAll, rates.Spontaneous, out var onset0, out var meet0, out var end0);
        Sixteen(16, ref onset, ref meet, ref carers, pressure, careOfAll, rates.Spontaneous, out var onset1, out var meet1, out var end1);
        ref var shortCarers = ref MemoryMarshal.GetReference(TransitionTable.ShortCarerLanes);
        var carer = Vector512.LoadUnsafe(ref shortCarers);
        return TryMove(
            ref unmet, ref met, Vector512.LoadUnsafe(ref upper), Vector512.Narrow(onset0, onset1), Vector512.Narrow(meet0, meet1),
            Vector512.Narrow(end0, end1), Vector512.ShuffleNative(byCarer, carer),
            Vector512.ShuffleNative(byCarer, carer + Vector512.Create((ushort)Carers.Count)));
    }

    /// <summary>
    /// Moves needs whose number lies below the threshold of a way that is open to them: from none to unmet, from unmet to
    /// met or none, from met to none or unmet. False, and nothing done, where a number's upper half is that of a threshold.
    /// </summary>
    /// <param name="numbers">Upper halves of the numbers, by domain.</param>
    /// <param name="onset">Upper halves of the cumulated probabilities; so are the others.</param>
    /// <param name="meetOrEnd">An unmet need is met, or ends by itself.</param>
    /// <param name="recoverOrLapse">A met need ends, or becomes unmet.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryMove(
        ref uint unmet, ref uint met, Vector512<ushort> numbers, Vector512<ushort> onset, Vector512<ushort> meet,
        Vector512<ushort> meetOrEnd, Vector512<ushort> recover, Vector512<ushort> recoverOrLapse)
    {
        var (wasUnmet, wasMet, none) = (unmet, met, ~(unmet | met) & Domains.All);
        var open = none & Bits(Vector512.Equals(numbers, onset))
            | wasUnmet & Bits(Vector512.Equals(numbers, meet) | Vector512.Equals(numbers, meetOrEnd))
            | wasMet & Bits(Vector512.Equals(numbers, recover) | Vector512.Equals(numbers, recoverOrLapse));
        if (open != 0) return false;
        var isMet = wasUnmet & Bits(Vector512.LessThan(numbers, meet));
        var leavesUnmet = wasUnmet & Bits(Vector512.LessThan(numbers, meetOrEnd));
        var recovers = wasMet & Bits(Vector512.LessThan(numbers, recover));
        var leavesMet = wasMet & Bits(Vector512.LessThan(numbers, recoverOrLapse));
        unmet = wasUnmet & ~leavesUnmet | leavesMet & ~recovers | none & Bits(Vector512.LessThan(numbers, onset));
        met = wasMet & ~leavesMet | isMet;
        return true;
    }

    /// <summary>The upper half of a probability's threshold, in every lane.</summary>
    public static Vector512<ushort> Threshold(float probability) => Vector512.Create((ushort)Upper(Vector256.Create(probability))[0]);

    // Sixteen domains: the upper halves of the thresholds of onset, of meeting a need, and of its meeting or end.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Sixteen(
        int from, ref float onsets, ref float meets, ref int carers, float pressure, Vector512<float> care, float spontaneous,
        out Vector512<uint> onset, out Vector512<uint> meet, out Vector512<uint> meetOrEnd)
    {
        var e = Vector512.ShuffleNative(care, Vector512.LoadUnsafe(ref carers, (nuint)from));
        var isMet = Probability(Vector512.LoadUnsafe(ref meets, (nuint)from) * e);
        onset = Upper(Probability(Vector512.LoadUnsafe(ref onsets, (nuint)from) * pressure));
        meet = Upper(isMet);
        meetOrEnd = Upper(isMet + Vector512.Create(spontaneous));
    }

    private static uint Bits(Vector512<ushort> lanes) => (uint)lanes.ExtractMostSignificantBits();

    // Whole 65,536ths; the highest is left to be looked at more closely. Exact: the factor is a power of two.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<uint> Upper(Vector512<float> probability) =>
        Vector512.ConvertToInt32(Vector512.Min(probability * 65536f, Vector512.Create(65535f))).AsUInt32();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<uint> Upper(Vector256<float> probability) =>
        Vector256.ConvertToInt32(Vector256.Min(probability * 65536f, Vector256.Create(65535f))).AsUInt32();

    /// <summary><see cref="ExactMath.Probability(float)"/> in each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Probability(Vector512<float> hazard)
    {
        var h = Vector512.Min(hazard, Vector512.Create(ExactMath.MostHazard));
        return h / (Vector512.Create(1f) + h * (Vector512.Create(.5f) + h * Vector512.Create(1f / 12)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> Probability(Vector128<float> hazard)
    {
        var h = Vector128.Min(hazard, Vector128.Create(ExactMath.MostHazard));
        return h / (Vector128.Create(1f) + h * (Vector128.Create(.5f) + h * Vector128.Create(1f / 12)));
    }
}
