using Samverkan.Analysis.Studies;
using Samverkan.Analysis.Studies.Answers;
using Samverkan.Runs.Execution;
using Samverkan.Runs.Results;
using Samverkan.Runs.Studies;

namespace Samverkan.App.Studying;

/// <summary>Carries out a study in its folder, from the start or from where it was interrupted.</summary>
public sealed class StudyJob
{
    private readonly Design design;
    private readonly StudyFolder folder;
    private StudyManifest manifest;

    private StudyJob(Study study, StudyFolder folder, StudyManifest manifest)
    {
        (design, this.folder, this.manifest) = (new Design(study), folder, manifest);
        var left = Math.Max(0, StudyRounds.Of(design, manifest.Until).MostRuns - Results.Count().Done);
        Progress = new EnsembleProgress(left * study.Policies.Max(p => p.Blueprint.To - p.Blueprint.From + 1), (int)left, 1);
    }

    public Study Study => design.Study;

    public StudyManifest Manifest => manifest;

    public string Folder => folder.Path;

    public Design Design => design;

    public StudyResults Results => new(design, folder.Journal);

    public EnsembleProgress Progress { get; }

    /// <exception cref="ResultFolderRefused">Something is in the folder already.</exception>
    public static StudyJob Start(Study study, string path, double? until, bool force)
    {
        var design = new Design(study);
        var manifest = StudyManifest.Of(design, StudyResults.ShapeOf(design), ProgramVersion.Text, until);
        return new(study, StudyFolder.Start(path, manifest, study, force), manifest);
    }

    /// <exception cref="ResultFolderRefused">There is no study, or its inputs are not what they were; names what changed.</exception>
    public static StudyJob Resume(string path)
    {
        var (folder, manifest) = StudyFolder.Open(path);
        var study = StudyReader.Read(manifest.Path) with { Replications = manifest.Replications, Seed = manifest.Seed };
        RefuseWhatChanged(path, manifest, study);
        return new(study, folder, manifest);
    }

    /// <summary>Runs what is not done, then writes all answers. Interrupted, it writes the answers of what is done.</summary>
    /// <exception cref="OperationCanceledException">Cancelled; what is done is kept.</exception>
    public IReadOnlyList<StudySection> Run(StartRun start, StartRun again, int threads, CancellationToken cancel)
    {
        try
        {
            new StudyRun(design, folder, start, again, threads).Run(StudyRounds.Of(design, manifest.Until).Stepper, Progress, cancel);
        }
        catch (OperationCanceledException)
        {
            Note(StudyManifest.Unfinished);
            throw;
        }
        Note(StudyManifest.Complete);
        return Answer();
    }

    public IReadOnlyList<StudySection> Answer() => StudyAnswers.Write(Results, folder);

    private void Note(string status)
    {
        var (done, failed) = Results.Count();
        manifest = manifest with
        {
            Status = status,
            RunsDone = done,
            RunsFailed = failed,
            Samples = design.Samples,
            Result = status == StudyManifest.Complete ? Fold.InGroups(Results.Hash()) : null,
        };
        manifest.Write(folder.Manifest);
    }

    private static void RefuseWhatChanged(string path, StudyManifest manifest, Study study)
    {
        var changed = new List<string>();
        if (manifest.Version != ProgramVersion.Text)
            changed.Add($"the program (it was {manifest.Version}, and is {ProgramVersion.Text})");
        changed.AddRange(manifest.Files.Where(f => study.Inputs.All(now => now.Name != f.Name || now.Hash != f.Hash)).Select(f => f.Name));
        changed.AddRange(study.Inputs.Where(f => manifest.Files.All(was => was.Name != f.Name)).Select(f => f.Name));
        if (changed.Count > 0)
            throw new ResultFolderRefused($"'{path}' cannot go on: since it began, {string.Join(" and ", changed.Distinct())} changed. Undo that, or run the study anew in another folder.");
    }
}
