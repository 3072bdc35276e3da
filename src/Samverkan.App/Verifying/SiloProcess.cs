using System.Diagnostics;
using Samverkan.App.Commands;
using Samverkan.Grains.Clusters;

namespace Samverkan.App.Verifying;

/// <summary>A silo as a process of its own, which ends with us.</summary>
public sealed class SiloProcess : IDisposable
{
    private readonly Process process;

    private SiloProcess(Process process, int port) => (this.process, Port) = (process, port);

    /// <summary>The port by which other silos know it.</summary>
    public int Port { get; }

    public bool HasExited => process.HasExited;

    /// <summary>Processor time so far.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>Largest working set so far, in bytes.</summary>
    public long PeakWorkingSet
    {
        get
        {
            process.Refresh();
            return process.PeakWorkingSet64;
        }
    }

    /// <param name="more">Further options of the silo.</param>
    /// <exception cref="ClusterUnavailable">It did not come up.</exception>
    public static async Task<SiloProcess> Start(ClusterAddress cluster, string silo, CancellationToken cancel,
        params string[] more)
    {
        var port = LocalRedis.FreePort();
        var start =
            new ProcessStartInfo(Host, [.. Program, "silo", "--cluster", cluster.ToString(), "--name", silo, "--port", $"{port}",
                SiloCommand.WithInput, .. more])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                // Many small objects on few cores: the server collector keeps them longer and stops less often.
                Environment = { ["DOTNET_gcServer"] = "1", ["DOTNET_gcConcurrent"] = "0", ["DOTNET_TieredPGO"] = "1" },
            };
        // What the user set for silos of their own is not meant for this one.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("SAMVERKAN_", StringComparison.Ordinal))
            .ToArray())
            start.Environment.Remove(name);
        var process = Process.Start(start)!;
        var line = await process.StandardOutput.ReadLineAsync(cancel);
        if (line is null) throw new ClusterUnavailable($"Silo {silo} did not come up.");
        return new SiloProcess(process, port);
    }

    /// <summary>Ends it without warning.</summary>
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
    }

    // As we were started ourselves: the program, which needs no .NET beside it, or "dotnet samverkan.dll".
    private static bool IsProgram => Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "samverkan";

    private static string Host => IsProgram || Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet"
        ? Environment.ProcessPath! : "dotnet";

    private static string[] Program => IsProgram ? [] : [Path.Combine(AppContext.BaseDirectory, "samverkan.dll")];
}
