using System.Globalization;
using Samverkan.Model;
using Samverkan.Model.Parameters;
using Samverkan.Model.Policies;
using Samverkan.Runs.Scenarios;

namespace Samverkan.App.Web.Scenarios;

/// <summary>A change of a lever as a form has it: texts, because what is typed may be wrong.</summary>
/// <param name="At">First month; empty: at once, in a run that goes on.</param>
/// <param name="Until">Last month; empty: for good.</param>
/// <param name="RampMonths">0: all at once.</param>
public sealed record PlannedChange(string Id, string Lever, Operation Operation, string Value, string At = "", string Until = "",
    int RampMonths = 0)
{
    public ParameterInfo? Parameter => Catalogue.Find(Lever);

    /// <param name="world">What it is read from: figures are those of its place.</param>
    public static PlannedChange Of(Intervention read, Blueprint world) => new(
        read.Id.Split('/')[0], read.Parameter, read.Operation,
        read.Operation == Operation.Multiply ? read.Value.ToString(CultureInfo.InvariantCulture)
            : Levers.Value(Catalogue.Get(read.Parameter), read.Value, world),
        read.At?.ToString() ?? "", read.Until?.ToString() ?? "", read.Ramp?.Months ?? 0);

    /// <summary>What one would usually do first with a lever: a fifth less of money, the other way of a switch, the value that it
    /// has.</summary>
    public PlannedChange With(ParameterInfo lever) => this with
    {
        Lever = lever.Id,
        Operation = lever.Measure is Measure.Number or Measure.PersonsPerYear ? Operation.Multiply : Operation.Set,
        Value = lever.Measure switch
        {
            Measure.Number or Measure.PersonsPerYear => "0.8",
            Measure.Switch => lever.Default == 0 ? "on" : "off",
            _ => Levers.Value(lever, lever.Default),
        },
    };

    /// <summary>An item of <c>interventions</c>, indented.</summary>
    public IReadOnlyList<string> Lines =>
    [
        $"  - id: {Id}", $"    lever: {Lever}", $"    change: {{ {Word}: {Value} }}",
        .. At.Length > 0 ? [$"    at: {At}"] : Array.Empty<string>(),
        .. Until.Length > 0 ? [$"    until: {Until}"] : Array.Empty<string>(),
        .. RampMonths > 0 ? [$"    ramp: {{ over: {RampMonths} months }}"] : Array.Empty<string>(),
    ];

    private string Word => Operation switch { Operation.Multiply => "multiply", Operation.Add => "add", _ => "set" };
}
