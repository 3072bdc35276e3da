using System.Collections.Immutable;
using Samverkan.Model;
using Samverkan.Model.Parameters;
using Samverkan.Model.Policies;
using Samverkan.Runs.Scenarios;
using Samverkan.Runs.Scenarios.Language;
using Samverkan.Runs.Scenarios.Meaning;
using Samverkan.Runs.Scenarios.Values;
using Samverkan.Runs.Scenarios.Words;
using Samverkan.Runs.Scenarios.Yaml;

namespace Samverkan.Runs.Studies;

/// <summary><c>levers</c>: what is tried in every scenario.</summary>
internal static class LeverReading
{
    public static ImmutableArray<LeverGrid> Read(MapNode root, ImmutableArray<Policy> policies, ReadingContext context)
    {
        var grids = root.Items("levers").OfType<MapNode>().Select(node => (node, Grid: Read(node, policies[0].Blueprint, context))).ToList();
        foreach (var (node, grid) in grids.Where(g => g.Grid is not null && grids.TakeWhile(other => other.node != g.node).Any(other => other.Grid?.Id == g.Grid.Id)))
            context.Findings.Error(node.Place, Codes.DuplicateId, $"There are two levers '{grid!.Id}'. Give one of them an id of its own.");
        return [.. grids.Select(g => g.Grid).OfType<LeverGrid>()];
    }

    private static LeverGrid? Read(MapNode node, Blueprint world, ReadingContext context)
    {
        var said = new[] { "set", "multiply", "options" }.Where(name => node.Find(name) is not null).ToList();
        if (said.Count != 1 || (said[0] == "options") == (node.Find("lever") is not null))
        {
            context.Findings.Error(node.Place, said.Count > 1 ? Codes.Contradiction : Codes.Missing, "A lever is a 'lever' with the values to 'set' or to 'multiply' by, or a list of 'options' without a lever.");
            return null;
        }
        if (said[0] == "options")
            return node.Text("id") is { } id ? new(id, id, [.. node.Items("options").OfType<MapNode>().Select(option => Option(option, world, context))])
                : Missing(node, "'id' is missing. Say what the options are about.", context);
        var name = node.Text("lever")!;
        var parameters = Wildcard.Parameters(name);
        if (parameters.Count == 0)
            return null;
        var operation = said[0] == "set" ? Operation.Set : Operation.Multiply;
        var at = context.Date(node.Scalar("at"));
        if (at is not null)
            DateCheck.InHorizon(at.Value, node.PlaceOf("at"), "at", context);
        return new(node.Text("id") ?? name, parameters.Count == 1 ? LeverNames.Of(parameters[0]) : LeverNames.OfFamily(name), [.. node.Items(said[0]).OfType<ScalarNode>().Select(value => Option(name, parameters, operation, value, at, world, context)).OfType<LeverOption>()]);
    }

    private static LeverOption? Option(
        string lever, IReadOnlyList<ParameterInfo> parameters, Operation operation, ScalarNode node, Month? at, Blueprint world, ReadingContext context)
    {
        var measure = operation == Operation.Set ? parameters[0].Measure : Measure.Number;
        var values = ImmutableArray.CreateBuilder<(ParameterInfo Parameter, Operation Operation, double Value)>();
        var stated = double.NaN;
        foreach (var parameter in parameters)
        {
            if (Figure(node, parameter, operation, world, context) is not { } figure)
                return null;
            stated = figure.Stated;
            var result = operation == Operation.Set ? figure.Value : figure.Value * parameter.Get(world.Parameters);
            if (result < parameter.Min || result > parameter.Max)
                if (operation != Operation.Set || !figure.IsWithin(parameter))
                {
                    context.Findings.Error(node.Place, Codes.OutOfRange, ParameterReading.OutOfRange(node.Text, result, parameter));
                    return null;
                }
            values.Add((parameter, operation, figure.Value));
        }
        return new(
            (operation == Operation.Multiply ? "x " : "") + QuantityText.Of(stated, measure), stated, operation == Operation.Set ? ParameterText.UnitOf(parameters[0]) : "factor",
            at is null ? values.ToImmutable() : [],
            at is null ? [] : [.. values.Select(v => new Intervention($"study-{lever}-{v.Parameter.Id}", v.Parameter.Id, Scope.Everywhere, operation, v.Value, at))]);
    }

    // What a study states is of its world's place, as in a scenario.
    private static Figure? Figure(ScalarNode node, ParameterInfo parameter, Operation operation, Blueprint world, ReadingContext context)
    {
        var ofWorld = new ReadingContext(context.Findings) { Counties = world.Counties, Reference = world.Parameters.Population.Reference };
        return operation == Operation.Set ? FiguresOfPlaces.Read(node, parameter, Scope.Everywhere, ofWorld)
            : context.Quantity(node, Measure.Number) is { } factor ? new Figure(factor, factor) : null;
    }

    private static LeverOption Option(MapNode node, Blueprint world, ReadingContext context)
    {
        var start = ImmutableArray.CreateBuilder<(ParameterInfo, Operation, double)>();
        foreach (var entry in node.Map("set")?.Entries ?? [])
            foreach (var parameter in Wildcard.Parameters(entry.Name))
                if (entry.Value is not ScalarNode said || Figure(said, parameter, Operation.Set, world, context) is not { } figure)
                    break;
                else if (!figure.IsWithin(parameter))
                    context.Findings.Error(said.Place, Codes.OutOfRange, ParameterReading.OutOfRange(said.Text, figure.Stated, parameter));
                else
                    start.Add((parameter, Operation.Set, figure.Value));
        return new(node.Text("id") ?? "", double.NaN, "", start.ToImmutable(), []);
    }

    private static LeverGrid? Missing(MapNode node, string message, ReadingContext context)
    {
        context.Findings.Error(node.Place, Codes.Missing, message);
        return null;
    }
}
