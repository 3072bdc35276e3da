using StackExchange.Redis;

namespace Samverkan.Grains.Clusters;

/// <summary>
/// Silos put up of which build their cluster is, for as long as any of them is there: whoever comes with another is told so
/// before it can do harm.
/// </summary>
internal sealed class BuildFingerprint : IAsyncDisposable
{
    // Longer than a silo's death takes to be noticed, and than Redis takes to start again.
    private static readonly TimeSpan Stays = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Renewed = TimeSpan.FromSeconds(2);

    private readonly CancellationTokenSource stop = new();
    private readonly Task renewing;

    private BuildFingerprint(ConnectionMultiplexer redis, ClusterAddress cluster) => renewing = Renew(redis, cluster);

    public static async Task<BuildFingerprint> PutUp(ClusterAddress cluster) => new(await ConnectionMultiplexer.ConnectAsync(cluster.Redis()), cluster);

    /// <exception cref="ClusterUnavailable">The cluster is of another build.</exception>
    public static async Task Check(IDatabase redis, ClusterAddress cluster)
    {
        if ((string?)await redis.StringGetAsync(Key(cluster)) is { } other && other != ProgramBuild.Text)
            throw new ClusterUnavailable(
                $"The cluster {cluster} is of another build of the program ({other}; this one is {ProgramBuild.Text}): all its silos and clients must be of one.");
    }

    /// <summary>Whether any silo is there, or is starting.</summary>
    public static async Task<bool> IsUp(ClusterAddress cluster)
    {
        try
        {
            await using var redis = await ConnectionMultiplexer.ConnectAsync(cluster.Redis());
            return await redis.GetDatabase().KeyExistsAsync(Key(cluster));
        }
        catch (Exception e) when (e is RedisException or TimeoutException)
        {
            return false;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await renewing;
        stop.Dispose();
    }

    private async Task Renew(ConnectionMultiplexer redis, ClusterAddress cluster)
    {
        await using (redis)
            while (!stop.IsCancellationRequested)
            {
                try
                {
                    await redis.GetDatabase().StringSetAsync(Key(cluster), ProgramBuild.Text, Stays);
                }
                catch (Exception e) when (e is RedisException or TimeoutException)
                {
                    // Redis starts again, or is full: the runs say so.
                }
                await Task.Delay(Renewed, stop.Token).ContinueWith(_ => { }, TaskScheduler.Default);
            }
    }

    private static RedisKey Key(ClusterAddress cluster) => $"{cluster.Name}/build";
}
