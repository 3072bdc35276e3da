using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Samverkan.Model.Snapshots;

/// <summary>Whether the bytes of a value are its content and nothing else, so that it can be taken as one block.</summary>
internal static class Bits<T>
{
    /// <summary>No references, and no byte of padding: what stands in padding is nobody's state and may differ between equal
    /// values.</summary>
    public static readonly bool AreContent =
        !RuntimeHelpers.IsReferenceOrContainsReferences<T>() && Bits.OfContent(typeof(T)) == Unsafe.SizeOf<T>();

    public static readonly bool AreWithoutReferences = !RuntimeHelpers.IsReferenceOrContainsReferences<T>();

    public static Span<byte> Of(Span<T> items) =>
        MemoryMarshal.CreateSpan(ref Unsafe.As<T, byte>(ref MemoryMarshal.GetReference(items)),
            items.Length * Unsafe.SizeOf<T>());
}

internal static class Bits
{
    public static bool AreContentOf(Type type) => Fact(type, nameof(Bits<int>.AreContent));

    public static bool AreWithoutReferencesIn(Type type) => Fact(type, nameof(Bits<int>.AreWithoutReferences));

    private static bool Fact(Type type, string name) =>
        (bool)typeof(Bits<>).MakeGenericType(type).GetField(name)!.GetValue(null)!;

    private static readonly MethodInfo Size = typeof(Unsafe).GetMethod(nameof(Unsafe.SizeOf))!;

    /// <summary>Bytes of the fields of a type without references that are state.</summary>
    public static int OfContent(Type type)
    {
        if (type.IsPrimitive || type.IsEnum) return (int)Size.MakeGenericMethod(type).Invoke(null, null)!;
        if (type.IsExplicitLayout) throw new InvalidSnapshot($"The fields of a {type} may overlap: it is no state.");
        var fields = DeclaredState.Of(type).Sum(field => OfContent(field.FieldType));
        return type.GetCustomAttribute<InlineArrayAttribute>() is { Length: var length } ? length * fields : fields;
    }
}
