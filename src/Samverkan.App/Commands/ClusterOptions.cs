using System.CommandLine;
using Samverkan.Grains.Clusters;

namespace Samverkan.App.Commands;

/// <summary>Options of everything that has to do with a cluster.</summary>
internal static class ClusterOptions
{
    /// <summary>Names the cluster where the command line does not.</summary>
    public const string Variable = "SAMVERKAN_CLUSTER";

    public static Option<string?> Cluster(bool required = false) => new("--cluster")
    {
        Description = $"Cluster, such as redis://127.0.0.1:6379{(required ? "" : " [default: none]")}; also by {Variable}",
        HelpName = "URL",
    };

    /// <exception cref="BadRequest">A cluster is needed and none is named.</exception>
    public static ClusterAddress Of(ParseResult parsed, Option<string?> option) =>
        Named(parsed, option) ?? throw new BadRequest($"Name the cluster: --cluster redis://HOST:PORT, or {Variable}.");

    public static ClusterAddress? Named(ParseResult parsed, Option<string?> option) =>
        (parsed.GetValue(option) ?? Settings.Of("Cluster")) is { Length: > 0 } text ? WithSettings(ClusterAddress.Parse(text))
        : null;

    // A password on a command line is seen by everybody on the machine.
    private static ClusterAddress WithSettings(ClusterAddress address) =>
        address with
        {
            Password = address.Password ?? Settings.Of("Redis_Password"),
            Authority = Settings.Of("Redis_Authority"),
            Certificates = Certificates()
        };

    // Silos and clients alike show one, or none does.
    private static SiloCertificates? Certificates() =>
        Settings.Of("Silo_Certificate") is not { } certificate ? null
        : Settings.Of("Silo_Authority") is { } authority ? new SiloCertificates(certificate, Settings.Of("Silo_Key"), authority)
        : throw new BadRequest(
            "SAMVERKAN_SILO_CERTIFICATE needs SAMVERKAN_SILO_AUTHORITY: the file with the certificate of the authority that all "
                + "silos' are by.");
}
