using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Orleans.Configuration;
using Orleans.Hosting;
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
    private static readonly Blueprint World = SmallWorld.Until(1996);

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
            Assert.Equal(SmallWorld.Expected(World), await SmallWorld.Hashes(await SmallWorld.Start(client, "bits", World)));

        // Without a certificate one is told what is missing; with one by another authority, that it is refused.
        var without = await Assert.ThrowsAsync<ClusterUnavailable>(() => ClusterClient.Connect(redis.Address, Stop));
        var alone = await Assert.ThrowsAsync<ClusterUnavailable>(() =>
            ClusterSilo.Join(new(redis.Address, "four", IPAddress.Loopback), Stop));
        var stranger = await Assert.ThrowsAsync<ClusterUnavailable>(() =>
            ClusterClient.Connect(redis.Address with { Certificates = Certificates("theirs") }, Stop));
        Assert.Contains("SAMVERKAN_SILO_CERTIFICATE", without.Message, StringComparison.Ordinal);
        Assert.Equal(without.Message, alone.Message);
        var outsider = await Assert.ThrowsAsync<ClusterUnavailable>(() => ClusterSilo.Join(
            new(redis.Address with { Certificates = Certificates("theirs") }, "five", IPAddress.Loopback), Stop,
            silo => silo.Configure<ClusterMembershipOptions>(members => members.MaxJoinAttemptTime = TimeSpan.FromSeconds(2))));
        Assert.Contains("let nobody in with this certificate", stranger.Message, StringComparison.Ordinal);
        Assert.Contains("whether all certificates are by one authority", outsider.Message, StringComparison.Ordinal);
        Assert.Null(await one.Problem(Stop));
    }

    [Fact]
    public async Task A_renewed_certificate_is_shown_without_a_restart()
    {
        using var redis = await LocalRedis.Start(Stop);
        var ours = redis.Address with { Certificates = Certificates("ours") };
        var gateway = LocalRedis.FreePort();
        await using var silo = await ClusterSilo.Join(new(ours, "one", IPAddress.Loopback, GatewayPort: gateway), Stop);

        var first = await Shown(gateway);
        Make("ours", "ours-silo");

        while (await Shown(gateway) == first) await Task.Delay(50, Stop);
        await using var client = await ClusterClient.Connect(ours, Stop);
        Assert.Equal(SmallWorld.Expected(World), await SmallWorld.Hashes(await SmallWorld.Start(client, "renewed", World)));
    }

    [Fact]
    public async Task An_authority_is_added_and_taken_away_without_a_restart()
    {
        using var redis = await LocalRedis.Start(Stop);
        var ours = redis.Address with { Certificates = Certificates("ours") };
        var gateway = LocalRedis.FreePort();
        await using var silo = await ClusterSilo.Join(new(ours, "one", IPAddress.Loopback, GatewayPort: gateway), Stop);
        Make("next", "next-silo");
        var both = File.ReadAllText(place["ours.crt"]) + "\n" + File.ReadAllText(place["next.crt"]);

        Assert.Equal((true, false), (await IsLetIn(gateway, "ours-silo"), await IsLetIn(gateway, "next-silo")));
        File.WriteAllText(place["ours.crt"], both);
        Assert.Equal((true, true), (await IsLetIn(gateway, "ours-silo"), await IsLetIn(gateway, "next-silo")));

        // The silo gets a certificate by the next authority. What the old one signed, stolen perhaps, opens nothing any more.
        File.Copy(place["ours-silo.crt"], place["stolen.crt"]);
        File.Copy(place["ours-silo.key"], place["stolen.key"]);
        Make("next", "ours-silo");
        File.Copy(place["next.crt"], place["ours.crt"], overwrite: true);
        Assert.Equal((false, true), (await IsLetIn(gateway, "stolen"), await IsLetIn(gateway, "next-silo")));
        await using var client = await ClusterClient.Connect(redis.Address
            with
        { Certificates = new(place["next-silo.crt"], place["next-silo.key"], place["next.crt"]) }, Stop);
        Assert.Equal(SmallWorld.Expected(World), await SmallWorld.Hashes(await SmallWorld.Start(client, "next", World)));
    }

    [Fact]
    public async Task A_certificate_by_another_authority_or_out_of_date_is_refused_before_anything_starts()
    {
        Make("one", "mine");
        Make("other", "else");
        Make("old", "aged", days: -1);

        var foreign = Assert.Throws<ClusterUnavailable>(() =>
            new SiloCertificates(place["mine.crt"], place["mine.key"], place["other.crt"]));
        var aged = Assert.Throws<ClusterUnavailable>(() =>
            new SiloCertificates(place["aged.crt"], place["aged.key"], place["old.crt"]));
        var missing = Assert.Throws<ClusterUnavailable>(() =>
            new SiloCertificates(place["mine.crt"], place["none.key"], place["one.crt"]));
        var mixed = Assert.Throws<ClusterUnavailable>(() =>
            new SiloCertificates(place["mine.crt"], place["else.key"], place["one.crt"]));

        Assert.All([foreign, aged],
            error => Assert.Contains("is out of date, or not by the authority", error.Message, StringComparison.Ordinal));
        Assert.All([missing, mixed],
            error => Assert.Contains("hold no certificate with its key", error.Message, StringComparison.Ordinal));
        await Task.CompletedTask;
    }

    /// <returns>The number of the certificate that a silo shows now.</returns>
    private async Task<string> Shown(int port)
    {
        using var own = X509Certificate2.CreateFromPemFile(place["ours-silo.crt"], place["ours-silo.key"]);
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, port, Stop);
        var shown = "";
        await using var stream = new SslStream(socket.GetStream(), leaveInnerStreamOpen: false, (_, certificate, _, _) =>
        {
            shown = certificate!.GetSerialNumberString();
            return true;
        });
        await stream.AuthenticateAsClientAsync(
            new SslClientAuthenticationOptions { TargetHost = "silo", ClientCertificates = [own] }, Stop);
        return shown;
    }

    /// <returns>Whether a gateway goes on to talk to who shows that certificate.</returns>
    private async Task<bool> IsLetIn(int port, string silo)
    {
        using var own = X509Certificate2.CreateFromPemFile(place[$"{silo}.crt"], place[$"{silo}.key"]);
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, port, Stop);
        await using var stream = new SslStream(socket.GetStream(), leaveInnerStreamOpen: false, (_, _, _, _) => true);
        using var waits = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        try
        {
            await stream.AuthenticateAsClientAsync(
                new SslClientAuthenticationOptions { TargetHost = "silo", ClientCertificates = [own] }, Stop);
            // Who is refused is hung up on; who is let in is waited for.
            waits.CancelAfter(TimeSpan.FromSeconds(3));
            return await stream.ReadAsync(new byte[1], waits.Token) > 0;
        }
        catch (OperationCanceledException) when (waits.IsCancellationRequested && !Stop.IsCancellationRequested)
        {
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private SiloCertificates Certificates(string authority)
    {
        Make(authority, $"{authority}-silo");
        return new(place[$"{authority}-silo.crt"], place[$"{authority}-silo.key"], place[$"{authority}.crt"]);
    }

    // As deploy/certificates.sh does: an authority that is there stays.
    private void Make(string authority, string silo, int days = 1)
    {
        var (from, to) = (DateTimeOffset.UtcNow.AddDays(-2), DateTimeOffset.UtcNow.AddDays(days));
        if (!File.Exists(place[$"{authority}.crt"]))
        {
            using var root = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            var asked = new CertificateRequest($"CN={authority}", root, HashAlgorithmName.SHA256);
            asked.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
            // It outlives what it signs, also if that is made a second later.
            using var made = asked.CreateSelfSigned(from.AddDays(-1), DateTimeOffset.UtcNow.AddDays(30));
            File.WriteAllText(place[$"{authority}.crt"], made.ExportCertificatePem());
            File.WriteAllText(place[$"{authority}.key"], root.ExportPkcs8PrivateKeyPem());
        }
        using var known = X509Certificate2.CreateFromPemFile(place[$"{authority}.crt"], place[$"{authority}.key"]);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var shown = new CertificateRequest("CN=silo", key, HashAlgorithmName.SHA256)
            .Create(known, from, to, Guid.NewGuid().ToByteArray());
        File.WriteAllText(place[$"{silo}.crt"], shown.ExportCertificatePem());
        File.WriteAllText(place[$"{silo}.key"], key.ExportPkcs8PrivateKeyPem());
    }
}
