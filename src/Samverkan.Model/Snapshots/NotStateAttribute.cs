namespace Samverkan.Model.Snapshots;

/// <summary>
/// Is derived from the world or used within one month only: a snapshot leaves it out. What comes back in a
/// field is an empty array, a new object if its constructor takes nothing, else null.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Field)]
public sealed class NotStateAttribute : Attribute;
