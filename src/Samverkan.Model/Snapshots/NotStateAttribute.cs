namespace Samverkan.Model.Snapshots;

/// <summary>
/// Marks what is derived from the world or used within one month only. It is in no snapshot, hash or description. A field
/// comes back from a snapshot as an empty array, as a new object if its constructor takes nothing, else as null or zero.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Field)]
public sealed class NotStateAttribute : Attribute;
