using System.Collections.Immutable;
using Samverkan.Analysis.Comparisons;
using Samverkan.Grains.Live;
using Samverkan.Model;
using Samverkan.Runs.Execution;
using Samverkan.Runs.Results;
using Samverkan.Runs.Rules;
using Samverkan.Runs.Scenarios;

namespace Samverkan.App.Running;

/// <summary>What a run's result says of the scenario that it was made from.</summary>
/// <param name="Path">The scenario's file, as it was typed.</param>
/// <param name="Inputs">Hash of the scenario's files and settings.</param>
/// <param name="Scaled">Figures that were scaled from the case.</param>
public sealed record RunAbout(string Id, string Title, string Question, string Path, string Inputs, ImmutableArray<string> Scaled)
{
    /// <summary>The files that the scenario was made from, the one asked for first; none, where the run goes on
    /// elsewhere.</summary>
    public ImmutableArray<SourceFile> Sources { get; init; } = [];

    /// <summary>The <c>id=value</c> that the scenario was read with.</summary>
    public IReadOnlyList<string> Changes { get; init; } = [];

    /// <summary>Last month, where another was asked for than the scenario's.</summary>
    public string? Until { get; init; }

    /// <summary>The run of a study that it is; null: none.</summary>
    public StudyRunName? OfStudy { get; init; }

    /// <summary>Rules of one's own; null: the usual ones.</summary>
    public RulesEntry? Rules { get; init; }

    /// <summary>Of a scenario that is run here.</summary>
    public static RunAbout Of(Scenario scenario, IReadOnlyList<string> changes, string? until) =>
        new(scenario.Id, scenario.Title, scenario.Question, scenario.Name, scenario.InputHash, scenario.ScaledFromCase)
        {
            Sources = scenario.Sources,
            Changes = changes,
            Until = until,
            Rules = scenario.Rules?.Entry,
        };

    /// <summary>Of a run that goes on elsewhere.</summary>
    public static async Task<RunAbout> Of(LiveRun run)
    {
        var scenario = await run.Scenario();
        return new((await run.Blueprint()).Name, scenario.Title, scenario.Question, scenario.Path, scenario.Inputs,
            scenario.Scaled);
    }
}

/// <summary>
/// Carries out a run, or follows one that goes on elsewhere, into its folder, which appears when all is done and never before.
/// Made at once, so that what cannot be done is said before anything is run.
/// </summary>
public sealed class RunJob : IDisposable
{
    // Sweden's series would be 1.7 GB of text, which nobody opens; as Parquet they are a tenth of that.
    private const int MostForText = 20;

    private readonly RunAbout about;
    private readonly string inputs;
    private readonly Recording recording;
    private readonly IReadOnlyList<int>? persons;

    /// <param name="persons">Whether every person is kept, month by month.</param>
    /// <exception cref="ResultFolderRefused">Something else is in the folder.</exception>
    public RunJob(RunAbout about, Job job, string folder, bool force, bool persons = false)
    {
        (this.about, Job, Folder) = (about, job, folder);
        this.persons = persons ? [job.Replication] : null;
        inputs = InputsHash.Of(
            [ProgramVersion.Text, "run", job.Seed, job.Replication, job.Blueprint.To, about.Inputs, .. persons ? ["persons"]
                : Array.Empty<object>()]);
        recording = new Recording(ResultFolder.Open(folder, inputs, force), job.Replication,
            csv: job.Blueprint.Counties.Sum(county => county.Municipalities.Length) <= MostForText,
            persons: this.persons);
        Progress = EnsembleProgress.Of([job]);
    }

    public Job Job { get; }

    public string Folder { get; }

    public ResultFolder Result => recording.Folder;

    public EnsembleProgress Progress { get; }

    public YearFigures Years { get; } = new();

    /// <param name="changes">What was changed while the run went on, asked for at its end: the blueprint that it came to, and the
    /// lines of a scenario file.</param>
    public ComparedRun Run(StartRun start,
        Func<Task<(Blueprint Blueprint, IReadOnlyList<string> Interventions, IReadOnlyList<string> Events)>>? changes,
        CancellationToken cancel)
    {
        ComparedRun? outcome = null;
        new Ensemble(start, threads: 1).Run(
            [Job], _ => new ComparedRun(Job.Blueprint, Job.Blueprint.From, [], [Years, .. recording.WritersOf(Job)]),
            (_, run) => outcome = run, Progress, cancel);
        var hash = Fold.InGroups(outcome!.Trace.Hash);
        var made = changes?.Invoke().GetAwaiter().GetResult() ?? (Job.Blueprint, [], []);
        var recipe = about.Sources.IsEmpty ? null : KeptInputs.Write(
            recording.Folder[""], [about.Sources[0]], about.Sources,
            new([], about.Changes, [], about.Until, Run: about.OfStudy, Persons: persons));
        if (made.Interventions.Count + made.Events.Count > 0)
        {
            File.WriteAllText(recording.Folder[ChangedScenario.File],
                ChangedScenario.Text(about, made.Blueprint, made.Interventions, made.Events, recipe?.Read[0]));
            recipe = recipe is null ? null : recipe with { Read = [ChangedScenario.File] };
        }
        recording.Complete(new Manifest(
            Manifest.ProgramName, ProgramVersion.Text, "run", inputs, hash, Job.Seed, [Job.Replication],
            [ScenarioEntry.Of(about.Id, about.Title, about.Question, about.Path, about.Inputs, about.Scaled, made.Blueprint)],
            [new RunEntry(about.Id, Job.Replication, hash)], recipe)
        {
            Rules = about.Rules,
        });
        return outcome;
    }

    public void Dispose() => recording.Dispose();
}
