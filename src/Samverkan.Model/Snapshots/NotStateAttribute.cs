namespace Samverkan.Model.Snapshots;

/// <summary>
/// Is derived from the world or used within one month only: a snapshot leaves it out. What comes back is null, or an
/// empty array.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Field)]
public sealed class NotStateAttribute : Attribute;
