using Microsoft.Extensions.Logging;
using Samverkan.Grains.Actors;
using Samverkan.Grains.Checkpoints;

namespace Samverkan.Grains.Driving;

/// <summary>What a run finds on its silo.</summary>
internal sealed record RunServices(IGrainFactory Grains, Worlds Worlds, CheckpointStore Checkpoints, SiloDeaths Deaths,
    ILogger Log)
{
    public INationGrain NationOf(ActorKey key) => Grains.GetGrain<INationGrain>(key.ToString());

    /// <summary>The runs that storage knows.</summary>
    public IRunList List => Grains.GetGrain<IRunList>(0);
}
