using System.Collections.Immutable;
using Samverkan.Model;
using Samverkan.Model.Chance;
using Samverkan.Model.Parameters;
using Samverkan.Model.Policies;
using Samverkan.Runs.Scenarios;
using Samverkan.Runs.Scenarios.Meaning;
using Samverkan.Runs.Scenarios.Values;
using Samverkan.Runs.Scenarios.Yaml;

namespace Samverkan.Runs.Studies;

/// <summary>
/// What a study makes of a parameter that more than one of its parts turns: levers with each other, uncertain numbers with levers
/// and with the scenarios' own changes. The value in force is checked in every scenario, at every combination. (Each option of a
/// lever by itself is checked where it is read.)
/// </summary>
internal sealed class CrossedRanges(
    MapNode root, ImmutableArray<Policy> policies, ImmutableArray<LeverGrid> levers, ImmutableArray<UncertainFactor> uncertain,
    ReadingContext context)
{
    /// <summary>Combinations of options that are tried for a parameter. Studies that anybody can run have fewer.</summary>
    private const int MostCombinations = 20_000;

    public void Check()
    {
        var believed = uncertain.SelectMany(factor => factor.Parameters).ToDictionary(one => one.Parameter, one => one.Belief);
        foreach (var parameter in levers.SelectMany(Turned).Concat(believed.Keys).Distinct().ToList())
        {
            LeverGrid[] turning = [.. levers.Where(lever => Turned(lever).Contains(parameter))];
            if (IsOverridden(parameter, turning, believed.ContainsKey(parameter)))
                continue;
            var isChanged = turning.Length > 0
                || policies.Any(policy => policy.Blueprint.Interventions.Any(change => change.Parameter == parameter.Id));
            if (turning.Length > 1 || believed.ContainsKey(parameter) && isChanged)
                CheckRange(parameter, turning, believed.GetValueOrDefault(parameter));
        }
    }

    /// <summary>A lever that is never seen, since something else sets the same parameter after it.</summary>
    private bool IsOverridden(ParameterInfo parameter, LeverGrid[] turning, bool isUncertain)
    {
        foreach (var (place, lever) in turning.Index())
        {
            if (!lever.Options.Any(option => option.Start.Any(start => start.Parameter == parameter)))
                continue;
            var later = turning.Skip(place + 1).FirstOrDefault(other => other.Options.All(option => Sets(option, parameter)));
            if (!isUncertain && later is null)
                continue;
            context.Findings.Error(
                PlaceOf(later ?? lever), Codes.Contradiction, later is null
                    ? $"{parameter.Id} is uncertain, and drawn whatever the lever '{lever.Id}' says. "
                        + "Keep one, or give the lever a date ('at')."
                    : $"The lever '{later.Id}' sets {parameter.Id}, whatever the lever '{lever.Id}' says. Keep one.");
            return true;
        }
        return false;
    }

    private static bool Sets(LeverOption option, ParameterInfo parameter) =>
        option.Start.Any(start => start.Parameter == parameter && start.Operation == Operation.Set);

    private void CheckRange(ParameterInfo parameter, LeverGrid[] turning, Belief? belief)
    {
        double?[] starts = belief is null ? [null] : [.. Ends(belief)];
        var place = turning.Length > 0
            ? PlaceOf(turning[^1]) : root.PlaceOf(root.Find("uncertain") is null ? "sample" : "uncertain");
        foreach (var policy in policies)
            foreach (var choice in Combinations(turning).Take(MostCombinations))
                foreach (var start in starts)
                    if (ProblemOf(parameter, policy, choice, start) is { } problem)
                    {
                        context.Findings.Error(place, Codes.OutOfRange, problem);
                        return;
                    }
    }

    private static string? ProblemOf(
        ParameterInfo parameter, Policy policy, ImmutableArray<(LeverGrid Lever, LeverOption Option)> choice, double? start)
    {
        var made = choice.Aggregate(policy.Blueprint, (blueprint, one) => one.Option.On(blueprint));
        if (start is { } drawn)
            made = made with { Parameters = made.Parameters.With([KeyValuePair.Create(parameter, drawn)]) };
        made = made with { Interventions = [.. made.Interventions.Where(change => change.Parameter == parameter.Id)] };
        var where = $"With {With(parameter, choice, start)} in '{policy.Id}'";
        if (!ValuesInForce.StartsInside(made, parameter))
            return $"{where} {parameter.Id} starts at {QuantityText.Of(parameter.Get(made.Parameters), parameter.Measure)}, "
                + $"outside {QuantityText.Range(parameter.Min, parameter.Max, parameter.Measure)}.";
        var outside = ValuesInForce.Outside(made).FirstOrDefault(one => !one.IfConditionsHold);
        return outside is null ? null : $"{where}: {outside.InWords(change => $"'{NameOf(change, choice)}'")}";
    }

    private static string With(ParameterInfo parameter, ImmutableArray<(LeverGrid Lever, LeverOption Option)> choice,
        double? start)
    {
        string[] parts =
        [
            start is { } drawn ? $"{QuantityText.Of(Math.Round(drawn, 6), parameter.Measure)} drawn" : "",
            choice.IsEmpty ? "" : $"'{string.Join("; ", choice.Select(one => $"{one.Lever.Id}={one.Option.Id}"))}'",
        ];
        return string.Join(" and ", parts.Where(part => part.Length > 0));
    }

    private static string NameOf(Intervention change, ImmutableArray<(LeverGrid Lever, LeverOption Option)> choice) =>
        choice.FirstOrDefault(one => one.Option.Later.Contains(change)).Lever?.Id ?? change.Id;

    private static IEnumerable<ImmutableArray<(LeverGrid Lever, LeverOption Option)>> Combinations(LeverGrid[] turning) =>
        turning.Aggregate(
            (IEnumerable<ImmutableArray<(LeverGrid, LeverOption)>>)[[]],
            (made, lever) => made.SelectMany(choice => lever.Options.Select(option => choice.Add((lever, option)))));

    private static IEnumerable<ParameterInfo> Turned(LeverGrid lever) => lever.Options
        .SelectMany(option => option.Start.Select(start => start.Parameter)
            .Concat(option.Later.Select(change => Catalogue.Get(change.Parameter))))
        .Distinct();

    private Place PlaceOf(LeverGrid lever) =>
        root.Items("levers").OfType<MapNode>().FirstOrDefault(node => (node.Text("id") ?? node.Text("lever")) == lever.Id)?.Place
        ?? root.PlaceOf("levers");

    /// <summary>The least and the largest value that can be drawn.</summary>
    private static double?[] Ends(Belief belief)
    {
        var (low, high) = (End(belief, belief.CutBelow), End(belief, belief.CutAbove));
        return low < high ? [low, high] : [belief.Low, belief.High];
    }

    private static double End(Belief belief, double quantile) => belief.Kind switch
    {
        BeliefKind.Normal => Math.Clamp(belief.A + belief.B * Normal(quantile), belief.Low, belief.High),
        BeliefKind.LogNormal => Math.Clamp(belief.A * Math.Exp(belief.B * Normal(quantile)), belief.Low, belief.High),
        _ => quantile < 0.5 ? belief.Low : belief.High,
    };

    private static double Normal(double quantile) => Distributions.Normal(Math.Clamp(quantile, 1e-12, 1 - 1e-12));
}
