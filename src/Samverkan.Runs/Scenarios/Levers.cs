using Samverkan.Model.Parameters;
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

    /// <summary>"1 .. 24 meetings/yr"</summary>
    public static string Range(ParameterInfo parameter) => QuantityText.Range(parameter.Min, parameter.Max, parameter.Measure);

    /// <summary>"meetings/yr", "a share (%)"</summary>
    public static string Unit(ParameterInfo parameter) => Units.InWords(parameter.Measure);
}
