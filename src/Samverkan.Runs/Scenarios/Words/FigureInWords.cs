using System.Globalization;
using Samverkan.Model;
using Samverkan.Model.Parameters;
using Samverkan.Model.Policies;
using Samverkan.Runs.Scenarios.Meaning;
using Samverkan.Runs.Scenarios.Values;

namespace Samverkan.Runs.Scenarios.Words;

/// <summary>Figures that follow inhabitants, as they are in the place that they are for.</summary>
internal static class FigureInWords
{
    /// <summary>"12 beds"; "8 beds (16 beds per 96,000 inhabitants)" for one that is inherited; "16 beds per 96,000" for several
    /// places.</summary>
    /// <param name="own">Whether it was stated for the place itself.</param>
    /// <param name="text">How the value is written; by default as an amount.</param>
    public static string Of(
        ParameterInfo parameter, double value, Blueprint world, Scope scope, bool own, Func<double, Measure, string>? text = null)
    {
        text ??= QuantityText.Of;
        var prices = Prices(parameter, world);
        if (parameter.Scaling == Scaling.None || value == 0)
            return text(InPrices(value, prices), parameter.Measure);
        var reference = Reference(world);
        if (Here(parameter, value, world, scope) is not { } here)
            return $"{text(InPrices(value, prices), parameter.Measure)} per {reference}";
        return text(here, parameter.Measure) + (own || here == value * prices ? ""
            : $" ({text(InPrices(value, prices), parameter.Measure)} per {reference} inhabitants)");
    }

    /// <summary>What a value comes to in the place that a scope names; null if it names several.</summary>
    public static double? Here(ParameterInfo parameter, double value, Blueprint world, Scope scope) =>
        parameter.Scaling == Scaling.None ? InPrices(value, Prices(parameter, world))
        : FiguresOfPlaces.InhabitantsOf(world.Counties, parameter, scope, world.From, world.Begins) is { } inhabitants
            ? inhabitants == 0 ? value : Clean(value * Prices(parameter,
                world) * parameter.FactorAt(inhabitants / world.Parameters.Population.Reference))
            : null;

    /// <summary>What a parameter's value is multiplied by to be in the prices of a world: 1 for all but prices.</summary>
    public static double Prices(ParameterInfo parameter, Blueprint world) =>
        parameter.IsPrice ? world.Parameters.Cost.PriceLevel : 1;

    /// <summary>"144,980": inhabitants of a world in its first reported month.</summary>
    public static string Inhabitants(Blueprint world) => Persons(
        world.Counties.SelectMany(county => county.Municipalities).Sum(m => m.Population * m.GrowthUntil(world.From,
            world.Begins)));

    /// <summary>A number of persons with its thousands parted.</summary>
    public static string Persons(double number) => Math.Floor(number + .5).ToString("N0", CultureInfo.InvariantCulture);

    private static double InPrices(double value, double prices) => prices == 1 ? value : Clean(value * prices);

    // A figure that was restated and comes back may have a last digit too many.
    private static double Clean(double value) =>
        double.Parse(value.ToString("G12", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    private static string Reference(Blueprint world) =>
        world.Parameters.Population.Reference.ToString("N0", CultureInfo.InvariantCulture);
}
