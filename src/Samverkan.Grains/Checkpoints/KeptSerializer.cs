using System.Buffers.Binary;
using Orleans.Storage;

namespace Samverkan.Grains.Checkpoints;

/// <summary>
/// How entries lie in Redis. What is packed lies there as its bytes, behind a mark and the build that wrote it. Everything else
/// is text (JSON), as every build since 0.1.0 reads it: so each can tell of a run whose it is.
/// </summary>
/// <param name="text">Writes and reads that text.</param>
internal sealed class KeptSerializer(IGrainStorageSerializer text) : IGrainStorageSerializer
{
    // No text begins with it.
    private const byte Mark = 1;

    private const int Head = 1 + sizeof(ulong);

    public BinaryData Serialize<T>(T? input)
    {
        if (input is not Kept { IsPacked: true, Bytes: { } bytes } kept) return text.Serialize(input);
        var entry = new byte[Head + bytes.Length];
        entry[0] = Mark;
        BinaryPrimitives.WriteUInt64LittleEndian(entry.AsSpan(1), kept.Build);
        bytes.CopyTo(entry, Head);
        return new BinaryData(entry);
    }

    public T? Deserialize<T>(BinaryData input)
    {
        var entry = input.ToMemory().Span;
        if (entry is not [Mark, ..] || typeof(T) != typeof(Kept)) return text.Deserialize<T>(input);
        var build = BinaryPrimitives.ReadUInt64LittleEndian(entry[1..]);
        return (T)(object)new Kept { Build = build, IsPacked = true, Bytes = entry[Head..].ToArray() };
    }
}
