using System.Text.Json;
using Microsoft.Extensions.Options;
using Orleans.Configuration;
using Orleans.Messaging;
using Orleans.Runtime;
using StackExchange.Redis;

namespace Samverkan.Grains.Clusters;

/// <summary>
/// The gateways of a cluster's silos, read from the table that they keep in Redis. Orleans' own list first writes to that table,
/// so that no client finds a silo while Redis takes no writes, as when it is full: just when somebody comes to remove runs.
/// </summary>
internal sealed class GatewayList(ClusterAddress cluster, IOptions<GatewayOptions> options)
    : IGatewayListProvider, IAsyncDisposable
{
    private const string VersionOfTable = "Version";

    private ConnectionMultiplexer? redis;

    public TimeSpan MaxStaleness => options.Value.GatewayListRefreshPeriod;

    public bool IsUpdatable => true;

    public async Task InitializeGatewayListProvider() => redis ??= await ConnectionMultiplexer.ConnectAsync(cluster.Redis());

    public async Task<IList<Uri>> GetGateways()
    {
        var table = await redis!.GetDatabase().HashGetAllAsync($"{cluster.Name}/members/{cluster.Name}");
        return [.. table.Where(row => row.Name != VersionOfTable).Select(row => GatewayOf(row.Value.ToString())).OfType<Uri>()];
    }

    public async ValueTask DisposeAsync()
    {
        if (redis is not null) await redis.DisposeAsync();
    }

    // As Orleans writes a member: its address as host:port@generation, its status as a number.
    private static Uri? GatewayOf(string member)
    {
        using var json = JsonDocument.Parse(member);
        var (row, port) = (json.RootElement, json.RootElement.GetProperty("ProxyPort").GetInt32());
        if ((SiloStatus)row.GetProperty("Status").GetInt32() != SiloStatus.Active || port == 0) return null;
        var silo = SiloAddress.FromParsableString(row.GetProperty("SiloAddress").GetProperty("SiloAddress").GetString()!);
        return SiloAddress.New(silo.Endpoint.Address, port, silo.Generation).ToGatewayUri();
    }
}
