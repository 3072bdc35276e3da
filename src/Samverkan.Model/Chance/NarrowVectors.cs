using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace Samverkan.Model.Chance;

/// <summary>
/// What kernels ask of vectors of 256 bits (AVX2) or 128 bits (SSE, AdvSimd) beyond <see cref="Vector"/>. A vector has 64 bits
/// for each of four or two persons: one number, or four lanes of 16 bits.
/// </summary>
internal static class NarrowVectors
{
    // Known when the code is compiled, so that one of two ways is left of it.
    private static bool Are256 => Vector<byte>.Count == Vector256<byte>.Count;

    /// <summary>64-bit products of each person's lower 32 bits and a number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<ulong> MultiplyLower(Vector<ulong> words, uint by)
    {
        var factor = new Vector<ulong>(by);
        if (Are256) return Avx2.Multiply(words.AsVector256().AsUInt32(), factor.AsVector256().AsUInt32()).AsVector();
        if (Sse2.IsSupported) return Sse2.Multiply(words.AsVector128().AsUInt32(), factor.AsVector128().AsUInt32()).AsVector();
        return AdvSimd.IsSupported
            ? AdvSimd.MultiplyWideningLower(AdvSimd.ExtractNarrowingLower(words.AsVector128()), Vector64.Create(by)).AsVector()
            : (words & new Vector<ulong>(uint.MaxValue)) * factor;
    }

    /// <summary>The upper halves of the products of lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<ushort> MultiplyHigh(Vector<ushort> a, Vector<ushort> b)
    {
        if (Are256) return Avx2.MultiplyHigh(a.AsVector256(), b.AsVector256()).AsVector();
        if (Sse2.IsSupported) return Sse2.MultiplyHigh(a.AsVector128(), b.AsVector128()).AsVector();
        Vector.Widen(a, out var lowerOfA, out var upperOfA);
        Vector.Widen(b, out var lowerOfB, out var upperOfB);
        return Vector.Narrow(lowerOfA * lowerOfB >>> 16, upperOfA * upperOfB >>> 16);
    }

    /// <summary>All bits of a lane that is less or equal.</summary>
    // Of numbers without a sign, x86 has a minimum and no such comparison.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<ushort> LessThanOrEqual(Vector<ushort> a, Vector<ushort> b) => Vector.Equals(Vector.Min(a, b), a);

    /// <summary>For each two persons sixteen of their bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<ushort> Shuffle(Vector<ushort> bytes, Vector128<byte> which) => Are256
        ? Avx2.Shuffle(bytes.AsVector256().AsByte(), Vector256.Create(which)).AsUInt16().AsVector()
        : Vector128.ShuffleNative(bytes.AsVector128().AsByte(), which).AsUInt16().AsVector();

    /// <summary>Words of 32 bits, each in the lower half of its person's bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<ushort> Widen(ref readonly uint first) => Widen(Words(in first));

    /// <inheritdoc cref="Widen(ref readonly uint)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<ushort> Widen(Vector128<uint> words) => Are256
        ? Avx2.ConvertToVector256Int64(words).AsUInt16().AsVector()
        : Vector128.WidenLower(words).AsUInt16().AsVector();

    /// <summary>The lower half of each widened word in all lanes of its person.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<ushort> RepeatLower(Vector<ushort> words) =>
        Shuffle(words, Vector128.Create(0x0100_0100_0100_0100UL, 0x0908_0908_0908_0908).AsByte());

    /// <summary>The upper half of each widened word in all lanes of its person.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<ushort> RepeatUpper(Vector<ushort> words) =>
        Shuffle(words, Vector128.Create(0x0302_0302_0302_0302UL, 0x0B0A_0B0A_0B0A_0B0A).AsByte());

    /// <summary>Flips bits of words.</summary>
    /// <param name="lanes">Bits of a word's lower half in a person's first lane, and of its upper half in the third one.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Flip(Vector<ulong> lanes, ref uint first)
    {
        var words = Shuffle(lanes.As<ulong, ushort>(), Vector128.Create(0x0D0C_0908_0504_0100UL, 0).AsByte()).As<ushort, ulong>();
        if (Are256)
            (Words(in first) ^ Avx2.Permute4x64(words.AsVector256(), 0b1000).GetLower().AsUInt32()).StoreUnsafe(ref first);
        else
            Unsafe.WriteUnaligned(ref Unsafe.As<uint, byte>(ref first), Two(in first) ^ words.AsVector128().ToScalar());
    }

    /// <summary>As many words as there are persons in a vector, from the lowest on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<uint> Words(ref readonly uint first) =>
        Are256 ? Vector128.LoadUnsafe(in first) : Vector128.CreateScalar(Two(in first)).AsUInt32();

    /// <summary>For each person the row of four lanes that its group has in a table.</summary>
    /// <param name="groups">The first person's; in its lowest lane, where in the table the row begins.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<ushort> Rows(ref readonly ushort table, ref readonly ulong groups) => Are256
        ? Vector256.Create(
            Row(in table, in groups, 0), Row(in table, in groups, 1), Row(in table, in groups, 2), Row(in table, in groups, 3))
            .AsUInt16().AsVector()
        : Vector128.Create(Row(in table, in groups, 0), Row(in table, in groups, 1)).AsUInt16().AsVector();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Row(ref readonly ushort table, ref readonly ulong groups, int person) => Unsafe.As<ushort, ulong>(
        ref Unsafe.Add(ref Unsafe.AsRef(in table), (nint)(ushort)Unsafe.Add(ref Unsafe.AsRef(in groups), person)));

    private static ulong Two(ref readonly uint first) =>
        Unsafe.ReadUnaligned<ulong>(in Unsafe.As<uint, byte>(ref Unsafe.AsRef(in first)));
}
