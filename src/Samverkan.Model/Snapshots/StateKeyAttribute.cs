namespace Samverkan.Model.Snapshots;

/// <summary>Marks the field by which an item of a list is told from the others: a description names the item by it, not by its
/// position.</summary>
[AttributeUsage(AttributeTargets.Field)]
public sealed class StateKeyAttribute : Attribute;
