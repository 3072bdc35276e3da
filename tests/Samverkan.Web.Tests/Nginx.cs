using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;
using Xunit;

namespace Samverkan.Web.Tests;

/// <summary>A real nginx by the recipe of <c>deploy/nginx.conf</c>, with a certificate of its own, on ports of its own.</summary>
internal sealed partial class Nginx : IAsyncDisposable
{
    private static readonly string[] Places = ["/usr/sbin/nginx", "/usr/bin/nginx", "/usr/local/sbin/nginx"];

    private readonly string folder;
    private readonly Process process;

    private Nginx(string folder, Process process, int port) => (this.folder, this.process, Port) = (folder, process, port);

    public int Port { get; }

    public string Url => $"https://localhost:{Port}";

    /// <param name="pages">Port of the pages behind it.</param>
    /// <param name="under">The path of the site that the pages are under; empty: all of it.</param>
    public static async Task<Nginx> Start(int pages, string under = "")
    {
        if (Places.FirstOrDefault(File.Exists) is not { } program)
        {
            Assert.Skip("No nginx is installed: the pages are not tried behind one.");
            throw new UnreachableException();
        }
        var folder = Directory.CreateTempSubdirectory("samverkan-nginx-").FullName;
        SelfSigned(folder);
        var port = ServedPages.FreePort();
        var recipe = await File.ReadAllTextAsync(Path.Combine(ServedPages.Repository, "deploy", "nginx.conf"));
        var site = recipe
            .Replace("listen 443 ssl;", $"listen 127.0.0.1:{port} ssl;", StringComparison.Ordinal)
            .Replace("listen [::]:443 ssl;", "", StringComparison.Ordinal)
            .Replace("samverkan.example.org", "localhost", StringComparison.Ordinal)
            .Replace("/etc/ssl/samverkan.crt", $"{folder}/site.crt", StringComparison.Ordinal)
            .Replace("/etc/ssl/samverkan.key", $"{folder}/site.key", StringComparison.Ordinal)
            .Replace("127.0.0.1:5080", $"127.0.0.1:{pages}", StringComparison.Ordinal);
        site = Plain().Replace(site, "");
        if (under.Length > 0) site = site.Replace("location / {", $"location {under}/ {{", StringComparison.Ordinal);
        await File.WriteAllTextAsync(Path.Combine(folder, "nginx.conf"), $$"""
            daemon off; pid {{folder}}/pid; error_log {{folder}}/error.log; worker_processes 1;
            events { worker_connections 256; }
            http {
                access_log off;
                client_body_temp_path {{folder}}/a; proxy_temp_path {{folder}}/b; fastcgi_temp_path {{folder}}/c; uwsgi_temp_path {{folder}}/d; scgi_temp_path {{folder}}/e;
            {{site}}
            }
            """);
        var process = Process.Start(
            new ProcessStartInfo(program, ["-p", folder, "-c", $"{folder}/nginx.conf"]) { RedirectStandardError = true })!;
        var nginx = new Nginx(folder, process, port);
        using var client = nginx.Client();
        for (var tries = 0; ; tries++)
            try
            {
                (await client.GetAsync($"{under}/healthz")).Dispose();
                return nginx;
            }
            catch (HttpRequestException) when (tries < 300 && !process.HasExited)
            {
                await Task.Delay(100);
            }
            catch (HttpRequestException)
            {
                var said = process.HasExited ? await process.StandardError.ReadToEndAsync() : "";
                await nginx.DisposeAsync();
                throw new InvalidOperationException($"nginx did not start: {said}");
            }
    }

    /// <param name="from">The address of this machine that is asked from.</param>
    public HttpClient Client(string from = "127.0.0.1") => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        SslOptions = { RemoteCertificateValidationCallback = (_, _, _, _) => true },
        ConnectCallback = async (context, cancel) =>
        {
            var socket = new System.Net.Sockets.Socket(System.Net.Sockets.SocketType.Stream, System.Net.Sockets.ProtocolType.Tcp);
            socket.Bind(new IPEndPoint(IPAddress.Parse(from), 0));
            await socket.ConnectAsync(IPAddress.Loopback, context.DnsEndPoint.Port, cancel);
            return new System.Net.Sockets.NetworkStream(socket, ownsSocket: true);
        },
    })
    { BaseAddress = new(Url) };

    public async ValueTask DisposeAsync()
    {
        // Its worker goes with it.
        if (!process.HasExited) process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Leaves <c>site.crt</c> and <c>site.key</c> for localhost.</summary>
    public static void SelfSigned(string folder)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddHours(-1), DateTimeOffset.UtcNow.AddDays(1));
        File.WriteAllText(Path.Combine(folder, "site.crt"), certificate.ExportCertificatePem());
        File.WriteAllText(Path.Combine(folder, "site.key"), key.ExportPkcs8PrivateKeyPem());
    }

    // The part that sends port 80 on to 443 is not tried.
    [GeneratedRegex(@"server \{[^{}]*listen 80;.*?\n\}\n", RegexOptions.Singleline)]
    private static partial Regex Plain();
}
