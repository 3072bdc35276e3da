using System.Collections.Immutable;
using Samverkan.Model;
using Samverkan.Model.Indicators;
using Samverkan.Runs.Scenarios.Meaning;
using Samverkan.Runs.Scenarios.Yaml;

namespace Samverkan.Runs.Scenarios.Own;

/// <summary>Reads outcomes of one's own, in scenario files and in studies.</summary>
internal static class OwnOutcomeReading
{
    /// <summary>
    /// The outcomes of a scenario that are expressions. They read headline indicators, which alone comparisons keep.
    /// </summary>
    public static ImmutableArray<OwnOutcome> OfScenario(IEnumerable<Node> nodes, ReadingContext context)
    {
        var outcomes = ImmutableArray.CreateBuilder<OwnOutcome>();
        foreach (var node in nodes.OfType<MapNode>())
        {
            if (node.Scalar("expression") is not { } expression || node.Text("id") is not { } id)
                continue;
            if (outcomes.Any(known => known.Id == id))
            {
                context.Findings.Error(
                    node.PlaceOf("id"), Codes.DuplicateId,
                    $"The outcome '{id}' stands here a second time. Give one of them another id.");
                continue;
            }
            if (Read(node, expression, null, IsTaken, context.Counties, (context.From, context.To), context) is not { } outcome)
                continue;
            foreach (var need in outcome.Figure.Needs.OfType<Measured>().Where(need => !need.Indicator.Headline))
                context.Findings.Error(
                    expression.Place, Codes.NotKept, $"{need.Indicator.Id} is not kept in comparisons: a study can ask for it.");
            outcomes.Add(outcome);
        }
        return outcomes.ToImmutable();
    }

    /// <param name="filter">What counts where the outcome says nothing else; null: everything.</param>
    /// <param name="isTaken">Whether a name means something else already.</param>
    /// <param name="usual">The period that counts where the outcome says no other.</param>
    /// <returns>null: it cannot be used, and why was told.</returns>
    public static OwnOutcome? Read(
        MapNode map, ScalarNode expression, MapNode? filter, Func<string, bool> isTaken, ImmutableArray<CountyOnMap> counties,
        (Month From, Month To) usual, ReadingContext context)
    {
        var id = map.Text("id");
        if (id is null)
            context.Findings.Error(
                map.Place, Codes.Missing, "An outcome with an 'expression' needs an 'id': its name in results.");
        else if (isTaken(id))
            context.Findings.Error(
                map.PlaceOf("id"), Codes.DuplicateId, $"'{id}' is the name of an indicator: give the outcome a name of its own.");
        var during = DuringReading.Of(map.Scalar("during"), context);
        var municipalities = Municipality(map.Scalar("municipality") ?? filter?.Scalar("municipality"), counties, context);
        var group = map.Text("group") ?? filter?.Text("group");
        var figure = OwnFigureReading.Read(expression, group, context);
        if (id is null || figure is null)
            return null;
        var better = Enum.TryParse<Better>(map.Text("better"), ignoreCase: true, out var said) ? said : Better.Neither;
        var (from, to) = during ?? usual;
        return new(
            id, map.Line("title") ?? id, map.Text("unit") ?? figure.Unit ?? "", better, figure, expression.Text, group, from, to,
            municipalities)
        { HasPeriod = during is not null };
    }

    /// <summary>The municipality that alone counts; empty: all, or there is none of that name, which was told.</summary>
    public static ImmutableArray<string> Municipality(
        ScalarNode? node, ImmutableArray<CountyOnMap> counties, ReadingContext context)
    {
        if (node is null)
            return [];
        var all = counties.SelectMany(c => c.Municipalities).ToList();
        var found = all.FirstOrDefault(m => m.Code == node.Text || Names.AreSame(m.Name, node.Text));
        if (found is null)
            context.Findings.Error(
                node.Place, Codes.UnknownScope, $"The scenarios have no municipality '{node.Text}'."
                    + DidYouMean.Of(node.Text, [.. all.Select(m => m.Name), .. all.Select(m => m.Code)]));
        return found is null ? [] : [found.Code];
    }

    // Names with a dot are those of the program.
    private static bool IsTaken(string id) => id.Contains('.') || id == "sustained";
}
