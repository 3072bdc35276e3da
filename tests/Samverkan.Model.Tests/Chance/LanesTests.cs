using CsCheck;
using Samverkan.Model.Chance;
using Samverkan.Model.ServiceUsers;
using Xunit;

namespace Samverkan.Model.Tests.Chance;

/// <summary>What is drawn or solved at once gives the bits of what is drawn or solved one by one.</summary>
public class LanesTests
{
    [Fact]
    public void The_luck_of_many_is_drawn_at_once_as_one_by_one() =>
        Gen.Select(Gen.ULong, Gen.Int[0, 500], Gen.ULong.Array[0, 20], Gen.Int[0, 30_000]).Sample((seed, replication, who, index) =>
        {
            var luck = Luck.Of(seed, replication);
            var month = new Month(index);
            var persons = who.Select(id => new ServiceUser { Id = id }).ToArray();
            var all = new RosterLuck(luck, month, Purpose.Referral);
            for (var i = 0; i < persons.Length; i++)
            {
                var one = PersonLuck.Of(luck, who[i], month, Purpose.Referral);
                ref var drawn = ref all.Of(persons, i);
                Assert.Equal(one.Fate, drawn.Fate);
                Assert.Equal(one.Contact, drawn.Contact);
                Assert.Equal(one.Other, drawn.Other);
                Assert.Equal(Numbers(ref one), Numbers(ref drawn));
            }
        });

    [Fact]
    public void The_numbers_of_a_persons_needs_stand_in_the_order_of_the_domains()
    {
        var luck = Luck.Of(3, 4);
        var drawn = PersonLuck.Of(luck, 5, Month.Of(2000));
        var words = luck.Words(5, Month.Of(2000), Purpose.Needs, 1);
        Assert.Equal((ushort)words.W0, Numbers(ref drawn)[8]);
        Assert.Equal((ushort)(words.W3 >> 16), Numbers(ref drawn)[15]);
    }

    private static ushort[] Numbers(ref PersonLuck drawn) =>
        System.Runtime.InteropServices.MemoryMarshal.CreateSpan(ref drawn.Needs, NeedsLuck.NumbersPerPerson).ToArray();

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
