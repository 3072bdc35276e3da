using System.Numerics;
using System.Runtime.CompilerServices;
using Samverkan.Model.Chance;

namespace Samverkan.Model.Needs;

/// <summary><see cref="NeedLanes"/> in vectors of 256 or 128 bits, for four or two persons.</summary>
internal static class NarrowNeedLanes
{
    /// <summary>Moves what is decided.</summary>
    /// <param name="first">The first person of the vector among the eight.</param>
    /// <returns>Whether any domain is left open; if none is, <paramref name="open"/> is not written.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Move<TBounds>(
        ref NeedsOfEight needs, int first, ref NeedDraws random, in TBounds bounds, ref DomainsOfEight open)
        where TBounds : struct, INarrowNeedBounds, allows ref struct
    {
        var unmetWords = NarrowVectors.Widen(ref NeedsOfEight.Unmet(ref needs, first));
        var metWords = NarrowVectors.Widen(ref NeedsOfEight.Met(ref needs, first));
        Vector<ushort> low = Vector<ushort>.Zero, high = low, nearest = Vector<ushort>.AllBitsSet;
        Vector<ushort> unmet = NarrowVectors.RepeatLower(unmetWords), met = NarrowVectors.RepeatLower(metWords);
        Quad(0, first, unmet, met, ref random, bounds, ref low, ref nearest);
        Quad(1, first, unmet, met, ref random, bounds, ref low, ref nearest);
        Quad(2, first, unmet, met, ref random, bounds, ref low, ref nearest);
        Quad(3, first, unmet, met, ref random, bounds, ref low, ref nearest);
        (unmet, met) = (NarrowVectors.RepeatUpper(unmetWords), NarrowVectors.RepeatUpper(metWords));
        Quad(4, first, unmet, met, ref random, bounds, ref high, ref nearest);
        Quad(5, first, unmet, met, ref random, bounds, ref high, ref nearest);
        var moves = Fold(low.As<ushort, ulong>(), high.As<ushort, ulong>());
        NarrowVectors.Flip(WordOfUnmet(moves), ref NeedsOfEight.Unmet(ref needs, first));
        NarrowVectors.Flip(WordOfMet(moves), ref NeedsOfEight.Met(ref needs, first));
        var areDecided = NarrowVectors.LessThanOrEqual(nearest, bounds.Slack) == Vector<ushort>.Zero;
        if (areDecided && (bounds.Unbounded == 0 || !AreAny(unmetWords, bounds.Unbounded))) return false;
        // A copy, so that the bounds themselves can stay in registers.
        var copy = bounds;
        LeaveOpen(ref needs, first, unmetWords, metWords, ref random, copy, ref open);
        return true;
    }

    private static bool AreAny(Vector<ushort> words, uint domains) => (words & EveryPerson(domains)) != Vector<ushort>.Zero;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Quad<TBounds>(
        int quad, int first, Vector<ushort> unmet, Vector<ushort> met, ref NeedDraws random, in TBounds bounds,
        ref Vector<ushort> moves, ref Vector<ushort> nearest)
        where TBounds : struct, INarrowNeedBounds, allows ref struct
    {
        var number = NeedDraws.NarrowQuad(ref random, quad, first);
        var (isUnmet, isMet) = (HasBit(unmet, NeedLanes.Unmet(quad)), HasBit(met, NeedLanes.Unmet(quad)));
        Thresholds(quad, isUnmet, isMet, bounds, out var one, out var either);
        nearest = Vector.Min(nearest, Vector.Min(number - one, number - either));
        // What changes with the first way, and with the second one.
        var (u, m) = (EveryPerson(NeedLanes.Unmet(quad)), EveryPerson(NeedLanes.Met(quad)));
        var byFirst = Vector.ConditionalSelect(isMet, m, u) | (isUnmet & m);
        var bySecond = u | (isMet & m);
        moves ^= Vector.ConditionalSelect(LessThan(number, one), byFirst, LessThan(number, either) & bySecond);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Thresholds<TBounds>(
        int quad, Vector<ushort> isUnmet, Vector<ushort> isMet, in TBounds bounds,
        out Vector<ushort> first, out Vector<ushort> either)
        where TBounds : struct, INarrowNeedBounds, allows ref struct
    {
        bounds.OfNone(quad, out var onset);
        bounds.OfUnmet(quad, out var toMet, out var toMetOrGone);
        bounds.OfMet(quad, out var toGone, out var toGoneOrUnmet);
        first = Vector.ConditionalSelect(isUnmet, toMet, Vector.ConditionalSelect(isMet, toGone, onset));
        either = Vector.ConditionalSelect(isUnmet, toMetOrGone, Vector.ConditionalSelect(isMet, toGoneOrUnmet, onset));
    }

    // Seldom: finds what is open, and takes its moves back.
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void LeaveOpen<TBounds>(
        ref NeedsOfEight needs, int first, Vector<ushort> unmetWords, Vector<ushort> metWords, ref NeedDraws random,
        in TBounds bounds, ref DomainsOfEight open)
        where TBounds : struct, INarrowNeedBounds, allows ref struct
    {
        Vector<ushort> low = Vector<ushort>.Zero, high = low;
        for (var quad = 0; quad < NeedDraws.Quads; quad++)
        {
            var upper = quad >= 4;
            var isUnmet = HasBit(Repeat(unmetWords, upper), NeedLanes.Unmet(quad));
            var isMet = HasBit(Repeat(metWords, upper), NeedLanes.Unmet(quad));
            Thresholds(quad, isUnmet, isMet, bounds, out var one, out var either);
            var number = NeedDraws.NarrowQuad(ref random, quad, first);
            var near = NarrowVectors.LessThanOrEqual(Vector.Min(number - one, number - either), bounds.Slack)
                & EveryPerson(NeedLanes.Unmet(quad));
            if (upper) high |= near; else low |= near;
        }
        for (var person = first; person < first + Vector<ulong>.Count; person++)
            open[person] = 0;
        NarrowVectors.Flip(WordOfUnmet(Fold(low.As<ushort, ulong>(), high.As<ushort, ulong>())), ref open[first]);
        Unsafe.SkipInit(out WordsOfEight wasUnmet);
        Unsafe.SkipInit(out WordsOfEight wasMet);
        unmetWords.As<ushort, ulong>().StoreUnsafe(ref wasUnmet[0]);
        metWords.As<ushort, ulong>().StoreUnsafe(ref wasMet[0]);
        for (var i = 0; i < Vector<ulong>.Count; i++)
        {
            ref var left = ref open[first + i];
            left |= (uint)wasUnmet[i] & bounds.Unbounded;
            PutBack(left, (uint)wasUnmet[i], ref NeedsOfEight.Unmet(ref needs, first + i));
            PutBack(left, (uint)wasMet[i], ref NeedsOfEight.Met(ref needs, first + i));
        }

        static void PutBack(uint which, uint was, ref uint now) => now = (was & which) | (now & ~which);
    }

    // A person's lanes made one: of each word the lanes of its lower half, then those of its upper half.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<ulong> Fold(Vector<ulong> lower, Vector<ulong> upper) => Vector.ConditionalSelect(
        new Vector<ulong>(0xFFFF_FFFF), lower | lower >>> 32, upper | upper << 32);

    // From folded lanes a person's word, its lower half in the first lane and its upper half in the third: of unmet needs,
    // then of met ones.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<ulong> WordOfUnmet(Vector<ulong> folded) => Halves(folded & new Vector<ulong>(NeedLanes.UnmetBits));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<ulong> WordOfMet(Vector<ulong> folded) => Halves(
        Vector.ConditionalSelect(new Vector<ulong>(NeedLanes.EvenLanes), folded >>> 1, folded << 1)
            & new Vector<ulong>(NeedLanes.UnmetBits));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<ulong> Halves(Vector<ulong> bits) => bits | bits >>> 16;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<ushort> EveryPerson(ulong lanes) => new Vector<ulong>(lanes).As<ulong, ushort>();

    // All bits of a lane that has its bit.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<ushort> HasBit(Vector<ushort> lanes, ulong bits) =>
        Vector.Equals(lanes & EveryPerson(bits), EveryPerson(bits));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<ushort> LessThan(Vector<ushort> a, Vector<ushort> b) => ~NarrowVectors.LessThanOrEqual(b, a);

    private static Vector<ushort> Repeat(Vector<ushort> words, bool upper) =>
        upper ? NarrowVectors.RepeatUpper(words) : NarrowVectors.RepeatLower(words);

    [InlineArray(NeedsOfEight.Persons)]
    private struct WordsOfEight
    {
        private ulong first;
    }
}
