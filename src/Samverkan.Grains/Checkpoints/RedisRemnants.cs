using Samverkan.Grains.Clusters;
using StackExchange.Redis;

namespace Samverkan.Grains.Checkpoints;

/// <summary>
/// What storage holds of a run that this build of the program cannot read. Only the names of its entries are known, so they are
/// looked for by name.
/// </summary>
internal interface IRemnants
{
    /// <summary>Deletes checkpoints and results of a run. Its record stays.</summary>
    Task Delete(string run);
}

/// <summary>The same in Redis.</summary>
internal sealed class RedisRemnants(ClusterAddress cluster) : IRemnants
{
    // As CheckpointStore and Results name them, between what Orleans puts before and behind. The record of a run X is run/X:
    // these patterns want a part more, so that they match no record, even if the run that is forgotten is called 'run'.
    private static readonly string[] Parts = ["results/*", "asked/*", "[0-9]*/*"];

    public async Task Delete(string run)
    {
        await using var redis = await ConnectionMultiplexer.ConnectAsync(cluster.Redis());
        foreach (var server in redis.GetServers().Where(server => server is { IsConnected: true, IsReplica: false }))
            foreach (var part in Parts)
                await foreach (var key in server.KeysAsync(pattern: $"{cluster.Name}/state/vault/{run}/{part}/vault"))
                    await redis.GetDatabase().KeyDeleteAsync(key);
    }
}
