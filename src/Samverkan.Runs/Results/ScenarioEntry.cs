using System.Collections.Immutable;
using Samverkan.Model;
using Samverkan.Model.Parameters;
using Samverkan.Model.Policies;
using Samverkan.Runs.Scenarios;

namespace Samverkan.Runs.Results;

/// <summary>A scenario as a manifest records it: enough to make the run again without its file.</summary>
/// <param name="Inputs">Hash of the scenario's files and settings.</param>
/// <param name="Changed">Parameters that differ from the program's defaults from the start.</param>
/// <param name="ScaledFromCase">Figures that the world's own table did not give and that were scaled from the case by
/// inhabitants.</param>
/// <param name="Values">Every parameter's value at the start.</param>
public sealed record ScenarioEntry(
    string Id,
    string Title,
    string Question,
    string Path,
    string Inputs,
    Month From,
    Month To,
    int Municipalities,
    IReadOnlyDictionary<string, ChangedParameter> Changed,
    ImmutableArray<Intervention> Interventions,
    ImmutableArray<EventEntry> Events,
    ImmutableArray<string> ScaledFromCase,
    IReadOnlyDictionary<string, double> Values)
{
    /// <param name="blueprint">What was run: the scenario's own, or one that ends earlier.</param>
    public static ScenarioEntry Of(Scenario scenario, Blueprint blueprint) =>
        Of(scenario.Id, scenario.Title, scenario.Question, scenario.Name, scenario.InputHash, scenario.ScaledFromCase, blueprint);

    /// <inheritdoc cref="Of(Scenario, Blueprint)"/>
    public static ScenarioEntry Of(string id, string title, string question, string path, string inputs,
        ImmutableArray<string> scaled, Blueprint blueprint)
    {
        var values = Catalogue.All.ToDictionary(p => p.Id, p => p.Get(blueprint.Parameters));
        var changed = Catalogue.All.Where(p => values[p.Id] != p.Default)
            .ToDictionary(p => p.Id, p => new ChangedParameter(values[p.Id], p.Default));
        return new(
            id, title, question, path, inputs, blueprint.From, blueprint.To,
            blueprint.Counties.Sum(county => county.Municipalities.Length), changed,
            [.. blueprint.Interventions.Select(WithSeasons)], [.. blueprint.Events.Select(EventEntry.Of)], scaled, values);
    }

    // A default immutable array cannot be written as JSON.
    private static Intervention WithSeasons(Intervention intervention) =>
        intervention.Seasons.IsDefault ? intervention with { Seasons = [] } : intervention;
}

/// <param name="Default">What the program ships.</param>
public sealed record ChangedParameter(double Value, double Default);
