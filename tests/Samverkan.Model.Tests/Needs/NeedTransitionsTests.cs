using System.Numerics;
using CsCheck;
using Samverkan.Model.Chance;
using Samverkan.Model.Needs;

namespace Samverkan.Model.Tests.Needs;

public class NeedTransitionsTests
{
    private static readonly TransitionTable Rates = Examples.P.Transitions;

    private static readonly RandomStreams RandomStreams = RandomStreams.Of(1, 0);

    private static readonly Gen<(uint Unmet, uint Met)> AnyNeeds =
        Gen.Select(Gen.UInt[0, Domains.All], Gen.UInt[0, Domains.All]).Select((unmet, met) => (unmet, met & ~unmet));

    private static readonly Gen<EffectiveNeedsCare> AnyCare =
        Gen.Select(Gen.Float[0, 1], Gen.Float[0, 1], Gen.Float[0, 1], Gen.Float[0, 1])
        .Select((c, m, b, a) => new EffectiveNeedsCare(c, m, b, a));

    [Fact]
    public void A_need_is_none_or_met_or_unmet() =>
        Gen.Select(AnyNeeds, AnyCare, Gen.Float[0, 8], Gen.ULong).Sample((needs, care, severity, who) =>
    {
        var (unmet, met) = Live(needs, care, severity, who);
        return (unmet & met) == 0 && (unmet | met) <= Domains.All;
    });

    [Fact]
    public void Two_halves_of_a_number_decide_as_the_whole_number_would() =>
        Gen.Select(AnyNeeds, AnyCare, Gen.Float[0, 8], Gen.ULong, Gen.Int[0, 8]).Sample(
            (needs, care, severity, who, group) => Live(needs, care, severity, who, group)
            == LiveByWholeNumbers(needs, care, severity, who, group), iter: 20_000);

    [Fact]
    public void A_new_need_is_unmet_at_first() =>
        Gen.Select(AnyCare, Gen.ULong).Sample((care, who) => Live((0, 0), care, 5, who).Met == 0);

    [Fact]
    public void Without_care_no_need_is_met() => Gen.Select(AnyNeeds, Gen.ULong).Sample((needs, who) =>
        (Live(needs, new(0, 0, 0, 0), 1, who).Met & ~needs.Met) == 0);

    [Fact]
    public void Under_full_care_no_met_need_lapses() => Gen.Select(AnyNeeds, Gen.ULong).Sample((needs, who) =>
        (Live(needs, new(1, 1, 1, 1), 0, who).Unmet & needs.Met) == 0);

    [Fact]
    public void Every_domain_has_one_owner()
    {
        Assert.Equal(0u, Domains.OfCounty & Domains.OfMunicipality | Domains.OfCounty & Domains.OfBoth | Domains.OfMunicipality
            & Domains.OfBoth);
        Assert.Equal(Domains.All, Domains.OfCounty | Domains.OfMunicipality | Domains.OfBoth);
        Assert.Equal(Domains.Count, Domains.Ids.Distinct().Count());
    }

    [Fact]
    public void Care_of_one_sector_moves_its_own_domains_alone() =>
        Gen.Select(AnyNeeds, AnyCare, Gen.Float[0, 1], Gen.ULong).Sample((needs, care, county, who) =>
    {
        var (a, b) = (Live(needs, care, 1, who), Live(needs, care with { County = county }, 1, who));
        return ((a.Unmet ^ b.Unmet | a.Met ^ b.Met) & ~Domains.OfCounty) == 0;
    });

    [Fact]
    public void Constant_reference_care_holds_the_prevalences_that_the_rates_are_solved_from()
    {
        var (any, unmet) = Prevalences((float)Examples.P.Needs.ReferenceCare, TargetGroup.Psychosis);
        double expectedAny = 0, expectedUnmet = 0;
        for (var d = 0; d < Domains.Count; d++)
        {
            var share = Rates.Any(0, d);
            expectedAny += share;
            expectedUnmet += share * Rates.UnmetFraction(d);
            // Four standard deviations of 1,200 persons; spill-over is exact on the mean number of unmet needs alone.
            Assert.Equal(share, any[d], .06);
            Assert.Equal(share * Rates.UnmetFraction(d), unmet[d], .05);
        }
        Assert.InRange(any.Sum(), .94 * expectedAny, 1.06 * expectedAny);
        Assert.InRange(unmet.Sum(), .92 * expectedUnmet, 1.08 * expectedUnmet);
    }

    [Fact]
    public void Less_care_means_more_unmet_needs()
    {
        double[] unmet = [.. new[] { 0f, .25f, .52f, .9f }.Select(care => Prevalences(care, TargetGroup.Psychosis).Unmet.Sum())];
        Assert.True(unmet[0] > unmet[1] && unmet[1] > unmet[2] && unmet[2] > unmet[3], string.Join(" > ", unmet));
    }

    // Shares of 1,200 persons of mean severity with any need, and with an unmet one, after 15 years of constant care.
    private static (double[] Any, double[] Unmet) Prevalences(float care, TargetGroup group)
    {
        const int persons = 1_200, months = 180;
        var (any, unmet) = (new double[Domains.Count], new double[Domains.Count]);
        for (ulong who = 0; who < persons; who++)
        {
            (uint Unmet, uint Met) needs = (0, 0);
            for (var month = 0; month < months; month++)
            {
                needs = Live(needs, new(care, care, care, care), 1, who, (int)group, Examples.Some + month);
                if (month != months - 1) continue;
                for (var d = 0; d < Domains.Count; d++)
                {
                    any[d] += ((needs.Unmet | needs.Met) >> d & 1) / (double)persons;
                    unmet[d] += (needs.Unmet >> d & 1) / (double)persons;
                }
            }
        }
        return (any, unmet);
    }

    private static (uint Unmet, uint Met) Live((uint Unmet, uint Met) needs, EffectiveNeedsCare care, float severity, ulong who,
        int group = 0, Month? month = null)
    {
        var lives = new LivesOfEight();
        lives.Seat(0, who, group, needs.Unmet, needs.Met, NeedTransitions.Pressure(needs.Unmet, severity, Rates), care);
        NeedTransitions.Live(ref lives, 1, Rates, RandomStreams, month ?? Examples.Some);
        return (NeedsOfEight.Unmet(ref lives.Needs, 0), NeedsOfEight.Met(ref lives.Needs, 0));
    }

    // The rule again, with one number of 32 bits per domain.
    private static (uint Unmet, uint Met) LiveByWholeNumbers((uint Unmet, uint Met) needs, EffectiveNeedsCare care,
        float severity, ulong who, int group)
    {
        var (unmet, met) = needs;
        for (var d = 0; d < Domains.Count; d++)
        {
            var bit = 1u << d;
            var e = (bit & Domains.OfCounty) != 0 ? care.County : (bit & Domains.OfBoth) != 0 ? care.Both
                : d == (int)Domain.Accommodation ? care.Accommodation : care.Municipality;
            var u = Half(d, 0) << 16 | Half(d, 3);
            if ((needs.Unmet & bit) != 0)
            {
                var meets = ExactMath.Probability(Rates.Meet[d] * e);
                if (u < Whole(meets + Rates.Spontaneous)) unmet &= ~bit;
                if (u < Whole(meets)) met |= bit;
            }
            else if ((needs.Met & bit) != 0)
            {
                var ends = ExactMath.Probability(Rates.Recover * e);
                if (u >= Whole(ends + ExactMath.Probability(Rates.Lapse * (1 - e)))) continue;
                met &= ~bit;
                if (u >= Whole(ends)) unmet |= bit;
            }
            else if (u
                < Whole(ExactMath.Probability(Rates.Onset(group)[d]
                    * (severity * (1 + Rates.SpillPerNeed * BitOperations.PopCount(needs.Unmet))))))
            {
                unmet |= bit;
            }
        }
        return (unmet, met);

        uint Half(int domain, uint from)
        {
            var (w0, w1, w2, w3) = RandomStreams.Words(who, Examples.Some, Purpose.Needs, from + (uint)(domain / 8));
            var word = (domain / 2 % 4) switch { 0 => w0, 1 => w1, 2 => w2, _ => w3 };
            return word >> 16 * (domain % 2) & 0xFFFF;
        }

        static uint Whole(float probability) => probability >= 1 ? uint.MaxValue : (uint)(probability * 4294967296.0);
    }
}
