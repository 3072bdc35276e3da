using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Samverkan.Grains.Clusters;

/// <summary>
/// A certificate with its key, in PEM: the certificate first, then those between it and its authority. Read again when the files
/// change, so that a certificate is renewed without a restart.
/// </summary>
public sealed class CertificateFile
{
    private readonly Lock guard = new();
    private readonly string certificate, key;
    private ((DateTime, long)?, (DateTime, long)?) stamp;
    private (X509Certificate2 Leaf, X509Certificate2Collection Chain) read;

    /// <param name="key">File of its key; null: the key is in the same file.</param>
    /// <exception cref="ClusterUnavailable">The files hold no certificate with its key.</exception>
    public CertificateFile(string certificate, string? key)
    {
        (this.certificate, this.key) = (certificate, key ?? certificate);
        try
        {
            (read, stamp) = (Read(), Stamp);
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException or IOException or UnauthorizedAccessException)
        {
            throw new ClusterUnavailable(
                $"'{certificate}' and '{this.key}' hold no certificate with its key, in PEM: {e.Message}");
        }
    }

    /// <summary>As it stands in the files now; as it last was where they cannot be read.</summary>
    public (X509Certificate2 Leaf, X509Certificate2Collection Chain) Now
    {
        get
        {
            lock (guard)
                try
                {
                    if (Stamp != stamp) (read, stamp) = (Read(), Stamp);
                }
                catch (Exception e) when (e is CryptographicException or IOException or UnauthorizedAccessException)
                {
                    // It is being renewed: half of it is there.
                }
            return read;
        }
    }

    private ((DateTime, long)?, (DateTime, long)?) Stamp => (FileStamp.Of(certificate), FileStamp.Of(key));

    private (X509Certificate2, X509Certificate2Collection) Read()
    {
        using var loaded = X509Certificate2.CreateFromPemFile(certificate, key);
        var all = new X509Certificate2Collection();
        all.ImportFromPemFile(certificate);
        // Windows uses no key that is in memory alone.
        return (X509CertificateLoader.LoadPkcs12(loaded.Export(X509ContentType.Pkcs12), null), [.. all.Skip(1)]);
    }
}
