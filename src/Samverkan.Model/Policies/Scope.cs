using Samverkan.Model.Chance;
using Samverkan.Model.Needs;
using Samverkan.Model.Units;

namespace Samverkan.Model.Policies;

/// <summary>
/// Where a change applies; null means everywhere. Places are codes as the map has them. A unit, a team or a person narrows
/// the change to what that actor's own rules read (<see cref="Parameters.Reach"/>). A group or sector is part of a
/// parameter's own id, so it is not repeated here.
/// </summary>
public sealed record Scope(
    string? County = null, string? Municipality = null, UnitScope? Unit = null, TeamScope? Team = null,
    PersonScope? Person = null)
{
    public static readonly Scope Everywhere = new();

    /// <summary>Whether it means units, teams or persons rather than whole municipalities.</summary>
    public bool IsNarrow => Unit is not null || Team is not null || Person is not null;
}

/// <summary>Units, with their teams; null: any.</summary>
/// <param name="Number">The unit's ordinal within its municipality, as minutes and results name it.</param>
public sealed record UnitScope(UnitKind? Kind = null, int? Number = null);

/// <summary>Teams; null: any.</summary>
/// <param name="Unit">The unit's ordinal within its municipality.</param>
/// <param name="Number">The team's ordinal within its unit.</param>
public sealed record TeamScope(int? Unit = null, int? Number = null);

/// <summary>
/// Persons, by where from and when they came: a person of that name exists in every scenario that has so many arrivals.
/// Null: any.
/// </summary>
/// <param name="Number">The person's number, from 1, among those of the group who came in that month.</param>
public sealed record PersonScope(TargetGroup? Group = null, Month? Arrival = null, int? Number = null)
{
    public bool Means(ulong person) =>
        (Group is null || (int)Group == Identity.GroupOf(person))
        && (Arrival is null || Arrival == Identity.ArrivalOf(person))
        && (Number is null || Number - 1 == Identity.OrdinalOf(person));
}
