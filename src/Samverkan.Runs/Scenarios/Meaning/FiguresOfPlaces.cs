using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Samverkan.Model;
using Samverkan.Model.Parameters;
using Samverkan.Model.Policies;
using Samverkan.Runs.Scenarios.Values;
using Samverkan.Runs.Scenarios.Yaml;

namespace Samverkan.Runs.Scenarios.Meaning;

/// <summary>A parameter's value as it was written and as the model keeps it.</summary>
/// <param name="Value">For the reference municipality, if the parameter follows inhabitants.</param>
/// <param name="Stated">For the place, or the number of inhabitants, that it was written for.</param>
/// <param name="IsPer">Whether it was written "per" a number of inhabitants.</param>
internal readonly record struct Figure(double Value, double Stated, bool IsPer = false)
{
    /// <summary>12 beds of a small town are within the range of beds, even if they scale to more in a larger one.</summary>
    public bool IsWithin(ParameterInfo p) => Value >= p.Min && Value <= p.Max || Stated >= p.Min && Stated <= p.Max;
}

/// <summary>
/// Reads figures that follow inhabitants. A figure in a file for a single municipality belongs to that municipality. It is
/// restated for the reference municipality, so that the model scales it back to what was written. In a file for several places,
/// the figure needs a scope, or is written "16 beds per 96,000".
/// </summary>
internal static partial class FiguresOfPlaces
{
    [GeneratedRegex(@"^(?<amount>.+?)\s+per\s+(?<inhabitants>\d[\d ,_\u00A0]*)(?:\s*inhabitants)?$")]
    private static partial Regex PerInhabitants();

    public static Figure? Read(ScalarNode node, ParameterInfo parameter, Scope scope, ReadingContext context)
    {
        if (parameter.Scaling == Scaling.None)
            return context.Value(node, parameter) is { } plain
                ? new Figure(context.Kept(parameter, plain), context.Kept(parameter, plain))
                : null;
        var per = PerInhabitants().Match(node.Text.Trim());
        var amount = per.Success ? node with { Text = per.Groups["amount"].Value } : node;
        if (context.Value(amount, parameter) is not { } written)
            return null;
        var stated = context.Kept(parameter, written);
        var inhabitants = per.Success ? Inhabitants(per.Groups["inhabitants"].Value)
            : Inhabitants(node, parameter, scope, context);
        if (stated == 0 || inhabitants == 0)
            return new Figure(stated, stated, per.Success);
        if (inhabitants is { } number)
            return new Figure(stated / parameter.FactorAt(number / context.Reference), stated, per.Success);
        // Blanks part the thousands: within braces a comma would end the value.
        var reference = context.Reference.ToString("N0", CultureInfo.InvariantCulture).Replace(',', ' ');
        context.Findings.Error(node.Place, Codes.Missing,
            $"'{node.Text}' of {parameter.Id} does not say for which place: the world has "
                + $"{context.MapAt(node.Place).Sum(c => c.Municipalities.Length)} "
            + $"municipalities, and it follows inhabitants. Did you mean '{node.Text} per {reference}'? "
            + "An intervention may have a scope instead.");
        return null;
    }

    private static double? Inhabitants(string digits) =>
        double.TryParse(string.Concat(digits.Where(char.IsAsciiDigit)), CultureInfo.InvariantCulture, out var number)
        && number is > 0 and < 1e9 ? number : null;

    // The one place that a figure can be for; null if there are several.
    private static double? Inhabitants(ScalarNode node, ParameterInfo parameter, Scope scope, ReadingContext context) =>
        InhabitantsOf(context.MapAt(node.Place), parameter, scope, context.From, context.Begins);

    /// <summary>Inhabitants of the place that a figure of a scope is for; null if there are several.</summary>
    /// <param name="now">The month that the figure is stated for.</param>
    /// <param name="first">The month that the map gives inhabitants for.</param>
    public static double? InhabitantsOf(
        ImmutableArray<CountyOnMap> map, ParameterInfo parameter, Scope scope, Month now, Month first)
    {
        var places = map.Where(c => scope.County is null || c.Code == scope.County).SelectMany(c => c.Municipalities)
            .Where(m => scope.Municipality is null || m.Code == scope.Municipality).ToArray();
        // A county's figure is that of all its municipalities together.
        var isOne = places.Length == 1
            || places.Length > 1 && scope.County is not null && parameter.Scaling == Scaling.ByInhabitants;
        return isOne ? places.Sum(m => m.Population * m.GrowthUntil(now, first)) : null;
    }
}
