namespace Samverkan.Runs.Results;

/// <summary>The result cannot be written to the requested place.</summary>
public sealed class ResultFolderRefused(string message) : Exception(message)
{
    /// <summary>The folder has an older result of the same name, which nobody said may go.</summary>
    public static ResultFolderRefused OfOtherInputs(string id) =>
        new($"An older result '{id}' was made from other inputs or by another version of the program.");
}

/// <summary>
/// A folder of results that appears at once. Everything is written into a draft within the folder and moved into place when it
/// is complete, the manifest last. An incomplete draft is removed. One program writes into a folder at a time.
/// </summary>
public sealed class ResultFolder : IDisposable
{
    public const string ManifestName = "manifest.json";

    // Hidden, and ours by their first part: a folder of the user's may be called "unfinished-thesis".
    private const string Draft = ".samverkan.unfinished-";
    private const string Whole = ".samverkan.complete-";
    private const string Moving = ".samverkan.moving-";

    private readonly FolderLock held;
    private readonly string draft;
    private bool completed;
    private bool wasLeft;

    private ResultFolder(string final, string shown)
    {
        Final = final;
        held = FolderLock.Take(final, shown);
        draft = Path.Combine(final, Draft + Path.GetRandomFileName()[..8]);
    }

    /// <summary>Where the result will be.</summary>
    public string Final { get; }

    /// <summary>Sentences on what killed programs had left here, and what became of it.</summary>
    public IReadOnlyList<string> Left { get; private set; } = [];

    /// <summary>The path to write a file or folder of the result to.</summary>
    public string this[params string[] parts] => Path.Combine([draft, .. parts]);

    /// <param name="inputs">Hash of what the result is made from: a folder with exactly this result may be written again.</param>
    /// <param name="force">Replace another result. Anything that is not a result is never replaced.</param>
    /// <exception cref="ResultFolderRefused">The folder holds something else, or another program writes there.</exception>
    public static ResultFolder Open(string path, string inputs, bool force)
    {
        var folder = new ResultFolder(FullPath(path), path);
        try
        {
            folder.TidyUp(path);
            folder.RefuseWhatIsNotOurs(path, inputs, force);
            Directory.CreateDirectory(folder.draft);
            return folder;
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    /// <summary>The folder that a user named.</summary>
    /// <exception cref="ResultFolderRefused">It is not a folder.</exception>
    public static string FullPath(string path)
    {
        if (string.IsNullOrWhiteSpace(path))
            throw new ResultFolderRefused("--out names no folder. Name one, such as --out out/my-result, or leave --out away.");
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        return File.Exists(full) ? throw new ResultFolderRefused($"'{path}' is a file. Name a folder with --out.") : full;
    }

    /// <summary>Whether a folder is empty except for remains of a lock or a draft.</summary>
    public static bool IsEmpty(string folder) =>
        !Directory.Exists(folder)
        || Directory.EnumerateFileSystemEntries(folder).All(entry => ResultNames.IsPassing(Path.GetFileName(entry)));

    /// <summary>Moves the result into place. Files that a user added to the replaced result are kept.</summary>
    public void Complete()
    {
        held.Confirm();
        var whole = Path.Combine(Final, Whole + Path.GetFileName(draft)[Draft.Length..]);
        // From here on the result is complete. If this program is killed, the next start does the rest.
        Directory.Move(draft, whole);
        PutInPlace(whole);
        completed = true;
    }

    public void Dispose()
    {
        if (!completed && Directory.Exists(draft))
            Directory.Delete(draft, recursive: true);
        var isNothing = IsEmpty(Final) && (held.Created || wasLeft);
        held.Dispose();
        if (isNothing && Directory.Exists(Final) && !Directory.EnumerateFileSystemEntries(Final).Any())
            Directory.Delete(Final);
    }

    /// <summary>Removes a file, or a folder with its content.</summary>
    public static void Remove(string path)
    {
        // Removes a link, not its target.
        if (Directory.Exists(path) && new DirectoryInfo(path).LinkTarget is null)
            Directory.Delete(path, recursive: true);
        else
            File.Delete(path);
    }

    /// <summary>Removes what this program wrote into a folder of results, the manifest first.</summary>
    public static void Clear(string folder)
    {
        // Without its manifest a folder is not a result, so nobody reads a mixture of two.
        Remove(Path.Combine(folder, ManifestName));
        foreach (var entry in Directory.GetFileSystemEntries(folder))
            if (ResultNames.IsOurs(Path.GetFileName(entry)))
                Remove(entry);
    }

    private void PutInPlace(string whole)
    {
        Clear(Final);
        // The new name says that the old result is gone: whoever continues here must not remove what is already in place.
        var moving = Path.Combine(Final, Moving + Path.GetFileName(whole)[Whole.Length..]);
        Directory.Move(whole, moving);
        MoveInto(moving);
    }

    private void MoveInto(string moving)
    {
        var entries = new DirectoryInfo(moving).EnumerateFileSystemInfos().OrderBy(entry => entry.Name == ManifestName).ToList();
        foreach (var entry in entries)
        {
            var place = Path.Combine(Final, entry.Name);
            Remove(place);
            Directory.Move(entry.FullName, place);
        }
        Directory.Delete(moving);
    }

    /// <summary>Removes incomplete drafts of killed programs, and moves complete ones into place.</summary>
    private void TidyUp(string shown)
    {
        var left = new List<string>();
        foreach (var entry in LeftAs(Moving).Concat(LeftAs(Whole)))
        {
            if (Path.GetFileName(entry).StartsWith(Moving, StringComparison.Ordinal))
                MoveInto(entry);
            else
                PutInPlace(entry);
            left.Add($"'{shown}' held a result that was whole but not yet in its place: it is now.");
        }
        foreach (var entry in LeftAs(Draft))
        {
            Directory.Delete(entry, recursive: true);
            left.Add(
                $"'{Path.Combine(shown, Path.GetFileName(entry))}' was left by a program that ended before it was "
                    + $"done{(held.LeftBy is { } who ? $" ({who})" : "")}. It is removed.");
            wasLeft = true;
        }
        Left = left;

        List<string> LeftAs(string start) =>
            [.. Directory.EnumerateDirectories(Final, start + "*").Order(StringComparer.Ordinal)];
    }

    private void RefuseWhatIsNotOurs(string shown, string inputs, bool force)
    {
        if (IsEmpty(Final))
            return;
        var manifest = Path.Combine(Final, ManifestName);
        if (!File.Exists(manifest) || Manifest.InputsOf(manifest) is not { } there)
            throw new ResultFolderRefused(
                $"'{shown}' holds files that are no result of this program. Name another folder with --out.");
        if (there != inputs && !force)
            throw new ResultFolderRefused(
                $"'{shown}' holds another result. Replace it with --force, or name another folder with --out.");
    }
}
