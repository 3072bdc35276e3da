using System.Collections.Immutable;

namespace Samverkan.Model;

/// <summary>
/// The month as government announces it: the message that goes down the whole tree first. What laws, grants and
/// epidemiology say in that month follows from it and the blueprint, which every actor holds.
/// </summary>
/// <param name="Fired">For each intervention of the blueprint, the month in which its trigger fired; empty without
/// triggers.</param>
public sealed record Context(Month Month, ImmutableArray<Month?> Fired)
{
    /// <summary>The month from which on somebody looks ahead to this one; null: nobody does.</summary>
    public Month? SeenFrom { get; init; }

    /// <summary>When the trigger of an intervention fired, if it has. One that came after this context was made has
    /// not.</summary>
    public Month? FiredAt(int intervention) => Fired.IsDefault || intervention >= Fired.Length ? null : Fired[intervention];
}
