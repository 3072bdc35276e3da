using System.Runtime.CompilerServices;
using Samverkan.Model.Indicators;

namespace Samverkan.Model.Snapshots;

/// <summary>Values whose bytes are nothing but content.</summary>
internal static class BitsShape<T>
{
    public static void Write(StateWriter writer, T value) => writer.Value(value);

    public static T Read(StateReader reader)
    {
        T value = default!;
        reader.Bits(Bits<T>.Of(new Span<T>(ref value)));
        return value;
    }
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

/// <summary>Structs that hold references or padding: field by field.</summary>
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

/// <summary>One of the sealed kinds of an abstract class: its name, and then the object itself.</summary>
internal static class ClosedShape<T> where T : class
{
    private static readonly Kind[] Kinds = [.. typeof(T).Assembly.GetTypes()
        .Where(type => type.IsSealed && type.BaseType == typeof(T))
        .Select(type => (Kind)Activator.CreateInstance(typeof(Kind<>).MakeGenericType(typeof(T), type))!)];

    public static void Write(StateWriter writer, T? value)
    {
        writer.Text(value?.GetType().Name);
        if (value is not null) Array.Find(Kinds, kind => kind.Type == value.GetType())!.Write(writer, value);
    }

    public static T? Read(StateReader reader)
    {
        if (reader.Text() is not { } name) return null;
        var kind = Array.Find(Kinds, kind => kind.Type.Name == name)
            ?? throw new InvalidSnapshot($"It holds a kind of {typeof(T)} that there is not.");
        return kind.Read(reader);
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

/// <summary>
/// Records: field by field wherever they stand, so that equal ones give equal bytes. They come back without their constructor
/// being run.
/// </summary>
internal static class RecordShape<T> where T : class
{
    public static void Write(StateWriter writer, T? value)
    {
        writer.Number(value is null ? 0 : 1);
        if (value is not null) Fields<T>.Write(writer, ref value);
    }

    public static T? Read(StateReader reader)
    {
        if (reader.Number() == 0) return null;
        var value = (T)RuntimeHelpers.GetUninitializedObject(typeof(T));
        Fields<T>.Read(reader, ref value);
        return value;
    }
}

/// <summary>Other objects: once each, field by field. They come back without their constructor being run.</summary>
internal static class ObjectShape<T> where T : class
{
    public static void Write(StateWriter writer, T? value)
    {
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
