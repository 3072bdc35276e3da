using Samverkan.Model;
using Samverkan.Model.Parameters;
using Samverkan.Model.Policies;
using Samverkan.Runs.Scenarios.Meaning;
using Samverkan.Runs.Scenarios.Values;
using Samverkan.Runs.Scenarios.Words;

namespace Samverkan.Runs.Scenarios;

/// <summary>Parameters and their values as a planner reads and writes them.</summary>
public static class Levers
{
    /// <summary>What policy can turn, in the order of the catalogue.</summary>
    public static IReadOnlyList<ParameterInfo> All { get; } = [.. Catalogue.All.Where(p => p.Role == Role.Lever)];

    /// <summary>"committee meetings"</summary>
    public static string Name(ParameterInfo parameter) => LeverNames.Of(parameter);

    /// <summary>"6 meetings/yr"; the scenario reader reads it back.</summary>
    public static string Value(ParameterInfo parameter, double value) => QuantityText.Of(value, parameter.Measure);

    /// <summary>The same as it is in a world's place; "16 beds per 96,000" where there are several places.</summary>
    public static string Value(ParameterInfo parameter, double value, Blueprint world) =>
        FigureInWords.Of(parameter, value, world, Scope.Everywhere, own: true);

    /// <summary>What a value comes to in a world's place; null if there are several.</summary>
    public static double? Here(ParameterInfo parameter, double value, Blueprint world) =>
        FigureInWords.Here(parameter, value, world, Scope.Everywhere);

    /// <summary>"1 .. 24 meetings/yr"</summary>
    public static string Range(ParameterInfo parameter) => Range(parameter, parameter.Min, parameter.Max);

    /// <summary>A part of its range: "1 .. 24 meetings/yr"</summary>
    public static string Range(ParameterInfo parameter, double min, double max) =>
        QuantityText.Range(min, max, parameter.Measure);

    /// <summary>"meetings/yr", "a share (%)"</summary>
    public static string Unit(ParameterInfo parameter) => Units.InWords(parameter.Measure);

    /// <summary>What the place's own figure is for the reference municipality, for which a blueprint states it.</summary>
    public static double ForReference(ParameterInfo parameter, double here, Blueprint world) =>
        Here(parameter, 1, world) is { } ofOne and > 0 ? here / ofOne : here;

    /// <summary>Why the changes of a world take a parameter out of its range; null if none does.</summary>
    public static string? OutOfRange(Blueprint world) =>
        ValuesInForce.Outside(world).FirstOrDefault(one => !one.IfConditionsHold)?.InWords(change => $"'{change.Id}'");
}
