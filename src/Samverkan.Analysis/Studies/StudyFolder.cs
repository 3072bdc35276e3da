using Samverkan.Runs;
using Samverkan.Runs.Results;
using Samverkan.Runs.Studies;

namespace Samverkan.Analysis.Studies;

/// <summary>
/// Where a study and its results are. Other than the folder of a single result it is there from the start, with a manifest
/// that says how far the study has come: a study can be interrupted, and goes on where it was.
/// </summary>
public sealed class StudyFolder
{
    public const string JournalName = "journal.bin";
    public const string StudyName = "study.yaml";
    public const string AnswersName = "study.md";
    public const string FailuresName = "failures.csv";

    private StudyFolder(string path) => Path = path;

    public string Path { get; }

    public string this[params string[] parts] => System.IO.Path.Combine([Path, .. parts]);

    public string Manifest => this[ResultFolder.ManifestName];

    public string Journal => this[JournalName];

    /// <exception cref="ResultFolderRefused">Something else is there, or this study, begun before.</exception>
    public static StudyFolder Start(string path, StudyManifest manifest, Study study, bool force)
    {
        var folder = new StudyFolder(System.IO.Path.GetFullPath(path).TrimEnd(System.IO.Path.DirectorySeparatorChar));
        folder.RefuseWhatIsNotOurs(path, manifest, force);
        if (Directory.Exists(folder.Path))
            Directory.Delete(folder.Path, recursive: true);
        Directory.CreateDirectory(folder.Path);
        File.WriteAllText(folder[StudyName], study.Text);
        manifest.Write(folder.Manifest);
        return folder;
    }

    /// <exception cref="ResultFolderRefused">It holds no study.</exception>
    public static (StudyFolder Folder, StudyManifest Manifest) Open(string path)
    {
        var folder = new StudyFolder(System.IO.Path.GetFullPath(path).TrimEnd(System.IO.Path.DirectorySeparatorChar));
        return StudyManifest.Read(folder.Manifest) is { } manifest ? (folder, manifest)
            : throw new ResultFolderRefused($"'{path}' holds no study. A study's results are in the folder that '{ProgramName.AsTyped} study run' named.");
    }

    private void RefuseWhatIsNotOurs(string shown, StudyManifest manifest, bool force)
    {
        if (File.Exists(Path))
            throw new ResultFolderRefused($"'{shown}' is a file. Name a folder with --out.");
        if (!Directory.Exists(Path) || !Directory.EnumerateFileSystemEntries(Path).Any())
            return;
        var ours = StudyManifest.Read(Manifest);
        if (ours is null && (!File.Exists(Manifest) || Runs.Results.Manifest.InputsOf(Manifest) is null))
            throw new ResultFolderRefused($"'{shown}' holds files that are no result of this program. Name another folder with --out.");
        if (force)
            return;
        throw new ResultFolderRefused(ours?.Inputs != manifest.Inputs
            ? $"'{shown}' holds another result. Replace it with --force, or name another folder with --out."
            : ours.Status == StudyManifest.Unfinished
                ? $"'{shown}' holds this study, with {ours.RunsDone:#,0} runs done or more. Go on with '{ProgramName.AsTyped} study resume {shown}', or begin anew with --force."
                : $"'{shown}' holds this study, complete. Nothing would come out otherwise; --force runs it anew.");
    }
}
