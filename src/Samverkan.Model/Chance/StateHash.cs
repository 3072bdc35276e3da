using System.Runtime.InteropServices;

namespace Samverkan.Model.Chance;

/// <summary>
/// A hash of state, by which two runs are shown to be the same to the bit: a 64-bit multiply-and-rotate over the words in
/// their order. No cryptographic claim.
/// </summary>
public struct StateHash
{
    private ulong value;

    public readonly ulong Value => Mix(value);

    public void Add(ulong word) =>
        value = unchecked(System.Numerics.BitOperations.RotateLeft(value ^ word * 0x9E3779B185EBCA87, 29) * 0xC2B2AE3D27D4EB4F + 1);

    public void Add(long word) => Add(unchecked((ulong)word));

    public void Add(int word) => Add(unchecked((ulong)word));

    public void Add(double number) => Add(BitConverter.DoubleToUInt64Bits(number));

    public void Add(bool flag) => Add(flag ? 1UL : 0UL);

    public void Add(ReadOnlySpan<char> text)
    {
        foreach (var letter in text)
            Add((ulong)letter);
        Add((ulong)text.Length);
    }

    /// <summary>The raw bits of values that have no padding.</summary>
    public void AddBits<T>(ReadOnlySpan<T> values) where T : unmanaged
    {
        var bytes = MemoryMarshal.AsBytes(values);
        foreach (var word in MemoryMarshal.Cast<byte, ulong>(bytes))
            Add(word);
        foreach (var rest in bytes[(bytes.Length & ~7)..])
            Add((ulong)rest);
        Add((ulong)bytes.Length);
    }

    /// <summary>Stafford's variant 13 of the 64-bit finaliser: spreads every bit over all.</summary>
    public static ulong Mix(ulong z)
    {
        unchecked
        {
            z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9;
            z = (z ^ z >> 27) * 0x94D049BB133111EB;
            return z ^ z >> 31;
        }
    }
}
