using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Samverkan.App.Verifying;
using Samverkan.Grains.Clusters;
using Samverkan.Runs.Tests.Results;

namespace Samverkan.App.Tests.Cluster;

/// <summary>A redis-server that speaks TLS alone, with a certificate by an authority that nobody knows.</summary>
internal sealed class EncryptedRedis : IDisposable
{
    private readonly TemporaryFolder place = new();
    private readonly int port = LocalRedis.FreePort();
    private readonly Process process;

    public EncryptedRedis()
    {
        var (from, to) = (DateTimeOffset.UtcNow.AddHours(-1), DateTimeOffset.UtcNow.AddDays(1));
        using var ofAuthority = RSA.Create(2048);
        var authority = new CertificateRequest("CN=Nobody", ofAuthority, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        authority.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        using var known = authority.CreateSelfSigned(from, to);
        using var own = RSA.Create(2048);
        var request = new CertificateRequest("CN=redis", own, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        using var shown = request.Create(known, from, to, [1, 2, 3]);
        File.WriteAllText(Authority, known.ExportCertificatePem());
        File.WriteAllText(place["redis.crt"], shown.ExportCertificatePem());
        File.WriteAllText(place["redis.key"], own.ExportPkcs8PrivateKeyPem());
        process = Process.Start(new ProcessStartInfo("redis-server",
        [
            "--port", "0", "--tls-port", $"{port}", "--bind", "127.0.0.1", "--tls-auth-clients", "no", "--tls-cert-file",
            place["redis.crt"],
            "--tls-key-file", place["redis.key"], "--tls-ca-cert-file", Authority, "--save", "", "--logfile", place["log"],
            "--requirepass", "right",
        ]))!;
    }

    public string Authority => place["authority.crt"];

    public ClusterAddress Address => new("127.0.0.1", port, "encrypted", null, "right", Tls: true) { Authority = Authority };

    public void Dispose()
    {
        process.Kill();
        process.WaitForExit();
        process.Dispose();
        place.Dispose();
    }
}
