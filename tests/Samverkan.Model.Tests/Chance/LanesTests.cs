using System.Numerics;
using CsCheck;
using Samverkan.Model.Chance;
using Samverkan.Model.Needs;
using Samverkan.Model.ServiceUsers;
using Xunit;

namespace Samverkan.Model.Tests.Chance;

/// <summary>What is drawn or solved at once gives the bits of what is drawn or solved one by one.</summary>
public class LanesTests
{
    [Fact]
    public void The_luck_of_many_is_drawn_at_once_as_one_by_one() =>
        Gen.Select(Gen.ULong, Gen.Int[0, 500], Gen.ULong.Array[0, 20], Gen.Int[0, 30_000])
        .Sample((seed, replication, who, index) =>
        {
            var random = RandomStreams.Of(seed, replication);
            var month = new Month(index);
            var persons = who.Select(id => new ServiceUser { Id = id }).ToArray();
            var all = new RosterDraws(random, month, Purpose.Referral);
            for (var i = 0; i < persons.Length; i++)
                Assert.Equal(PersonDraws.Of(random, who[i], month, Purpose.Referral), all.Of(persons, i));
        });

    [Fact]
    public void The_numbers_of_eight_persons_needs_are_drawn_at_once_as_one_by_one() =>
        Gen.Select(Gen.ULong, Gen.ULong.Array[NeedsOfEight.Persons], Gen.Int[1, NeedsOfEight.Persons], Gen.Int[0, 30_000])
        .Sample((seed, who, persons, index) =>
        {
            var random = RandomStreams.Of(seed, 1);
            var month = new Month(index);
            var drawn = new NeedDraws();
            NeedDraws.Draw(random, ref who[0], persons, month, ref drawn);
            for (var i = 0; i < persons; i++)
                for (var d = 0; d < Domains.Count; d++)
                    Assert.Equal(Upper(random.Words(who[i], month, Purpose.Needs, (uint)d / 8), d % 8),
                        NeedDraws.Of(ref drawn, i, d));
        });

    [Fact]
    public void So_they_are_in_narrow_vectors() =>
        Gen.Select(Gen.ULong, Gen.ULong.Array[Vector<ulong>.Count], Gen.Int[0, 30_000]).Sample((seed, who, index) =>
        {
            var random = RandomStreams.Of(seed, 1);
            var month = new Month(index);
            var drawn = new ulong[6 * Philox.Lanes];
            var purpose = (uint)month.Index | (uint)Purpose.Needs << 16;
            NarrowPhilox.Blocks(random.Key0, random.Key1, ref who[0], (purpose, purpose, purpose), (0, 1, 2), ref drawn[0]);
            for (var i = 0; i < who.Length; i++)
                for (var block = 0; block < 3; block++)
                {
                    var words = random.Words(who[i], month, Purpose.Needs, (uint)block);
                    Assert.Equal((ulong)words.W0 << 32 | words.W1, drawn[2 * block * Philox.Lanes + i]);
                    Assert.Equal((ulong)words.W2 << 32 | words.W3, drawn[(2 * block + 1) * Philox.Lanes + i]);
                }
        });

    private static uint Upper(Words words, int number) =>
        new[] { words.W0, words.W1, words.W2, words.W3 }[number / 2] >> 16 * (number % 2) & 0xFFFF;

    [Fact]
    public void The_table_of_a_gamma_distribution_gives_the_bits_of_the_bisection()
    {
        foreach (var shape in new[] { 1, 1.7, 2.5, 6 })
        {
            var table = new GammaQuantile(shape);
            Gen.Frequency((9, Gen.Double[0, 1]), (1, Gen.Double[0, .001]), (1, Gen.Double[.999, 1]))
                .Where(u => u is > 0 and < 1)
                .Sample(u => Assert.Equal((float)Distributions.GammaOfMeanOne(u, shape), table.Of(u)), iter: 20_000);
        }
    }
}
