using CsCheck;
using Samverkan.Model.Chance;

namespace Samverkan.Model.Tests.Chance;

public class LuckTests
{
    private static readonly Month Some = Month.Of(2001, 5);

    [Fact]
    public void A_draw_is_a_pure_function_of_its_key() =>
        Gen.Select(Gen.ULong, Gen.Int[0, 1000], Gen.ULong).Sample((seed, replication, who) =>
            RandomStreams.Of(seed, replication).Words(who, Some, Purpose.LifeEvents, 3) == RandomStreams.Of(seed, replication)
        .Words(who, Some, Purpose.LifeEvents, 3));

    [Fact]
    public void Every_part_of_the_key_gives_another_draw() =>
        Gen.Select(Gen.ULong, Gen.Int[0, 1000], Gen.ULong).Sample((seed, replication, who) =>
    {
        var random = RandomStreams.Of(seed, replication);
        Words[] draws =
        [
            random.Words(who, Some, Purpose.LifeEvents),
            RandomStreams.Of(seed + 1, replication).Words(who, Some, Purpose.LifeEvents),
            RandomStreams.Of(seed, replication + 1).Words(who, Some, Purpose.LifeEvents),
            random.Words(who + 1, Some, Purpose.LifeEvents),
            random.Words(who ^ 1UL << 40, Some, Purpose.LifeEvents),
            random.Words(who, Some + 1, Purpose.LifeEvents),
            random.Words(who, Some, Purpose.Contact),
            random.Words(who, Some, Purpose.LifeEvents, 1),
        ];
        return draws.Distinct().Count() == draws.Length;
    });

    [Fact]
    public void Every_purpose_has_a_number_of_its_own() =>
        Assert.Equal(Enum.GetValues<Purpose>().Length, Enum.GetValues<Purpose>().Distinct().Count());

    [Fact]
    public void Replications_of_one_seed_differ() =>
        Assert.Equal(10_000, Enumerable.Range(0, 10_000).Select(k => RandomStreams.Of(1, k)).Distinct().Count());

    [Fact]
    public void Numbers_are_uniform()
    {
        var random = RandomStreams.Of(1, 0);
        var deciles = new int[10];
        for (ulong who = 0; who < 50_000; who++)
            deciles[(int)(10 * random.Unit(who, Some, Purpose.Lot))]++;
        // Standard deviation of a decile's count is 67; five of them are 335.
        Assert.All(deciles, count => Assert.InRange(count, 5_000 - 335, 5_000 + 335));
    }

    [Theory]
    [InlineData(0u)]
    [InlineData(1u)]
    [InlineData(0x7FFFFFFFu)]
    [InlineData(uint.MaxValue)]
    public void A_word_is_a_number_strictly_between_0_and_1(uint word) =>
        Assert.InRange(RandomStreams.Unit(word), double.Epsilon, Math.BitDecrement(1));

    [Theory]
    [InlineData(0u, 0u)]
    [InlineData(0u, 0x7FFu)]
    [InlineData(uint.MaxValue, uint.MaxValue)]
    [InlineData(uint.MaxValue, 0xFFFFF800u)]
    public void Two_words_are_a_number_strictly_between_0_and_1(uint high, uint low) =>
        Assert.InRange(RandomStreams.Unit(high, low), double.Epsilon, Math.BitDecrement(1));
}
