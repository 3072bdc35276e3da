using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Samverkan.App.Verifying;
using Samverkan.Grains;
using Samverkan.Grains.Clusters;
using Samverkan.Grains.Driving;
using Samverkan.Model;
using Samverkan.Runs.Tests.Results;
using Xunit;

namespace Samverkan.App.Tests.Cluster;

/// <summary>Silos with certificates obey those alone who show one by the same authority.</summary>
public sealed class SiloCertificatesTests : IDisposable
{
    private static readonly Blueprint World = Blueprint.Case with { To = Month.Of(1996, 12), Counties = [new("01", "The county", [new("0001", "The municipality", 20_000)])] };

    private readonly TemporaryFolder place = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => place.Dispose();

    [Fact]
    public async Task Three_silos_by_mutual_TLS_give_the_same_bits_and_let_no_stranger_in()
    {
        using var redis = await LocalRedis.Start(Stop);
        var ours = redis.Address with { Certificates = Certificates("ours") };
        await using var one = await ClusterSilo.Join(new(ours, "one", IPAddress.Loopback), Stop);
        await using var two = await ClusterSilo.Join(new(ours, "two", IPAddress.Loopback), Stop);
        await using var three = await ClusterSilo.Join(new(ours, "three", IPAddress.Loopback), Stop);

        await using (var client = await ClusterClient.Connect(ours, Stop))
            Assert.Equal(Hashes(new Simulation(World, 1, 1)), await Hashes(await GrainRun.Start(client.Grains, "bits", World, 1, 1, Detail.Headline, new(Granularity.Municipality))));

        // Without a certificate one is told what is missing; with one by another authority nobody answers.
        var without = await Assert.ThrowsAsync<ClusterUnavailable>(() => ClusterClient.Connect(redis.Address, Stop));
        var alone = await Assert.ThrowsAsync<ClusterUnavailable>(() => ClusterSilo.Join(new(redis.Address, "four", IPAddress.Loopback), Stop));
        var stranger = await Assert.ThrowsAsync<ClusterUnavailable>(() => ClusterClient.Connect(redis.Address with { Certificates = Certificates("theirs") }, Stop));
        Assert.Contains("SAMVERKAN_SILO_CERTIFICATE", without.Message, StringComparison.Ordinal);
        Assert.Equal(without.Message, alone.Message);
        Assert.StartsWith("No silo is in the cluster", stranger.Message, StringComparison.Ordinal);
        Assert.Null(await one.Problem(Stop));
    }

    [Fact]
    public async Task A_certificate_by_another_authority_or_out_of_date_is_refused_before_anything_starts()
    {
        Make("one", "mine");
        Make("other", "else");
        Make("old", "aged", days: -1);

        var foreign = Assert.Throws<ClusterUnavailable>(() => new SiloCertificates(place["mine.crt"], place["mine.key"], place["other.crt"]));
        var aged = Assert.Throws<ClusterUnavailable>(() => new SiloCertificates(place["aged.crt"], place["aged.key"], place["old.crt"]));
        var missing = Assert.Throws<ClusterUnavailable>(() => new SiloCertificates(place["mine.crt"], place["none.key"], place["one.crt"]));

        Assert.All([foreign, aged], error => Assert.Contains("is out of date, or not by the authority", error.Message, StringComparison.Ordinal));
        Assert.Contains("hold no certificate with its key", missing.Message, StringComparison.Ordinal);
        await Task.CompletedTask;
    }

    private static async Task<List<ulong>> Hashes(GrainRun run)
    {
        var hashes = new List<ulong>();
        while (!run.Finished)
            hashes.AddRange((await run.Advance(Stop)).Hashes);
        return hashes;
    }

    private static List<ulong> Hashes(Simulation run)
    {
        var hashes = new List<ulong>();
        while (!run.Finished)
            hashes.AddRange(run.Advance().Hashes);
        return hashes;
    }

    private SiloCertificates Certificates(string authority)
    {
        Make(authority, $"{authority}-silo");
        return new(place[$"{authority}-silo.crt"], place[$"{authority}-silo.key"], place[$"{authority}.crt"]);
    }

    // By the steps of docs/running-a-cluster.md, without openssl.
    private void Make(string authority, string silo, int days = 1)
    {
        var (from, to) = (DateTimeOffset.UtcNow.AddDays(-2), DateTimeOffset.UtcNow.AddDays(days));
        using var root = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var asked = new CertificateRequest($"CN={authority}", root, HashAlgorithmName.SHA256);
        asked.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        using var known = asked.CreateSelfSigned(from, to);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var shown = new CertificateRequest("CN=silo", key, HashAlgorithmName.SHA256).Create(known, from, to, [1, 2, 3]);
        File.WriteAllText(place[$"{authority}.crt"], known.ExportCertificatePem());
        File.WriteAllText(place[$"{silo}.crt"], shown.ExportCertificatePem());
        File.WriteAllText(place[$"{silo}.key"], key.ExportPkcs8PrivateKeyPem());
    }
}
