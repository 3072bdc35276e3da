using System.Numerics;
using System.Runtime.CompilerServices;

namespace Samverkan.Model.Chance;

/// <summary><see cref="Philox.Blocks"/> in vectors of 256 or 128 bits.</summary>
internal static class NarrowPhilox
{
    /// <summary>The blocks of as many persons as a vector holds, laid out among those of eight.</summary>
    // Fast in the first second too: interim code of vectors is some fifty times slower.
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Blocks(
        uint key0, uint key1, ref ulong who, (uint First, uint Second, uint Third) c2, (uint First, uint Second, uint Third) c3,
        ref ulong blocks)
    {
        var (k0, k1) = (new Vector<ulong>(key0), new Vector<ulong>(key1));
        var low = Vector.LoadUnsafe(ref who);
        var high = low >>> 32;
        var a = new Counters(low, high, new(c2.First), new(c3.First));
        var b = new Counters(low, high, new(c2.Second), new(c3.Second));
        var c = new Counters(low, high, new(c2.Third), new(c3.Third));
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
        b.LastRound(k0, k1, ref Unsafe.Add(ref blocks, 2 * Philox.Lanes));
        c.LastRound(k0, k1, ref Unsafe.Add(ref blocks, 4 * Philox.Lanes));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Round(ref Counters a, ref Counters b, ref Counters c, ref Vector<ulong> k0, ref Vector<ulong> k1)
    {
        a.Round(k0, k1);
        b.Round(k0, k1);
        c.Round(k0, k1);
        k0 += new Vector<ulong>(Philox.Weyl0);
        k1 += new Vector<ulong>(Philox.Weyl1);
    }

    // A block of each person on its way.
    private ref struct Counters(Vector<ulong> c0, Vector<ulong> c1, Vector<ulong> c2, Vector<ulong> c3)
    {
        private Vector<ulong> c0 = c0, c1 = c1, c2 = c2, c3 = c3;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Round(Vector<ulong> k0, Vector<ulong> k1)
        {
            var p0 = NarrowVectors.MultiplyLower(c0, Philox.Multiplier0);
            var p1 = NarrowVectors.MultiplyLower(c2, Philox.Multiplier1);
            (c0, c1, c2, c3) = ((p1 >>> 32) ^ c1 ^ k0, p1, (p0 >>> 32) ^ c3 ^ k1, p0);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly void LastRound(Vector<ulong> k0, Vector<ulong> k1, ref ulong block)
        {
            (NarrowVectors.MultiplyLower(c2, Philox.Multiplier1) ^ (c1 << 32) ^ k0).StoreUnsafe(ref block);
            (NarrowVectors.MultiplyLower(c0, Philox.Multiplier0) ^ (c3 << 32) ^ k1).StoreUnsafe(ref block, Philox.Lanes);
        }
    }
}
