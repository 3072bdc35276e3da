using Samverkan.Analysis.Deciding;
using Samverkan.Analysis.Results;
using Samverkan.Analysis.Studies;
using Samverkan.App.Commands;
using Samverkan.App.Comparing;
using Samverkan.App.Running;
using Samverkan.App.Studying;
using Samverkan.Model;
using Samverkan.Runs;
using Samverkan.Runs.Execution;
using Samverkan.Runs.Results;
using Samverkan.Runs.Rules;
using Samverkan.Runs.Scenarios;
using Samverkan.Runs.Studies;
using Samverkan.Runs.Uncertainty;

namespace Samverkan.App.Reproducing;

/// <summary>What came of making a result again.</summary>
/// <param name="MadeBy">The version of the program that made the result.</param>
/// <param name="Runs">How many runs were compared.</param>
/// <param name="Differences">Runs that come out otherwise, in words, in their order.</param>
/// <param name="Result">Hash of the whole, as it came out; null for a study that is not complete.</param>
public sealed record Reproduced(string MadeBy, long Runs, IReadOnlyList<string> Differences, string? Result);

/// <summary>Makes a result again from the files, settings and seed that its folder keeps, and compares run by run.</summary>
public sealed class Reproduction
{
    private readonly string place;
    private readonly string to;
    private readonly StartRun start;
    private readonly int threads;
    private readonly OwnRules? rules;
    private readonly Func<CancellationToken, Reproduced> run;

    /// <param name="place">Folder of the result.</param>
    /// <param name="to">Where what comes out is written.</param>
    /// <exception cref="ResultFolderRefused">There is no result, or it does not say what it was made from.</exception>
    public Reproduction(string place, string to, StartRun start, int threads, OwnRules? rules = null)
    {
        this.rules = rules;
        (this.place, this.to, this.start, this.threads) = (ResultFolder.FullPath(place), to, start, threads);
        var file = Path.Combine(this.place, ResultFolder.ManifestName);
        if (StudyManifest.Read(file) is { } study)
        {
            RulesOption.RefuseOthers(place, study.Rules, rules);
            (Progress, run) = Of(study, RecipeOf(study.Recipe, place, study.Version));
        }
        else if (Manifest.Read(file) is { } made)
        {
            RulesOption.RefuseOthers(place, made.Rules, rules);
            (Progress, run) = Of(made, RecipeOf(made.Recipe, place, made.Version));
        }
        else
            throw new ResultFolderRefused(
                $"'{place}' holds no result. Name the folder that 'run', 'compare' or 'study run' wrote.");
    }

    public EnsembleProgress Progress { get; }

    /// <exception cref="OperationCanceledException">Cancelled: nothing is kept.</exception>
    public Reproduced Run(CancellationToken cancel) => run(cancel);

    private static Recipe RecipeOf(Recipe? recipe, string place, string version) => recipe
        ?? throw new ResultFolderRefused(
            $"'{place}' was made by version {version}, which kept no files of what it was made from. The command in its report "
                + "makes it again, with that version and its files.");

    private (EnsembleProgress, Func<CancellationToken, Reproduced>) Of(Manifest made, Recipe recipe)
    {
        if (made.Command == "compare")
        {
            IReadOnlyList<Scenario> scenarios =
            [
                .. KeptInputs.Read(place, recipe, () => ScenarioReader.ReadAll(recipe.Read.Select(Kept), recipe.Sets))
                    .Select(scenario => scenario.Under(rules)),
            ];
            var request = new ComparisonRequest(
                scenarios, recipe.Sets, made.Replications.Count, made.Seed, MonthOf(recipe.Since), recipe.Everything,
                Report: false)
            {
                Persons = recipe.Persons,
                Known = recipe.Region is null,
                Discount = recipe.Discount ?? BudgetResult.UsualDiscountRate,
                OwnRegion = recipe.Region is null ? null
                    : KeptInputs.Read(place, recipe, () => RegionFile.ReadKept(Kept(recipe.Region))),
            };
            var comparison = new ComparisonJob(request, to, force: false);
            return (comparison.Progress, cancel =>
            {
                using (comparison)
                    comparison.Run(start, start, threads, cancel);
                return Compared(made);
            }
            );
        }
        if (DecisionResult.Read(place) is { } decision)
            return (
                Futures.ProgressOf(Blueprint.Case, new(made.Seed, made.Replications.Count, null, 0, Blueprint.Case.From), 1),
                _ => Again(made, decision.Head, recipe));
        var (about, job) = recipe.Run is { } name ? OfStudy(made, recipe, name) : Alone(made, recipe);
        var alone = new RunJob(about, job, to, force: false, persons: recipe.Persons is not null);
        return (alone.Progress, cancel =>
        {
            using (alone)
                alone.Run(start, null, cancel);
            return Compared(made);
        }
        );
    }

    /// <summary>A decision is asked once more, word by word, of the files that it keeps.</summary>
    private Reproduced Again(Manifest made, DecisionHead head, Recipe recipe)
    {
        var said = new StringWriter();
        var code = KeptInputs.Read(place, recipe, () => CommandLine.Run(
        [
            "decide", head.Asked[0], .. recipe.Read.Select(Kept), .. head.Asked.Skip(1), "--out", to, "--parallel", $"{threads}",
            .. recipe.Region is { } region && head.Draws!.Hash != RegionFile.Usual?.Hash ? ["--region", Kept(region)]
                : Array.Empty<string>(),
        ], TextWriter.Null, said, start));
        return code == ExitCode.Done ? Compared(made) : throw new ResultFolderRefused(said.ToString().Trim());
    }

    private (RunAbout About, Job Job) Alone(Manifest made, Recipe recipe)
    {
        var scenario = KeptInputs.Read(place, recipe, () => ScenarioReader.Read(Kept(recipe.Read[0]), recipe.Sets)).Under(rules);
        var blueprint = MonthOf(recipe.Until) is { } last ? scenario.Blueprint with { To = last } : scenario.Blueprint;
        return (
            RunAbout.Of(scenario, recipe.Sets, recipe.Until) with { Id = made.Runs[0].Scenario },
            new Job(0, 0, blueprint with { Name = made.Runs[0].Scenario }, made.Seed, made.Replications[0], Detail.All));
    }

    private (RunAbout About, Job Job) OfStudy(Manifest made, Recipe recipe, StudyRunName name)
    {
        var study = KeptInputs.Read(place, recipe, () => StudyReader.Read(Kept(recipe.Read[0]))) with { Seed = made.Seed };
        if (rules is not null) study = study.Under(rules);
        var blueprint = new Design(study).BlueprintOf(name.Policy, name.Point, name.Sample);
        return (RunAbout.Of(study.Policies[name.Policy].Scenario, [], null) with { Id = blueprint.Name },
            new Job(0, 0, blueprint, made.Seed, name.Replication, Detail.All));
    }

    private (EnsembleProgress, Func<CancellationToken, Reproduced>) Of(StudyManifest made, Recipe recipe)
    {
        var study = KeptInputs.Read(place, recipe, () => StudyReader.Read(Kept(recipe.Read[0])))
            with
        { Seed = made.Seed, Replications = made.Replications };
        if (rules is not null) study = study.Under(rules);
        var job = StudyJob.Start(study, to, made.Until, force: false);
        return (job.Progress, cancel =>
        {
            using (job)
                job.Run(start, start, threads, cancel);
            return Compared(made, job);
        }
        );
    }

    private Reproduced Compared(Manifest made)
    {
        var again = Manifest.Read(Path.Combine(ResultFolder.FullPath(to), ResultFolder.ManifestName))!;
        var differences = made.Runs.Zip(again.Runs).Where(pair => pair.First.Hash != pair.Second.Hash)
            .Select(pair => Words(pair.First.Scenario, pair.First.Replication, pair.First.Hash, pair.Second.Hash)).ToList();
        if (made.Draws is { } draws && draws.Result != again.Draws?.Result)
            differences.Add("the pairs under draws of all that is not known "
                + $"({again.Draws?.Result ?? "none"}; the result has {draws.Result})");
        return new(made.Version, made.Runs.Count, differences, again.Result);
    }

    /// <summary>What a study has so far, which need not be all.</summary>
    private Reproduced Compared(StudyManifest made, StudyJob job)
    {
        var again = job.Results.Records().Where(record => !record.Failed)
            .ToDictionary(record => record.Key, record => record.Hash);
        var (runs, differences) = (0L, new List<string>());
        foreach (var record in new StudyResults(job.Design, Path.Combine(place, StudyFolder.JournalName)).Records()
            .Where(record => !record.Failed))
        {
            runs++;
            if (!again.TryGetValue(record.Key, out var hash) || hash != record.Hash)
                differences.Add(Words(job.Design.BlueprintOf(record.Key.Policy, record.Key.Point, record.Key.Sample).Name,
                    record.Key.Replication, Fold.InGroups(record.Hash), Fold.InGroups(hash)));
        }
        return new(made.Version, runs, differences, made.Result is null ? null : job.Manifest.Result);
    }

    private static string Words(string scenario, int replication, string was, string now) =>
        $"replication {replication} of '{scenario}' ({now}; the result has {was})";

    private string Kept(string file) => Path.Combine(place, file);

    private static Month? MonthOf(string? text) => Month.TryParse(text, out var month) ? month : null;
}
