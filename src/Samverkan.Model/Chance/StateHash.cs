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
        foreach (var envelope in text)
            Add((ulong)envelope);
        Add((ulong)text.Length);
    }

    /// <summary>The raw bits of values that have no padding.</summary>
    public void AddBits<T>(ReadOnlySpan<T> values) where T : unmanaged
    {
        var bytes = MemoryMarshal.AsBytes(values);
        var words = MemoryMarshal.Cast<byte, ulong>(bytes);
        // Long stretches in four strands, word by word in turn: each strand waits for its own last product alone.
        if (words.Length >= 8)
        {
            StateHash a = new() { value = 1 }, b = new() { value = 2 }, c = new() { value = 3 }, d = new() { value = 4 };
            for (; words.Length >= 4; words = words[4..])
            {
                a.Add(words[0]);
                b.Add(words[1]);
                c.Add(words[2]);
                d.Add(words[3]);
            }
            Add(a.value);
            Add(b.value);
            Add(c.value);
            Add(d.value);
        }
        foreach (var word in words)
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
