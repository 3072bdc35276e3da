using System.Globalization;
using Samverkan.Model;
using Samverkan.Model.Needs;
using Samverkan.Model.Parameters;
using Samverkan.Model.Policies;
using Samverkan.Model.Units;
using Samverkan.Runs.Scenarios.Yaml;

namespace Samverkan.Runs.Scenarios.Meaning;

/// <summary>The part of a scope below municipalities: units, teams, persons.</summary>
internal static class NarrowScope
{
    private const string All = "*";
    private const string AtTheStart = "start";

    private static readonly (string Key, Reach Reach, string Noun)[] Levels =
        [("unit", Reach.Units, "units"), ("team", Reach.Teams, "teams"), ("person", Reach.Persons, "persons")];

    public static UnitScope? Unit(ScalarNode? node, ReadingContext context)
    {
        if (node is null) return null;
        if (node.Text == All) return new();
        if (Number(node.Text) is { } number) return new(Number: number);
        if (UnitKinds.Find(node.Text) is { } kind) return new(kind);
        context.Findings.Error(node.Place, Codes.UnknownScope,
            $"There is no kind of unit '{node.Text}'. A unit is a kind ({string.Join(", ", UnitKinds.Ids)}), the number of one "
                + $"as minutes and results have it, or '*'.{DidYouMean.Of(node.Text, UnitKinds.Ids)}");
        return null;
    }

    public static TeamScope? Team(ScalarNode? node, ReadingContext context)
    {
        if (node is null) return null;
        if (node.Text == All) return new();
        if (node.Text.Split('/') is [var unit, var team] && Part(unit) is var (u, _) && Part(team) is var (t, _))
            return new(u, t);
        context.Findings.Error(node.Place, Codes.UnknownScope,
            $"'{node.Text}' is not a team: write unit/team by their numbers, such as '4/0', '4/*' for all of unit 4, or '*'.");
        return null;
    }

    public static PersonScope? Person(ScalarNode? node, ReadingContext context)
    {
        if (node is null) return null;
        if (node.Text == All) return new();
        var parts = node.Text.Split('/');
        var group = TargetGroups.Find(parts[0]);
        if (group is null && parts[0] != All)
        {
            context.Findings.Error(node.Place, Codes.UnknownScope,
                $"'{parts[0]}' is not a target group. {Form}{DidYouMean.Of(parts[0], TargetGroups.Ids)}");
            return null;
        }
        var arrival = parts.Length > 1 ? Arrival(parts[1], context) : (null, true);
        var number = parts.Length > 2 ? Part(parts[2]) : (null, true);
        if (parts.Length <= 3 && arrival is var (month, _) && number is var (one, _) && one is not 0)
            return new(group, month, one);
        context.Findings.Error(node.Place, Codes.UnknownScope, $"'{node.Text}' does not name persons. {Form}");
        return null;
    }

    /// <summary>Whether the rules of those that the scope names read the parameter; if not, the findings say whose do.</summary>
    public static bool IsFelt(ParameterInfo parameter, MapNode? scope, ReadingContext context)
    {
        foreach (var (key, reach, noun) in Levels)
            if (scope?.Find(key) is { } entry && !parameter.Reach.HasFlag(reach))
            {
                var others = Levels.Where(l => parameter.Reach.HasFlag(l.Reach)).Select(l => l.Noun).Prepend("municipalities")
                    .Prepend("counties").ToArray();
                context.Findings.Error(entry.Place, Codes.UnsupportedScope,
                    $"No rule of {noun} reads {parameter.Id}: it can be changed for {string.Join(", ", others[..^1])} and "
                        + $"{others[^1]}.");
                return false;
            }
        return true;
    }

    /// <summary>Events happen in municipalities.</summary>
    public static void Refuse(MapNode? scope, ReadingContext context)
    {
        foreach (var (key, _, noun) in Levels)
            if (scope?.Find(key) is { } entry)
                context.Findings.Error(entry.Place, Codes.UnsupportedScope,
                    $"An event happens in counties and municipalities, not in single {noun}.");
    }

    private const string Form =
        "Persons are named by group, month of arrival and number, such as 'psychosis/1996-05/1' (the first of that month), "
            + "'psychosis/1996-05', 'psychosis' or '*'.";

    // Found: whether it says anything that can be understood.
    private static (Month? Month, bool Found)? Arrival(string text, ReadingContext context) => text switch
    {
        All => (null, true),
        AtTheStart => (context.Begins - (int)context.Start.Funding.WarmUpMonths - 1, true),
        _ => text.Length == 7 && Values.Dates.Start(text) is { } month ? (month, true) : null,
    };

    private static (int? Number, bool Found)? Part(string text) =>
        text == All ? (null, true) : Number(text) is { } number ? (number, true) : null;

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= ushort.MaxValue ? number
        : null;
}
