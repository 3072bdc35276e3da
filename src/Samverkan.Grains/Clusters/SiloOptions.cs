using System.Net;

namespace Samverkan.Grains.Clusters;

/// <summary>How a silo joins a cluster.</summary>
/// <param name="Name">What the silo is called in the cluster.</param>
/// <param name="Listen">The address that other silos and clients reach it by; loopback unless told otherwise.</param>
/// <param name="Port">0: any free one.</param>
/// <param name="GatewayPort">For clients; 0: any free one.</param>
/// <param name="Verbose">Whether Orleans' own warnings are logged.</param>
public sealed record SiloOptions(ClusterAddress Cluster, string Name, IPAddress Listen, int Port = 0, int GatewayPort = 0,
    bool Verbose = false)
{
    /// <summary>How long runs are kept that have ended; the same for all silos of a cluster.</summary>
    public Live.Retention Retention { get; init; } = new();
}
