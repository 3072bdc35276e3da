using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Samverkan.Grains.Clusters;

/// <summary>
/// Certificates of authorities that are trusted, in PEM. Read again when the file changes: while the old and the new authority
/// are in it, all certificates can be renewed one by one. When the old one is taken out, its certificates open no further
/// connection.
/// </summary>
internal sealed class AuthorityFile
{
    private readonly Lock guard = new();
    private readonly string path;
    private (DateTime, long)? stamp;
    private X509Certificate2Collection read;

    /// <exception cref="ClusterUnavailable">The file holds no certificate.</exception>
    public AuthorityFile(string path)
    {
        this.path = path;
        try
        {
            (stamp, read) = (FileStamp.Of(path), Read());
        }
        catch (Exception e) when (e is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new ClusterUnavailable($"'{path}' holds no certificate of an authority, in PEM: {e.Message}");
        }
        if (read.Count == 0) throw new ClusterUnavailable($"'{path}' holds no certificate of an authority, in PEM.");
    }

    /// <summary>Certificates that the other side sent with its own.</summary>
    public static X509Certificate2Collection Between(X509Chain? chain) =>
        [.. chain?.ChainElements.Skip(1).Select(element => element.Certificate) ?? []];

    /// <summary>Whether a certificate is by one of the authorities, and in date.</summary>
    /// <param name="between">Certificates between it and its authority.</param>
    public bool Trusts(X509Certificate2 certificate, X509Certificate2Collection between)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(Now);
        chain.ChainPolicy.ExtraStore.AddRange(between);
        // An authority of one's own publishes no list of those taken back: it signs for a short time, or is replaced.
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        return chain.Build(certificate);
    }

    // As they stand in the file now; as they last were where it cannot be read.
    private X509Certificate2Collection Now
    {
        get
        {
            lock (guard)
                try
                {
                    if (FileStamp.Of(path) is { } now && now != stamp && Read() is { Count: > 0 } renewed)
                        (stamp, read) = (now, renewed);
                }
                catch (Exception e) when (e is CryptographicException or IOException or UnauthorizedAccessException)
                {
                    // It is being renewed: half of it is there.
                }
            return read;
        }
    }

    private X509Certificate2Collection Read()
    {
        var all = new X509Certificate2Collection();
        all.ImportFromPemFile(path);
        return all;
    }
}
