using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Samverkan.Model.Chance;

namespace Samverkan.Model.Needs;

/// <summary>
/// Upper halves of the thresholds of eight persons, in vectors of four domains as in <see cref="NeedDraws"/>: no threshold
/// is below its bound, nor above it by more than the slack. They are asked for on processors with such vectors only.
/// </summary>
internal interface INeedBounds
{
    Vector512<ushort> Slack { get; }

    /// <summary>Domains whose unmet needs have no bounds.</summary>
    uint Unbounded { get; }

    /// <summary>Of the first way that a need can go, and of both together: the cumulated probabilities of the rule.</summary>
    void OfNone(int quad, out Vector512<ushort> onset);

    void OfUnmet(int quad, out Vector512<ushort> met, out Vector512<ushort> metOrGone);

    void OfMet(int quad, out Vector512<ushort> gone, out Vector512<ushort> goneOrUnmet);
}

/// <summary>
/// A month of the needs of eight persons, four domains of all eight in a vector and without a branch. Where the upper half
/// of a number is so near a threshold that it does not decide, or there is no bound, the need stays as it is and the domain is
/// left open.
/// </summary>
internal static class NeedLanes
{
    internal const ulong EvenLanes = 0x0000_FFFF_0000_FFFF, UnmetBits = 0xAAAA_5555_AAAA_5555;

    /// <summary>Whether this processor has vectors for it.</summary>
    public static bool AreSupported => Avx512BW.IsSupported;

    /// <summary>Moves what is decided.</summary>
    /// <returns>Whether any domain is left open.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Move<TBounds>(ref NeedsOfEight needs, ref NeedDraws random, in TBounds bounds, ref DomainsOfEight open)
        where TBounds : struct, INeedBounds, allows ref struct
    {
        var was = Vector512.LoadUnsafe(ref needs[0]);
        var words = was.AsUInt16();
        Vector512<ushort> unmet = Repeat(words, Of(0)), met = Repeat(words, Of(16));
        Vector512<ushort> low = Vector512<ushort>.Zero, high = low, nearest = Vector512<ushort>.AllBitsSet;
        Quad(0, unmet, met, ref random, bounds, ref low, ref nearest);
        Quad(1, unmet, met, ref random, bounds, ref low, ref nearest);
        Quad(2, unmet, met, ref random, bounds, ref low, ref nearest);
        Quad(3, unmet, met, ref random, bounds, ref low, ref nearest);
        (unmet, met) = (Repeat(words, Of(1)), Repeat(words, Of(17)));
        Quad(4, unmet, met, ref random, bounds, ref high, ref nearest);
        Quad(5, unmet, met, ref random, bounds, ref high, ref nearest);
        var folded = Fold(low.AsUInt64(), high.AsUInt64());
        (was ^ ByPerson(WordOfUnmet(folded), WordOfMet(folded))).StoreUnsafe(ref needs[0]);
        if (!Vector512.LessThanOrEqualAny(nearest, bounds.Slack)
            && (bounds.Unbounded == 0 || Unbounded(was, bounds.Unbounded) == Vector512<uint>.Zero)) return false;
        // A copy, so that the bounds themselves can stay in registers.
        var copy = bounds;
        LeaveOpen(ref needs, was, ref random, copy, ref open);
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Quad<TBounds>(
        int quad, Vector512<ushort> unmet, Vector512<ushort> met, ref NeedDraws random, in TBounds bounds,
        ref Vector512<ushort> moves, ref Vector512<ushort> nearest)
        where TBounds : struct, INeedBounds, allows ref struct
    {
        var number = NeedDraws.Quad(ref random, quad);
        var (isUnmet, isMet) = (Are(unmet, quad), Are(met, quad));
        Thresholds(quad, isUnmet, isMet, bounds, out var first, out var either);
        nearest = Vector512.Min(nearest, Vector512.Min(number - first, number - either));
        // What changes with the first way, and with the second one.
        var (u, m) = (Vector512.Create(Unmet(quad)).AsUInt16(), Vector512.Create(Met(quad)).AsUInt16());
        var byFirst = Vector512.ConditionalSelect(isMet, m, u) | (isUnmet & m);
        var bySecond = u | (isMet & m);
        moves ^= Vector512.ConditionalSelect(
            Vector512.LessThan(number, first), byFirst,
            Vector512.ConditionalSelect(Vector512.LessThan(number, either), bySecond, Vector512<ushort>.Zero));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Thresholds<TBounds>(
        int quad, Vector512<ushort> isUnmet, Vector512<ushort> isMet, in TBounds bounds, out Vector512<ushort> first,
        out Vector512<ushort> either)
        where TBounds : struct, INeedBounds, allows ref struct
    {
        bounds.OfNone(quad, out var onset);
        bounds.OfUnmet(quad, out var toMet, out var toMetOrGone);
        bounds.OfMet(quad, out var toGone, out var toGoneOrUnmet);
        first = Vector512.ConditionalSelect(isUnmet, toMet, Vector512.ConditionalSelect(isMet, toGone, onset));
        either = Vector512.ConditionalSelect(isUnmet, toMetOrGone, Vector512.ConditionalSelect(isMet, toGoneOrUnmet, onset));
    }

    // Seldom: finds what is open, and takes its moves back.
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void LeaveOpen<TBounds>(
        ref NeedsOfEight needs, Vector512<uint> was, ref NeedDraws random, in TBounds bounds, ref DomainsOfEight open)
        where TBounds : struct, INeedBounds, allows ref struct
    {
        var all = was.AsUInt16();
        Vector512<ushort> low = Vector512<ushort>.Zero, high = low;
        for (var quad = 0; quad < NeedDraws.Quads; quad++)
        {
            var half = (ushort)(quad < 4 ? 0 : 1);
            Thresholds(quad, Are(Repeat(all, Of(half)), quad), Are(Repeat(all, Of((ushort)(16 + half))), quad), bounds,
                out var first, out var either);
            var number = NeedDraws.Quad(ref random, quad);
            var near = Vector512.LessThanOrEqual(Vector512.Min(number - first, number - either), bounds.Slack)
                & Vector512.Create(Unmet(quad)).AsUInt16();
            if (quad < 4) low |= near; else high |= near;
        }
        var words = WordOfUnmet(Fold(low.AsUInt64(), high.AsUInt64()));
        var left = ByPerson(words, words) | Unbounded(was, bounds.Unbounded);
        left.GetLower().StoreUnsafe(ref open[0]);
        Vector512.ConditionalSelect(left, was, Vector512.LoadUnsafe(ref needs[0])).StoreUnsafe(ref needs[0]);
    }

    // Of the words of unmet needs those domains, beside the same for the words of met ones.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<uint> Unbounded(Vector512<uint> was, uint domains)
    {
        var unmet = was.GetLower() & Vector256.Create(domains);
        return Vector512.Create(unmet, unmet);
    }

    // Whether the needs of a quad are among some: all bits of a lane or none.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ushort> Are(Vector512<ushort> needs, int quad) =>
        (Avx512BW.ShiftLeftLogicalVariable(needs,
            Vector512.Create(0x000E_000F_000C_000D - (ulong)quad % 4 * 0x0004_0004_0004_0004).AsUInt16())
            .AsInt16() >> 15).AsUInt16();

    // The bits of a quad's domains in the half of a person's word that holds them, where there is such a domain.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ulong Unmet(int quad) => quad switch
    {
        0 or 4 => 0x0002_0001_0008_0004,
        1 => 0x0020_0010_0080_0040,
        2 => 0x0200_0100_0800_0400,
        3 => 0x2000_1000_8000_4000,
        _ => 0x0020_0010_0000_0000,
    };

    // Where moves of met needs are noted beside those of unmet ones: a lane has a use for every fourth bit only. Lanes that
    // meet in a fold have their own bits: two lanes even ones for unmet needs and odd ones for met needs, two the reverse.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ulong Met(int quad) => (Unmet(quad) & EvenLanes) << 1 | (Unmet(quad) & ~EvenLanes) >> 1;

    // To every lane of a person the same half of a word: where the first person's stands.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ushort> Of(ushort half) =>
        Vector512.Create((ushort)0, 0, 0, 0, 2, 2, 2, 2, 4, 4, 4, 4, 6, 6, 6, 6, 8, 8, 8, 8, 10, 10, 10, 10, 12, 12, 12, 12, 14,
            14, 14, 14)
        + Vector512.Create(half);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ushort> Repeat(Vector512<ushort> words, Vector512<ushort> which) =>
        Avx512BW.PermuteVar32x16(words, which);

    // A person's lanes made one: of each word the lanes of its lower half, then those of its upper half.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ulong> Fold(Vector512<ulong> lower, Vector512<ulong> upper) => Vector512.ConditionalSelect(
        Vector512.Create(0xFFFF_FFFFUL), lower | lower >>> 32, upper | upper << 32);

    // From folded lanes a person's word, its lower half in the first lane and its upper half in the third: of unmet needs, then
    // of met ones.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ulong> WordOfUnmet(Vector512<ulong> folded)
    {
        var bits = folded & Vector512.Create(UnmetBits);
        return bits | bits >>> 16;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ulong> WordOfMet(Vector512<ulong> folded)
    {
        var bits = Vector512.ConditionalSelect(Vector512.Create(EvenLanes), folded >>> 1, folded << 1)
            & Vector512.Create(UnmetBits);
        return bits | bits >>> 16;
    }

    // Words of the eight persons, then other words of the same.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<uint> ByPerson(Vector512<ulong> words, Vector512<ulong> others) => Avx512BW.PermuteVar32x16x2(
        words.AsUInt16(),
        Vector512.Create(
            (ushort)0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 30, 32, 34, 36, 38, 40, 42, 44, 46, 48, 50, 52, 54, 56,
            58, 60, 62),
        others.AsUInt16()).AsUInt32();
}
