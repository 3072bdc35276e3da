using Samverkan.Grains;
using Samverkan.Grains.Clusters;
using Samverkan.Grains.Driving;
using Samverkan.Runs.Execution;

namespace Samverkan.App;

/// <summary>What executes runs for a command: this process alone, a silo embedded in it, or a cluster.</summary>
public sealed class Executor : IDisposable
{
    // A year's work at most is done again when a silo dies.
    private const int CheckpointMonths = 12;

    private readonly IAsyncDisposable? host;

    private Executor(StartRun start, IAsyncDisposable? host = null) => (Start, this.host) = (start, host);

    public StartRun Start { get; }

    /// <param name="inProcess">What executes runs without grains.</param>
    /// <param name="id">What the run is known by in a cluster, such as its output folder; several runs get a number more.</param>
    public static Executor Of(Granularity granularity, ClusterAddress? cluster, StartRun inProcess, string id, CancellationToken cancel)
    {
        var name = IdOf(id);
        if (cluster is not null)
        {
            var client = ClusterClient.Connect(cluster, cancel).GetAwaiter().GetResult();
            return new(OnGrains(client.Grains, name, new(granularity == Granularity.None ? Granularity.Replication : granularity, CheckpointMonths: CheckpointMonths)), client);
        }
        if (granularity == Granularity.None) return new(inProcess);
        var silo = EmbeddedSilo.Start(cancel).GetAwaiter().GetResult();
        return new(OnGrains(silo.Grains, name, new(granularity)), silo);
    }

    /// <summary>A run's id: the last part of its folder's name, without what separates the parts of a key.</summary>
    public static string IdOf(string folder) => Path.GetFileName(Path.TrimEndingDirectorySeparator(folder)).Replace('/', '-');

    public void Dispose() => host?.DisposeAsync().AsTask().GetAwaiter().GetResult();

    // Scenarios of one replication differ by name; a run alone keeps the plain id.
    private static StartRun OnGrains(Orleans.IGrainFactory grains, string id, RunOptions options)
    {
        var first = true;
        return (blueprint, seed, replication, detail) =>
        {
            var alone = Interlocked.Exchange(ref first, false) && options.Granularity != Granularity.Replication;
            return GrainRun.Start(grains, alone ? id : $"{id}.{blueprint.Name}.{replication}", blueprint, seed, replication, detail, options);
        };
    }
}
