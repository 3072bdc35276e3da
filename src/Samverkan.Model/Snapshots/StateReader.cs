using System.Runtime.InteropServices;

namespace Samverkan.Model.Snapshots;

/// <summary>Reads what a <see cref="StateWriter"/> wrote.</summary>
/// <param name="world">The world in which actors come back to life; null for messages, which hold none.</param>
internal sealed class StateReader(ReadOnlyMemory<byte> bytes, World? world)
{
    private readonly List<object> known = [];
    private readonly List<string> texts = [];
    private ReadOnlyMemory<byte> rest = bytes;

    public World World => world ?? throw new InvalidSnapshot("A message holds a world.");

    public bool AtEnd => rest.IsEmpty;

    public int Number()
    {
        uint value = 0;
        for (var shift = 0; shift < 35; shift += 7)
        {
            var one = Take(1)[0];
            value |= (uint)(one & 0x7F) << shift;
            if (one < 0x80) return (int)value;
        }
        throw new InvalidSnapshot("A number has no end.");
    }

    public void Bits<T>(Span<T> values) where T : unmanaged
    {
        var raw = MemoryMarshal.AsBytes(values);
        Take(raw.Length).CopyTo(raw);
    }

    public string? Text()
    {
        var at = Number();
        if (at == 0) return null;
        if (at > 1) return at - 2 < texts.Count ? texts[at - 2]
            : throw new InvalidSnapshot("A text is referred to that was not read.");
        var envelopes = new char[Count(Number(), sizeof(char))];
        Bits(envelopes.AsSpan());
        texts.Add(new string(envelopes));
        return texts[^1];
    }

    /// <summary>A count of things that take at least so many bytes each: more than there are bytes is no snapshot.</summary>
    public int Count(int count, int bytesEach)
    {
        if (count < 0 || (long)count * bytesEach > rest.Length) throw new InvalidSnapshot("More is announced than follows.");
        return count;
    }

    /// <summary>An object read before; null when a new one follows, or when there is none.</summary>
    public object? Known(out bool isNew)
    {
        var at = Number();
        isNew = at == 1;
        if (at < 2) return null;
        return at - 2 < known.Count ? known[at - 2] : throw new InvalidSnapshot("An object is referred to that was not read.");
    }

    public void Remember(object instance) => known.Add(instance);

    private ReadOnlySpan<byte> Take(int count)
    {
        if (count > rest.Length) throw new InvalidSnapshot("It ends too early.");
        var taken = rest.Span[..count];
        rest = rest[count..];
        return taken;
    }
}

/// <summary>Bytes that are no snapshot, or one of another version of the model.</summary>
public sealed class InvalidSnapshot(string message) : Exception(message);
