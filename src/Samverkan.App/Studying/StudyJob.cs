using Samverkan.Analysis.Reports;
using Samverkan.Analysis.Reports.Studies;
using Samverkan.Analysis.Studies;
using Samverkan.Analysis.Studies.Answers;
using Samverkan.App.Commands;
using Samverkan.Runs;
using Samverkan.Runs.Execution;
using Samverkan.Runs.Results;
using Samverkan.Runs.Rules;
using Samverkan.Runs.Scenarios;
using Samverkan.Runs.Studies;

namespace Samverkan.App.Studying;

/// <summary>Carries out a study in its folder, from the start or from where it was interrupted.</summary>
public sealed class StudyJob : IDisposable
{
    private readonly Design design;
    private readonly StudyFolder folder;
    private StudyManifest manifest;

    private StudyJob(Study study, StudyFolder folder, StudyManifest manifest)
    {
        (design, this.folder, this.manifest) = (new Design(study), folder, manifest);
        var left = Math.Max(0, StudyRounds.Of(design, manifest.Until, Part).MostRuns - Results.Count().Done);
        Progress = new EnsembleProgress(left * study.Policies.Max(p => p.Blueprint.To - p.Blueprint.From + 1), (int)left, 1);
    }

    public Study Study => design.Study;

    public StudyManifest Manifest => manifest;

    /// <summary>Which part of the study this is; null: the whole.</summary>
    public PartOfStudy? Part => manifest.Part is { } text ? PartOfStudy.Parse(text) : null;

    public string Folder => folder.Path;

    public Design Design => design;

    public StudyResults Results => new(design, folder.Journal);

    public EnsembleProgress Progress { get; }

    /// <exception cref="ResultFolderRefused">Something is in the folder already.</exception>
    /// <exception cref="BadRequest">The study cannot be split.</exception>
    public static StudyJob Start(Study study, string path, double? until, bool force, PartOfStudy? part = null)
    {
        if (part is not null && (until is not null || study.Calibration is not null))
            throw new BadRequest(
                $"{(until is not null ? "With --until-ci" : "In a calibration")} what is run next depends on what came out "
                    + "before: such a study cannot be split into parts.");
        var design = new Design(study);
        var manifest = StudyManifest.Of(design, StudyResults.ShapeOf(design), ProgramVersion.Text, until, part);
        (var folder, manifest) = StudyFolder.Start(path, manifest, study, force);
        return new(study, folder, manifest);
    }

    /// <summary>A study to be read: what ran it may be another version of the program.</summary>
    /// <param name="writes">Whether its answers are to be written anew.</param>
    /// <param name="rules">Rules of its own, which its runs need; null: the study is only read.</param>
    /// <exception cref="ResultFolderRefused">There is no study, its inputs are not what they were (names what changed), or
    /// another program writes there.</exception>
    public static StudyJob Open(string path, bool writes, OwnRules? rules = null)
    {
        var (folder, manifest) = StudyFolder.Open(path, writes);
        try
        {
            return Opened(path, folder, manifest, rules);
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    private static StudyJob Opened(string path, StudyFolder folder, StudyManifest manifest, OwnRules? rules)
    {
        var study = Read(path, folder, manifest) with
        {
            Replications = manifest.Replications,
            Seed = manifest.Seed,
            Rules = manifest.Rules,
        };
        if (rules is not null) study = study.Under(rules);
        RefuseWhatChanged(path, manifest, study);
        return new(study, folder, manifest);
    }

    /// <summary>A study that goes on. Another version of the program may do that if it gives the same bits.</summary>
    /// <param name="again">Starts the finished runs that are repeated as a check.</param>
    /// <exception cref="ResultFolderRefused">As for <see cref="Open"/>, or the model is another now.</exception>
    public static StudyJob Resume(string path, StartRun again, CancellationToken cancel, OwnRules? rules = null)
    {
        var job = Open(path, writes: true, rules);
        try
        {
            RulesOption.RefuseOthers(path, job.manifest.Rules, rules);
            job.RefuseAnotherModel(path, again, cancel);
            return job;
        }
        catch
        {
            job.Dispose();
            throw;
        }
    }

    /// <summary>Whether this is that study: of the same inputs, seed and replications.</summary>
    public bool IsOf(Study other) => StudyManifest.Of(new Design(other), StudyResults.ShapeOf(new Design(other)),
        manifest.Version, manifest.Until).Inputs == manifest.Inputs
        && manifest.Seed == other.Seed && manifest.Replications == other.Replications;

    /// <summary>Whether another version of the program began it.</summary>
    public bool IsOfAnotherVersion => manifest.Version != ProgramVersion.Text;

    /// <summary>Runs what is not done, then writes all answers. Interrupted, it writes the answers of what is done.</summary>
    /// <exception cref="OperationCanceledException">Cancelled; what is done is kept.</exception>
    /// <exception cref="ResultFolderRefused">The disk takes nothing more; what is done is kept.</exception>
    public IReadOnlyList<StudySection> Run(StartRun start, StartRun again, int threads, CancellationToken cancel)
    {
        try
        {
            RunAll(start, again, threads, cancel);
            return Finish();
        }
        catch (Exception e) when (Acting.CannotWrite(e) is { } reason)
        {
            throw new ResultFolderRefused(
                $"The study cannot be written: {reason.TrimEnd('.')}. The runs that are done are kept: make room, then go on "
                    + $"with '{ProgramName.AsTyped} study resume {Folder}'.");
        }
    }

    private void RunAll(StartRun start, StartRun again, int threads, CancellationToken cancel)
    {
        try
        {
            new StudyRun(design, folder, start, again, threads)
                .Run(StudyRounds.Of(design, manifest.Until, Part).Stepper, Progress, cancel);
        }
        catch (OperationCanceledException)
        {
            Counted(StudyManifest.Unfinished);
            manifest.Write(folder.Manifest);
            throw;
        }
    }

    /// <summary>Everything is run: writes the answers, and that it is complete. A part is answered when it is merged.</summary>
    private IReadOnlyList<StudySection> Finish()
    {
        Counted(StudyManifest.Complete);
        var sections = Part is null ? Answer() : [];
        // A study is complete only once its answers are written, so the manifest is written last.
        manifest.Write(folder.Manifest);
        return sections;
    }

    /// <summary>Writes all tables, the answers and the report, and gives the answers.</summary>
    public IReadOnlyList<StudySection> Answer()
    {
        var sections = StudyAnswers.Write(Results, folder);
        var facts = FactsOfStudy.Of(Results, manifest, sections);
        facts.Write(folder[StudyFacts.File]);
        StudyPage.Of(facts).Write(folder.Path);
        DataPackage.Write(
            folder.Path, Study.Id, Study.Title, Study.Question,
            new(manifest.Program, manifest.Version, manifest.AsTyped, manifest.Seed, manifest.Inputs, manifest.Result));
        return sections;
    }

    /// <summary>Puts the parts of a study together: the same bytes as in one go.</summary>
    /// <param name="parts">Their folders.</param>
    /// <exception cref="ResultFolderRefused">A part is missing, is not complete, is there twice or belongs to another study; or
    /// something else is in the folder.</exception>
    public static StudyJob Merge(IReadOnlyList<string> parts, string path, bool force)
    {
        var opened = new List<StudyJob>();
        try
        {
            foreach (var part in parts)
                opened.Add(Open(part, writes: false));
            MergedParts.RefuseWhatDoesNotFit(opened, parts);
            var merged = Start(opened[0].Study, path, null, force);
            try
            {
                MergedParts.Write(opened, merged.folder, merged.design);
                return merged;
            }
            catch
            {
                merged.Dispose();
                throw;
            }
        }
        finally
        {
            opened.ForEach(job => job.Dispose());
        }
    }

    /// <summary>Writes the answers of a study whose runs came from its parts.</summary>
    public IReadOnlyList<StudySection> Conclude() => Finish();

    public void Dispose() => folder.Dispose();

    private void Counted(string status)
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
    }

    // What is not kept in the folder cannot be known to be what it was.
    private static Study Read(string path, StudyFolder folder, StudyManifest manifest) => manifest.Recipe is { } recipe
        ? KeptInputs.Read(folder.Path, recipe, () => StudyReader.Read(folder[recipe.Read[0]]))
        : throw new ResultFolderRefused(
            $"'{path}' was made by version {manifest.Version}, which kept no files of what it was made from: that version alone "
                + "goes on with it, answers it anew and runs it again. 'report' and 'query' read it.");

    private static void RefuseWhatChanged(string path, StudyManifest manifest, Study study)
    {
        var changed = new List<string>();
        changed.AddRange(manifest.Files.Where(f => study.Inputs.All(now => now.Name != f.Name || now.Hash != f.Hash))
            .Select(f => f.Name));
        changed.AddRange(study.Inputs.Where(f => manifest.Files.All(was => was.Name != f.Name)).Select(f => f.Name));
        if (changed.Count > 0)
            throw new ResultFolderRefused(
                $"'{path}' cannot go on: since it began, {string.Join(" and ", changed.Distinct())} changed. Undo that, or run "
                    + "the study anew in another folder.");
        if (!manifest.Outcomes.Select(o => o.Id).SequenceEqual(StudyFigures.Of(study).Select(o => o.Id))
            || manifest.Record != StudyResults.ShapeOf(new Design(study)))
            throw new ResultFolderRefused(
                $"'{path}' was made by version {manifest.Version}, which kept other figures of a run. Read it with that "
                    + "version, or run the study anew in another folder.");
    }

    // The name of a version says nothing of the numbers: a run of each scenario that is done must come out the same.
    internal void RefuseAnotherModel(string path, StartRun again, CancellationToken cancel)
    {
        if (!IsOfAnotherVersion)
            return;
        var run = new StudyRun(design, folder, again, again, threads: 1);
        // The samples of a calibration are known by its waves alone, which begin anew when it goes on.
        if (Study.Calibration is not null)
            new Waves(design).Replay(Results);
        foreach (var done in Results.Records().Where(record => !record.Failed).GroupBy(record => record.Key.Policy)
            .Select(records => records.First()).ToList())
            if (!run.Reproduction(done.Key, cancel).IsTheSameAs(done))
                throw new ResultFolderRefused(
                    $"'{path}' cannot go on: replication {done.Key.Replication} of '{Study.Policies[done.Key.Policy].Id}' comes "
                        + $"out otherwise than when version {manifest.Version} ran it (this is {ProgramVersion.Text}). Run the "
                        + "study anew in another folder.");
        if (Study.Calibration is not null)
            design.Clear();
        manifest = manifest with { ContinuedBy = [.. (manifest.ContinuedBy ?? []).Append(ProgramVersion.Text).Distinct()] };
    }
}
