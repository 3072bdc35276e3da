using System.Diagnostics;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;
using Orleans.Messaging;
using Orleans.Runtime;
using Samverkan.Grains.Actors;
using Samverkan.Runs;

namespace Samverkan.Grains.Clusters;

/// <summary>A program outside the cluster that starts and reads runs in it.</summary>
public sealed class ClusterClient : IAsyncDisposable
{
    // Until a silo that was started a moment ago shows; and until one that shows is up, on a machine that has much to do.
    private static readonly TimeSpan SilosMayTake = TimeSpan.FromSeconds(5), StartingMayTake = TimeSpan.FromSeconds(60);

    private readonly IHost host;

    private ClusterClient(IHost host) => this.host = host;

    public IGrainFactory Grains => host.Services.GetRequiredService<IGrainFactory>();

    /// <exception cref="ClusterUnavailable">Redis cannot be reached, no silo is there, or silos refuse the
    /// certificate.</exception>
    public static async Task<ClusterClient> Connect(ClusterAddress cluster, CancellationToken cancel)
    {
        await cluster.Check();
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Logging.SetMinimumLevel(LogLevel.None);
        builder.UseOrleansClient(client =>
        {
            client.Services.AddSingleton(cluster).AddSingleton<IGatewayListProvider, GatewayList>();
            if (cluster.Certificates is { } certificates) client.UseTls(certificates.Configure);
            client.Configure<ClusterOptions>(options => (options.ServiceId, options.ClusterId) = (cluster.Name, cluster.Name));
            // A client that asks while a silo dies must not wait out half a minute.
            client.Configure<ClientMessagingOptions>(options => options.ResponseTimeout = TimeSpan.FromSeconds(5));
            client.Configure<GatewayOptions>(options => options.GatewayListRefreshPeriod = TimeSpan.FromSeconds(2));
            // Silos that were started a moment ago are waited for; a cluster without any is told of soon.
            var since = Stopwatch.GetTimestamp();
            client.UseConnectionRetryFilter(async (_, stop) =>
            {
                var waited = Stopwatch.GetElapsedTime(since);
                if (waited > SilosMayTake && (waited > StartingMayTake || !await BuildFingerprint.IsUp(cluster))) return false;
                await Task.Delay(TimeSpan.FromMilliseconds(waited > SilosMayTake ? 1000 : 200), stop);
                return true;
            });
        });
        var host = builder.Build();
        try
        {
            await host.StartAsync(cancel);
        }
        catch (Exception e) when (e is OrleansException or TimeoutException)
        {
            host.Dispose();
            throw new ClusterUnavailable(
                cluster.Certificates is not null && await BuildFingerprint.IsUp(cluster)
                    ? $"The silos of {cluster} let nobody in with this certificate, or do not answer: SAMVERKAN_SILO_CERTIFICATE "
                        + "and SAMVERKAN_SILO_AUTHORITY must be by the authority that issued theirs."
                    : $"No silo is in the cluster {cluster}: start one with '{ProgramName.AsTyped} silo --cluster {cluster}'.");
        }
        return new ClusterClient(host);
    }

    /// <summary>How many silos are at work.</summary>
    public async Task<int> Silos() => (await Management.GetHosts(onlyActive: true)).Count;

    /// <summary>The address of the silo that holds a municipality of a run in its present attempt; null if none does.</summary>
    public async Task<IPEndPoint?> HolderOf(string run, string municipality, int attempt)
    {
        var order = (await Grains.GetGrain<Driving.IRunGrain>(run).Order()).Of<Driving.RunOrder>();
        var world = new RunningWorld(order);
        var key = world.CountyKeys(order.Numbered(attempt)).SelectMany(county => world.MunicipalityKeys(ActorKey.Parse(county)))
            .Single(it => it.EndsWith($"/{municipality}", StringComparison.Ordinal));
        var silo = await Management.GetActivationAddress(Grains.GetGrain<IMunicipalityGrain>(key));
        return silo?.Endpoint;
    }

    /// <summary>The address of the silo from which a run is driven; null if none does.</summary>
    public async Task<IPEndPoint?> CoordinatorOf(string run) =>
        (await Management.GetActivationAddress(Grains.GetGrain<Driving.IRunGrain>(run)))?.Endpoint;

    private IManagementGrain Management => Grains.GetGrain<IManagementGrain>(0);

    public async ValueTask DisposeAsync()
    {
        using var retries = new CancellationTokenSource(TimeSpan.FromSeconds(3));
        await host.StopAsync(retries.Token);
        host.Dispose();
    }
}
