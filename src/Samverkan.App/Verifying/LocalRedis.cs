using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Samverkan.Grains.Clusters;

namespace Samverkan.App.Verifying;

/// <summary>A redis-server of our own: on loopback, a free port and a folder that goes with it.</summary>
public sealed class LocalRedis : IDisposable
{
    private const string Program = "redis-server";
    private readonly string folder;
    private readonly int port;
    private readonly string? password;
    private Process process;

    private LocalRedis(string folder, int port, string? password)
    {
        (this.folder, this.port, this.password) = (folder, port, password);
        process = Run();
    }

    public ClusterAddress Address => new("127.0.0.1", port, "verify", null, password, Tls: false);

    /// <summary>For who wants to let it stand still.</summary>
    public int ProcessId => process.Id;

    public static bool IsInstalled =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, Program)));

    public static async Task<LocalRedis> Start(CancellationToken cancel, string? password = null)
    {
        var redis = new LocalRedis(Directory.CreateTempSubdirectory("samverkan-redis-").FullName, FreePort(), password);
        try
        {
            await redis.Answers(cancel);
            return redis;
        }
        catch
        {
            redis.Dispose();
            throw;
        }
    }

    /// <summary>Kills it and starts it again on the same data.</summary>
    public async Task Restart(CancellationToken cancel)
    {
        process.Kill();
        await process.WaitForExitAsync(cancel);
        process.Dispose();
        process = Run();
        await Answers(cancel);
    }

    /// <summary>Ends it without warning; its data stay.</summary>
    public void Kill()
    {
        process.Kill();
        process.WaitForExit();
    }

    public void Dispose()
    {
        if (!process.HasExited) process.Kill();
        process.WaitForExit();
        process.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    // Append-only: what was committed outlives the death of the process.
    private Process Run() => Process.Start(new ProcessStartInfo(Program,
    [
        "--port", $"{port}", "--bind", "127.0.0.1", "--dir", folder, "--logfile", Path.Combine(folder, "log"),
        "--save", "", "--appendonly", "yes", "--appendfsync", "everysec", .. password is null ? Array.Empty<string>()
        : ["--requirepass", password],
    ]))!;

    private async Task Answers(CancellationToken cancel)
    {
        for (var tries = 0; ; tries++)
            try
            {
                await Address.Check();
                return;
            }
            catch (ClusterUnavailable) when (tries < 20 && !process.HasExited)
            {
                await Task.Delay(100, cancel);
            }
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
