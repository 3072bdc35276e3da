using Samverkan.Model.Parameters;
using Samverkan.Model.Policies;
using Samverkan.Runs.Scenarios.Values;
using Samverkan.Runs.Scenarios.Yaml;

namespace Samverkan.Runs.Scenarios.Meaning;

/// <summary><c>change</c>: what happens to a parameter's value, checked against its unit and range.</summary>
internal static class ChangeReading
{
    /// <summary>Shares below this, without a sign, are taken for changes rather than for what is left.</summary>
    private const double SmallShare = .5;

    /// <param name="earlier">Changes of the same parameter that apply before this one.</param>
    public static (Operation Operation, double Value)? Read(MapNode change, ParameterInfo parameter,
        IEnumerable<Intervention> earlier, Scope scope, ReadingContext context)
    {
        if (change.Entries is not [var (word, _, value)] || value is not ScalarNode node
            || !Enum.TryParse<Operation>(word, ignoreCase: true, out var operation))
            return null;
        if (operation == Operation.Set && context.RefusesBare(node, parameter))
            return null;
        var read = operation != Operation.Multiply ? FiguresOfPlaces.Read(node, parameter, scope, context)
            : Factor(node, context) is { } factor ? new Figure(factor, factor) : null;
        if (read is not { } figure)
            return null;
        var number = figure.Value;
        // Several changes together are judged by the value that they make: see ValuesInForce.
        if (operation != Operation.Set && earlier.Any(e => e.Operation != Operation.Set))
            return (operation, number);
        var starts = earlier.Where(e => e.Operation == Operation.Set).Select(e => e.Value).Append(parameter.Get(context.Start))
            .ToArray();
        var results = starts.Select(start => operation.Apply(start, number)).ToArray();
        if (results.Any(r => r >= parameter.Min && r <= parameter.Max)
            || operation == Operation.Set && figure.IsWithin(parameter))
            return (operation, number);
        context.Findings.Error(node.Place, Codes.OutOfRange, operation == Operation.Set
            ? ParameterReading.OutOfRange(node.Text, number, parameter, context)
            : WhyNot(word, node.Text, operation, number, starts[^1], parameter, context));
        return null;
    }

    /// <summary>
    /// What a value is multiplied by: 0.88, 88 %, or the change itself with its sign, -12 %. A small share without a sign is
    /// told, because 12 % is written by those who mean a cut of 12 %.
    /// </summary>
    public static double? Factor(ScalarNode node, ReadingContext context)
    {
        if (context.Quantity(node, Measure.Number) is not { } factor)
            return null;
        if (node.Text.TrimEnd().EndsWith('%'))
            return FactorOfShare(node, factor, context);
        if (factor >= 0)
            return factor;
        context.Findings.Error(node.Place, Codes.OutOfRange,
            $"'{node.Text}' is a negative factor. Did you mean '{QuantityText.Number(1 + factor)}' (a cut of "
                + $"{QuantityText.Number(-factor * 100)} %)?");
        return null;
    }

    private static double? FactorOfShare(ScalarNode node, double share, ReadingContext context)
    {
        var percent = QuantityText.Number(Math.Abs(share) * 100);
        if (Digits.Plain(node.Text)[0] is '-' or '+')
        {
            if (share >= -1)
                return 1 + share;
            context.Findings.Error(node.Place, Codes.OutOfRange, $"'{node.Text}' takes away more than there is.");
            return null;
        }
        if (share is 0 or >= SmallShare)
            return share;
        context.Findings.Error(node.Place, Codes.OutOfRange,
            $"'{node.Text}' as a factor leaves {percent} % of the value. For a cut of {percent} % write '-{percent} %' or "
                + $"'{QuantityText.Number(100 - Math.Abs(share) * 100)} %'; for {percent} % of it write "
                + $"'{QuantityText.Number(share)}'.");
        return null;
    }

    private static string WhyNot(string word, string text, Operation operation, double number, double start,
        ParameterInfo parameter,
        ReadingContext context)
    {
        var slip = new[] { .1, .01 }.Select(f => number * f)
            .FirstOrDefault(n => operation.Apply(start, n) is var r && r >= parameter.Min && r <= parameter.Max);
        var guess = slip == 0 ? ""
            : $" Did you mean '{(operation == Operation.Multiply ? QuantityText.Number(slip) : Text(slip))}'?";
        var from = Text(start);
        var to = Text(operation.Apply(start, number));
        return $"'{word}: {text}' takes {parameter.Id} from {from} to {to}, outside "
            + $"{QuantityText.Range(Written(parameter.Min), Written(parameter.Max), parameter.Measure)}.{guess}";

        string Text(double kept) => QuantityText.Of(Written(kept), parameter.Measure);
        double Written(double kept) => context.PriceYear == PriceIndex.OfTheCatalogue ? kept
            : Math.Round(context.Written(parameter, kept), 6);
    }
}
