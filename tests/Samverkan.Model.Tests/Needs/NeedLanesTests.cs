using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
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

    private static readonly Gen<Life> AnyLife =
        from who in Gen.ULong
        from needs in Gen.UInt
        from which in Gen.UInt
        from grp in Gen.Int[0, TargetGroups.Count - 1]
        from severity in Gen.Frequency((9, Gen.Float[0, 12]), (1, Gen.Float[12, 2000]))
        from county in Share
        from municipality in Share
        from both in Share
        select new Life(
            who, needs & which & Domains.All, needs & ~which & Domains.All, grp, severity, new(county, municipality, both, Math.Max(municipality, .7f)));

    private readonly record struct Life(ulong Who, uint Unmet, uint Met, int Group, float Severity, EffectiveNeedsCare Care);

    [Fact]
    public void Lanes_give_the_bits_of_the_plain_rule() => AnyLife.Array[1, NeedsOfEight.Persons].Sample(lives => Same(lives, Rates), iter: 40_000);

    [Theory]
    [InlineData("needs.recover", 1.2)]
    [InlineData("needs.lapse", 1.2)]
    public void So_they_do_where_hazards_are_too_great_for_them(string parameter, double value)
    {
        var rates = Examples.P.With((parameter, value)).Transitions;
        AnyLife.Array[1, NeedsOfEight.Persons].Sample(lives => Same(lives, rates), iter: 500);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(10)]
    [InlineData(20)]
    public void And_where_some_domains_are_met_too_fast_for_them(double faster)
    {
        var rates = Examples.P.With(("needs.recover", ParameterSet.Defaults.Needs.Recover * faster)).Transitions;
        Assert.True(rates.Lanes.Bounded && rates.Lanes.Unbounded is not 0 and not Domains.All);
        AnyLife.Array[1, NeedsOfEight.Persons].Sample(lives => Same(lives, rates), iter: 5_000);
    }

    [Fact]
    public void Care_beyond_a_share_is_left_to_the_rule() =>
        AnyLife.Sample(life => Same([life with { Care = new(1.5f, .5f, .5f, .5f) }, life with { Who = life.Who + 1 }], Rates), iter: 500);

    [Fact]
    public void No_threshold_is_outside_of_its_bounds() => Gen.Select(AnyLife, AnyLife).Sample((one, other) =>
    {
        if (!Avx512BW.IsSupported) return;
        var lives = Seated([one, other]);
        var bounds = new NeedBounds(Rates, ref lives);
        for (var d = 0; d < Domains.Count; d++)
            for (var i = 0; i < 2; i++)
            {
                var life = i == 0 ? one : other;
                var lane = i * NeedDraws.DomainsOfQuad + NeedDraws.LaneOf(d);
                var slack = bounds.Slack[lane];
                if (slack == ushort.MaxValue) continue;
                bounds.OfNone(d / 4, out var onset);
                bounds.OfUnmet(d / 4, out var met, out var metOrGone);
                bounds.OfMet(d / 4, out var gone, out var goneOrUnmet);
                var (care, pressure) = (life.Care.Of(d), NeedTransitions.Pressure(life.Unmet, life.Severity, Rates));
                var (meets, ends) = (ExactMath.Probability(Rates.Meet[d] * care), ExactMath.Probability(Rates.Recover * care));
                Holds(onset, ExactMath.Probability(Rates.Onset(life.Group)[d] * pressure));
                Holds(met, meets);
                Holds(metOrGone, meets + Rates.Spontaneous);
                Holds(gone, ends);
                Holds(goneOrUnmet, ends + ExactMath.Probability(Rates.Lapse * (1 - care)));

                void Holds(Vector512<ushort> bound, float probability) =>
                    Assert.InRange(NeedNumber.Threshold(probability) >> 16, bound[lane], (uint)bound[lane] + slack);
            }
    }, iter: 20_000);

    [Fact]
    public void Few_domains_are_left_open()
    {
        if (!Avx512BW.IsSupported) return;
        var random = RandomStreams.Of(1, 1);
        var left = 0;
        for (var who = 0ul; who < 80_000; who += NeedsOfEight.Persons)
        {
            var lives = Seated([.. Enumerable.Range(0, NeedsOfEight.Persons).Select(i => new Life(who + (ulong)i, 0x21, 0x1300, 0, 1, new(.5f, .5f, .5f, .7f)))]);
            var (drawn, open) = (new NeedDraws(), new DomainsOfEight());
            NeedDraws.Draw(random, ref lives.Who[0], NeedsOfEight.Persons, Month.Of(2001), ref drawn);
            NeedLanes.Move(ref lives.Needs, NeedsOfEight.Persons, ref drawn, new NeedBounds(Rates, ref lives), ref open);
            foreach (var domains in open)
                left += BitOperations.PopCount(domains);
        }
        // Of 28 thresholds a person 17 numbers each, of 65,536.
        Assert.InRange(left / 80_000.0, .004, .012);
    }

    [Fact]
    public void With_exact_bounds_just_a_number_at_a_threshold_is_left_open() =>
        Gen.Select(Gen.UInt.Array[NeedsOfEight.Persons], Gen.UInt.Array[NeedsOfEight.Persons], Gen.UShort[98, 106].Array[8 * 4 * NeedDraws.Quads]).Sample(
            (some, which, numbers) =>
            {
                if (!Avx512BW.IsSupported) return;
                var (drawn, open) = (new NeedDraws(), new DomainsOfEight());
                numbers.AsSpan().CopyTo(MemoryMarshal.Cast<Vector512<ulong>, ushort>(drawn[..]));
                var needs = new NeedsOfEight();
                for (var i = 0; i < NeedsOfEight.Persons; i++)
                    (NeedsOfEight.Unmet(ref needs, i), NeedsOfEight.Met(ref needs, i)) = (some[i] & which[i] & Domains.All, some[i] & ~which[i] & Domains.All);
                var was = needs;
                var any = NeedLanes.Move(ref needs, NeedsOfEight.Persons, ref drawn, new Exactly(), ref open);
                for (var i = 0; i < NeedsOfEight.Persons; i++)
                    for (var d = 0; d < Domains.Count; d++)
                    {
                        var (number, before) = (NeedDraws.Of(ref drawn, i, d), State(ref was, i, d));
                        var (first, either) = before switch { 'u' => (100u, 103u), 'm' => (101u, 104u), _ => (102u, 102u) };
                        var left = number == first || number == either;
                        Assert.Equal(left, any && (open[i] >> d & 1) != 0);
                        var after = left || number > either ? before : (before, number < first) switch { ('u', true) => 'm', ('u', false) => '-', ('m', true) => '-', _ => 'u' };
                        Assert.Equal(after, State(ref needs, i, d));
                    }
            });

    private static char State(ref NeedsOfEight needs, int person, int domain) =>
        (NeedsOfEight.Unmet(ref needs, person) >> domain & 1, NeedsOfEight.Met(ref needs, person) >> domain & 1) switch
        {
            (0, 0) => '-',
            (1, 0) => 'u',
            (0, 1) => 'm',
            _ => '!',
        };

    private readonly struct Exactly : INeedBounds
    {
        public Vector512<ushort> Slack => Vector512<ushort>.Zero;

        public uint Unbounded => 0;

        public void OfNone(int quad, out Vector512<ushort> onset) => onset = Vector512.Create((ushort)102);

        public void OfUnmet(int quad, out Vector512<ushort> met, out Vector512<ushort> metOrGone) =>
            (met, metOrGone) = (Vector512.Create((ushort)100), Vector512.Create((ushort)103));

        public void OfMet(int quad, out Vector512<ushort> gone, out Vector512<ushort> goneOrUnmet) =>
            (gone, goneOrUnmet) = (Vector512.Create((ushort)101), Vector512.Create((ushort)104));

        public (uint None, uint Unmet, uint Met) Most(int person) => (102, 103, 104);
    }

    private static LivesOfEight Seated(ReadOnlySpan<Life> persons)
    {
        var lives = new LivesOfEight();
        for (var i = 0; i < persons.Length; i++)
            lives.Seat(
                i, persons[i].Who, persons[i].Group, persons[i].Unmet, persons[i].Met,
                NeedTransitions.Pressure(persons[i].Unmet, persons[i].Severity, Rates), persons[i].Care);
        return lives;
    }

    private static void Same(Life[] persons, TransitionTable rates)
    {
        var random = RandomStreams.Of(persons[0].Who, 1);
        var month = Month.Of(2001, 7);
        var lives = Seated(persons);
        NeedTransitions.Live(ref lives, persons.Length, rates, random, month);
        for (var i = 0; i < persons.Length; i++)
        {
            var (who, unmet, met, group, severity, care) = persons[i];
            NeedTransitions.Plainly(ref unmet, ref met, group, severity, care, rates, random, who, month);
            Assert.Equal((unmet, met), (NeedsOfEight.Unmet(ref lives.Needs, i), NeedsOfEight.Met(ref lives.Needs, i)));
        }
    }
}
