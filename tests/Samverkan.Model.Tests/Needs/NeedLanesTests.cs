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
                    PersonLuck.Draw(luck, who, month, out var drawn);
                    var (fastUnmet, fastMet) = (unmet, met);
                    NeedTransitions.Live(ref fastUnmet, ref fastMet, group, severity, effective, Rates, ref drawn, luck, who, month);
                    NeedTransitions.Plainly(ref unmet, ref met, group, severity, effective, Rates, luck, who, month);
                    Assert.Equal((unmet, met), (fastUnmet, fastMet));
                },
                iter: 200_000);

    [Fact]
    public void Where_the_upper_half_of_a_number_does_not_decide_the_lanes_say_so()
    {
        // Every domain unmet without care: the only way is spontaneous, at the same threshold everywhere.
        var threshold = Rates.Spontaneous * 65536;
        var undecided = Enumerable.Repeat((ushort)threshold, TransitionTable.Lanes).ToArray();
        var above = Enumerable.Repeat((ushort)(threshold + 1), TransitionTable.Lanes).ToArray();
        var below = Enumerable.Repeat((ushort)(threshold - 1), TransitionTable.Lanes).ToArray();
        Assert.False(Try(undecided, out _, out _));
        Assert.True(Try(above, out var unmet, out var met));
        Assert.Equal((Domains.All, 0u), (unmet, met));
        Assert.True(Try(below, out unmet, out met));
        Assert.Equal((0u, 0u), (unmet, met));

        static bool Try(ushort[] upper, out uint unmet, out uint met)
        {
            (unmet, met) = (Domains.All, 0);
            return NeedLanes.TryLive(ref unmet, ref met, 0, 1, new(0, 0, 0, 0), Rates, ref upper[0]);
        }
    }
}
