using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Samverkan.Model.Snapshots;

/// <summary>Bytes that grow, and the objects that are in them already: what is shared is written once.</summary>
internal sealed class StateWriter
{
    private readonly ObjectNumbers known = new();
    private readonly Dictionary<string, int> texts = new(StringComparer.Ordinal);
    private byte[] bytes = new byte[256];
    private int length;
    private (string? Text, int At) last;

    public ReadOnlySpan<byte> Written => bytes.AsSpan(0, length);

    /// <summary>Forgets what was written; the room for it is kept.</summary>
    public void Clear()
    {
        known.Clear();
        texts.Clear();
        (length, last) = (0, default);
    }

    /// <summary>A value whose bytes are nothing but content.</summary>
    public void Value<T>(T value)
    {
        Room(Unsafe.SizeOf<T>());
        Unsafe.WriteUnaligned(ref bytes[length], value);
        length += Unsafe.SizeOf<T>();
    }

    /// <summary>Whole numbers of 0 or more: seven bits a byte.</summary>
    public void Number(int value)
    {
        Room(5);
        if ((uint)value < 0x80)
        {
            bytes[length++] = (byte)value;
            return;
        }
        for (var rest = (uint)value; ; rest >>= 7)
        {
            if (rest < 0x80)
            {
                bytes[length++] = (byte)rest;
                return;
            }
            bytes[length++] = (byte)(rest | 0x80);
        }
    }

    public void Bits<T>(ReadOnlySpan<T> values) where T : unmanaged
    {
        var raw = MemoryMarshal.AsBytes(values);
        Room(raw.Length);
        raw.CopyTo(bytes.AsSpan(length));
        length += raw.Length;
    }

    /// <summary>Writes where an object is to be found: 0 for null, 1 for a new one that follows, else one of those
    /// before.</summary>
    /// <returns>Whether its content must follow.</returns>
    public bool IsNew(object? instance)
    {
        if (instance is null)
        {
            Number(0);
            return false;
        }
        var isKnown = known.Find(instance, out var at);
        Number(isKnown ? at + 2 : 1);
        return !isKnown;
    }

    /// <summary>Texts by content: paths and names come again and again.</summary>
    public void Text(string? text)
    {
        if (text is null)
        {
            Number(0);
            return;
        }
        // What one actor tells of itself comes in a row.
        var isKnown = ReferenceEquals(text, last.Text);
        if (!isKnown)
        {
            isKnown = texts.TryGetValue(text, out var at);
            if (!isKnown) texts.Add(text, at = texts.Count);
            last = (text, at);
        }
        if (isKnown)
        {
            Number(last.At + 2);
            return;
        }
        Number(1);
        Number(text.Length);
        Bits(text.AsSpan());
    }

    private void Room(int more)
    {
        if (bytes.Length - length < more) Array.Resize(ref bytes, Math.Max(bytes.Length * 2, length + more));
    }
}
