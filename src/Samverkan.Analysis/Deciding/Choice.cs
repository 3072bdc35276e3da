using System.Collections.Immutable;
using Samverkan.Model;
using Samverkan.Model.Parameters;
using Samverkan.Runs.Scenarios;
using Samverkan.Runs.Uncertainty;

namespace Samverkan.Analysis.Deciding;

/// <summary>Something that one can choose: a world with its policy.</summary>
/// <param name="Id">Unique in a decision.</param>
/// <param name="Stated">What is known of the world: the same in every draw.</param>
public sealed record Choice(string Id, string Title, Blueprint World, ImmutableHashSet<ParameterInfo> Stated)
{
    public static Choice Of(Scenario scenario) =>
        new(scenario.Id, scenario.Title, scenario.Blueprint, [.. Region.StatedIn(scenario)]);

    /// <summary>The same world with changes, one after the other.</summary>
    public Choice With(string id, string title, IReadOnlyList<ScenarioChange> changes) => new(
        id, title, changes.Aggregate(World, (world, change) => change.On(world)) with { Name = id },
        [.. Stated, .. changes.SelectMany(change => change.Stated)]);

    /// <summary>The world under a draw of all that is not known.</summary>
    public Blueprint Under(Region region, int draw) => region.Under(World, Stated, draw);
}
