using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Xunit;

[assembly: AssemblyFixture(typeof(Samverkan.Web.Tests.ServedPages))]

namespace Samverkan.Web.Tests;

/// <summary>The program itself, serving its pages on a port of its own with folders of its own. One for all tests.</summary>
public sealed class ServedPages : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("samverkan-web-").FullName;
    private Process? process;
    private int callers;

    public int Port { get; } = FreePort();

    public string Url => $"http://127.0.0.1:{Port}";

    public string Results => Path.Combine(folder, "out");

    public string Own => Path.Combine(folder, "my-scenarios");

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(folder);
        process = await Start(Port, folder);
    }

    public async ValueTask DisposeAsync()
    {
        await End(process);
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>A program at an address of its own: how often something may be started is counted for each address, and tests
    /// run beside each other.</summary>
    public HttpClient Caller(bool followsRedirects = true)
    {
        var number = Interlocked.Increment(ref callers);
        var own = new IPEndPoint(new IPAddress([127, 1, (byte)(number >> 8), (byte)number]), 0);
        return new(new SocketsHttpHandler
        {
            AllowAutoRedirect = followsRedirects,
            UseCookies = followsRedirects,
            ConnectCallback = async (context, cancel) =>
            {
                var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                socket.Bind(own);
                await socket.ConnectAsync(IPAddress.Loopback, context.DnsEndPoint.Port, cancel);
                return new NetworkStream(socket, ownsSocket: true);
            },
        })
        { BaseAddress = new(Url) };
    }

    /// <summary>Another server, such as one with a token.</summary>
    public static Task<Process> Start(int port, string folder, params string[] more) =>
        Start(port, folder, new Dictionary<string, string>(), more);

    /// <param name="environment">Variables that it is to find.</param>
    public static async Task<Process> Start(int port, string folder, IReadOnlyDictionary<string, string> environment,
        params string[] more)
    {
        var info = new ProcessStartInfo("dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        foreach (var (name, value) in environment) info.Environment[name] = value;
        foreach (var argument in (string[])[Program, "serve", "--port", $"{port}", "--with-input", .. more])
            info.ArgumentList.Add(argument);
        var process = Process.Start(info)!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
            if (line.StartsWith("Samverkan is at", StringComparison.Ordinal)) return process;
        throw new InvalidOperationException("The server did not start.");
    }

    public static async Task End(Process? process)
    {
        if (process is null) return;
        process.StandardInput.Close();
        using var retries = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        try
        {
            await process.WaitForExitAsync(retries.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
        }
        process.Dispose();
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public static string Repository { get; } = Above(AppContext.BaseDirectory);

    /// <summary>Built beside these tests, in the same configuration; its pages' assets are found from there.</summary>
    public static string Program { get; } = Path.Combine(
        Repository, "src", "Samverkan.App", "bin", new DirectoryInfo(AppContext.BaseDirectory.TrimEnd('/')).Parent!.Name,
        "net10.0", "samverkan.dll");

    private static string Above(string folder) =>
        File.Exists(Path.Combine(folder, "Simulation.sln")) ? folder : Above(Path.GetDirectoryName(folder.TrimEnd('/'))!);
}
