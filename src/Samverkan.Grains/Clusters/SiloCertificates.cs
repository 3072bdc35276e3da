using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Orleans.Connections.Security;

namespace Samverkan.Grains.Clusters;

/// <summary>
/// Mutual TLS between silos, and between silos and clients: each shows a certificate by the cluster's own authority, and talks to
/// nobody who has none. Names in certificates are not compared: silos come and go, and the authority is for one cluster alone.
/// </summary>
public sealed class SiloCertificates
{
    private static readonly TimeSpan Handshake = TimeSpan.FromSeconds(10);

    private readonly CertificateFile own;
    private readonly X509Certificate2Collection authorities = [];

    /// <param name="authority">File with the certificate (PEM) of the authority.</param>
    /// <exception cref="ClusterUnavailable">A file holds no certificate.</exception>
    public SiloCertificates(string certificate, string? key, string authority)
    {
        own = new CertificateFile(certificate, key);
        try
        {
            authorities.ImportFromPemFile(authority);
        }
        catch (Exception e) when (e is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new ClusterUnavailable($"'{authority}' holds no certificate of an authority, in PEM: {e.Message}");
        }
        if (authorities.Count == 0) throw new ClusterUnavailable($"'{authority}' holds no certificate of an authority, in PEM.");
        if (!IsTrusted(own.Now.Leaf, own.Now.Chain)) throw new ClusterUnavailable($"The certificate '{certificate}' is out of date, or not by the authority '{authority}'.");
    }

    internal void Configure(TlsOptions tls)
    {
        tls.LocalCertificate = own.Now.Leaf;
        tls.LocalServerCertificateSelector = (_, _) => own.Now.Leaf;
        tls.LocalClientCertificateSelector = (_, _, _, _, _) => own.Now.Leaf;
        tls.RemoteCertificateMode = tls.ClientCertificateMode = RemoteCertificateMode.RequireCertificate;
        tls.RemoteCertificateValidation = (certificate, chain, errors) =>
            !errors.HasFlag(SslPolicyErrors.RemoteCertificateNotAvailable) && certificate is not null
            && IsTrusted(certificate, [.. chain?.ChainElements.Skip(1).Select(element => element.Certificate) ?? []]);
        tls.HandshakeTimeout = Handshake;
        tls.OnAuthenticateAsClient = (_, options) => options.TargetHost = "silo";
    }

    private bool IsTrusted(X509Certificate2 certificate, X509Certificate2Collection between)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(authorities);
        chain.ChainPolicy.ExtraStore.AddRange(between);
        // An authority of one's own publishes no list of those taken back: it signs for a short time, or is replaced.
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        return chain.Build(certificate);
    }
}
