using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using CsCheck;
using Samverkan.Model.Chance;
using Samverkan.Model.Needs;
using Samverkan.Model.Parameters;
using Xunit;

namespace Samverkan.Model.Tests.Needs;

/// <summary>Vectors that a kernel is tried with.</summary>
public enum Width
{
    /// <summary>512 bits.</summary>
    Wide,

    /// <summary>256 or 128 bits, whatever this process has: <see cref="VectorModesTests"/> tries each.</summary>
    Narrow,
}

/// <summary>The needs kernel in lanes gives the bits of the rule as it is stated, domain by domain.</summary>
public class NeedLanesTests
{
    [Theory]
    [InlineData(Width.Wide)]
    [InlineData(Width.Narrow)]
    public void Lanes_give_the_bits_of_the_plain_rule(Width width) => Of(width).Lanes_give_the_bits_of_the_plain_rule();

    [Theory]
    [InlineData(Width.Wide, "needs.recover", 1.2)]
    [InlineData(Width.Wide, "needs.lapse", 1.2)]
    [InlineData(Width.Narrow, "needs.recover", 1.2)]
    [InlineData(Width.Narrow, "needs.lapse", 1.2)]
    public void So_they_do_where_hazards_are_too_great_for_them(Width width, string parameter, double value) =>
        Of(width).So_they_do_where_hazards_are_too_great_for_them(parameter, value);

    [Theory]
    [InlineData(Width.Wide)]
    [InlineData(Width.Narrow)]
    public void And_where_the_county_leads_on_alcohol_and_drugs(Width width) =>
        Of(width).So_they_do_where_hazards_are_too_great_for_them("needs.countyLeadsAddiction", 1);

    [Theory]
    [InlineData(Width.Wide, 4.0)]
    [InlineData(Width.Wide, 10.0)]
    [InlineData(Width.Wide, 20.0)]
    [InlineData(Width.Narrow, 4.0)]
    [InlineData(Width.Narrow, 10.0)]
    [InlineData(Width.Narrow, 20.0)]
    public void And_where_some_domains_are_met_too_fast_for_them(Width width, double faster) =>
        Of(width).And_where_some_domains_are_met_too_fast_for_them(faster);

    [Theory]
    [InlineData(Width.Wide)]
    [InlineData(Width.Narrow)]
    public void Care_beyond_a_share_is_left_to_the_rule(Width width) => Of(width).Care_beyond_a_share_is_left_to_the_rule();

    [Theory]
    [InlineData(Width.Wide)]
    [InlineData(Width.Narrow)]
    public void No_threshold_is_outside_of_its_bounds(Width width) => Of(width).No_threshold_is_outside_of_its_bounds();

    [Theory]
    [InlineData(Width.Wide)]
    [InlineData(Width.Narrow)]
    public void Few_domains_are_left_open(Width width) => Of(width).Few_domains_are_left_open();

    [Theory]
    [InlineData(Width.Wide)]
    [InlineData(Width.Narrow)]
    public void With_exact_bounds_just_a_number_at_a_threshold_is_left_open(Width width) =>
        Of(width).With_exact_bounds_just_a_number_at_a_threshold_is_left_open();

    private static NeedLanesChecks Of(Width width)
    {
        Assert.SkipUnless(width == Width.Narrow || NeedLanes.AreSupported, "This processor has no such vectors.");
        return new(width == Width.Wide ? new WideKernel() : new NarrowKernel());
    }
}

/// <summary>What is tried of a kernel.</summary>
internal interface IKernel
{
    /// <summary>A month of eight persons.</summary>
    void Live(ref LivesOfEight lives, int persons, TransitionTable rates, in RandomStreams random, Month month);

    /// <summary>The lanes alone, of all eight.</summary>
    void Move(ref LivesOfEight lives, ref NeedDraws drawn, TransitionTable rates, ref DomainsOfEight open);

    /// <summary>The lanes with thresholds of 102 for onset, 100 and 103 for unmet needs, 101 and 104 for met ones, and no
    /// slack.</summary>
    void MoveExactly(ref NeedsOfEight needs, ref NeedDraws drawn, ref DomainsOfEight open);

    /// <summary>For the first two persons: by quad, the bounds in the order of <see cref="INeedBounds"/>, then the slack; lane by
    /// lane.</summary>
    ushort[][] Bounds(ref LivesOfEight lives, TransitionTable rates, int quad);
}

internal sealed class WideKernel : IKernel
{
    public void Live(ref LivesOfEight lives, int persons, TransitionTable rates, in RandomStreams random, Month month) =>
        NeedTransitions.LiveInWideVectors(ref lives, persons, rates, random, month);

    public void Move(ref LivesOfEight lives, ref NeedDraws drawn, TransitionTable rates, ref DomainsOfEight open) =>
        NeedLanes.Move(ref lives.Needs, ref drawn, new NeedBounds(rates, ref lives), ref open);

    public void MoveExactly(ref NeedsOfEight needs, ref NeedDraws drawn, ref DomainsOfEight open) =>
        NeedLanes.Move(ref needs, ref drawn, new Exactly(), ref open);

    public ushort[][] Bounds(ref LivesOfEight lives, TransitionTable rates, int quad)
    {
        var bounds = new NeedBounds(rates, ref lives);
        bounds.OfNone(quad, out var onset);
        bounds.OfUnmet(quad, out var met, out var metOrGone);
        bounds.OfMet(quad, out var gone, out var goneOrUnmet);
        return [Lanes(onset), Lanes(met), Lanes(metOrGone), Lanes(gone), Lanes(goneOrUnmet), Lanes(bounds.Slack)];

        static ushort[] Lanes(Vector512<ushort> vector)
        {
            var lanes = new ushort[Vector512<ushort>.Count];
            vector.CopyTo(lanes);
            return lanes;
        }
    }

    private readonly struct Exactly : INeedBounds
    {
        public Vector512<ushort> Slack => Vector512<ushort>.Zero;

        public uint Unbounded => 0;

        public void OfNone(int quad, out Vector512<ushort> onset) => onset = Vector512.Create((ushort)102);

        public void OfUnmet(int quad, out Vector512<ushort> met, out Vector512<ushort> metOrGone) =>
            (met, metOrGone) = (Vector512.Create((ushort)100), Vector512.Create((ushort)103));

        public void OfMet(int quad, out Vector512<ushort> gone, out Vector512<ushort> goneOrUnmet) =>
            (gone, goneOrUnmet) = (Vector512.Create((ushort)101), Vector512.Create((ushort)104));
    }
}

internal sealed class NarrowKernel : IKernel
{
    public void Live(ref LivesOfEight lives, int persons, TransitionTable rates, in RandomStreams random, Month month) =>
        NeedTransitions.LiveInNarrowVectors(ref lives, persons, rates, random, month);

    public void Move(ref LivesOfEight lives, ref NeedDraws drawn, TransitionTable rates, ref DomainsOfEight open)
    {
        for (var first = 0; first < NeedsOfEight.Persons; first += Vector<ulong>.Count)
            NarrowNeedLanes.Move(ref lives.Needs, first, ref drawn, new NarrowNeedBounds(rates, ref lives, first), ref open);
    }

    public void MoveExactly(ref NeedsOfEight needs, ref NeedDraws drawn, ref DomainsOfEight open)
    {
        for (var first = 0; first < NeedsOfEight.Persons; first += Vector<ulong>.Count)
            NarrowNeedLanes.Move(ref needs, first, ref drawn, new Exactly(), ref open);
    }

    public ushort[][] Bounds(ref LivesOfEight lives, TransitionTable rates, int quad)
    {
        var bounds = new NarrowNeedBounds(rates, ref lives, 0);
        bounds.OfNone(quad, out var onset);
        bounds.OfUnmet(quad, out var met, out var metOrGone);
        bounds.OfMet(quad, out var gone, out var goneOrUnmet);
        return [Lanes(onset), Lanes(met), Lanes(metOrGone), Lanes(gone), Lanes(goneOrUnmet), Lanes(bounds.Slack)];

        static ushort[] Lanes(Vector<ushort> vector)
        {
            var lanes = new ushort[Vector<ushort>.Count];
            vector.CopyTo(lanes);
            return lanes;
        }
    }

    private readonly struct Exactly : INarrowNeedBounds
    {
        public Vector<ushort> Slack => Vector<ushort>.Zero;

        public uint Unbounded => 0;

        public void OfNone(int quad, out Vector<ushort> onset) => onset = new(102);

        public void OfUnmet(int quad, out Vector<ushort> met, out Vector<ushort> metOrGone) =>
            (met, metOrGone) = (new(100), new(103));

        public void OfMet(int quad, out Vector<ushort> gone, out Vector<ushort> goneOrUnmet) =>
            (gone, goneOrUnmet) = (new(101), new(104));
    }
}

internal sealed class NeedLanesChecks(IKernel kernel)
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
            who, needs & which & Domains.All, needs & ~which & Domains.All, grp, severity,
            new(county, municipality, both, Math.Max(municipality, .7f)));

    private readonly record struct Life(ulong Who, uint Unmet, uint Met, int Group, float Severity, EffectiveNeedsCare Care);

    public void Lanes_give_the_bits_of_the_plain_rule() =>
        AnyLife.Array[1, NeedsOfEight.Persons].Sample(lives => Same(lives, Rates), iter: 40_000);

    public void So_they_do_where_hazards_are_too_great_for_them(string parameter, double value)
    {
        var rates = Examples.P.With((parameter, value)).Transitions;
        AnyLife.Array[1, NeedsOfEight.Persons].Sample(lives => Same(lives, rates), iter: 500);
    }

    public void And_where_some_domains_are_met_too_fast_for_them(double faster)
    {
        var rates = Examples.P.With(("needs.recover", ParameterSet.Defaults.Needs.Recover * faster)).Transitions;
        Assert.True(rates.Lanes.Bounded && rates.Lanes.Unbounded is not 0 and not Domains.All);
        AnyLife.Array[1, NeedsOfEight.Persons].Sample(lives => Same(lives, rates), iter: 5_000);
    }

    public void Care_beyond_a_share_is_left_to_the_rule() =>
        AnyLife.Sample(life => Same([life with { Care = new(1.5f, .5f, .5f, .5f) }, life with { Who = life.Who + 1 }], Rates),
            iter: 500);

    public void No_threshold_is_outside_of_its_bounds() => Gen.Select(AnyLife, AnyLife).Sample((one, other) =>
    {
        var lives = Seated([one, other]);
        for (var d = 0; d < Domains.Count; d++)
            for (var i = 0; i < 2; i++)
            {
                var life = i == 0 ? one : other;
                var lane = i * NeedDraws.DomainsOfQuad + NeedDraws.LaneOf(d);
                var bounds = kernel.Bounds(ref lives, Rates, d / 4);
                var slack = bounds[5][lane];
                if (slack == ushort.MaxValue) continue;
                var (care, pressure) =
                    (life.Care.Of(Rates.CarerOf(d)), NeedTransitions.Pressure(life.Unmet, life.Severity, Rates));
                var (meets, ends) = (ExactMath.Probability(Rates.Meet[d] * care), ExactMath.Probability(Rates.Recover * care));
                Holds(bounds[0][lane], ExactMath.Probability(Rates.Onset(life.Group)[d] * pressure));
                Holds(bounds[1][lane], meets);
                Holds(bounds[2][lane], meets + Rates.Spontaneous);
                Holds(bounds[3][lane], ends);
                Holds(bounds[4][lane], ends + ExactMath.Probability(Rates.Lapse * (1 - care)));

                void Holds(ushort bound, float probability) =>
                    Assert.InRange(NeedNumber.Threshold(probability) >> 16, bound, (uint)bound + slack);
            }
    }, iter: 20_000);

    public void Few_domains_are_left_open()
    {
        var random = RandomStreams.Of(1, 1);
        var left = 0;
        for (var who = 0ul; who < 80_000; who += NeedsOfEight.Persons)
        {
            var lives =
                Seated([.. Enumerable.Range(0, NeedsOfEight.Persons)
                    .Select(i => new Life(who + (ulong)i, 0x21, 0x1300, 0, 1, new(.5f, .5f, .5f, .7f)))]);
            var (drawn, open) = (new NeedDraws(), new DomainsOfEight());
            NeedDraws.Draw(random, ref lives.Who[0], NeedsOfEight.Persons, Month.Of(2001), ref drawn);
            kernel.Move(ref lives, ref drawn, Rates, ref open);
            foreach (var domains in open)
                left += BitOperations.PopCount(domains);
        }
        // Of 28 thresholds a person 17 numbers each, of 65,536.
        Assert.InRange(left / 80_000.0, .004, .012);
    }

    public void With_exact_bounds_just_a_number_at_a_threshold_is_left_open() =>
        Gen.Select(Gen.UInt.Array[NeedsOfEight.Persons], Gen.UInt.Array[NeedsOfEight.Persons],
            Gen.UShort[98, 106].Array[8 * 4 * NeedDraws.Quads]).Sample(
            (some, which, numbers) =>
            {
                var (drawn, open) = (new NeedDraws(), new DomainsOfEight());
                numbers.AsSpan().CopyTo(MemoryMarshal.Cast<Vector512<ulong>, ushort>(drawn[..]));
                var needs = new NeedsOfEight();
                for (var i = 0; i < NeedsOfEight.Persons; i++)
                    (NeedsOfEight.Unmet(ref needs, i), NeedsOfEight.Met(ref needs, i)) =
                        (some[i] & which[i] & Domains.All, some[i] & ~which[i] & Domains.All);
                var was = needs;
                kernel.MoveExactly(ref needs, ref drawn, ref open);
                for (var i = 0; i < NeedsOfEight.Persons; i++)
                    for (var d = 0; d < Domains.Count; d++)
                    {
                        var (number, before) = (NeedDraws.Of(ref drawn, i, d), State(ref was, i, d));
                        var (first, either) = before switch { 'u' => (100u, 103u), 'm' => (101u, 104u), _ => (102u, 102u) };
                        var left = number == first || number == either;
                        Assert.Equal(left, (open[i] >> d & 1) != 0);
                        var after = left || number > either ? before
                            : (before, number < first) switch
                            {
                                ('u', true) => 'm',
                                ('u', false) => '-',
                                ('m', true) => '-',
                                _ =>
                                    'u'
                            };
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

    private static LivesOfEight Seated(ReadOnlySpan<Life> persons)
    {
        var lives = new LivesOfEight();
        for (var i = 0; i < persons.Length; i++)
            lives.Seat(
                i, persons[i].Who, persons[i].Group, persons[i].Unmet, persons[i].Met,
                NeedTransitions.Pressure(persons[i].Unmet, persons[i].Severity, Rates), persons[i].Care);
        return lives;
    }

    private void Same(Life[] persons, TransitionTable rates)
    {
        var random = RandomStreams.Of(persons[0].Who, 1);
        var month = Month.Of(2001, 7);
        var lives = Seated(persons);
        kernel.Live(ref lives, persons.Length, rates, random, month);
        for (var i = 0; i < persons.Length; i++)
        {
            var (who, unmet, met, group, severity, care) = persons[i];
            NeedTransitions.Plainly(ref unmet, ref met, group, severity, care, rates, random, who, month);
            Assert.Equal((unmet, met), (NeedsOfEight.Unmet(ref lives.Needs, i), NeedsOfEight.Met(ref lives.Needs, i)));
        }
    }
}
