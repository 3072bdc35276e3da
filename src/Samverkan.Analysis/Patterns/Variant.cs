using System.Collections.Immutable;
using System.Globalization;
using Samverkan.Model;
using Samverkan.Model.Parameters;
using Samverkan.Model.Policies;

namespace Samverkan.Analysis.Patterns;

/// <summary>A world that a pattern is judged in: a shipped scenario, or one with a few values changed.</summary>
/// <param name="Scenario">Id of the shipped scenario that it starts from.</param>
/// <param name="Full">Whether target groups are to be seen, which takes longer.</param>
public sealed record Variant(string Name, string Scenario, ImmutableArray<(string Parameter, double Value)> Changes,
    Intervention? Added = null, bool Full = false)
{
    private const double Never = 100_000;

    /// <summary>Ids of the scenario's interventions that are left out.</summary>
    public ImmutableArray<string> Without { get; init; } = [];

    public static readonly Variant Baseline = new("baseline", "baseline", [], Full: true);
    public static readonly Variant Separate = Shipped("separate-services");
    public static readonly Variant LeadersEarly = Shipped("leaders-replaced-early");
    public static readonly Variant LeadersLate = Shipped("leaders-replaced-late");

    /// <summary>Members leave as elsewhere, few meetings, no reviews of needs, no seats for associations.</summary>
    public static readonly Variant FeaturesAbsent = new("case features absent", "baseline",
    [
        ("cooperation.leaderExit", .15), ("committee.meetingsPerYear", 2), ("committee.adaptsSchedule", 0),
        ("agenda.reviewTerm", Never),
        ("committee.associationSeats", 0), ("element.allowed.stakeholder-participation", 0),
    ]);

    public static readonly Variant MeetingsStop = new(
        "meetings stop in 2005", "baseline", [("committee.adaptsSchedule", 0)], Set("committee.meetingsPerYear", 0, 2005));

    public static readonly Variant Large = new("12 more seats", "baseline", [("committee.associationSeats", 14)]);

    /// <summary>Where the cooperation cannot dissolve, so that trust alone tells worlds of high and low trust apart.</summary>
    public static readonly Variant HighTrust = Meeting("high trust", 24, ("cooperation.dissolution", 0));
    public static readonly Variant LowTrust = Meeting("low trust", 1, ("cooperation.dissolution", 0));

    public static Variant Meetings(int perYear) => Meeting($"{perYear} meetings a year", perYear);

    /// <summary>What the committee builds up is dated as in the case, so that no meeting can move teams and services.</summary>
    public static Variant SameTeams(string name, params ImmutableArray<(string, double)> changes) =>
        new(name, "history", changes) { Without = ["meetings-2005", "meetings-2012", "meetings-2014"] };

    /// <summary>The same world with a few more values changed.</summary>
    public Variant With(string name, params ImmutableArray<(string, double)> changes) =>
        this with { Name = name, Changes = [.. Changes, .. changes], Full = false };

    /// <summary>The same world with a value changed at a date.</summary>
    public Variant From(string name, string parameter, Operation operation, double value, int year) => this with
    {
        Name = name,
        Added = new(parameter, parameter, Scope.Everywhere, operation, value, Month.Of(year)),
        Full = false,
    };

    /// <summary>The same world with a sector's controllable frame a fifth lower from 2003.</summary>
    public Variant CutOf(string sector) => this with
    {
        Name = $"{Name}, {sector} cut",
        Added = new($"cut-of-{sector}", $"funding.controllable.{sector}", Scope.Everywhere, Operation.Multiply, .8,
            Month.Of(2003)),
        Full = false,
    };

    /// <summary>What is run: the scenario's blueprint with the changes made.</summary>
    public Blueprint Of(Blueprint scenario) => scenario with
    {
        Name = Name,
        Parameters = scenario.Parameters.With(
            Changes.Select(change => KeyValuePair.Create(Catalogue.Get(change.Parameter), change.Value))),
        Interventions = [.. scenario.Interventions.Where(one => !Without.Contains(one.Id)), .. Added is null ? []
            : new[] { Added }],
    };

    /// <summary>What is changed, as a scenario file would write it.</summary>
    public string InWords() => string.Join(", ", [
        .. Without.Select(id => $"without `{id}`"),
        .. Changes.Select(change => $"`{change.Parameter}` = {change.Value.ToString(CultureInfo.InvariantCulture)}"),
        .. Added is null ? []
        : new[] {
            $"`{Added.Parameter}` {Added.Operation.ToString().ToLowerInvariant()} "
                + $"{Added.Value.ToString(CultureInfo.InvariantCulture)} from {Added.At}" },
    ]);

    private static Variant Shipped(string id) => new(id, id, []);

    private static Variant Meeting(string name, int perYear, params ImmutableArray<(string, double)> changes) =>
        new(name, "baseline", [("committee.meetingsPerYear", perYear), ("committee.adaptsSchedule", 0), .. changes]);

    private static Intervention Set(string parameter, double value, int year) =>
        new(parameter, parameter, Scope.Everywhere, Operation.Set, value, Month.Of(year));
}
