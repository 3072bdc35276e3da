using System.Numerics;
using Samverkan.Model.Chance;

namespace Samverkan.Model.Needs;

/// <summary>Effective care of one person in one month, by who owns the domain; each from 0 to 1.</summary>
/// <param name="Accommodation">Care for accommodation: the municipality's, or more in supported housing.</param>
internal readonly record struct EffectiveNeedsCare(float County, float Municipality, float Both, float Accommodation);

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
    public static void Live(
        ref uint unmet, ref uint met, int group, float severity, in EffectiveNeedsCare care, TransitionTable rates,
        in Luck luck, ulong who, Month month)
    {
        var onset = rates.Onset(group);
        var meet = rates.Meet;
        var pressure = severity * (1 + rates.SpillPerNeed * BitOperations.PopCount(unmet));
        Span<uint> upper = stackalloc uint[12];
        Fill(upper, luck, who, month, 0);
        uint newUnmet = unmet, newMet = met;
        for (var d = 0; d < Domains.Count; d++)
        {
            var bit = 1u << d;
            var e = (bit & Domains.OfCounty) != 0 ? care.County
                : (bit & Domains.OfMunicipality) != 0 ? d == 0 ? care.Accommodation : care.Municipality : care.Both;
            float first, second;
            if ((unmet & bit) != 0) (first, second) = (ExactMath.Probability(meet[d] * e), rates.Spontaneous);
            else if ((met & bit) != 0) (first, second) = (ExactMath.Probability(rates.Recover * e), ExactMath.Probability(rates.Lapse * (1 - e)));
            else (first, second) = (ExactMath.Probability(onset[d] * pressure), 0);
            var u = upper[d >> 1] >> ((d & 1) << 4) & 0xFFFF;
            var toFirst = Threshold(first);
            var toSecond = Threshold(first + second);
            if (u > toSecond >> 16) continue;
            if (u == toFirst >> 16 || u == toSecond >> 16) u = u << 16 | Lower(luck, who, month, d);
            else u <<= 16;
            if (u >= toSecond) continue;
            var tookFirst = u < toFirst;
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

    private static uint Threshold(float probability) =>
        probability >= 1 ? uint.MaxValue : (uint)(probability * 4294967296.0);

    private static void Fill(Span<uint> words, in Luck luck, ulong who, Month month, uint from)
    {
        for (var block = 0; block < 3; block++)
            (words[4 * block], words[4 * block + 1], words[4 * block + 2], words[4 * block + 3]) =
                luck.Words(who, month, Purpose.Needs, from + (uint)block);
    }

    private static uint Lower(in Luck luck, ulong who, Month month, int domain)
    {
        Span<uint> words = stackalloc uint[12];
        Fill(words, luck, who, month, 3);
        return words[domain >> 1] >> ((domain & 1) << 4) & 0xFFFF;
    }
}
