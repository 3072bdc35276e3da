namespace Samverkan.Model.Snapshots;

/// <summary>
/// Marks an array or a column that has room for more than it holds: only its first items are state, as many as another field
/// of the same object says. It comes back from a snapshot without room to spare.
/// </summary>
/// <param name="count">Name of the field or the automatic property of type <see cref="int"/> that holds the number of
/// items.</param>
[AttributeUsage(AttributeTargets.Field)]
public sealed class CountedByAttribute(string count) : Attribute
{
    public string Count => count;
}
