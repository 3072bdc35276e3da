using System.Runtime.InteropServices;

namespace Samverkan.Model.Chance;

/// <summary>
/// A hash of state, by which two runs are shown to be the same to the bit: a 64-bit multiply-and-rotate over the words in
/// their order. No cryptographic claim.
/// </summary>
public struct StateHash
{
    private const int Strands = 8;

    private ulong value;

    public readonly ulong Value => Mix(value);

    public void Add(ulong word) =>
        value = unchecked(System.Numerics.BitOperations.RotateLeft(value ^ word * 0x9E3779B185EBCA87, 29) * 0xC2B2AE3D27D4EB4F
            + 1);

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
        if (words.Length >= 2 * Strands) words = AddStrands(words);
        foreach (var word in words)
            Add(word);
        foreach (var rest in bytes[(bytes.Length & ~7)..])
            Add((ulong)rest);
        Add((ulong)bytes.Length);
    }

    // Long stretches in strands, word by word in turn: each strand waits for its own last product alone. No two values of a
    // word, nor of a strand before it, lead to the same strand after it.
    private ReadOnlySpan<ulong> AddStrands(ReadOnlySpan<ulong> words)
    {
        ulong a = 1, b = 2, c = 3, d = 4, e = 5, f = 6, g = 7, h = 8;
        for (; words.Length >= Strands; words = words[Strands..])
        {
            a = Step(a, words[0]);
            b = Step(b, words[1]);
            c = Step(c, words[2]);
            d = Step(d, words[3]);
            e = Step(e, words[4]);
            f = Step(f, words[5]);
            g = Step(g, words[6]);
            h = Step(h, words[7]);
        }
        foreach (var strand in (ReadOnlySpan<ulong>)[a, b, c, d, e, f, g, h])
            Add(strand);
        return words;
    }

    private static ulong Step(ulong strand, ulong word) =>
        unchecked(System.Numerics.BitOperations.RotateLeft(strand ^ word, 29) * 0xC2B2AE3D27D4EB4F + 1);

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
