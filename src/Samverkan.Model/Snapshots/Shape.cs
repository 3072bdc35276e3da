using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Samverkan.Model.Indicators;

namespace Samverkan.Model.Snapshots;

internal delegate void Write<in T>(StateWriter writer, T value);

internal delegate T Read<out T>(StateReader reader);

/// <summary>How values of one type are written and read, for those who have one at hand.</summary>
internal static class Shape<T>
{
    public static readonly Write<T> Write = Shape.Of(typeof(T)).GetMethod("Write")!.CreateDelegate<Write<T>>();

    public static readonly Read<T> Read = Shape.Of(typeof(T)).GetMethod("Read")!.CreateDelegate<Read<T>>();
}

/// <summary>Which class writes and reads values of a type: each has two static methods, Write and Read.</summary>
internal static class Shape
{
    public static Type Of(Type type)
    {
        if (type.IsValueType && Bits.AreContentOf(type)) return Closed(typeof(BitsShape<>), type);
        if (type == typeof(string)) return typeof(TextShape);
        if (type == typeof(Indicator)) return typeof(IndicatorShape);
        if (type.IsSZArray) return Closed(typeof(ArrayShape<>), type.GetElementType()!);
        if (type.IsGenericType)
        {
            var open = type.GetGenericTypeDefinition();
            var of = type.GetGenericArguments();
            if (open == typeof(ImmutableArray<>)) return Closed(typeof(ImmutableArrayShape<>), of);
            if (open == typeof(IReadOnlyList<>)) return Closed(typeof(ReadOnlyListShape<>), of);
            if (open == typeof(List<>)) return Closed(typeof(ListShape<>), of);
            if (open == typeof(SortedDictionary<,>)) return Closed(typeof(SortedDictionaryShape<,>), of);
        }
        var isOurs = type.Assembly.GetName().Name!.StartsWith("Samverkan.", StringComparison.Ordinal);
        if (isOurs && type is { IsAbstract: true, IsClass: true }) return Closed(typeof(ClosedShape<>), type);
        // Values of the framework have fields like others: pairs, what may be absent, instants.
        var hasFields = isOurs
            || type.FullName!.StartsWith("System.ValueTuple`", StringComparison.Ordinal)
            || type.FullName.StartsWith("System.Nullable`", StringComparison.Ordinal)
            || type.IsValueType && Bits.AreWithoutReferencesIn(type);
        if (!hasFields || !type.IsSealed || typeof(Delegate).IsAssignableFrom(type)
            || type.IsDefined(typeof(InlineArrayAttribute), false))
            throw new InvalidSnapshot(
                $"A {type} is neither state nor message: mark the field that holds it as not state, or give it a shape.");
        return Closed(type.IsValueType ? typeof(ValueShape<>) : DeclaredState.IsRecord(type) ? typeof(RecordShape<>)
            : typeof(ObjectShape<>), type);
    }

    private static Type Closed(Type shape, params Type[] of) => shape.MakeGenericType(of);
}
