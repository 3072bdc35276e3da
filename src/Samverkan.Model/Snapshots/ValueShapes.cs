using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Samverkan.Model.Indicators;

namespace Samverkan.Model.Snapshots;

/// <summary>Values without references: their bits.</summary>
internal static class BitsShape<T>
{
    public static void Write(StateWriter writer, T value) => writer.Bits<byte>(Bytes(ref value));

    public static T Read(StateReader reader)
    {
        T value = default!;
        reader.Bits(Bytes(ref value));
        return value;
    }

    private static Span<byte> Bytes(ref T value) => MemoryMarshal.CreateSpan(ref Unsafe.As<T, byte>(ref value), Unsafe.SizeOf<T>());
}

internal static class TextShape
{
    public static void Write(StateWriter writer, string? value) => writer.Text(value);

    public static string? Read(StateReader reader) => reader.Text();
}

/// <summary>Indicators are the catalogue's own: named by position.</summary>
internal static class IndicatorShape
{
    public static void Write(StateWriter writer, Indicator? value) => writer.Number(value is null ? 0 : value.Index + 1);

    public static Indicator? Read(StateReader reader)
    {
        var index = reader.Number() - 1;
        if (index >= IndicatorCatalogue.All.Count) throw new InvalidSnapshot("It names an indicator that there is not.");
        return index < 0 ? null : IndicatorCatalogue.All[index];
    }
}

/// <summary>Structs that hold references: field by field.</summary>
internal static class ValueShape<T>
{
    public static void Write(StateWriter writer, T value) => Fields<T>.Write(writer, ref value);

    public static T Read(StateReader reader)
    {
        T value = default!;
        Fields<T>.Read(reader, ref value);
        return value;
    }
}

/// <summary>One of the sealed kinds of an abstract class: which one, in the order of their declaration, and then the object itself.</summary>
internal static class ClosedShape<T> where T : class
{
    private static readonly Kind[] Kinds = [.. typeof(T).Assembly.GetTypes()
        .Where(type => type.IsSealed && type.BaseType == typeof(T)).OrderBy(type => type.MetadataToken)
        .Select(type => (Kind)Activator.CreateInstance(typeof(Kind<>).MakeGenericType(typeof(T), type))!)];

    public static void Write(StateWriter writer, T? value)
    {
        var kind = value is null ? 0 : 1 + Array.FindIndex(Kinds, kind => kind.Type == value.GetType());
        writer.Number(kind);
        if (value is not null) Kinds[kind - 1].Write(writer, value);
    }

    public static T? Read(StateReader reader)
    {
        var kind = reader.Number();
        if (kind > Kinds.Length) throw new InvalidSnapshot($"It holds a kind of {typeof(T)} that there is not.");
        return kind == 0 ? null : Kinds[kind - 1].Read(reader);
    }

    private abstract class Kind
    {
        public abstract Type Type { get; }

        public abstract void Write(StateWriter writer, T value);

        public abstract T? Read(StateReader reader);
    }

    private sealed class Kind<TKind> : Kind where TKind : class, T
    {
        public override Type Type => typeof(TKind);

        public override void Write(StateWriter writer, T value) => Shape<TKind>.Write(writer, (TKind)value);

        public override T? Read(StateReader reader) => Shape<TKind>.Read(reader);
    }
}

/// <summary>Objects: once each, field by field. They come back without their constructor being run.</summary>
internal static class ObjectShape<T> where T : class
{
    public static void Write(StateWriter writer, T? value)
    {
        if (value is not null && value.GetType() != typeof(T)) throw new InvalidSnapshot($"A {value.GetType()} stands where a {typeof(T)} was expected.");
        if (writer.IsNew(value)) Fields<T>.Write(writer, ref value!);
    }

    public static T? Read(StateReader reader)
    {
        if (reader.Known(out var isNew) is { } known) return (T)known;
        if (!isNew) return null;
        var value = (T)RuntimeHelpers.GetUninitializedObject(typeof(T));
        reader.Remember(value);
        Fields<T>.Read(reader, ref value);
        return value;
    }
}
