using Samverkan.Model;
using Samverkan.Model.Indicators;
using Samverkan.Model.Parameters;
using Samverkan.Model.Policies;
using Samverkan.Runs.Scenarios.Language;
using Samverkan.Runs.Scenarios.Meaning;
using Samverkan.Runs.Scenarios.Values;

namespace Samverkan.Runs.Scenarios.Words;

/// <summary>"the county's controllable frame -20 % from January 2003"</summary>
internal static class InterventionInWords
{
    public static string Of(string name, Intervention intervention, Blueprint world) =>
        $"{name}{Change(intervention)}{Where(intervention.Scope, world)}{When(intervention)}";

    /// <summary>The sentences of interventions, with one for a whole family that changes alike.</summary>
    public static IEnumerable<string> OfAll(IReadOnlyCollection<Intervention> interventions, Blueprint world)
    {
        foreach (var alike in interventions.GroupBy(i => (Family: Family(i), Base: BaseId(i), Sentence: Of("", i, world))))
            if (alike.Key.Family is { } family && alike.Count() > 1 && alike.Count() == Wildcard.Parameters(family).Count)
                yield return Of(LeverNames.OfFamily(family), alike.First(), world);
            else
                foreach (var one in alike)
                    yield return Of(LeverNames.Of(Catalogue.Get(one.Parameter)), one, world);
    }

    public static string BaseId(Intervention intervention) => intervention.Id.Split('/')[0];

    private static string? Family(Intervention intervention) => Wildcard.FamilyOf(Catalogue.Get(intervention.Parameter));

    private static string Change(Intervention intervention)
    {
        var measure = Catalogue.Get(intervention.Parameter).Measure;
        return intervention.Operation switch
        {
            Operation.Multiply => $" {QuantityText.OfFactor(intervention.Value)}",
            Operation.Add => $" {QuantityText.OfAddition(intervention.Value, measure)}",
            _ when measure == Measure.Switch => $": {QuantityText.Of(intervention.Value, measure)}",
            _ => $" to {QuantityText.Of(intervention.Value, measure)}",
        };
    }

    public static string Where(Scope scope, Blueprint world)
    {
        var county = world.Counties.FirstOrDefault(c => c.Code == scope.County);
        var municipality = world.Counties.SelectMany(c => c.Municipalities).FirstOrDefault(m => m.Code == scope.Municipality);
        return municipality is not null ? $" in {municipality.Name}" : county is not null ? $" in {county.Name}" : "";
    }

    private static string When(Intervention intervention)
    {
        var start = intervention.When is { } when ? Condition(when) : Since(intervention.At!.Value);
        var end = intervention.Until is { } until ? $" to {Dates.InWords(until)}" : "";
        var ramp = intervention.Ramp is { } gradual ? $", phased in over {gradual.Months} months" : "";
        var seasons = intervention.Seasons is { IsDefaultOrEmpty: false } months ? $", in {string.Join(", ", months.Select(m => Grammar.MonthNames[m - 1]))}" : "";
        return start + end + ramp + seasons;
    }

    private static string Since(Month at) => $" from {Dates.InWords(at)}";

    private static string Condition(Trigger when)
    {
        var indicator = IndicatorCatalogue.Find(when.Indicator)!;
        var threshold = QuantityText.Of(when.Threshold, TriggerReading.MeasureOf(indicator));
        var lasting = when.ForMonths > 1 ? $" for {when.ForMonths} months" : "";
        return $" {(when.Repeatedly ? "whenever" : "once")} {indicator.Title} {(when.Above ? "is above" : "is below")} {threshold}{lasting}";
    }
}
