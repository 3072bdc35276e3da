using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Orleans.Connections.Security;

namespace Samverkan.Grains.Clusters;

/// <summary>
/// Mutual TLS between silos, and between silos and clients: each shows a certificate by the cluster's own authority, and talks to
/// nobody who has none. Names in certificates are not compared: silos come and go, and the authority is for one cluster alone.
/// All files are read again when they change: a certificate and an authority are renewed, and an authority taken away, without a
/// restart.
/// </summary>
public sealed class SiloCertificates
{
    private static readonly TimeSpan Handshake = TimeSpan.FromSeconds(10);

    private readonly CertificateFile own;
    private readonly AuthorityFile authorities;

    /// <param name="authority">File with the certificate (PEM) of the authority.</param>
    /// <exception cref="ClusterUnavailable">A file holds no certificate.</exception>
    public SiloCertificates(string certificate, string? key, string authority)
    {
        own = new CertificateFile(certificate, key);
        authorities = new AuthorityFile(authority);
        if (!authorities.Trusts(own.Now.Leaf, own.Now.Chain))
            throw new ClusterUnavailable(
                $"The certificate '{certificate}' is out of date, or not by the authority '{authority}'.");
    }

    internal void Configure(TlsOptions tls)
    {
        tls.LocalCertificate = own.Now.Leaf;
        tls.LocalServerCertificateSelector = (_, _) => own.Now.Leaf;
        tls.LocalClientCertificateSelector = (_, _, _, _, _) => own.Now.Leaf;
        tls.RemoteCertificateMode = tls.ClientCertificateMode = RemoteCertificateMode.RequireCertificate;
        tls.RemoteCertificateValidation = (certificate, chain, errors) =>
            !errors.HasFlag(SslPolicyErrors.RemoteCertificateNotAvailable) && certificate is not null
            && authorities.Trusts(certificate, AuthorityFile.Between(chain));
        tls.HandshakeTimeout = Handshake;
        tls.OnAuthenticateAsClient = (_, options) => options.TargetHost = "silo";
    }
}
