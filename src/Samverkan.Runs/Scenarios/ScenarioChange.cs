using System.Collections.Immutable;
using Samverkan.Model;
using Samverkan.Model.Parameters;
using Samverkan.Model.Policies;

namespace Samverkan.Runs.Scenarios;

/// <summary>One of the changes that make a scenario out of another. It can be made alone, or be left out.</summary>
/// <param name="Id">Of the intervention or event, or of the parameter or its family.</param>
/// <param name="Words">What it does, in plain words.</param>
/// <param name="Values">Values from the start.</param>
/// <param name="Gone">Interventions that it takes away.</param>
/// <param name="Come">Interventions that it brings.</param>
/// <param name="Undone">Events that it takes away.</param>
/// <param name="Done">Events that it brings.</param>
public sealed record ScenarioChange(
    string Id, string Words, ImmutableDictionary<ParameterInfo, double> Values, ImmutableArray<Intervention> Gone,
    ImmutableArray<Intervention> Come, ImmutableArray<ModelEvent> Undone, ImmutableArray<ModelEvent> Done)
{
    /// <summary>What is known of a world with this change because the change states it.</summary>
    public IEnumerable<ParameterInfo> Stated => Values.Keys;

    /// <summary>The world with the change, which comes after everything else.</summary>
    public Blueprint On(Blueprint world) => world with
    {
        Parameters = world.Parameters.With(Values),
        Interventions = [.. world.Interventions.Where(one => !Gone.Contains(one)), .. Come],
        Events = [.. world.Events.Where(one => !Undone.Contains(one)).Concat(Done).OrderBy(one => one.At)],
    };
}
