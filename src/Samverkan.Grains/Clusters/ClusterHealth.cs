using System.Net.Sockets;
using Microsoft.Extensions.Options;
using Orleans.Configuration;
using Orleans.Runtime;

namespace Samverkan.Grains.Clusters;

/// <summary>Whether a cluster can work: Redis answers, and a silo that it names can be reached.</summary>
public sealed class ClusterHealth(ClusterAddress cluster) : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3), OfSilo = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim one = new(1, 1);
    private readonly GatewayList gateways = new(cluster, Options.Create(new GatewayOptions()));

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
            return $"Redis at {cluster} does not answer.";
        }
        finally
        {
            one.Release();
        }
    }

    public async ValueTask DisposeAsync() => await gateways.DisposeAsync();

    private async Task<string?> Look(CancellationToken cancel)
    {
        await cluster.Check();
        await gateways.InitializeGatewayListProvider();
        foreach (var gateway in await gateways.GetGateways())
            if (await Answers(gateway, cancel)) return null;
        return $"No silo of the cluster {cluster} can be reached.";
    }

    private static async Task<bool> Answers(Uri gateway, CancellationToken cancel)
    {
        using var wait = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        wait.CancelAfter(OfSilo);
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
}
