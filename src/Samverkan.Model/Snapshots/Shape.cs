using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;
using Samverkan.Model.Indicators;

namespace Samverkan.Model.Snapshots;

internal delegate void Write<in T>(StateWriter writer, T value);

internal delegate T Read<out T>(StateReader reader);

/// <summary>How values of one type are written and read; made once, when the type is first met.</summary>
internal static class Shape<T>
{
    private static readonly (Write<T> Write, Read<T> Read) Both = Make();

    public static Write<T> Write => Both.Write;

    public static Read<T> Read => Both.Read;

    private static (Write<T>, Read<T>) Make()
    {
        var type = typeof(T);
        if (type.GetCustomAttribute<NotStateAttribute>() is not null) return ((_, _) => { }, _ => default!);
        if (type == typeof(World)) return ((_, _) => { }, reader => (T)(object)reader.World);
        if (!RuntimeHelpers.IsReferenceOrContainsReferences<T>()) return Of(typeof(BitsShape<>), type);
        if (type == typeof(string)) return Of(typeof(TextShape));
        if (type == typeof(Indicator)) return Of(typeof(IndicatorShape));
        if (type.IsArray && type.GetArrayRank() == 1) return Of(typeof(ArrayShape<>), type.GetElementType()!);
        if (type.IsGenericType)
        {
            var open = type.GetGenericTypeDefinition();
            var of = type.GetGenericArguments();
            if (open == typeof(ImmutableArray<>)) return Of(typeof(ImmutableArrayShape<>), of);
            if (open == typeof(IReadOnlyList<>)) return Of(typeof(ReadOnlyListShape<>), of);
            if (open == typeof(List<>)) return Of(typeof(ListShape<>), of);
            if (open == typeof(Dictionary<,>)) return Of(typeof(DictionaryShape<,,>), [type, .. of]);
            if (open == typeof(SortedDictionary<,>)) return Of(typeof(DictionaryShape<,,>), [type, .. of]);
        }
        var isOurs = type.Assembly.GetName().Name!.StartsWith("Samverkan.", StringComparison.Ordinal) || type.FullName!.StartsWith("System.ValueTuple`", StringComparison.Ordinal)
            || type.FullName.StartsWith("System.Nullable`", StringComparison.Ordinal);
        if (isOurs && type is { IsAbstract: true, IsClass: true }) return Of(typeof(ClosedShape<>), type);
        if (!isOurs || type.IsAbstract || typeof(Delegate).IsAssignableFrom(type) || type.IsDefined(typeof(InlineArrayAttribute)))
            throw new InvalidSnapshot($"A {type} is neither state nor message: mark the field that holds it as not state, or give it a shape.");
        return Of(type.IsValueType ? typeof(ValueShape<>) : typeof(ObjectShape<>), type);
    }

    // A shape is a class with two static methods, Write and Read.
    private static (Write<T>, Read<T>) Of(Type shape, params Type[] of)
    {
        var type = shape.IsGenericTypeDefinition ? shape.MakeGenericType(of) : shape;
        return (
            type.GetMethod("Write", BindingFlags.Static | BindingFlags.Public)!.CreateDelegate<Write<T>>(),
            type.GetMethod("Read", BindingFlags.Static | BindingFlags.Public)!.CreateDelegate<Read<T>>());
    }
}
