using System.Collections.Immutable;
using Samverkan.Model;
using Samverkan.Model.Parameters;
using Samverkan.Model.Policies;
using Samverkan.Runs.Scenarios.Values;
using Samverkan.Runs.Scenarios.Words;

namespace Samverkan.Runs.Scenarios.Meaning;

/// <summary>A parameter that leaves its range.</summary>
/// <param name="Month">The first month outside.</param>
/// <param name="Changes">The changes in force in that month, in the order in which they apply.</param>
/// <param name="IfConditionsHold">Whether this depends on conditions.</param>
/// <param name="Share">The place's share of a value for the reference municipality.</param>
/// <param name="Prices">What a value is multiplied by to be in the prices of the world.</param>
internal sealed record OutsideRange(
    ParameterInfo Parameter, Month Month, double Start, double Value, ImmutableArray<Intervention> Changes,
        bool IfConditionsHold, double Share,
    double Prices)
{
    /// <param name="written">What is said of a change: where it stands.</param>
    public string InWords(Func<Intervention, string> written) =>
        $"In {Month} {Parameter.Id} {(IfConditionsHold ? "can be" : "is")} {Text(Value)}, outside "
        + $"{QuantityText.Range(Parameter.Min * Prices, Parameter.Max * Prices, Parameter.Measure)}: "
        + $"it starts at {Text(Start)}, and "
        + $"{string.Join(", ", Changes.Select(change => $"{written(change)} ({InWords(change)})"))} "
        + $"{(Changes.Length == 1 ? "is" : "are together")} in force.";

    private string Text(double value) => QuantityText.Of(Math.Round(value * Share * Prices, 6), Parameter.Measure);

    private string InWords(Intervention change) => change.Operation switch
    {
        Operation.Set => Text(change.Value),
        Operation.Add => QuantityText.OfAddition(Math.Round(change.Value * Share * Prices, 6), Parameter.Measure),
        _ => $"x {QuantityText.Number(change.Value)}",
    };
}

/// <summary>
/// The value of each parameter by month and place, with all changes in force. A change on a condition may or may not be in force
/// from its first possible month on, so the value then has bounds.
/// </summary>
internal static class ValuesInForce
{
    /// <summary>Each parameter that leaves its range, with its first month outside.</summary>
    public static IEnumerable<OutsideRange> Outside(Blueprint blueprint)
    {
        // Changes that only set values within the range cannot leave it, in any order.
        foreach (var changes in blueprint.Interventions.GroupBy(i => i.Parameter)
            .Where(group => group.Any(i => i.Operation != Operation.Set)))
        {
            var parameter = Catalogue.Get(changes.Key);
            var found = Together(blueprint, parameter, [.. changes])
                .Select(together => First(blueprint, parameter, together.Changes, together.Share)).OfType<OutsideRange>();
            if (found.OrderBy(outside => outside.IfConditionsHold).ThenBy(outside => outside.Month).FirstOrDefault() is { } first)
                yield return first;
        }
    }

    /// <summary>
    /// The places where changes meet: each municipality that differs from the others, and the targets of narrow scopes.
    /// </summary>
    private static IEnumerable<(ImmutableArray<Intervention> Changes, double Share)> Together(Blueprint blueprint,
        ParameterInfo parameter, ImmutableArray<Intervention> changes)
    {
        var narrow = changes.Select(c => c.Scope with { County = null, Municipality = null }).Append(Scope.Everywhere).Distinct()
            .ToArray();
        var places = blueprint.Counties.SelectMany(county =>
            county.Municipalities.Select(municipality =>
                (County: county.Code, Municipality: municipality.Code,
                    Share: ShareOf(blueprint, parameter, municipality.Population))));
        var met = new HashSet<string>(StringComparer.Ordinal);
        foreach (var place in places)
            foreach (var within in narrow)
            {
                var indices = Enumerable.Range(0, changes.Length)
                    .Where(i => Covers(changes[i].Scope, place.County, place.Municipality, within)).ToArray();
                if (met.Add($"{string.Join(',', indices)} {place.Share}"))
                    yield return ([.. indices.Select(i => changes[i])], place.Share);
            }
    }

    private static bool Covers(Scope scope, string county, string municipality, Scope within) =>
        (scope.County is null || scope.County == county) && (scope.Municipality is null || scope.Municipality == municipality)
        && (scope.Unit is null || scope.Unit == within.Unit) && (scope.Team is null || scope.Team == within.Team)
        && (scope.Person is null || scope.Person == within.Person);

    /// <summary>A place's share of the reference municipality's value; 1 for parameters that do not follow inhabitants.</summary>
    private static double ShareOf(Blueprint blueprint, ParameterInfo parameter, int inhabitants) =>
        parameter.Scaling == Scaling.None || inhabitants == 0 ? 1
            : parameter.FactorAt(inhabitants / blueprint.Parameters.Population.Reference);

    /// <summary>Whether the value from the start is in range, for the reference municipality or for each place.</summary>
    public static bool StartsInside(Blueprint blueprint, ParameterInfo parameter) =>
        parameter.Get(blueprint.Parameters) is var value
        && blueprint.Counties.SelectMany(county => county.Municipalities)
        .All(place => IsInside(value, parameter, ShareOf(blueprint, parameter, place.Population)));

    private static OutsideRange? First(Blueprint blueprint, ParameterInfo parameter, ImmutableArray<Intervention> changes,
        double share)
    {
        if (changes.IsEmpty)
            return null;
        var start = parameter.Get(blueprint.Parameters);
        for (var month = changes.Min(c => c.At ?? blueprint.Begins); month <= blueprint.To; month += 1)
        {
            var (low, high) = (start, start);
            foreach (var change in changes)
                (low, high) = After(change, month, low, high);
            if (IsInside(low, parameter, share) && IsInside(high, parameter, share))
                continue;
            var inForce = changes.Where(c => Weight(c, month) > 0).ToImmutableArray();
            return new(parameter, month, start, IsInside(high, parameter, share) ? low : high, inForce, inForce.Any(c =>
                c.When is not null),
                share, FigureInWords.Prices(parameter, blueprint));
        }
        return null;
    }

    private static (double Low, double High) After(Intervention change, Month month, double low, double high)
    {
        var weight = Weight(change, month);
        if (weight == 0)
            return (low, high);
        var (a, b) = (At(low), At(high));
        var (least, most) = (Math.Min(a, b), Math.Max(a, b));
        return change.When is null ? (least, most) : (Math.Min(low, least), Math.Max(high, most));

        double At(double before) => before + weight * (change.Operation.Apply(before, change.Value) - before);
    }

    /// <summary>How much of a change is in force, or can be if it has a condition.</summary>
    private static double Weight(Intervention change, Month month)
    {
        if (month < (change.At ?? month) || month > (change.Until ?? month) || change.Decided > month)
            return 0;
        if (!change.Seasons.IsDefaultOrEmpty && !change.Seasons.Contains(month.Number))
            return 0;
        if (change.At is not { } from || change.Ramp is not { Months: > 1 } ramp)
            return 1;
        var share = Math.Min(1, (month - from + 1) / (double)ramp.Months);
        return ramp.Shape == RampShape.Smooth ? share * share * (3 - 2 * share) : share;
    }

    // 12 beds of a small town are within the range of beds, even if they scale to more in a larger one.
    private static bool IsInside(double value, ParameterInfo parameter, double share) =>
        IsInside(value, parameter) || share != 1 && IsInside(value * share, parameter);

    private static bool IsInside(double value, ParameterInfo parameter)
    {
        var slack = 1e-9 * Math.Max(1, Math.Abs(value));
        return value >= parameter.Min - slack && value <= parameter.Max + slack;
    }
}
