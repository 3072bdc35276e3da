using System.Collections.Immutable;
using Samverkan.Model;
using Samverkan.Model.Parameters;
using Samverkan.Model.Policies;
using Samverkan.Runs.Rules;
using Samverkan.Runs.Scenarios;
using Samverkan.Runs.Scenarios.Language;
using Samverkan.Runs.Scenarios.Meaning;
using Samverkan.Runs.Scenarios.Values;
using Samverkan.Runs.Scenarios.Words;
using Samverkan.Runs.Scenarios.Yaml;

namespace Samverkan.Runs.Studies;

/// <summary><c>levers</c>: what is tried in every scenario.</summary>
internal sealed class LeverReading(ImmutableArray<Policy> policies, ReadingContext context)
{
    public static ImmutableArray<LeverGrid> Read(MapNode root, ImmutableArray<Policy> policies, ReadingContext context)
    {
        var grids = root.Items("levers").OfType<MapNode>()
            .Select(node => (node, Grid: new LeverReading(policies, context).Read(node))).ToList();
        foreach (var (node, grid) in grids)
            if (grid is not null && grids.TakeWhile(other => other.node != node)
                .FirstOrDefault(other => other.Grid?.Id == grid.Id) is { node: { } first })
                context.Findings.Error(node.Place, Codes.DuplicateId,
                    $"The lever '{grid.Id}' stands in line {first.Place.Line}, too. Give one of them an id of its own.");
        return [.. grids.Select(g => g.Grid).OfType<LeverGrid>()];
    }

    private LeverGrid? Read(MapNode node)
    {
        var said = new[] { "set", "multiply", "options" }.Where(name => node.Find(name) is not null).ToList();
        if (said.Count != 1 || (said[0] == "options") == (node.Find("lever") is not null))
        {
            context.Findings.Error(node.Place, said.Count > 1 ? Codes.Contradiction : Codes.Missing,
                "A lever is a 'lever' with the values to 'set' or to 'multiply' by, or a list of 'options' without a lever.");
            return null;
        }
        if (said[0] == "options")
            return node.Text("id") is { } id ? new(id, id,
                Distinct(node.Items("options").OfType<MapNode>().Select(option => ((Node)option, (LeverOption?)Option(option)))))
                : Missing(node, "'id' is missing. Say what the options are about.");
        var name = node.Text("lever")!;
        var parameters = Wildcard.Parameters(name);
        if (parameters.Count == 0)
            return null;
        var operation = said[0] == "set" ? Operation.Set : Operation.Multiply;
        var at = context.Date(node.Scalar("at"));
        if (at is not null)
            DateCheck.InHorizon(at.Value, node.PlaceOf("at"), "at", context);
        var own = node.Text("id") ?? name;
        return new(
            own, parameters.Count == 1 ? LeverNames.Of(parameters[0]) : LeverNames.OfFamily(name),
            Distinct(node.Items(said[0]).OfType<ScalarNode>()
                .Select(value => ((Node)value, Option(own, parameters, operation, value, at)))));
    }

    /// <summary>The options, none of which may be like another: in results they could not be told apart.</summary>
    private ImmutableArray<LeverOption> Distinct(IEnumerable<(Node Node, LeverOption? Option)> options)
    {
        var kept = new List<(Node Node, LeverOption Option)>();
        foreach (var (node, option) in options)
            if (option is null)
                continue;
            else if (kept.Find(other => other.Option.Id == option.Id) is { Node: { } named })
                context.Findings.Error(node.Place, Codes.DuplicateId,
                    $"'{option.Id}' is tried twice: here and at {At(named)}. Keep one.");
            else if (kept.Find(other => IsAlike(other.Option, option)) is { Node: { } alike } like)
                context.Findings.Error(node.Place, Codes.DuplicateId,
                    $"'{option.Id}' does the same as '{like.Option.Id}' at {At(alike)}. Keep one.");
            else
                kept.Add((node, option));
        return [.. kept.Select(one => one.Option)];

        static string At(Node node) => $"line {node.Place.Line}, column {node.Place.Column}";
    }

    private static bool IsAlike(LeverOption a, LeverOption b) =>
        a.Rules == b.Rules && a.Start.Length == b.Start.Length && a.Start.All(b.Start.Contains)
            && a.Later.Length == b.Later.Length
            && a.Later.All(one => b.Later.Any(other => one with { Seasons = other.Seasons } == other));

    private LeverOption? Option(string lever, IReadOnlyList<ParameterInfo> parameters, Operation operation, ScalarNode node,
        Month? at)
    {
        var measure = operation == Operation.Set ? parameters[0].Measure : Measure.Number;
        if (operation == Operation.Set && context.RefusesBare(node, parameters[0]))
            return null;
        var values = ImmutableArray.CreateBuilder<(ParameterInfo Parameter, Operation Operation, double Value)>();
        var stated = double.NaN;
        foreach (var parameter in parameters)
        {
            if (Figure(node, parameter, operation) is not { } figure)
                return null;
            stated = figure.Stated;
            if (operation == Operation.Set && !figure.IsWithin(parameter))
            {
                context.Findings.Error(node.Place, Codes.OutOfRange,
                    ParameterReading.OutOfRange(node.Text, figure.Stated, parameter));
                return null;
            }
            values.Add((parameter, operation, figure.Value));
        }
        var option = new LeverOption(
            operation == Operation.Set ? QuantityText.Of(stated, measure) : $"x {QuantityText.Number(stated)}", stated,
            operation == Operation.Set ? ParameterText.UnitOf(parameters[0]) : "factor",
            at is null ? values.ToImmutable() : [],
            at is null ? []
            : [.. values.Select(v => new Intervention($"study-{lever}-{v.Parameter.Id}", v.Parameter.Id, Scope.Everywhere,
                operation, v.Value, at))]);
        return IsInRange(option, node.Place) ? option : null;
    }

    // What a study states is of its world's place, as in a scenario.
    private Figure? Figure(ScalarNode node, ParameterInfo parameter, Operation operation)
    {
        var world = policies[0].Blueprint;
        var ofWorld = new ReadingContext(context.Findings)
        {
            Counties = world.Counties,
            Reference = world.Parameters.Population.Reference,
            PriceYear = PriceIndex.YearOf(world.Parameters.Cost.PriceLevel) ?? PriceIndex.OfTheCatalogue
        };
        return operation == Operation.Set ? FiguresOfPlaces.Read(node, parameter, Scope.Everywhere, ofWorld)
            : ChangeReading.Factor(node, ofWorld) is { } factor ? new Figure(factor, factor) : null;
    }

    /// <summary>Whether an option leaves every scenario of the study in range; if not, the findings name the scenario.</summary>
    private bool IsInRange(LeverOption option, Place place)
    {
        foreach (var policy in policies)
        {
            var made = option.On(policy.Blueprint);
            if (option.Start.FirstOrDefault(s => !ValuesInForce.StartsInside(made, s.Parameter)).Parameter is { } parameter)
                context.Findings.Error(place, Codes.OutOfRange,
                    $"'{option.Id}' takes {parameter.Id} in '{policy.Id}' from {Text(parameter, policy.Blueprint)} to "
                        + $"{Text(parameter, made)}, outside "
                        + $"{QuantityText.Range(parameter.Min, parameter.Max, parameter.Measure)}.");
            else if (ValuesInForce.Outside(made).FirstOrDefault(outside => !outside.IfConditionsHold) is { } outside)
                context.Findings.Error(place, Codes.OutOfRange,
                    $"With '{option.Id}' in '{policy.Id}': {outside.InWords(change => $"'{change.Id}'")}");
            else
                continue;
            return false;
        }
        return true;

        static string Text(ParameterInfo parameter, Blueprint blueprint) =>
            QuantityText.Of(parameter.Get(blueprint.Parameters), parameter.Measure);
    }

    private LeverOption Option(MapNode node)
    {
        var start = ImmutableArray.CreateBuilder<(ParameterInfo, Operation, double)>();
        foreach (var entry in node.Map("set")?.Entries ?? [])
            foreach (var parameter in Wildcard.Parameters(entry.Name))
                if (entry.Value is not ScalarNode said || context.RefusesBare(said, parameter)
                    || Figure(said, parameter, Operation.Set) is not { } figure)
                    break;
                else if (!figure.IsWithin(parameter))
                    context.Findings.Error(said.Place, Codes.OutOfRange,
                        ParameterReading.OutOfRange(said.Text, figure.Stated, parameter));
                else
                    start.Add((parameter, Operation.Set, figure.Value));
        var option = new LeverOption(node.Text("id") ?? "", double.NaN, "", start.ToImmutable(), [])
        {
            Rules = node.Text("rules") is StudyGrammar.OwnRules ? OwnRules.Named : null,
        };
        IsInRange(option, node.Place);
        return option;
    }

    private LeverGrid? Missing(MapNode node, string message)
    {
        context.Findings.Error(node.Place, Codes.Missing, message);
        return null;
    }
}
