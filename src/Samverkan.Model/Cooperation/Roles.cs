namespace Samverkan.Model.Cooperation;

/// <summary>
/// Roles take posts of a team and serve as many persons as their caseload allows: coverage = posts x persons a post / persons
/// whom the role is for, 1 at most. What a role does to coordination, involvement and contact is scaled by it. Case managers
/// take on those first whose needs are complex or who were in the ward: others get what is left of their time.
/// </summary>
/// <param name="Coordinators">Coverage, 0 to 1.</param>
/// <param name="CaseManagers">Likewise.</param>
/// <param name="MultiCaseManagers">Of persons with complex needs.</param>
internal readonly record struct Roles(double Coordinators, double CaseManagers, double MultiCaseManagers)
{
    /// <summary>Coverage by case managers of those who come first.</summary>
    public double CaseManagersFirst { get; private init; } = CaseManagers;

    /// <summary>Everybody whom a role is for has one.</summary>
    public static Roles Full { get; } = new(1, 1, 1);

    /// <param name="posts">Filled posts of the team, in tenths.</param>
    /// <param name="persons">Persons on its caseload.</param>
    /// <param name="complex">Those of them with complex needs.</param>
    /// <param name="first">Those of them who come first for a case manager.</param>
    public static Roles Of(ElementParameters p, int posts, int persons, int complex, int first = 0)
    {
        var managed = Room(Element.CaseManagers);
        return new(
            Coverage(Room(Element.Coordinators), persons), Coverage(Math.Max(0, managed - first), persons - first),
            Coverage(Room(Element.MultiCaseManagers), complex))
        {
            CaseManagersFirst = Coverage(managed, first),
        };

        double Room(Element role) => p.RolePosts[(int)role] * (posts / 10.0) * p.RoleCaseload[(int)role];

        static double Coverage(double room, int whom) => whom <= 0 ? 1 : Math.Min(1, room / whom);
    }

    /// <summary>The same for a person who comes first for a case manager.</summary>
    public Roles ForFirst() => new(Coordinators, CaseManagersFirst, MultiCaseManagers) { CaseManagersFirst = CaseManagersFirst };

    /// <summary>Share of the staff's hours that the roles in place spend on coordination and not on needs.</summary>
    public static double HoursTaken(ElementParameters p, StructuralElements structure)
    {
        var posts = structure.Has(Element.CaseManagers) ? p.RolePosts[(int)Element.CaseManagers]
            : structure.Has(Element.Coordinators) ? p.RolePosts[(int)Element.Coordinators] : 0;
        if (structure.Has(Element.MultiCaseManagers)) posts += p.RolePosts[(int)Element.MultiCaseManagers];
        return Math.Min(1, posts) * (1 - p.RoleCare);
    }

    /// <summary>Coverage by an element; 1 where it is no role.</summary>
    public double Of(Element element) => element switch
    {
        Element.Coordinators => Coordinators,
        Element.CaseManagers => CaseManagers,
        Element.MultiCaseManagers => MultiCaseManagers,
        _ => 1,
    };
}
