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

    /// <summary>
    /// Three blocks of each of eight whose counters begin alike, each the same as <see cref="Block"/> of its counter. Three
    /// chains of rounds side by side fill the time in which one waits for its products. Each counter word stands in the
    /// lower half of a 64-bit lane, where multiplication finds it; what is in the upper half reaches no result.
    /// </summary>
    /// <param name="who">The first two counter words of each of the eight.</param>
    /// <param name="c2">The third counter word of the first, second and third blocks; so is <paramref name="c3"/>.</param>
    /// <param name="blocks">Where the first of the eight gets its three blocks, one after the other.</param>
    /// <param name="distance">Bytes from there to the next one's.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Blocks(
        uint key0, uint key1, Vector512<ulong> who, (uint First, uint Second, uint Third) c2, (uint First, uint Second, uint Third) c3,
        ref Words blocks, int distance)
    {
        if (!Avx2.IsSupported)
        {
            for (var i = 0; i < Lanes; i++)
            {
                ref var here = ref Unsafe.AddByteOffset(ref blocks, i * distance);
                here = Block(key0, key1, (uint)who[i], (uint)(who[i] >> 32), c2.First, c3.First);
                Unsafe.Add(ref here, 1) = Block(key0, key1, (uint)who[i], (uint)(who[i] >> 32), c2.Second, c3.Second);
                Unsafe.Add(ref here, 2) = Block(key0, key1, (uint)who[i], (uint)(who[i] >> 32), c2.Third, c3.Third);
            }
            return;
        }
        var (k0, k1) = (Vector512.Create((ulong)key0), Vector512.Create((ulong)key1));
        var high = who >>> 32;
        var (a0, a1, a2, a3) = (who, high, Vector512.Create((ulong)c2.First), Vector512.Create((ulong)c3.First));
        var (b0, b1, b2, b3) = (who, high, Vector512.Create((ulong)c2.Second), Vector512.Create((ulong)c3.Second));
        var (d0, d1, d2, d3) = (who, high, Vector512.Create((ulong)c2.Third), Vector512.Create((ulong)c3.Third));
        // Two rounds a turn: words that change places twice need not be moved.
        for (var rounds = 0; rounds < 5; rounds++)
        {
            Round(ref a0, ref a1, ref a2, ref a3, k0, k1);
            Round(ref b0, ref b1, ref b2, ref b3, k0, k1);
            Round(ref d0, ref d1, ref d2, ref d3, k0, k1);
            (k0, k1) = (k0 + Vector512.Create((ulong)Weyl0), k1 + Vector512.Create((ulong)Weyl1));
            Round(ref a0, ref a1, ref a2, ref a3, k0, k1);
            Round(ref b0, ref b1, ref b2, ref b3, k0, k1);
            Round(ref d0, ref d1, ref d2, ref d3, k0, k1);
            (k0, k1) = (k0 + Vector512.Create((ulong)Weyl0), k1 + Vector512.Create((ulong)Weyl1));
        }
        Store(a0, a1, a2, a3, ref blocks, distance);
        Store(b0, b1, b2, b3, ref Unsafe.Add(ref blocks, 1), distance);
        Store(d0, d1, d2, d3, ref Unsafe.Add(ref blocks, 2), distance);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Round(
        ref Vector512<ulong> c0, ref Vector512<ulong> c1, ref Vector512<ulong> c2, ref Vector512<ulong> c3, Vector512<ulong> k0, Vector512<ulong> k1)
    {
        var p0 = Multiply(c0, Multiplier0);
        var p1 = Multiply(c2, Multiplier1);
        (c0, c1, c2, c3) = ((p1 >>> 32) ^ c1 ^ k0, p1, (p0 >>> 32) ^ c3 ^ k1, p0);
    }

    // The 64-bit products of the lower halves.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ulong> Multiply(Vector512<ulong> words, uint by)
    {
        if (Avx512F.IsSupported) return Avx512F.Multiply(words.AsUInt32(), Vector512.Create((ulong)by).AsUInt32());
        var factor = Vector256.Create((ulong)by).AsUInt32();
        return Vector512.Create(
            Avx2.Multiply(words.GetLower().AsUInt32(), factor), Avx2.Multiply(words.GetUpper().AsUInt32(), factor));
    }

    // A block of each of the eight.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(
        Vector512<ulong> c0, Vector512<ulong> c1, Vector512<ulong> c2, Vector512<ulong> c3, ref Words block, int distance)
    {
        var low = Vector512.Create(0xFFFFFFFFUL);
        var first = (c0 & low) | (c1 << 32);
        var second = (c2 & low) | (c3 << 32);
        Store(first.GetLower(), second.GetLower(), ref block, distance);
        Store(first.GetUpper(), second.GetUpper(), ref Unsafe.AddByteOffset(ref block, 4 * distance), distance);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector256<ulong> first, Vector256<ulong> second, ref Words block, int distance)
    {
        var (even, odd) = (Avx2.UnpackLow(first, second), Avx2.UnpackHigh(first, second));
        Store(even.GetLower(), ref block);
        Store(odd.GetLower(), ref Unsafe.AddByteOffset(ref block, distance));
        Store(even.GetUpper(), ref Unsafe.AddByteOffset(ref block, 2 * distance));
        Store(odd.GetUpper(), ref Unsafe.AddByteOffset(ref block, 3 * distance));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector128<ulong> block, ref Words to) => block.StoreUnsafe(ref Unsafe.As<Words, ulong>(ref to));
}
