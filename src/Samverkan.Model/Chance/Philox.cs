namespace Samverkan.Model.Chance;

/// <summary>Four 32-bit words of luck.</summary>
public readonly record struct Words(uint W0, uint W1, uint W2, uint W3);

/// <summary>
/// Philox4x32-10: a counter-based generator, so that a draw is a pure function of its key and counter (Salmon, Moraes,
/// Dror, Shaw: Parallel random numbers, as easy as 1, 2, 3. SC'11).
/// </summary>
public static class Philox
{
    private const uint Multiplier0 = 0xD2511F53, Multiplier1 = 0xCD9E8D57;
    private const uint Weyl0 = 0x9E3779B9, Weyl1 = 0xBB67AE85;

    public static Words Block(uint key0, uint key1, uint c0, uint c1, uint c2, uint c3)
    {
        unchecked
        {
            for (var round = 0; round < 10; round++)
            {
                var p0 = (ulong)Multiplier0 * c0;
                var p1 = (ulong)Multiplier1 * c2;
                (c0, c1, c2, c3) = ((uint)(p1 >> 32) ^ c1 ^ key0, (uint)p1, (uint)(p0 >> 32) ^ c3 ^ key1, (uint)p0);
                key0 += Weyl0;
                key1 += Weyl1;
            }
        }
        return new Words(c0, c1, c2, c3);
    }
}
