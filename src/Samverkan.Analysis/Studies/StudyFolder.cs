using Samverkan.Runs;
using Samverkan.Runs.Results;
using Samverkan.Runs.Studies;

namespace Samverkan.Analysis.Studies;

/// <summary>
/// Where a study and its results are. Other than the folder of a single result it is there from the start, with a manifest
/// that says how far the study has come: a study can be interrupted, and goes on where it was.
/// </summary>
public sealed class StudyFolder : IDisposable
{
    public const string JournalName = "journal.bin";
    public const string StudyName = "study.yaml";
    public const string AnswersName = "study.md";
    public const string FailuresName = "failures.csv";

    private FolderLock? held;

    private StudyFolder(string path) => Path = ResultFolder.FullPath(path);

    public string Path { get; }

    public string this[params string[] parts] => System.IO.Path.Combine([Path, .. parts]);

    public string Manifest => this[ResultFolder.ManifestName];

    public string Journal => this[JournalName];

    /// <exception cref="ResultFolderRefused">Something else is there, or this study, begun before, or another program writes
    /// there.</exception>
    public static (StudyFolder Folder, StudyManifest Manifest) Start(string path, StudyManifest manifest, Study study, bool force)
    {
        var folder = new StudyFolder(path);
        folder.held = FolderLock.Take(folder.Path, path);
        try
        {
            folder.RefuseWhatIsNotOurs(path, manifest, force);
            // The folder itself stays: it may be a link, the folder one works in, or where a disk is mounted.
            ResultFolder.Clear(folder.Path);
            File.WriteAllText(folder[StudyName], study.Text);
            manifest = manifest
                with
            { Recipe = KeptInputs.Write(folder.Path, [study.Sources[0]], study.Sources, new([], [], [])) };
            manifest.Write(folder.Manifest);
            return (folder, manifest);
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    /// <param name="writes">Whether something is to be written there.</param>
    /// <exception cref="ResultFolderRefused">It holds no study, or another program writes there.</exception>
    public static (StudyFolder Folder, StudyManifest Manifest) Open(string path, bool writes)
    {
        var folder = new StudyFolder(path);
        if (!File.Exists(folder.Manifest))
            throw NoStudy(path);
        if (writes)
            folder.held = FolderLock.Take(folder.Path, path);
        if (StudyManifest.Read(folder.Manifest) is { } manifest)
            return (folder, manifest);
        folder.Dispose();
        throw NoStudy(path);
    }

    /// <summary>To be asked before something is written that cannot be undone.</summary>
    /// <exception cref="ResultFolderRefused">Another program took the folder.</exception>
    public void Confirm() => held?.Confirm();

    /// <summary>Gives the folder back to others.</summary>
    public void Dispose()
    {
        held?.Dispose();
        // A folder that came into being for nothing goes.
        if (held is { Created: true } && Directory.Exists(Path) && !Directory.EnumerateFileSystemEntries(Path).Any())
            Directory.Delete(Path);
        held = null;
    }

    private static ResultFolderRefused NoStudy(string shown) =>
        new($"'{shown}' holds no study. A study's results are in the folder that '{ProgramName.AsTyped} study run' named.");

    private void RefuseWhatIsNotOurs(string shown, StudyManifest manifest, bool force)
    {
        if (ResultFolder.IsEmpty(Path))
            return;
        var ours = StudyManifest.Read(Manifest);
        if (ours is null && (!File.Exists(Manifest) || Runs.Results.Manifest.InputsOf(Manifest) is null))
            throw new ResultFolderRefused(
                $"'{shown}' holds files that are no result of this program. Name another folder with --out.");
        if (force)
            return;
        throw new ResultFolderRefused(ours?.Inputs != manifest.Inputs
            ? $"'{shown}' holds another result. Replace it with --force, or name another folder with --out."
            : ours.Status == StudyManifest.Unfinished
                ? $"'{shown}' holds this study, with {ours.RunsDone:#,0} runs done or more. Begin anew with --force, or go "
                    + $"on:\n  {CommandWords.Of("study", "resume", shown)}"
                : $"'{shown}' holds this study, complete. Nothing would come out otherwise; --force runs it anew.");
    }
}
