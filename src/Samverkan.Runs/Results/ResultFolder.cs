namespace Samverkan.Runs.Results;

/// <summary>The place asked for cannot take the result.</summary>
public sealed class ResultFolderRefused(string message) : Exception(message);

/// <summary>
/// A folder of results that comes into being at once: everything is written beside it under a passing name and takes its
/// name when all is done. What is not completed is removed without a trace.
/// </summary>
public sealed class ResultFolder : IDisposable
{
    public const string ManifestName = "manifest.json";

    private readonly string draft;
    private bool completed;

    private ResultFolder(string final)
    {
        Final = final;
        draft = $"{final}.unfinished-{Environment.ProcessId}";
        if (Directory.Exists(draft))
            Directory.Delete(draft, recursive: true);
        Directory.CreateDirectory(draft);
    }

    /// <summary>Where the result will be.</summary>
    public string Final { get; }

    /// <summary>Where a file or folder of the result is to be written now.</summary>
    public string this[params string[] parts] => Path.Combine([draft, .. parts]);

    /// <param name="inputs">What the result is made from: a folder that holds just this result may be written again.</param>
    /// <param name="force">Replace another result that is there. What is not a result is never replaced.</param>
    /// <exception cref="ResultFolderRefused">Something else is there.</exception>
    public static ResultFolder Open(string path, string inputs, bool force)
    {
        var final = Path.GetFullPath(path).TrimEnd(Path.DirectorySeparatorChar);
        if (File.Exists(final))
            throw new ResultFolderRefused($"'{path}' is a file. Name a folder with --out.");
        if (Directory.Exists(final) && Directory.EnumerateFileSystemEntries(final).Any())
        {
            var manifest = Path.Combine(final, ManifestName);
            if (!File.Exists(manifest) || Manifest.InputsOf(manifest) is not { } there)
                throw new ResultFolderRefused($"'{path}' holds files that are no result of this program. Name another folder with --out.");
            if (there != inputs && !force)
                throw new ResultFolderRefused($"'{path}' holds another result. Replace it with --force, or name another folder with --out.");
        }
        return new ResultFolder(final);
    }

    /// <summary>Gives the result its name. Files that someone added to the result that it replaces are kept.</summary>
    public void Complete()
    {
        if (Directory.Exists(Final))
        {
            foreach (var added in new DirectoryInfo(Final).EnumerateFileSystemInfos().Where(entry => !Exists(this[entry.Name])).ToList())
                Directory.Move(added.FullName, this[added.Name]);
            var old = $"{Final}.replaced-{Environment.ProcessId}";
            Directory.Move(Final, old);
            Directory.Move(draft, Final);
            Directory.Delete(old, recursive: true);
        }
        else
            Directory.Move(draft, Final);
        completed = true;
    }

    public void Dispose()
    {
        if (!completed && Directory.Exists(draft))
            Directory.Delete(draft, recursive: true);
    }

    private static bool Exists(string path) => File.Exists(path) || Directory.Exists(path);
}
