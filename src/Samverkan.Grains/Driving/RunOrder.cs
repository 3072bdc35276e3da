using System.Collections.Immutable;
using Samverkan.Model;
using Samverkan.Model.Parameters;

namespace Samverkan.Grains.Driving;

/// <summary>All that a run is made from, and how it is to be carried out.</summary>
internal sealed class RunOrder
{
    private readonly Blueprint bare;
    private readonly ImmutableArray<double> parameters;
    [Model.Snapshots.NotState] private Blueprint? whole;

    public RunOrder(string run, Blueprint blueprint, ulong seed, int replication, Detail detail)
    {
        (Run, bare, Seed, Replication, Detail) = (run, blueprint, seed, replication, detail);
        parameters = [.. Catalogue.All.Select(parameter => parameter.Get(blueprint.Parameters))];
        whole = blueprint;
    }

    /// <summary>Id of the run; also the name of its output folder.</summary>
    public string Run { get; }

    public ulong Seed { get; }

    public int Replication { get; }

    public Detail Detail { get; }

    public Granularity Granularity { get; init; } = Granularity.Municipality;

    /// <summary>Whether actors are scattered over all silos on purpose, instead of each county's branch on one.</summary>
    public bool Scattered { get; init; }

    /// <summary>Months between checkpoints; 0: none, and the run does not outlive its silo.</summary>
    public int CheckpointMonths { get; init; }

    /// <summary>The month before which the run stands still until it is told to go on.</summary>
    public Month? PauseAt { get; init; }

    /// <summary>Whether another order asks for the same results.</summary>
    public bool IsSameAs(RunOrder other) =>
        (Seed, Replication, Detail) == (other.Seed, other.Replication, other.Detail)
        && parameters.AsSpan().SequenceEqual(other.parameters.AsSpan())
        && Model.Snapshots.Snapshot.Of(bare).AsSpan().SequenceEqual(Model.Snapshots.Snapshot.Of(other.bare));

    /// <summary>The blueprint: a parameter set travels as its values.</summary>
    public Blueprint Blueprint => whole ??= bare with
    {
        Parameters = ParameterSet.Defaults.With(Catalogue.All.Select((parameter, i) => KeyValuePair.Create(parameter, parameters[i]))),
    };
}
