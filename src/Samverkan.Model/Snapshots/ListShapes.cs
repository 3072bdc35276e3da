using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Samverkan.Model.Snapshots;

/// <summary>So many values in their order; as one block where their bytes are nothing but content.</summary>
internal static class Items<T>
{
    public static void Write(StateWriter writer, ReadOnlySpan<T> items)
    {
        writer.Number(items.Length);
        if (Bits<T>.AreContent)
            writer.Bits<byte>(Bits<T>.Of(MemoryMarshal.CreateSpan(ref MemoryMarshal.GetReference(items), items.Length)));
        else
        {
            var write = Shape<T>.Write;
            foreach (var item in items)
                write(writer, item);
        }
    }

    /// <param name="made">Told of the array before its items are read, which may refer to it.</param>
    public static T[] Read(StateReader reader, Action<T[]>? made = null)
    {
        var items = new T[reader.Count(reader.Number(), Bits<T>.AreContent ? Unsafe.SizeOf<T>() : 1)];
        made?.Invoke(items);
        if (Bits<T>.AreContent) reader.Bits(Bits<T>.Of(items));
        else
            for (var i = 0; i < items.Length; i++)
                items[i] = Shape<T>.Read(reader);
        return items;
    }
}

/// <summary>Arrays with room to spare: what is in use (<see cref="CountedByAttribute"/>). Their owner holds them alone.</summary>
internal static class FirstItemsShape<T>
{
    public static void Write(StateWriter writer, T[] value, int count) => Items<T>.Write(writer, value.AsSpan(0, count));

    public static T[] Read(StateReader reader) => Items<T>.Read(reader);
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

/// <summary>Sorted dictionaries: pairs in their order. That of others hangs on how they came to be, so that they are no
/// state.</summary>
internal static class SortedDictionaryShape<TKey, TValue> where TKey : notnull
{
    public static void Write(StateWriter writer, SortedDictionary<TKey, TValue>? value)
    {
        if (!writer.IsNew(value)) return;
        writer.Number(value!.Count);
        foreach (var (key, item) in value)
        {
            Shape<TKey>.Write(writer, key);
            Shape<TValue>.Write(writer, item);
        }
    }

    public static SortedDictionary<TKey, TValue>? Read(StateReader reader)
    {
        if (reader.Known(out var isNew) is { } known) return (SortedDictionary<TKey, TValue>)known;
        if (!isNew) return null;
        var dictionary = new SortedDictionary<TKey, TValue>();
        reader.Remember(dictionary);
        for (var left = reader.Number(); left > 0; left--)
            dictionary.Add(Shape<TKey>.Read(reader), Shape<TValue>.Read(reader));
        return dictionary;
    }
}
