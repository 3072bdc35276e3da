using CsCheck;
using Samverkan.Model.Chance;
using Samverkan.Model.Needs;
using Samverkan.Model.Parameters;
using Xunit;

namespace Samverkan.Model.Tests.Needs;

/// <summary>The needs kernel in lanes gives the bits of the rule as it is stated, domain by domain.</summary>
public class NeedLanesTests
{
    private static readonly TransitionTable Rates = ParameterSet.Defaults.Transitions;

    private static readonly Gen<float> Share = Gen.Frequency((8, Gen.Float[0, 1]), (1, Gen.Const(0f)), (1, Gen.Const(1f)));

    [Fact]
    public void Lanes_give_the_bits_of_the_plain_rule() =>
        Gen.Select(Gen.ULong, Gen.UInt, Gen.UInt, Gen.Int[0, TargetGroups.Count - 1], Gen.Frequency((9, Gen.Float[0, 12]), (1, Gen.Float[12, 2000])), Gen.Select(Share, Share, Share))
            .Sample(
                (who, needs, which, group, severity, care) =>
                {
                    var luck = Luck.Of(who, 1);
                    var month = Month.Of(2001, 7);
                    uint unmet = needs & which & Domains.All, met = needs & ~which & Domains.All;
                    var effective = new EffectiveNeedsCare(care.Item1, care.Item2, care.Item3, Math.Max(care.Item2, .7f));
                    var drawn = PersonLuck.Of(luck, who, month);
                    var (fastUnmet, fastMet) = (unmet, met);
                    NeedTransitions.Live(ref fastUnmet, ref fastMet, group, severity, effective, Rates, ref drawn, luck, who, month);
                    NeedTransitions.Plainly(ref unmet, ref met, group, severity, effective, Rates, luck, who, month);
                    Assert.Equal((unmet, met), (fastUnmet, fastMet));
                },
                iter: 200_000);

    [Fact]
    public void A_number_at_the_threshold_is_looked_at_and_one_well_above_is_not()
    {
        // Every domain unmet without care: the only way is spontaneous, at the same threshold everywhere.
        var threshold = (ushort)(Rates.Spontaneous * 65536);
        Assert.Equal(Domains.All, Possible(threshold));
        Assert.Equal(Domains.All, Possible(0));
        Assert.Equal(0u, Possible((ushort)(threshold + 10)));

        static uint Possible(ushort number)
        {
            var upper = Enumerable.Repeat(number, TransitionTable.Lanes).ToArray();
            return NeedLanes.Possible(Domains.All, 0, 0, 1, new(0, 0, 0, 0), Rates, ref upper[0]);
        }
    }

    [Fact]
    public void Few_domains_need_a_closer_look()
    {
        var luck = Luck.Of(1, 1);
        var looked = 0;
        for (var who = 0ul; who < 10_000; who++)
        {
            var drawn = PersonLuck.Of(luck, who, Month.Of(2001));
            looked += System.Numerics.BitOperations.PopCount(NeedLanes.Possible(0x21, 0x1300, 0, 1, new(.5f, .5f, .5f, .7f), Rates, ref drawn.Needs));
        }
        Assert.InRange(looked / 10_000.0, .1, 1.5);
    }
}
