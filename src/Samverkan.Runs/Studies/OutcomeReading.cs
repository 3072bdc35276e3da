using System.Collections.Immutable;
using Samverkan.Model;
using Samverkan.Model.Indicators;
using Samverkan.Runs.Scenarios;
using Samverkan.Runs.Scenarios.Meaning;
using Samverkan.Runs.Scenarios.Own;
using Samverkan.Runs.Scenarios.Yaml;

namespace Samverkan.Runs.Studies;

/// <summary><c>outcomes</c> and <c>filter</c>: what is asked of every run.</summary>
internal static class OutcomeReading
{
    public static ImmutableArray<Outcome> Read(MapNode root, ImmutableArray<Policy> policies, Month since, Month to,
        ReadingContext context)
    {
        var nodes = root.Items("outcomes");
        if (nodes.IsEmpty && root.Find("outcomes") is { } none)
            context.Findings.Error(none.Place, Codes.Missing, "A study asks for at least one outcome.");
        var outcomes = ImmutableArray.CreateBuilder<Outcome>();
        foreach (var node in nodes)
        {
            if (Read(node, root.Map("filter"), policies[0].Blueprint, since, to, context) is not { } outcome)
                continue;
            // Of two plain names the check of words has told.
            if (node is MapNode && outcomes.Any(o => o.Id == outcome.Id))
                context.Findings.Error(node.Place, Codes.DuplicateId,
                    $"The outcome '{outcome.Id}' stands here a second time. Give one of them a name of its own: {{ id: "
                        + $"another-name, indicator: {outcome.Id} }}.");
            outcomes.Add(outcome);
        }
        return outcomes.ToImmutable();
    }

    private static Outcome? Read(Node node, MapNode? filter, Blueprint world, Month since, Month to, ReadingContext context)
    {
        var map = node as MapNode;
        if (map?.Scalar("expression") is { } expression)
            return Own(map, expression, filter, world, since, to, context);
        if (map is not null && map.Find("indicator") is null)
            context.Findings.Error(map.Place, Codes.Missing, "An outcome names an 'indicator', or has an 'expression'.");
        foreach (var key in new[] { "unit", "better" })
            if (map?.Find(key) is { } given)
                context.Findings.Error(
                    given.Place, Codes.BadExpression, $"'{key}' goes with an 'expression'; an indicator has its own.");
        if ((map?.Text("indicator") ?? (node as ScalarNode)?.Text) is not { } name)
            return null;
        var (from, until) = DuringReading.Of(map?.Scalar("during"), context) ?? (since, to);
        var group = map?.Text("group") ?? filter?.Text("group");
        var municipalities = OwnOutcomeReading.Municipality(
            map?.Scalar("municipality") ?? filter?.Scalar("municipality"), world.Counties, context);
        var id = map?.Text("id") ?? name;
        if (FateOutcome.Find(name) is { } fate)
        {
            if (map?.Find("group") is { } g)
                context.Findings.Error(g.Place, Codes.UnsupportedScope,
                    "What becomes of the cooperation is not told by target group.");
            return fate.Outcome(from, until, world.To) with { Id = id, Municipalities = municipalities };
        }
        return IndicatorCatalogue.Find(name) is { } indicator
            ? new(id, Title(indicator, group, map), indicator.Over == Reduction.Sum ? $"{indicator.Unit} per year"
                : indicator.Unit, indicator.Better, indicator, null, from, until, group, municipalities)
            : null;
    }

    private static Outcome? Own(
        MapNode map, ScalarNode expression, MapNode? filter, Blueprint world, Month since, Month to, ReadingContext context)
    {
        if (map.Find("indicator") is { } both)
            context.Findings.Error(
                both.Place, Codes.BadExpression, "An outcome names an 'indicator' or has an 'expression', not both.");
        if (OwnOutcomeReading.Read(map, expression, filter, IsTaken, world.Counties, (since, to), context) is not { } own)
            return null;
        return new(own.Id, own.Title, own.Unit, own.Better, null, null, own.From, own.To, null, own.Municipalities) { Own = own };
    }

    private static bool IsTaken(string id) => IndicatorCatalogue.Find(id) is not null || FateOutcome.Find(id) is not null;

    private static string Title(Indicator indicator, string? group, MapNode? map) => map?.Text("title") ??
        indicator.Title + (group is null ? "" : $", {group}")
        + (map?.Text("during") is { } period ? $", {period.Replace("..", "-", StringComparison.Ordinal)}" : "");
}
