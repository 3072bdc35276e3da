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
    /// <summary>Blocks that <see cref="Blocks"/> makes at once.</summary>
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
    /// Eight blocks at once, each the same as <see cref="Block"/> of its lane's counter. Each counter word stands in the
    /// lower half of a 64-bit lane, where multiplication finds it; what is in the upper half reaches no result.
    /// </summary>
    /// <param name="blocks">Where they go: lanes 0, 2, 4, 6, then 1, 3, 5, 7, as interleaving leaves them.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Blocks(
        uint key0, uint key1, Vector512<ulong> c0, Vector512<ulong> c1, Vector512<ulong> c2, Vector512<ulong> c3, ref Words blocks)
    {
        if (!Avx2.IsSupported)
        {
            for (var i = 0; i < Lanes; i++)
                Unsafe.Add(ref blocks, (i >> 1) + (i & 1) * 4) = Block(key0, key1, (uint)c0[i], (uint)c1[i], (uint)c2[i], (uint)c3[i]);
            return;
        }
        var (k0, k1) = (Vector512.Create((ulong)key0), Vector512.Create((ulong)key1));
        // Two rounds a turn: words that change places twice need not be moved.
        for (var rounds = 0; rounds < 5; rounds++)
        {
            Round(ref c0, ref c1, ref c2, ref c3, ref k0, ref k1);
            Round(ref c0, ref c1, ref c2, ref c3, ref k0, ref k1);
        }
        var low = Vector512.Create(0xFFFFFFFFUL);
        var first = (c0 & low) | (c1 << 32);
        var second = (c2 & low) | (c3 << 32);
        ref var words = ref Unsafe.As<Words, ulong>(ref blocks);
        if (Avx512F.IsSupported)
        {
            Avx512F.UnpackLow(first, second).StoreUnsafe(ref words);
            Avx512F.UnpackHigh(first, second).StoreUnsafe(ref words, 8);
            return;
        }
        Avx2.UnpackLow(first.GetLower(), second.GetLower()).StoreUnsafe(ref words);
        Avx2.UnpackLow(first.GetUpper(), second.GetUpper()).StoreUnsafe(ref words, 4);
        Avx2.UnpackHigh(first.GetLower(), second.GetLower()).StoreUnsafe(ref words, 8);
        Avx2.UnpackHigh(first.GetUpper(), second.GetUpper()).StoreUnsafe(ref words, 12);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Round(
        ref Vector512<ulong> c0, ref Vector512<ulong> c1, ref Vector512<ulong> c2, ref Vector512<ulong> c3, ref Vector512<ulong> k0,
        ref Vector512<ulong> k1)
    {
        var p0 = Multiply(c0, Multiplier0);
        var p1 = Multiply(c2, Multiplier1);
        (c0, c1, c2, c3) = ((p1 >>> 32) ^ c1 ^ k0, p1, (p0 >>> 32) ^ c3 ^ k1, p0);
        k0 += Vector512.Create((ulong)Weyl0);
        k1 += Vector512.Create((ulong)Weyl1);
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
}
