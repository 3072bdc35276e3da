using System.Diagnostics;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;

namespace Samverkan.Pages.Benchmarks;

/// <summary>The program itself, serving its pages in a folder of its own.</summary>
internal sealed class Served : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("samverkan-pages-").FullName;
    private readonly Process process;
    private readonly HttpClient client;

    private Served()
    {
        var port = FreePort();
        Url = $"http://127.0.0.1:{port}";
        client = new() { BaseAddress = new(Url) };
        var program = Path.GetFullPath(".build/app/samverkan.dll");
        process = Process.Start(new ProcessStartInfo("dotnet", [program, "serve", "--port", $"{port}", "--with-input"])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
    }

    public string Url { get; }

    /// <summary>Processor seconds of the server so far.</summary>
    public double Processor
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime.TotalSeconds;
        }
    }

    /// <returns>The server, once it has said where it is, and the seconds until then.</returns>
    public static async Task<(Served Served, double Seconds)> Start()
    {
        var clock = Stopwatch.StartNew();
        var served = new Served();
        while (await served.process.StandardOutput.ReadLineAsync() is { } line)
            if (line.StartsWith("Samverkan is at", StringComparison.Ordinal)) return (served, clock.Elapsed.TotalSeconds);
        throw new InvalidOperationException("The server did not start.");
    }

    /// <summary>Starts a live run that stands still before its first month.</summary>
    public async Task<string> Prepare(string scenario)
    {
        var answer = await client.PostAsJsonAsync("/api/v1/runs", new { scenario, paused = true });
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
    }

    /// <summary>Lets a run go on to its end.</summary>
    public async Task ToItsEnd(string run)
    {
        (await client.PostAsync($"/api/v1/runs/{run}/resume", null)).EnsureSuccessStatusCode();
        while ((await client.GetFromJsonAsync<JsonElement>($"/api/v1/runs/{run}")).GetProperty("state").GetString() != "done")
            await Task.Delay(50);
    }

    public async Task Forget(string run) => (await client.DeleteAsync($"/api/v1/runs/{run}")).EnsureSuccessStatusCode();

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        process.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }
}
