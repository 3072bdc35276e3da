using System.Text.Json;

namespace Samverkan.Web.Tests;

/// <summary>Pages of a test's own, in a folder of its own.</summary>
internal sealed class OwnPages : IAsyncDisposable
{
    private System.Diagnostics.Process? process;

    private OwnPages(string folder, int port) => (Folder, Port) = (folder, port);

    public int Port { get; }

    public string Folder { get; }

    /// <summary>The number of its process.</summary>
    public int Process => process!.Id;

    public string Url => $"http://127.0.0.1:{Port}";

    public static Task<OwnPages> Start(params string[] more) => Start(new Dictionary<string, string>(), more);

    public static async Task<OwnPages> Start(IReadOnlyDictionary<string, string> environment, params string[] more)
    {
        var pages = new OwnPages(Directory.CreateTempSubdirectory("samverkan-own-").FullName, ServedPages.FreePort());
        try
        {
            pages.process = await ServedPages.Start(pages.Port, pages.Folder, environment, more);
        }
        catch
        {
            await pages.DisposeAsync();
            throw;
        }
        return pages;
    }

    /// <summary>What the audit log holds.</summary>
    public IReadOnlyList<JsonElement> Audit() =>
        [.. File.ReadAllLines(Path.Combine(Folder, "audit.jsonl")).Select(line => JsonDocument.Parse(line).RootElement)];

    public async ValueTask DisposeAsync()
    {
        await ServedPages.End(process);
        Directory.Delete(Folder, recursive: true);
    }
}
