using System.Net;
using Samverkan.App.Web.Live;
using Samverkan.Grains.Clusters;

namespace Samverkan.App.Web;

/// <summary>How the pages are served.</summary>
/// <param name="Token">Whoever comes must know it; null: nobody is asked, and only this machine can come.</param>
/// <param name="Cluster">Where live runs are carried out; null: in this process.</param>
/// <param name="Results">The folder of results.</param>
/// <param name="Own">The folder of the scenarios that are saved.</param>
/// <param name="WithOrleansDashboard">Whether Orleans' own dashboard is served, too.</param>
public sealed record ServeOptions(IPAddress Address, int Port, string? Token, ClusterAddress? Cluster, string Results, string Own, bool WithOrleansDashboard = false)
{
    /// <summary>How much is taken in.</summary>
    public Quotas Quotas { get; init; } = new();

    /// <summary>Down to which level the simulated world is measured.</summary>
    public WorldLevel WorldMetrics { get; init; } = WorldLevel.Municipality;

    public string Url => $"http://{(Address.Equals(IPAddress.Any) || IPAddress.IsLoopback(Address) ? "127.0.0.1" : Address)}:{Port}";
}
