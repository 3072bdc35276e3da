using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Samverkan.Model.Chance;

/// <summary>Four 32-bit words of luck.</summary>
public readonly record struct Words(uint W0, uint W1, uint W2, uint W3);

/// <summary>
/// Philox4x32-10: a counter-based generator, so that a draw is a pure function of its key and counter (Salmon, Moraes,
/// Dror, Shaw: Parallel random numbers, as easy as 1, 2, 3. SC'11).
/// </summary>
public static class Philox
{
    /// <summary>How many get their <see cref="Blocks"/> at once.</summary>
    public const int Lanes = 8;

    internal const uint Multiplier0 = 0xD2511F53, Multiplier1 = 0xCD9E8D57;
    internal const uint Weyl0 = 0x9E3779B9, Weyl1 = 0xBB67AE85;

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

    /// <summary>
    /// Three blocks of each of eight whose counters begin alike, each the same as <see cref="Block"/> of its counter. Three
    /// chains of rounds side by side fill the time in which one waits for its products. Each counter word stands in the
    /// lower half of a 64-bit lane, where multiplication finds it; what is in the upper half reaches no result.
    /// </summary>
    /// <param name="who">The first two counter words of each of the eight.</param>
    /// <param name="asked">How many of the eight are asked for; what the others get is not defined.</param>
    /// <param name="c2">The third counter word of the first, second and third blocks; so is <paramref name="c3"/>.</param>
    /// <param name="blocks">
    /// Room for six: of each block its first two words, then its last two, one of the eight to a lane of 64 bits and of two
    /// words the second one in its lower half, for that is how the last products leave them.
    /// </param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Blocks(
        uint key0, uint key1, ref ulong who, int asked, (uint First, uint Second, uint Third) c2,
        (uint First, uint Second, uint Third) c3,
        ref Vector512<ulong> blocks)
    {
        if (!Avx512F.IsSupported)
        {
            for (var first = 0; first < asked; first += Vector<ulong>.Count)
                NarrowPhilox.Blocks(key0, key1, ref Unsafe.Add(ref who, first), c2, c3,
                    ref Unsafe.Add(ref Unsafe.As<Vector512<ulong>, ulong>(ref blocks), first));
            return;
        }
        var (k0, k1) = (Vector512.Create((ulong)key0), Vector512.Create((ulong)key1));
        var low = Vector512.LoadUnsafe(ref who);
        var high = low >>> 32;
        // Unrolled: words that change places need not be moved, and what the three have in common is computed once.
        var a = new Counters(low, high, Vector512.Create((ulong)c2.First), Vector512.Create((ulong)c3.First));
        var b = new Counters(low, high, Vector512.Create((ulong)c2.Second), Vector512.Create((ulong)c3.Second));
        var c = new Counters(low, high, Vector512.Create((ulong)c2.Third), Vector512.Create((ulong)c3.Third));
        Round(ref a, ref b, ref c, ref k0, ref k1);
        Round(ref a, ref b, ref c, ref k0, ref k1);
        Round(ref a, ref b, ref c, ref k0, ref k1);
        Round(ref a, ref b, ref c, ref k0, ref k1);
        Round(ref a, ref b, ref c, ref k0, ref k1);
        Round(ref a, ref b, ref c, ref k0, ref k1);
        Round(ref a, ref b, ref c, ref k0, ref k1);
        Round(ref a, ref b, ref c, ref k0, ref k1);
        Round(ref a, ref b, ref c, ref k0, ref k1);
        (k0, k1) = (k0 << 32, k1 << 32);
        a.LastRound(k0, k1, ref blocks);
        b.LastRound(k0, k1, ref Unsafe.Add(ref blocks, 2));
        c.LastRound(k0, k1, ref Unsafe.Add(ref blocks, 4));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Round(ref Counters a, ref Counters b, ref Counters c, ref Vector512<ulong> k0, ref Vector512<ulong> k1)
    {
        a.Round(k0, k1);
        b.Round(k0, k1);
        c.Round(k0, k1);
        k0 += Vector512.Create((ulong)Weyl0);
        k1 += Vector512.Create((ulong)Weyl1);
    }

    // A block of each of the eight on its way.
    private ref struct Counters(Vector512<ulong> c0, Vector512<ulong> c1, Vector512<ulong> c2, Vector512<ulong> c3)
    {
        private Vector512<ulong> c0 = c0, c1 = c1, c2 = c2, c3 = c3;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Round(Vector512<ulong> k0, Vector512<ulong> k1)
        {
            var p0 = Multiply(c0, Multiplier0);
            var p1 = Multiply(c2, Multiplier1);
            (c0, c1, c2, c3) = ((p1 >>> 32) ^ c1 ^ k0, p1, (p0 >>> 32) ^ c3 ^ k1, p0);
        }

        // The upper half of a product stays where it is, and takes in what would have come to it below. Keys stand above, too.
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly void LastRound(Vector512<ulong> k0, Vector512<ulong> k1, ref Vector512<ulong> block)
        {
            block = Multiply(c2, Multiplier1) ^ (c1 << 32) ^ k0;
            Unsafe.Add(ref block, 1) = Multiply(c0, Multiplier0) ^ (c3 << 32) ^ k1;
        }
    }

    // The 64-bit products of the lower halves.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ulong> Multiply(Vector512<ulong> words, uint by) =>
        Avx512F.Multiply(words.AsUInt32(), Vector512.Create((ulong)by).AsUInt32());
}
