using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;
using Orleans.Storage;

namespace Samverkan.Grains.Clusters;

/// <summary>A silo of a cluster that finds its members, and keeps what must outlive them, in Redis.</summary>
public sealed class ClusterSilo : IAsyncDisposable
{
    private readonly IHost host;
    private readonly BuildFingerprint sign;
    private readonly EvictionHandler outcast;

    private ClusterSilo(IHost host, BuildFingerprint sign, EvictionHandler outcast) => (this.host, this.sign, this.outcast) = (host, sign, outcast);

    /// <summary>Ends, with a reason, when the cluster has no place for this silo any more, which must then end, too.</summary>
    public Task<(Eviction Kind, string Words)> GivenUp => outcast.Why;

    /// <param name="furnish">What the program adds to every silo, such as where its logs go.</param>
    /// <exception cref="ClusterUnavailable">Redis cannot be reached, or other silos are of another build.</exception>
    public static async Task<ClusterSilo> Join(SiloOptions options, CancellationToken cancel, Action<ISiloBuilder>? furnish = null)
    {
        await options.Cluster.Check();
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Logging.AddSimpleConsole(console => console.SingleLine = true).SetMinimumLevel(LogLevel.Warning);
        // While a silo's death is being noticed, Orleans tells of every message that cannot be delivered.
        if (!options.Verbose) builder.Logging.AddFilter("Orleans", LogLevel.Critical).AddFilter("Polly", LogLevel.Critical);
        var outcast = new EvictionHandler();
        builder.UseOrleans(silo =>
        {
            silo.Services.AddSingleton<IFatalErrorHandler>(outcast).AddSingleton(outcast).AddHostedService<MembershipWatch>();
            silo.UseRedisClustering(redis => redis.ConfigurationOptions = options.Cluster.Redis());
            silo.AddRedisGrainStorageAsDefault(redis =>
            {
                redis.ConfigurationOptions = options.Cluster.Redis();
                redis.DeleteStateOnClear = true;
            });
            silo.Configure<ClusterOptions>(cluster => (cluster.ServiceId, cluster.ClusterId) = (options.Cluster.Name, options.Cluster.Name));
            silo.Configure<Orleans.Configuration.SiloOptions>(it => it.SiloName = options.Name);
            silo.ConfigureEndpoints(
                options.Listen, options.Port > 0 ? options.Port : EmbeddedSilo.FreePort(), options.GatewayPort > 0 ? options.GatewayPort : EmbeddedSilo.FreePort());
            silo.AddSamverkan(options.Retention);
            furnish?.Invoke(silo);
        });
        var sign = await BuildFingerprint.PutUp(options.Cluster);
        var host = builder.Build();
        await host.StartAsync(cancel);
        return new ClusterSilo(host, sign, outcast);
    }

    /// <summary>Leaves the cluster: what it holds is handed over or goes back to a checkpoint elsewhere.</summary>
    public async ValueTask DisposeAsync()
    {
        await sign.DisposeAsync();
        // Nobody would take over what a silo hands over that the others have given up.
        if (GivenUp.IsCompleted) return;
        await host.StopAsync();
        host.Dispose();
    }
}
