using System.Collections.Immutable;
using System.Globalization;
using Samverkan.Model.Parameters;
using Samverkan.Model.Policies;
using Samverkan.Runs.Scenarios.Chain;
using Samverkan.Runs.Scenarios.Values;
using Samverkan.Runs.Scenarios.Yaml;

namespace Samverkan.Runs.Scenarios.Meaning;

/// <summary>The values from the start.</summary>
internal static class ParameterReading
{
    public static ImmutableArray<EffectiveValue> Read(MergedScenario scenario, ReadingContext context)
    {
        var values = ImmutableArray.CreateBuilder<EffectiveValue>(Catalogue.All.Count);
        var reference = Catalogue.Get("population.reference");
        if (scenario.Parameters.TryGetValue(reference.Id, out var inhabitants)
            && Read(reference, inhabitants, context) is { } stated)
            context.Reference = stated.Value;
        foreach (var parameter in Catalogue.All)
            values.Add(scenario.Parameters.TryGetValue(parameter.Id, out var written)
                && Read(parameter, written, context) is { } value
                ? value
                : new EffectiveValue(parameter, parameter.Default, Place.Default, null, parameter.Evidence));
        context.Start = ParameterSet.Defaults.With(values.Where(v => v.Origin != Place.Default)
            .Select(v => KeyValuePair.Create(v.Parameter, v.Value)));
        return values.MoveToImmutable();
    }

    /// <summary>The year in whose prices sums are written, which holds for tables too.</summary>
    public static void ReadPriceYear(MergedScenario scenario, ReadingContext context)
    {
        if (scenario.Prices is not { } said)
            return;
        if (!int.TryParse(said.Text, out var year) || !PriceIndex.IsKnown(year))
            context.Findings.Error(said.Place, Codes.OutOfRange,
                $"'{said.Text}' is no year of the price index, {PriceIndex.First} to {PriceIndex.Last}.");
        else if (context.Files is [var first, ..] && said.Place.File != first)
            context.Findings.Error(said.Place, Codes.Contradiction,
                $"'prices' stands in a file that extends no other: sums of '{first}' would be in SEK of another year.");
        else
        {
            context.PriceYear = year;
            scenario.Override("cost.priceLevel", said with
            {
                Text = PriceIndex.Of(year).ToString("R",
                CultureInfo.InvariantCulture)
            });
        }
    }

    private static EffectiveValue? Read(ParameterInfo parameter, Node written, ReadingContext context)
    {
        var map = written as MapNode;
        var node = map?.Scalar("value") ?? written as ScalarNode;
        if (node is null || node.IsNothing || context.RefusesBare(node, parameter)
            || FiguresOfPlaces.Read(node, parameter, Scope.Everywhere, context) is not { } figure)
            return null;
        if (!figure.IsWithin(parameter))
        {
            context.Findings.Error(node.Place, Codes.OutOfRange, OutOfRange(node.Text, figure.Stated, parameter, context));
            return null;
        }
        var evidence = Enum.TryParse<Evidence>(map?.Text("evidence"), ignoreCase: true, out var graded) ? graded
            : Evidence.Assumed;
        return new EffectiveValue(parameter, figure.Value, node.Place, map?.Text("source"), evidence)
        {
            IsOwn = !figure.IsPer && context.MapAt(node.Place) == context.Counties,
        };
    }

    /// <param name="value">As the parameter is kept; in the message sums are in the prices of the context.</param>
    /// <param name="per">What was written divided by what is kept: a place's own figure is kept for the reference
    /// municipality.</param>
    public static string OutOfRange(string text, double value, ParameterInfo parameter, ReadingContext? context = null,
        double per = 1)
    {
        var slip = new[] { .1, .01, 10, 100 }.Select(f => value * f)
            .FirstOrDefault(v => v >= parameter.Min && v <= parameter.Max && v != 0);
        var guess = slip != 0 ? $" Did you mean '{QuantityText.Of(Rounded(slip * per), parameter.Measure)}'?" : "";
        return $"'{text}' is outside {QuantityText.Range(Rounded(parameter.Min), Rounded(parameter.Max), parameter.Measure)} "
            + $"for {parameter.Id}.{guess}";

        double Rounded(double kept) => context is not null && parameter.IsPrice
            ? Math.Round(context.Written(parameter, kept)) : kept;
    }
}
