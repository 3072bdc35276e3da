using CsCheck;
using Samverkan.Model.Chance;

namespace Samverkan.Model.Tests.Chance;

public class StateHashTests
{
    [Fact]
    public void One_changed_bit_changes_the_hash() =>
        Gen.Select(Gen.ULong.Array[1, 20], Gen.Int[0, 63], Gen.Int[0, 19]).Sample((words, bit, at) =>
    {
        var changed = (ulong[])words.Clone();
        changed[at % words.Length] ^= 1UL << bit;
        return Of(changed) != Of(words);
    });

    [Fact]
    public void Order_matters() => Gen.Select(Gen.ULong, Gen.ULong).Sample((a, b) => a == b || Of([a, b]) != Of([b, a]));

    [Fact]
    public void Bytes_beyond_whole_words_count() => Gen.Byte.Array[1, 40].Sample(bytes =>
    {
        var changed = (byte[])bytes.Clone();
        changed[^1]++;
        return OfBytes(changed) != OfBytes(bytes) && OfBytes(bytes[..^1]) != OfBytes(bytes);
    });

    private static ulong Of(ulong[] words)
    {
        var hash = new StateHash();
        foreach (var word in words)
            hash.Add(word);
        return hash.Value;
    }

    private static ulong OfBytes(byte[] bytes)
    {
        var hash = new StateHash();
        hash.AddBits<byte>(bytes);
        return hash.Value;
    }
}
