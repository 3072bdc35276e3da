using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Samverkan.Model.Needs;

/// <summary>
/// In which domains a month can move a need at all, by the upper halves of their numbers, one domain to a lane: in most
/// months few or none. A number above every threshold that its need could have moves nothing; bounds take the place of
/// thresholds (P(h) is below h), so that no division is needed and no rounding of one matters.
/// </summary>
internal static class NeedLanes
{
    // Bounds up to here stay clear of the end of 16 bits, all roundings included; beyond, every domain is looked at.
    private const float Most = .95f;

    // Bounds in lanes are whole 65,536ths: more than what rounding them down, and one product of them, can take away.
    private const ushort Slack = 3;

    /// <summary>Domains in which <see cref="NeedTransitions"/> may move a need; certainly none is missing.</summary>
    /// <param name="upper">The upper halves of the numbers, in <see cref="TransitionTable.Lanes"/> lanes; the domains use 22.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Possible(
        uint unmet, uint met, int group, float pressure, in EffectiveNeedsCare care, TransitionTable rates, ref ushort upper)
    {
        var e = Vector128.Create(care.County, care.Municipality, care.Both, care.Accommodation);
        var (meet, leave) = (e * rates.MostMeet, e * rates.Recover + (Vector128.Create(1f) - e) * rates.Lapse);
        if (!(pressure * rates.MostOnset < Most) || !Vector128.LessThanAll(meet + Vector128.Create(rates.Spontaneous), Vector128.Create(Most)) || !Vector128.LessThanAll(leave, Vector128.Create(Most)))
            return Domains.All;
        // By carer: in lanes 0 to 3 the factor on the hazard of being met, in 4 to 7 the bound of a met need.
        var bounds = Vector128.Narrow(Above(meet), Above(leave));
        var byCarer = Vector512.Create(Vector256.Create(bounds));
        var carers = Vector512.LoadUnsafe(ref MemoryMarshal.GetReference(TransitionTable.CarerLanes));
        var ofNone = MultiplyHigh(
            Vector512.LoadUnsafe(ref MemoryMarshal.GetReference(rates.OnsetLanes(group))), Vector512.Create((ushort)Whole(pressure * rates.MostOnset, Slack)));
        var ofUnmet = MultiplyHigh(Vector512.LoadUnsafe(ref MemoryMarshal.GetReference(rates.MeetLanes)), Vector512.ShuffleNative(byCarer, carers));
        return Possible(
            unmet, met, Vector512.LoadUnsafe(ref upper), ofNone + Vector512.Create(Slack),
            ofUnmet + Vector512.Create((ushort)Whole(rates.Spontaneous, 2 * Slack)),
            Vector512.ShuffleNative(byCarer, carers + Vector512.Create((ushort)Carers.Count)));
    }

    /// <summary>Domains whose number is not above the bound for the state of their need.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Possible(
        uint unmet, uint met, Vector512<ushort> numbers, Vector512<ushort> ofNone, Vector512<ushort> ofUnmet, Vector512<ushort> ofMet) =>
        ~(unmet | met) & Domains.All & Bits(Vector512.LessThanOrEqual(numbers, ofNone))
        | unmet & Bits(Vector512.LessThanOrEqual(numbers, ofUnmet))
        | met & Bits(Vector512.LessThanOrEqual(numbers, ofMet));

    /// <summary>Values of the domains as shares of the greatest, in 65,535ths, rounded up.</summary>
    public static void Scale(ReadOnlySpan<float> values, float greatest, Span<ushort> lanes)
    {
        for (var d = 0; d < values.Length; d++)
            lanes[d] = greatest <= 0 ? (ushort)0 : (ushort)Math.Min(65535, Math.Ceiling((double)values[d] / greatest * 65535));
    }

    /// <summary>The upper half of a threshold, in every lane: a number above it is above the threshold.</summary>
    public static Vector512<ushort> Threshold(float probability) => Vector512.Create((ushort)(probability * 65536f));

    private static int Whole(float bound, int slack) => float.ConvertToIntegerNative<int>(bound * 65536f) + slack;

    private static uint Bits(Vector512<ushort> lanes) => (uint)lanes.ExtractMostSignificantBits();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<uint> Above(Vector128<float> probability) =>
        Vector128.ConvertToInt32Native(probability * 65536f).AsUInt32() + Vector128.Create((uint)Slack);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ushort> MultiplyHigh(Vector512<ushort> a, Vector512<ushort> b)
    {
        if (Avx512BW.IsSupported) return Avx512BW.MultiplyHigh(a, b);
        if (Avx2.IsSupported)
            return Vector512.Create(Avx2.MultiplyHigh(a.GetLower(), b.GetLower()), Avx2.MultiplyHigh(a.GetUpper(), b.GetUpper()));
        var (lowA, highA) = Vector512.Widen(a);
        var (lowB, highB) = Vector512.Widen(b);
        return Vector512.Narrow((lowA * lowB) >>> 16, (highA * highB) >>> 16);
    }
}
