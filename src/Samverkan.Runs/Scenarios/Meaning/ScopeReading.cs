using Samverkan.Model.Parameters;
using Samverkan.Model.Policies;
using Samverkan.Runs.Scenarios.Language;
using Samverkan.Runs.Scenarios.Yaml;

namespace Samverkan.Runs.Scenarios.Meaning;

/// <summary>Where a change or event applies: places of the map, units, teams or persons in them, and, for families of parameters,
/// a group or a sector.</summary>
internal static class ScopeReading
{
    private const string Everywhere = "*";

    /// <returns>null, with the reason among the findings, if a place is not on the map.</returns>
    public static Scope? Places(MapNode? scope, ReadingContext context)
    {
        if (scope is null)
            return Scope.Everywhere;
        var counties = context.Counties;
        var county = Find(scope.Scalar("county"), "county", [.. counties.Select(c => new Named(c.Code, c.Name))], context);
        var inside = counties.Where(c => county is null or { Code: null } || c.Code == county.Value.Code);
        var municipality = Find(
            scope.Scalar("municipality"), "municipality",
            [.. inside.SelectMany(c => c.Municipalities).Select(m => new Named(m.Code, m.Name))], context);
        return county is null || municipality is null ? null : new Scope(county.Value.Code, municipality.Value.Code);
    }

    /// <summary>Places, and units, teams or persons in them.</summary>
    /// <returns>null, with the reason among the findings, if something of it cannot be read.</returns>
    public static Scope? Of(MapNode? scope, ReadingContext context)
    {
        var places = Places(scope, context);
        if (scope is null)
            return places;
        var (unit, team, person) = (NarrowScope.Unit(scope.Scalar("unit"), context),
            NarrowScope.Team(scope.Scalar("team"), context), NarrowScope.Person(scope.Scalar("person"), context));
        var unread = unit is null && scope.Find("unit") is not null || team is null && scope.Find("team") is not null
            || person is null && scope.Find("person") is not null;
        return unread || places is null ? null : places with { Unit = unit, Team = team, Person = person };
    }

    /// <summary>The parameters that a lever and its scope name; empty, with the reason among the findings, if there are
    /// none.</summary>
    public static IReadOnlyList<ParameterInfo> Parameters(ScalarNode lever, MapNode? scope, ReadingContext context)
    {
        var parameters = Wildcard.Parameters(lever.Text);
        foreach (var by in new[] { "group", "sector" })
            if (scope?.Scalar(by) is { Text: not Everywhere } wanted)
            {
                var keyed = parameters.Where(p => Wildcard.KeyOf(p) == wanted.Text).ToArray();
                if (keyed.Length == 0 && parameters.Count > 0 && Words(by).Contains(wanted.Text))
                    context.Findings.Error(wanted.Place, Codes.UnknownScope,
                        $"{lever.Text} has no value of its own for the {by} '{wanted.Text}'.{Hint(lever.Text, by)}");
                parameters = keyed;
            }
        return parameters;
    }

    private static string Hint(string lever, string by)
    {
        var families = Wildcard.Names.Where(n => Catalogue.Find($"{n}.{Words(by)[0]}") is not null);
        return DidYouMean.Of(lever, [.. families]) is { Length: > 0 } hint ? hint : $" Leave the {by} out.";
    }

    private sealed record Named(string Code, string Name);

    private static IReadOnlyList<string> Words(string by) => Catalogue.NamesOf(by == "group" ? Keys.Group : Keys.Sector);

    /// <returns>Code null: everywhere. null: not on the map.</returns>
    private static (string? Code, bool Found)? Find(ScalarNode? node, string kind, IReadOnlyList<Named> places,
        ReadingContext context)
    {
        if (node is null or { Text: Everywhere })
            return (null, true);
        if (PlaceNames.Find(node.Text, places, place => place.Code, place => place.Name) is { } found)
            return (found.Code, true);
        context.Findings.Error(node.Place, Codes.UnknownScope,
            $"There is no {kind} '{node.Text}' on the "
                + $"map.{DidYouMean.Of(node.Text, [.. places.Select(p => p.Name), .. places.Select(p => p.Code)])}");
        return null;
    }
}
