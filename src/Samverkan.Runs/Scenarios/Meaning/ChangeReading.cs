using Samverkan.Model.Parameters;
using Samverkan.Model.Policies;
using Samverkan.Runs.Scenarios.Values;
using Samverkan.Runs.Scenarios.Yaml;

namespace Samverkan.Runs.Scenarios.Meaning;

/// <summary><c>change</c>: what happens to a parameter's value, checked against its unit and range.</summary>
internal static class ChangeReading
{
    /// <param name="earlier">Changes of the same parameter that apply before this one.</param>
    public static (Operation Operation, double Value)? Read(MapNode change, ParameterInfo parameter, IEnumerable<Intervention> earlier, Scope scope, ReadingContext context)
    {
        if (change.Entries is not [var (word, _, value)] || value is not ScalarNode node || !Enum.TryParse<Operation>(word, ignoreCase: true, out var operation))
            return null;
        var read = operation != Operation.Multiply ? FiguresOfPlaces.Read(node, parameter, scope, context)
            : Factor(node, context) is { } factor ? new Figure(factor, factor) : null;
        if (read is not { } figure)
            return null;
        var number = figure.Value;
        var starts = earlier.Where(e => e.Operation == Operation.Set).Select(e => e.Value).Append(parameter.Get(context.Start)).ToArray();
        var results = starts.Select(start => Apply(operation, start, number)).ToArray();
        if (results.Any(r => r >= parameter.Min && r <= parameter.Max) || operation == Operation.Set && figure.IsWithin(parameter))
            return (operation, number);
        context.Findings.Error(node.Place, Codes.OutOfRange, operation == Operation.Set
            ? ParameterReading.OutOfRange(node.Text, number, parameter)
            : WhyNot(word, node.Text, operation, number, starts[^1], parameter));
        return null;
    }

    private static double? Factor(ScalarNode node, ReadingContext context)
    {
        var factor = context.Quantity(node, Measure.Number);
        if (factor is not < 0)
            return factor;
        context.Findings.Error(node.Place, Codes.OutOfRange, $"'{node.Text}' is a negative factor. Did you mean '{QuantityText.Number(1 + factor.Value)}' (a cut of {QuantityText.Number(-factor.Value * 100)} %)?");
        return null;
    }

    private static double Apply(Operation operation, double start, double number) => operation switch
    {
        Operation.Set => number,
        Operation.Add => start + number,
        _ => start * number,
    };

    private static string WhyNot(string word, string text, Operation operation, double number, double start, ParameterInfo parameter)
    {
        var slip = new[] { .1, .01 }.Select(f => number * f).FirstOrDefault(n => Apply(operation, start, n) is var r && r >= parameter.Min && r <= parameter.Max);
        var guess = slip == 0 ? "" : $" Did you mean '{(operation == Operation.Multiply ? QuantityText.Number(slip) : QuantityText.Of(slip, parameter.Measure))}'?";
        var from = QuantityText.Of(start, parameter.Measure);
        var to = QuantityText.Of(Apply(operation, start, number), parameter.Measure);
        return $"'{word}: {text}' takes {parameter.Id} from {from} to {to}, outside {QuantityText.Range(parameter.Min, parameter.Max, parameter.Measure)}.{guess}";
    }
}
