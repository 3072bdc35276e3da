using System.Reflection;

namespace Samverkan.Model.Snapshots;

/// <summary>
/// The declaration of state: the fields of a type, those of its base first, in the order in which they stand in the code.
/// Snapshots, hashes and descriptions are all made from it, so that a new field is in each of them without another line.
/// </summary>
internal static class DeclaredState
{
    private const BindingFlags Declared = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic
        | BindingFlags.DeclaredOnly;

    /// <summary>The fields that are state.</summary>
    public static IReadOnlyList<FieldInfo> Of(Type type) => [.. AllFields(type).Where(IsState)];

    /// <summary>Every field, state or not.</summary>
    public static IReadOnlyList<FieldInfo> AllFields(Type type)
    {
        var fields = new List<FieldInfo>();
        for (var part = type; part is not null && part != typeof(object) && part != typeof(ValueType); part = part.BaseType)
            fields.InsertRange(0, part.GetFields(Declared).OrderBy(field => field.MetadataToken));
        return fields;
    }

    public static bool IsState(FieldInfo field) =>
        field.FieldType != typeof(World) && !field.IsDefined(typeof(NotStateAttribute))
        && !field.FieldType.IsDefined(typeof(NotStateAttribute));

    /// <summary>The field that says how many items of an array are state; null: all are.</summary>
    public static FieldInfo? CountOf(FieldInfo field)
    {
        if (field.GetCustomAttribute<CountedByAttribute>() is not { Count: var name }) return null;
        return AllFields(field.DeclaringType!)
            .FirstOrDefault(other => other.FieldType == typeof(int) && NameOf(other) == InCamelCase(name))
            ?? throw new InvalidSnapshot(
                $"{field.DeclaringType}.{field.Name} is counted by {name}, which is no field of type int.");
    }

    /// <summary>The field by which items of a type are told apart; null: their position tells.</summary>
    public static FieldInfo? KeyOf(Type type) =>
        AllFields(type).FirstOrDefault(field => field.IsDefined(typeof(StateKeyAttribute)));

    /// <summary>As the code calls it, in camel case; the compiler's names of automatic properties and captured parameters are
    /// undone.</summary>
    public static string NameOf(FieldInfo field) =>
        InCamelCase(field.Name is ['<', .. var rest] ? rest[..rest.IndexOf('>', StringComparison.Ordinal)] : field.Name);

    /// <summary>Records are values: equal content is equal, whichever object holds it.</summary>
    public static bool IsRecord(Type type) => type.GetMethod("<Clone>$") is not null;

    private static string InCamelCase(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
