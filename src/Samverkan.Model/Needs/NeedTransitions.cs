using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Samverkan.Model.Chance;

namespace Samverkan.Model.Needs;

/// <summary>Effective care of one person in one month, by who owns the domain; each from 0 to 1.</summary>
/// <param name="Accommodation">Care for accommodation: the municipality's, or more in supported housing.</param>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct EffectiveNeedsCare(float County, float Municipality, float Both, float Accommodation)
{
    /// <summary>That of a carer: the fields stand in the order of <see cref="Carer"/>.</summary>
    public float Of(Carer carer) => Unsafe.Add(ref Unsafe.As<EffectiveNeedsCare, float>(ref Unsafe.AsRef(in this)), (int)carer);
}

/// <summary>
/// The month of a person's 22 needs. A need is none, met or unmet; with U unmet needs, severity theta and
/// effective care e of the domain's owner, hazards are
/// <code>
/// none  -> unmet  onset theta (1 + spill U/22)
/// unmet -> met    meet e            unmet -> none  spontaneous
/// met   -> none   recover e         met   -> unmet lapse (1 - e)
/// </code>
/// One uniform number per person, month and domain (<see cref="NeedNumber"/>) is compared against the cumulated probabilities.
/// </summary>
internal static class NeedTransitions
{
    /// <summary>The month of eight persons: in lanes, and by the rule where the lanes leave a domain open.</summary>
    /// <param name="persons">How many of the eight there are.</param>
    public static void Live(ref LivesOfEight lives, int persons, TransitionTable rates, in RandomStreams random, Month month)
    {
        if (NeedLanes.AreSupported) LiveInWideVectors(ref lives, persons, rates, random, month);
        else LiveInNarrowVectors(ref lives, persons, rates, random, month);
    }

    // Fast in the first second too: interim code of vectors is some fifty times slower.
    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    internal static void LiveInWideVectors(
        ref LivesOfEight lives, int persons, TransitionTable rates, in RandomStreams random, Month month)
    {
        Unsafe.SkipInit(out NeedDraws drawn);
        Unsafe.SkipInit(out DomainsOfEight open);
        NeedDraws.Draw(random, ref lives.Who[0], persons, month, ref drawn);
        if (NeedLanes.Move(ref lives.Needs, ref drawn, new NeedBounds(rates, ref lives), ref open))
            Decide(ref lives, 0, persons, ref open, ref drawn, rates, random, month);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    internal static void LiveInNarrowVectors(
        ref LivesOfEight lives, int persons, TransitionTable rates, in RandomStreams random, Month month)
    {
        Unsafe.SkipInit(out NeedDraws drawn);
        Unsafe.SkipInit(out DomainsOfEight open);
        NeedDraws.Draw(random, ref lives.Who[0], persons, month, ref drawn);
        var width = Vector<ulong>.Count;
        for (var first = 0; first < persons; first += width)
            if (NarrowNeedLanes.Move(ref lives.Needs, first, ref drawn, new NarrowNeedBounds(rates, ref lives, first), ref open))
                Decide(ref lives, first, Math.Min(persons, first + width), ref open, ref drawn, rates, random, month);
    }

    // What the lanes left open.
    private static void Decide(
        ref LivesOfEight lives, int first, int end, ref DomainsOfEight open, ref NeedDraws drawn, TransitionTable rates,
        in RandomStreams random, Month month)
    {
        for (var i = first; i < end; i++)
            for (var left = open[i]; left != 0; left &= left - 1)
            {
                var d = BitOperations.TrailingZeroCount(left);
                Move(
                    new(d, NeedDraws.Of(ref drawn, i, d), random, lives.Who[i], month), rates,
                    rates.Onset(TransitionLanes.GroupAt(lives.Groups[i]))[d] * lives.Pressure[i], lives.Care[i],
                    ref NeedsOfEight.Unmet(ref lives.Needs, i), ref NeedsOfEight.Met(ref lives.Needs, i));
            }
    }

    /// <summary>The rule alone, domain by domain.</summary>
    public static void Plainly(
        ref uint unmet, ref uint met, int group, float severity, in EffectiveNeedsCare care, TransitionTable rates,
        in RandomStreams random, ulong who, Month month)
    {
        var pressure = Pressure(unmet, severity, rates);
        for (var d = 0; d < Domains.Count; d++)
            Move(NeedNumber.Of(random, who, month, d), rates, rates.Onset(group)[d] * pressure, care, ref unmet, ref met);
    }

    /// <summary>The factor on the hazard of a need's onset.</summary>
    public static float Pressure(uint unmet, float severity, TransitionTable rates) =>
        severity * (1 + rates.SpillPerNeed * BitOperations.PopCount(unmet));

    // One domain's month.
    private static void Move(
        in NeedNumber number, TransitionTable rates, float onset, in EffectiveNeedsCare care, ref uint unmet, ref uint met)
    {
        var need = 1u << number.Domain;
        var e = care.Of(rates.CarerOf(number.Domain));
        if ((unmet & need) != 0)
        {
            var isMet = ExactMath.Probability(rates.Meet[number.Domain] * e);
            if (number.Below(isMet)) (unmet, met) = (unmet & ~need, met | need);
            else if (number.Below(isMet + rates.Spontaneous)) unmet &= ~need;
        }
        else if ((met & need) != 0)
        {
            var ends = ExactMath.Probability(rates.Recover * e);
            if (number.Below(ends)) met &= ~need;
            else if (number.Below(ends + ExactMath.Probability(rates.Lapse * (1 - e))))
                (unmet, met) = (unmet | need, met & ~need);
        }
        else if (number.Below(ExactMath.Probability(onset)))
        {
            unmet |= need;
        }
    }
}
