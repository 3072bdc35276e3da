using System.Collections;
using System.Reflection;

namespace Samverkan.Grains.Driving;

/// <summary>
/// Equality of values of records by what they say: records within records, and lists by their members, where a record's own
/// equality asks whether two lists are one. The bytes of a snapshot do not tell, since a value that is absent may leave anything
/// in its place.
/// </summary>
internal static class Content
{
    public static bool AreEqual(object? one, object? other) =>
        ReferenceEquals(one, other)
        || one is not null && other is not null && one.GetType() == other.GetType() && (one switch
        {
            string or Enum or IConvertible => one.Equals(other),
            IEnumerable list => AreEqual(list, (IEnumerable)other),
            _ when FieldsOf(one.GetType()) is { Length: > 0 } fields =>
                fields.All(field => AreEqual(field.GetValue(one), field.GetValue(other))),
            _ => one.Equals(other),
        });

    private static bool AreEqual(IEnumerable one, IEnumerable other)
    {
        var (these, those) = (ListOf(one), ListOf(other));
        return these.Count == those.Count && these.Zip(those).All(pair => AreEqual(pair.First, pair.Second));
    }

    // A list that was never made is as good as an empty one.
    private static List<object?> ListOf(IEnumerable list) =>
        list.GetType().GetProperty("IsDefault")?.GetValue(list) is true ? [] : [.. list.Cast<object?>()];

    private static FieldInfo[] FieldsOf(Type type) =>
        type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic);
}
