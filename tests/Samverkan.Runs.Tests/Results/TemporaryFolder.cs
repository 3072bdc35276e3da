namespace Samverkan.Runs.Tests.Results;

/// <summary>A folder that lives as long as a test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("samverkan-");

    public string this[string name] => Path.Combine(folder.FullName, name);

    public IEnumerable<string> Names =>
        folder.EnumerateFileSystemInfos().Select(entry => entry.Name).Order(StringComparer.Ordinal);

    public void Dispose() => folder.Delete(recursive: true);
}
