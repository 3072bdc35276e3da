using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Samverkan.Model.Snapshots;

/// <summary>So many values in their order; those without references as one block of bits.</summary>
internal static class Items<T>
{
    private static readonly bool AreBits = !RuntimeHelpers.IsReferenceOrContainsReferences<T>();

    public static void Write(StateWriter writer, ReadOnlySpan<T> items)
    {
        writer.Number(items.Length);
        if (AreBits) writer.Bits<byte>(Bytes(MemoryMarshal.CreateSpan(ref MemoryMarshal.GetReference(items), items.Length)));
        else
            foreach (var item in items)
                Shape<T>.Write(writer, item);
    }

    /// <param name="made">Told of the array before its items are read, which may refer to it.</param>
    public static T[] Read(StateReader reader, Action<T[]>? made = null)
    {
        var items = new T[reader.Count(reader.Number(), AreBits ? Unsafe.SizeOf<T>() : 1)];
        made?.Invoke(items);
        if (AreBits) reader.Bits(Bytes(items));
        else
            for (var i = 0; i < items.Length; i++)
                items[i] = Shape<T>.Read(reader);
        return items;
    }

    private static Span<byte> Bytes(Span<T> items) =>
        MemoryMarshal.CreateSpan(ref Unsafe.As<T, byte>(ref MemoryMarshal.GetReference(items)), items.Length * Unsafe.SizeOf<T>());
}

internal static class ArrayShape<T>
{
    public static void Write(StateWriter writer, T[]? value)
    {
        if (writer.IsNew(value)) Items<T>.Write(writer, value);
    }

    public static T[]? Read(StateReader reader)
    {
        if (reader.Known(out var isNew) is { } known) return (T[])known;
        return isNew ? Items<T>.Read(reader, reader.Remember) : null;
    }
}

internal static class ImmutableArrayShape<T>
{
    public static void Write(StateWriter writer, ImmutableArray<T> value)
    {
        writer.Number(value.IsDefault ? 0 : 1);
        if (!value.IsDefault) Items<T>.Write(writer, value.AsSpan());
    }

    public static ImmutableArray<T> Read(StateReader reader) =>
        reader.Number() == 0 ? default : ImmutableCollectionsMarshal.AsImmutableArray(Items<T>.Read(reader));
}

internal static class ReadOnlyListShape<T>
{
    public static void Write(StateWriter writer, IReadOnlyList<T>? value)
    {
        writer.Number(value is null ? 0 : 1);
        if (value is not null) Items<T>.Write(writer, value as T[] ?? [.. value]);
    }

    public static IReadOnlyList<T>? Read(StateReader reader) => reader.Number() == 0 ? null : Items<T>.Read(reader);
}

internal static class ListShape<T>
{
    public static void Write(StateWriter writer, List<T>? value)
    {
        if (writer.IsNew(value)) Items<T>.Write(writer, CollectionsMarshal.AsSpan(value));
    }

    public static List<T>? Read(StateReader reader)
    {
        if (reader.Known(out var isNew) is { } known) return (List<T>)known;
        if (!isNew) return null;
        var list = new List<T>();
        reader.Remember(list);
        list.AddRange(Items<T>.Read(reader));
        return list;
    }
}

/// <summary>Dictionaries: pairs in their order.</summary>
internal static class DictionaryShape<TDictionary, TKey, TValue>
    where TDictionary : class, IDictionary<TKey, TValue>, new()
    where TKey : notnull
{
    public static void Write(StateWriter writer, TDictionary? value)
    {
        if (!writer.IsNew(value)) return;
        writer.Number(value!.Count);
        foreach (var (key, item) in value)
        {
            Shape<TKey>.Write(writer, key);
            Shape<TValue>.Write(writer, item);
        }
    }

    public static TDictionary? Read(StateReader reader)
    {
        if (reader.Known(out var isNew) is { } known) return (TDictionary)known;
        if (!isNew) return null;
        var dictionary = new TDictionary();
        reader.Remember(dictionary);
        for (var left = reader.Number(); left > 0; left--)
            dictionary.Add(Shape<TKey>.Read(reader), Shape<TValue>.Read(reader));
        return dictionary;
    }
}
