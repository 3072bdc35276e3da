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
    /// <summary>That of a domain, by its carer: the fields stand in the order of <see cref="Carer"/>.</summary>
    public float Of(int domain) => Unsafe.Add(ref Unsafe.As<EffectiveNeedsCare, float>(ref Unsafe.AsRef(in this)), (int)TransitionTable.CarerLanes[domain]);
}

/// <summary>
/// The month of a person's 22 needs (model 4.2). A need is none, met or unmet; with U unmet needs, severity theta and
/// effective care e of the domain's owner, hazards are
/// <code>
/// none  -> unmet  onset theta (1 + spill U/22)
/// unmet -> met    meet e            unmet -> none  spontaneous
/// met   -> none   recover e         met   -> unmet lapse (1 - e)
/// </code>
/// One uniform number per person, month and domain is compared against the cumulated probabilities. It has 32 bits; its
/// lower half is drawn just where the upper half does not decide.
/// </summary>
internal static class NeedTransitions
{
    /// <summary>The rule, in the domains in which the month can move anything (<see cref="NeedLanes"/>), without a branch on what it finds.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Live(
        ref uint unmet, ref uint met, int group, float severity, in EffectiveNeedsCare care, TransitionTable rates,
        ref PersonLuck drawn, in Luck luck, ulong who, Month month)
    {
        var pressure = Pressure(unmet, severity, rates);
        var possible = NeedLanes.Possible(unmet, met, group, pressure, care, rates, ref drawn.Needs);
        if (possible == 0) return;
        var (wasUnmet, wasMet) = (unmet, met);
        var seconds = (stackalloc float[3]);
        seconds[1] = rates.Spontaneous;
        do
        {
            var d = BitOperations.TrailingZeroCount(possible);
            uint upper = Unsafe.Add(ref drawn.Needs, d), isUnmet = wasUnmet >> d & 1, isMet = wasMet >> d & 1;
            var state = (int)(isUnmet + 2 * isMet);
            var e = care.Of(d);
            var first = ExactMath.Probability(rates.First(group, state, d) * (state == 0 ? pressure : e));
            seconds[2] = ExactMath.Probability(rates.Lapse * (1 - e));
            var (toFirst, toSecond) = (Threshold(first), Threshold(first + seconds[state]));
            var u = upper << 16;
            if (upper == toFirst >> 16 || upper == toSecond >> 16) u |= Half(luck, who, month, d, 3);
            uint moves = u < toSecond ? 1u : 0, tookFirst = u < toFirst ? 1u : 0;
            unmet ^= (moves & ~(isMet & tookFirst)) << d;
            met ^= (moves & (isMet | isUnmet & tookFirst)) << d;
            possible &= possible - 1;
        }
        while (possible != 0);
    }

    /// <summary>The rule as it is stated, domain by domain.</summary>
    public static void Plainly(
        ref uint unmet, ref uint met, int group, float severity, in EffectiveNeedsCare care, TransitionTable rates,
        in Luck luck, ulong who, Month month)
    {
        var onset = rates.Onset(group);
        var meet = rates.Meet;
        var pressure = Pressure(unmet, severity, rates);
        uint newUnmet = unmet, newMet = met;
        for (var d = 0; d < Domains.Count; d++)
        {
            var bit = 1u << d;
            var e = care.Of(d);
            float first, second;
            if ((unmet & bit) != 0) (first, second) = (ExactMath.Probability(meet[d] * e), rates.Spontaneous);
            else if ((met & bit) != 0) (first, second) = (ExactMath.Probability(rates.Recover * e), ExactMath.Probability(rates.Lapse * (1 - e)));
            else (first, second) = (ExactMath.Probability(onset[d] * pressure), 0);
            var u = Number(luck, who, month, d);
            if (u >= Threshold(first + second)) continue;
            var tookFirst = u < Threshold(first);
            if ((unmet & bit) != 0)
            {
                newUnmet &= ~bit;
                if (tookFirst) newMet |= bit;
            }
            else if ((met & bit) != 0)
            {
                newMet &= ~bit;
                if (!tookFirst) newUnmet |= bit;
            }
            else
            {
                newUnmet |= bit;
            }
        }
        unmet = newUnmet;
        met = newMet;
    }

    private static float Pressure(uint unmet, float severity, TransitionTable rates) =>
        severity * (1 + rates.SpillPerNeed * BitOperations.PopCount(unmet));

    private static uint Threshold(float probability) =>
        probability >= 1 ? uint.MaxValue : (uint)(probability * 4294967296.0);

    /// <summary>All 32 bits of a domain's number.</summary>
    public static uint Number(in Luck luck, ulong who, Month month, int domain) =>
        Half(luck, who, month, domain, 0) << 16 | Half(luck, who, month, domain, 3);

    // Sixteen bits of a domain's number: eight domains to a block, the upper halves from block 0, the lower from block 3.
    private static uint Half(in Luck luck, ulong who, Month month, int domain, uint from)
    {
        var (w0, w1, w2, w3) = luck.Words(who, month, Purpose.Needs, from + (uint)domain / 8);
        var word = (domain / 2 % 4) switch { 0 => w0, 1 => w1, 2 => w2, _ => w3 };
        return word >> domain % 2 * 16 & 0xFFFF;
    }
}
