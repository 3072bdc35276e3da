using CsCheck;
using Samverkan.Model.Chance;
using Xunit;

namespace Samverkan.Model.Tests.Chance;

/// <summary>What is drawn or solved at once gives the bits of what is drawn or solved one by one.</summary>
public class LanesTests
{
    [Fact]
    public void A_persons_luck_is_drawn_at_once_as_one_by_one() =>
        Gen.Select(Gen.ULong, Gen.Int[0, 500], Gen.ULong, Gen.Int[0, 30_000]).Sample((seed, replication, who, index) =>
        {
            var luck = Luck.Of(seed, replication);
            var month = new Month(index);
            PersonLuck.Draw(luck, who, month, out var drawn);
            Assert.Equal(luck.Words(who, month, Purpose.Fate), drawn.Fate);
            Assert.Equal(luck.Words(who, month, Purpose.Contact), drawn.Contact);
            Assert.Equal(luck.Unit(who, month, Purpose.Referral), drawn.Referral);
            Assert.Equal(luck.Unit(who, month, Purpose.Return), drawn.Return);
            for (var block = 0u; block < 3; block++)
            {
                var words = luck.Words(who, month, Purpose.Needs, block);
                var upper = System.Runtime.InteropServices.MemoryMarshal.CreateSpan(ref drawn.Needs, 24)[(8 * (int)block)..];
                Assert.Equal((ushort)words.W0, upper[0]);
                Assert.Equal((ushort)(words.W0 >> 16), upper[1]);
                Assert.Equal((ushort)words.W2, upper[4]);
                Assert.Equal((ushort)(words.W3 >> 16), upper[7]);
            }
        });

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
