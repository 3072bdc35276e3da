using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;
using Orleans.Storage;

namespace Samverkan.Grains.Clusters;

/// <summary>One silo inside this process, on loopback and a port of its own: nothing to install, nothing to join.</summary>
public sealed class EmbeddedSilo : IAsyncDisposable
{
    private readonly IHost host;

    private EmbeddedSilo(IHost host) => this.host = host;

    public IGrainFactory Grains => host.Services.GetRequiredService<IGrainFactory>();

    /// <param name="furnish">What the program adds to every silo, such as where its logs go.</param>
    public static async Task<EmbeddedSilo> Start(CancellationToken cancel = default, Action<ISiloBuilder>? furnish = null,
        Live.Retention? retention = null)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.UseOrleans(silo =>
        {
            // A cluster id and a port of its own: two silos on the same ones would join each other.
            var name = $"embedded-{Guid.NewGuid():N}";
            silo.UseLocalhostClustering(FreePort(), gatewayPort: 0, serviceId: name, clusterId: name);
            silo.Services.AddKeyedSingleton<IGrainStorage>("Default", new MemoryStorage());
            silo.AddSamverkan(retention);
            furnish?.Invoke(silo);
        });
        var host = builder.Build();
        await host.StartAsync(cancel);
        return new EmbeddedSilo(host);
    }

    public async ValueTask DisposeAsync()
    {
        using var retries = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        await host.StopAsync(retries.Token);
        host.Dispose();
    }

    internal static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
