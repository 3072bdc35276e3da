using Samverkan.Model.Teams;
using Samverkan.Model.Units;

namespace Samverkan.Model.Policies;

/// <summary>A team's place below its municipality, as scopes name it.</summary>
public readonly record struct TeamPlace(UnitKind Kind, TeamAddress Address);

/// <summary>Whose rules ask for parameters: a municipality, or a unit, team or person in it.</summary>
/// <param name="Municipality">Position in the map, counted through all counties; -1: the nation.</param>
internal readonly record struct Where(int Municipality, UnitKind? Kind = null, int? Unit = null, int? Team = null,
    ulong? Person = null)
{
    public static Where Of(int municipality, in TeamPlace place) =>
        new(municipality, place.Kind, place.Address.Unit, place.Address.Team);

    /// <summary>Whether a scope's unit, team and person mean this one. Who has none is not meant by a narrow scope.</summary>
    public bool IsIn(Scope scope) =>
        (scope.Unit is not { } unit
            || Unit is not null && (unit.Kind is null || unit.Kind == Kind) && (unit.Number is null || unit.Number == Unit))
        && (scope.Team is not { } team
            || Team is not null && (team.Unit is null || team.Unit == Unit) && (team.Number is null || team.Number == Team))
        && (scope.Person is not { } persons || Person is { } person && persons.Means(person));
}
