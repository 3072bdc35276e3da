using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;
using Orleans.Runtime;
using Orleans.Storage;
using StackExchange.Redis;

namespace Samverkan.Grains.Clusters;

/// <summary>A silo of a cluster that finds its members, and keeps what must outlive them, in Redis.</summary>
public sealed class ClusterSilo : IAsyncDisposable
{
    private static readonly TimeSpan HealthPatience = TimeSpan.FromSeconds(3);

    private readonly IHost host;
    private readonly ClusterAddress cluster;
    private readonly BuildFingerprint sign;
    private readonly EvictionHandler outcast;

    private ClusterSilo(IHost host, ClusterAddress cluster, BuildFingerprint sign, EvictionHandler outcast) =>
        (this.host, this.cluster, this.sign, this.outcast) = (host, cluster, sign, outcast);

    /// <summary>Ends, with a reason, when the cluster has no place for this silo any more, which must then end, too.</summary>
    public Task<(Eviction Kind, string Words)> GivenUp => outcast.Why;

    /// <param name="furnish">What the program adds to every silo, such as where its logs go.</param>
    /// <exception cref="ClusterUnavailable">Redis cannot be reached or is full, other silos are of another build or do not
    /// answer, or the silo cannot listen at its address.</exception>
    public static async Task<ClusterSilo> Join(SiloOptions options, CancellationToken cancel,
        Action<ISiloBuilder>? furnish = null)
    {
        await options.Cluster.Check();
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Logging.AddSimpleConsole(console => console.SingleLine = true).SetMinimumLevel(LogLevel.Warning);
        // While a silo's death is being noticed, Orleans tells of every message that cannot be delivered.
        if (!options.Verbose)
            builder.Logging.AddFilter("Orleans", LogLevel.Critical).AddFilter("Polly", LogLevel.Critical)
                .AddFilter("Microsoft.Extensions.Hosting", LogLevel.Critical);
        var outcast = new EvictionHandler();
        builder.UseOrleans(silo =>
        {
            silo.Services.AddSingleton<IFatalErrorHandler>(outcast).AddSingleton(outcast).AddHostedService<MembershipWatch>();
            silo.UseRedisClustering(redis => redis.ConfigurationOptions = options.Cluster.Redis());
            if (options.Cluster.Certificates is { } certificates) silo.UseTls(certificates.Configure);
            silo.AddRedisGrainStorageAsDefault(storage => storage.Configure<IGrainStorageSerializer>((redis, text) =>
            {
                redis.ConfigurationOptions = options.Cluster.Redis();
                redis.DeleteStateOnClear = true;
                redis.GrainStorageSerializer = new Checkpoints.KeptSerializer(text);
            }));
            silo.Configure<ClusterOptions>(cluster => (cluster.ServiceId, cluster.ClusterId) =
                (options.Cluster.Name, options.Cluster.Name));
            silo.Configure<Orleans.Configuration.SiloOptions>(it => it.SiloName = options.Name);
            silo.ConfigureEndpoints(
                options.Listen, options.Port > 0 ? options.Port : EmbeddedSilo.FreePort(), options.GatewayPort > 0
                ? options.GatewayPort : EmbeddedSilo.FreePort());
            silo.Services.AddSingleton<Checkpoints.IRemnants>(new Checkpoints.RedisRemnants(options.Cluster));
            silo.AddSamverkan(options.Retention);
            furnish?.Invoke(silo);
        });
        var sign = await BuildFingerprint.PutUp(options.Cluster);
        var host = builder.Build();
        try
        {
            await host.StartAsync(cancel);
        }
        catch (Exception e) when (e.GetBaseException() is SocketException socket && socket.SocketErrorCode
            is SocketError.AddressAlreadyInUse or SocketError.AddressNotAvailable or SocketError.AccessDenied)
        {
            await sign.DisposeAsync();
            throw new ClusterUnavailable($"Silo {options.Name} cannot listen at {options.Listen}: {socket.Message}. Look at "
                + "--listen, --port and --gateway-port.");
        }
        catch (Exception e) when (Checkpoints.StorageTrouble.InWords(e) is { } told)
        {
            await sign.DisposeAsync();
            throw new ClusterUnavailable($"Silo {options.Name} cannot join {options.Cluster}. {told.Message}");
        }
        catch (Orleans.Runtime.MembershipService.OrleansClusterConnectivityCheckFailedException)
        {
            await sign.DisposeAsync();
            throw new ClusterUnavailable(
                $"Silo {options.Name} cannot join {options.Cluster}: the silos there do not answer it. Look whether each reaches "
                    + "the others' ports"
                + (options.Cluster.Certificates is null ? "." : ", and whether all certificates are by one authority."));
        }
        return new ClusterSilo(host, options.Cluster, sign, outcast);
    }

    /// <summary>Whether the silo can work: Redis answers, and names it as a member.</summary>
    /// <returns>What is wrong, in a sentence; null: nothing.</returns>
    public async Task<string?> Problem(CancellationToken cancel = default)
    {
        if (GivenUp.IsCompleted) return (await GivenUp).Words;
        try
        {
            return await Status(cancel) switch
            {
                SiloStatus.Active => null,
                SiloStatus.None => "Redis does not know this silo: it was emptied, or has lost what was written.",
                var status => $"Redis names this silo as {status}.",
            };
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return $"Redis at {cluster} does not answer.";
        }
    }

    /// <summary>Whether only a new start helps. A Redis that is away may come back.</summary>
    public async Task<bool> IsLost(CancellationToken cancel = default)
    {
        try
        {
            return GivenUp.IsCompleted || await Status(cancel) is SiloStatus.None or SiloStatus.Dead;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return false;
        }
    }

    // None: the table of members has no line for it.
    private async Task<SiloStatus> Status(CancellationToken cancel)
    {
        var here = host.Services.GetRequiredService<ILocalSiloDetails>().SiloAddress;
        try
        {
            var table = await host.Services.GetRequiredService<IMembershipTable>().ReadRowAsync(here, cancel)
                .WaitAsync(HealthPatience, cancel);
            return table.Members is [var (member, _), ..] ? member.Status : SiloStatus.None;
        }
        catch (Exception e) when (e.GetBaseException()
            is not (RedisException or TimeoutException or IOException or SocketException or OperationCanceledException))
        {
            // Redis answers, and the table that it should hold is not there.
            return SiloStatus.None;
        }
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
