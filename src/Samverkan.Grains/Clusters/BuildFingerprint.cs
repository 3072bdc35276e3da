using StackExchange.Redis;

namespace Samverkan.Grains.Clusters;

/// <summary>
/// Silos put up of which build their cluster is, and whether they speak by TLS, for as long as any of them is there: whoever
/// comes with another is told so before it can do harm.
/// </summary>
internal sealed class BuildFingerprint : IAsyncDisposable
{
    // Longer than a silo's death takes to be noticed, and than Redis takes to start again.
    private static readonly TimeSpan Stays = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Renewed = TimeSpan.FromSeconds(2);

    // Behind the build: silos speak by mutual TLS.
    private const string Encrypted = "tls";

    private readonly CancellationTokenSource stop = new();
    private readonly Task renewing;

    private BuildFingerprint(ConnectionMultiplexer redis, ClusterAddress cluster) => renewing = Renew(redis, cluster);

    public static async Task<BuildFingerprint> PutUp(ClusterAddress cluster) =>
        new(await ConnectionMultiplexer.ConnectAsync(cluster.Redis()), cluster);

    /// <exception cref="ClusterUnavailable">The cluster is of another build.</exception>
    public static async Task Check(IDatabase redis, ClusterAddress cluster)
    {
        if ((string?)await redis.StringGetAsync(Key(cluster)) is not { } sign || sign.Split(' ') is not [var other, .. var more])
            return;
        if (other != ProgramBuild.Text)
            throw new ClusterUnavailable(
                $"The cluster {cluster} is of another build of the program ({other}; this one is {ProgramBuild.Text}): all its "
                    + "silos and clients must be of one.");
        if (more is [Encrypted] && cluster.Certificates is null)
            throw new ClusterUnavailable(
                $"The silos of {cluster} know each other by certificates: name one with SAMVERKAN_SILO_CERTIFICATE, "
                    + "SAMVERKAN_SILO_KEY and SAMVERKAN_SILO_AUTHORITY.");
        if (more is [] && cluster.Certificates is not null)
            throw new ClusterUnavailable(
                $"The silos of {cluster} have no certificates: stop them and start them with SAMVERKAN_SILO_CERTIFICATE.");
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
                    await redis.GetDatabase().StringSetAsync(Key(cluster), Sign(cluster), Stays);
                }
                catch (Exception e) when (e is RedisException or TimeoutException)
                {
                    // Redis starts again, or is full: the runs say so.
                }
                await Task.Delay(Renewed, stop.Token).ContinueWith(_ => { }, TaskScheduler.Default);
            }
    }

    private static string Sign(ClusterAddress cluster) =>
        cluster.Certificates is null ? ProgramBuild.Text : $"{ProgramBuild.Text} {Encrypted}";

    private static RedisKey Key(ClusterAddress cluster) => $"{cluster.Name}/build";
}
