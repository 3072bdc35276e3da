using System.Net;
using Samverkan.App.Web.Live;
using Samverkan.App.Web.Security;
using Samverkan.Grains.Clusters;

namespace Samverkan.App.Web;

/// <summary>How the pages are served.</summary>
/// <param name="Cluster">Where live runs are carried out; null: in this process.</param>
/// <param name="Results">The folder of results.</param>
/// <param name="Own">The folder of the scenarios that are saved.</param>
/// <param name="WithOrleansDashboard">Whether Orleans' own dashboard is served, too.</param>
public sealed record ServeOptions(IPAddress Address, int Port, ClusterAddress? Cluster, string Results, string Own,
    bool WithOrleansDashboard = false)
{
    /// <summary>How much is taken in.</summary>
    public Quotas Quotas { get; init; } = new();

    /// <summary>Down to which level the simulated world is measured.</summary>
    public WorldLevel WorldMetrics { get; init; } = WorldLevel.Municipality;

    /// <summary>Who may come in.</summary>
    public AccessOptions Access { get; init; } = new();

    /// <summary>Servers in front of this one; null: whoever connects is who asks.</summary>
    public ProxyOptions? Proxy { get; init; }

    /// <summary>The path that a proxy shows the pages under, such as "/samverkan"; empty: the whole site.</summary>
    public string PathBase { get; init; } = "";

    /// <summary>For TLS without a proxy; null: the connection is not encrypted.</summary>
    public CertificateFile? Certificate { get; init; }

    /// <summary>File of the audit log; null: none is kept.</summary>
    public string? Audit { get; init; }

    /// <summary>Whether others than this machine can come.</summary>
    public bool IsForOthers => !IPAddress.IsLoopback(Address) || Proxy is not null;

    public string Url => $"{(Certificate is null ? "http" : "https")}://{Host}:{Port}{PathBase}";

    private string Host => Address.Equals(IPAddress.Any) || IPAddress.IsLoopback(Address) ? "127.0.0.1" : $"{Address}";
}
