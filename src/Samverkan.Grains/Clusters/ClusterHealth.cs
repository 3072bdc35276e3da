using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;
using Orleans.Messaging;
using Orleans.Runtime;
using StackExchange.Redis;

namespace Samverkan.Grains.Clusters;

/// <summary>Whether a cluster can work: Redis answers, and a silo that it names can be reached.</summary>
public sealed class ClusterHealth(ClusterAddress cluster) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private readonly SemaphoreSlim one = new(1, 1);
    private IHost? host;

    /// <returns>What is wrong, in a sentence; null: nothing.</returns>
    public async Task<string?> Problem(CancellationToken cancel = default)
    {
        if (!await one.WaitAsync(Patience, cancel)) return $"Redis at {cluster} does not answer.";
        try
        {
            return await Look(cancel).WaitAsync(Patience, cancel);
        }
        catch (ClusterUnavailable e)
        {
            return e.Message;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Forget();
            return $"Redis at {cluster} does not answer.";
        }
        finally
        {
            one.Release();
        }
    }

    public void Dispose() => Forget();

    private async Task<string?> Look(CancellationToken cancel)
    {
        await cluster.Check();
        try
        {
            foreach (var gateway in await Gateways())
                if (await Answers(gateway, cancel)) return null;
        }
        catch (Exception e) when (e.GetBaseException() is not (RedisException or TimeoutException or IOException or SocketException or OperationCanceledException))
        {
            // Redis answers, and the table of silos is not there: it was emptied.
        }
        return $"No silo of the cluster {cluster} can be reached.";
    }

    private async Task<IList<Uri>> Gateways()
    {
        var gateways = host?.Services.GetRequiredService<IGatewayListProvider>();
        if (gateways is null)
        {
            // A client that is never started: it reads who there is, and joins nothing.
            host = Client();
            gateways = host.Services.GetRequiredService<IGatewayListProvider>();
            await gateways.InitializeGatewayListProvider();
        }
        return await gateways.GetGateways();
    }

    private static async Task<bool> Answers(Uri gateway, CancellationToken cancel)
    {
        using var wait = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        wait.CancelAfter(TimeSpan.FromSeconds(1));
        using var connection = new TcpClient();
        try
        {
            await connection.ConnectAsync(gateway.ToIPEndPoint()!, wait.Token);
            return true;
        }
        catch (Exception e) when (e is SocketException or OperationCanceledException && !cancel.IsCancellationRequested)
        {
            return false;
        }
    }

    private IHost Client()
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Logging.SetMinimumLevel(LogLevel.None);
        builder.UseOrleansClient(client =>
        {
            client.UseRedisClustering(redis => redis.ConfigurationOptions = cluster.Redis());
            client.Configure<ClusterOptions>(options => (options.ServiceId, options.ClusterId) = (cluster.Name, cluster.Name));
        });
        return builder.Build();
    }

    private void Forget() => Interlocked.Exchange(ref host, null)?.Dispose();
}
