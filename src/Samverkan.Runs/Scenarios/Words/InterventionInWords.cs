using Samverkan.Model;
using Samverkan.Model.Indicators;
using Samverkan.Model.Needs;
using Samverkan.Model.Parameters;
using Samverkan.Model.Policies;
using Samverkan.Model.Units;
using Samverkan.Runs.Scenarios.Language;
using Samverkan.Runs.Scenarios.Meaning;
using Samverkan.Runs.Scenarios.Values;
using Samverkan.Runs.Wording;

namespace Samverkan.Runs.Scenarios.Words;

/// <summary>"the county's controllable frame -20 % from January 2003"</summary>
internal static class InterventionInWords
{
    /// <param name="own">Ids whose figures were stated for the place itself; null: all.</param>
    public static string Of(string name, Intervention intervention, Blueprint world, IReadOnlySet<string>? own = null) =>
        name + Change(intervention, world, own is null || IsOwn(intervention, own))
        + Where(intervention.Scope, world) + When(intervention);

    /// <summary>The sentences of interventions, with one for a whole family that changes alike.</summary>
    public static IEnumerable<string> OfAll(
        IReadOnlyCollection<Intervention> interventions, Blueprint world, IReadOnlySet<string>? own = null)
    {
        foreach (var alike in interventions.GroupBy(i => (Family: Family(i), Base: BaseId(i), Sentence: Of("", i, world, own))))
            if (alike.Key.Family is { } family && alike.Count() > 1 && alike.Count() == Wildcard.Parameters(family).Count)
                yield return Of(LeverNames.OfFamily(family), alike.First(), world, own);
            else
                foreach (var one in alike)
                    yield return Of(LeverNames.Of(Catalogue.Get(one.Parameter)), one, world, own);
    }

    public static string BaseId(Intervention intervention) => intervention.Id.Split('/')[0];

    private static bool IsOwn(Intervention intervention, IReadOnlySet<string> own) => BaseId(intervention) switch
    {
        OwnFigures.Id => true,
        PresentFigures.Id => own.Contains(intervention.Parameter),
        var id => own.Contains(id),
    };

    private static string? Family(Intervention intervention) => Wildcard.FamilyOf(Catalogue.Get(intervention.Parameter));

    private static string Change(Intervention intervention, Blueprint world, bool own)
    {
        var parameter = Catalogue.Get(intervention.Parameter);
        var measure = parameter.Measure;
        string Figure(Func<double, Measure, string>? text = null) =>
            FigureInWords.Of(parameter, intervention.Value, world, intervention.Scope, own, text);
        return intervention.Operation switch
        {
            Operation.Multiply => $" {QuantityText.OfFactor(intervention.Value)}",
            Operation.Add => $" {Figure(QuantityText.OfAddition)}",
            _ when measure == Measure.Switch => $": {QuantityText.Of(intervention.Value, measure)}",
            _ => $" to {Figure()}",
        } + FrameAmount.Of(intervention, world);
    }

    public static string Where(Scope scope, Blueprint world)
    {
        var county = world.Counties.FirstOrDefault(c => c.Code == scope.County);
        var municipality = world.Counties.SelectMany(c => c.Municipalities).FirstOrDefault(m => m.Code == scope.Municipality);
        var place = municipality is not null ? $" in {municipality.Name}" : county is not null ? $" in {county.Name}" : "";
        return Within(scope, world) + place;
    }

    // " at every day centre", " at team 4/0", " for the person psychosis/1996-05/1"
    private static string Within(Scope scope, Blueprint world)
    {
        var unit = scope.Unit switch
        {
            null => "",
            { Kind: { } kind } => $" at every {kind.InWords()}",
            { Number: { } number } => $" at unit {number}",
            _ => " at every unit",
        };
        var team = scope.Team switch
        {
            null => "",
            { Unit: null, Number: null } => " in every team",
            { Number: null } every => $" in every team of unit {every.Unit}",
            { } one => $" in team {(one.Unit is { } u ? $"{u}" : "*")}/{one.Number}",
        };
        return unit + team + (scope.Person is { } person ? " " + For(person, world) : "");
    }

    private static string For(PersonScope person, Blueprint world)
    {
        var start = world.From - (int)world.Parameters.Funding.WarmUpMonths - 1;
        var group = person.Group is { } g ? g.InWords() : "persons";
        var came = person.Arrival is not { } month ? "" : month <= start ? " who were there at the start"
            : $" who came in {Dates.InWords(month)}";
        return person.Number is { } number ? $"for number {number} of the {group}{came}" : person == new PersonScope()
            ? "for every person" : $"for {group}{came}";
    }

    private static string When(Intervention intervention)
    {
        var start = intervention.When is { } when ? Condition(when) : Since(intervention.At!.Value);
        var end = intervention.Until is { } until ? $" to {Dates.InWords(until)}" : "";
        var ramp = intervention.Ramp is { } gradual ? $", phased in over {gradual.Months} months" : "";
        var seasons = intervention.Seasons is { IsDefaultOrEmpty: false } months
            ? $", in {string.Join(", ", months.Select(m => Grammar.MonthNames[m - 1]))}" : "";
        return start + end + ramp + seasons;
    }

    private static string Since(Month at) => $" from {Dates.InWords(at)}";

    private static string Condition(Trigger when)
    {
        var indicator = IndicatorCatalogue.Find(when.Indicator)!;
        var threshold = QuantityText.Of(when.Threshold, TriggerReading.MeasureOf(indicator));
        var lasting = when.ForMonths > 1 ? $" for {when.ForMonths} months" : "";
        return $" {(when.Repeatedly ? "whenever" : "once")} {indicator.Title} {(when.Above ? "is above" : "is below")} "
            + $"{threshold}{lasting}";
    }
}
