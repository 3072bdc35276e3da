using Samverkan.Model.Chance;

namespace Samverkan.Model.Tests.Chance;

/// <summary>Known answers of Random123 (kat_vectors, philox4x32 with 10 rounds).</summary>
public class PhiloxTests
{
    [Fact]
    public void Zero_counter_and_key() =>
        Assert.Equal(new Words(0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8), Philox.Block(0, 0, 0, 0, 0, 0));

    [Fact]
    public void Counter_and_key_of_all_ones() => Assert.Equal(
        new Words(0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd),
        Philox.Block(~0u, ~0u, ~0u, ~0u, ~0u, ~0u));

    [Fact]
    public void Counter_and_key_of_the_digits_of_pi() => Assert.Equal(
        new Words(0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1),
        Philox.Block(0xa4093822, 0x299f31d0, 0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344));
}
