using System.Globalization;
using Samverkan.Model;
using Samverkan.Model.Parameters;
using Samverkan.Model.Policies;
using Samverkan.Runs.Scenarios.Language;
using Samverkan.Runs.Scenarios.Values;

namespace Samverkan.Runs.Scenarios.Words;

/// <summary>How values from the start differ: "committee meetings: 1 instead of 6 meetings/yr".</summary>
internal static class ValuesInWords
{
    public static IEnumerable<string> Of(
        IReadOnlyCollection<(ParameterInfo Parameter, double Before, double After)> changes, Blueprint world,
        IReadOnlySet<string>? ownBefore,
        IReadOnlySet<string>? ownAfter)
    {
        foreach (var alike in changes.GroupBy(c =>
            (Family: Wildcard.FamilyOf(c.Parameter), IsSwitch: c.Parameter.Measure == Measure.Switch, c.After)))
            if (alike.Key is { Family: { } family, IsSwitch: true } && alike.Count() == Wildcard.Parameters(family).Count)
                yield return $"{LeverNames.OfFamily(family)}: {QuantityText.Of(alike.Key.After, Measure.Switch)}";
            else if (alike.Key.IsSwitch && alike.Count() > 1)
                yield return $"{QuantityText.Of(alike.Key.After, Measure.Switch)}: "
                    + string.Join(", ", alike.Select(c => LeverNames.Of(c.Parameter)));
            else
                foreach (var (parameter, before, after) in alike)
                    yield return One(parameter, before, after, world, ownBefore?.Contains(parameter.Id) ?? true,
                        ownAfter?.Contains(parameter.Id) ?? true);
    }

    // Four digits are enough for a sentence: a figure restated for another number of inhabitants has many.
    private static string Rounded(double value, Measure measure) =>
        QuantityText.Of(double.Parse(value.ToString("G4", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture), measure);

    private static string One(ParameterInfo parameter, double before, double after, Blueprint world, bool ownBefore,
        bool ownAfter)
    {
        string Figure(double value, bool own, Func<double, Measure, string> text) =>
            FigureInWords.Of(parameter, value, world, Scope.Everywhere, own, text);
        var (name, now, then) = (LeverNames.Of(parameter), Figure(after, ownAfter, Rounded), Figure(before, ownBefore, Rounded));
        if (now == then)
            (now, then) = (Figure(after, ownAfter, QuantityText.Of), Figure(before, ownBefore, QuantityText.Of));
        if (parameter.Measure == Measure.Switch)
            return $"{name}: {now}";
        // "12 instead of 6 meetings/yr"
        var unit = then.IndexOf(' ') is var at and >= 0 ? then[at..] : "";
        return $"{name}: {(now.EndsWith(unit, StringComparison.Ordinal) ? now[..^unit.Length] : now)} instead of {then}";
    }
}
