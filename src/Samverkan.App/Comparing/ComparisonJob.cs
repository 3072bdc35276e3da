using Samverkan.Analysis.Comparisons;
using Samverkan.Analysis.Reports;
using Samverkan.Analysis.Results;
using Samverkan.Runs.Execution;
using Samverkan.Runs.Results;
using Samverkan.Runs.Scenarios;

namespace Samverkan.App.Comparing;

/// <summary>
/// Carries out a comparison into its folder, which appears when all is done and never before. Made at once, so that what
/// cannot be done is said before anything is run.
/// </summary>
public sealed class ComparisonJob : IDisposable
{
    private readonly ComparisonRequest request;
    private readonly IReadOnlyList<Job> jobs;
    private readonly Recording recording;
    private readonly ExpectationWatch expected;

    /// <exception cref="BadRequest">The scenarios cannot be set beside each other.</exception>
    /// <exception cref="ResultFolderRefused">Something else is in the folder.</exception>
    public ComparisonJob(ComparisonRequest request, string folder, bool force)
    {
        request.RefuseWhatCannotBePaired();
        (this.request, Folder) = (request, folder);
        recording = new Recording(ResultFolder.Open(folder, request.Inputs, force), csv: request.Csv, persons: request.Persons);
        jobs = Job.Paired([.. request.Scenarios.Select(scenario => scenario.Blueprint)], request.Replications, request.Seed,
            request.Everything, request.Persons);
        jobs = [.. jobs, .. Job.Drawn(request.Drawn, request.Seed, jobs.Count)];
        Progress = EnsembleProgress.Of(jobs);
        expected = new ExpectationWatch(request.Scenarios);
    }

    public string Folder { get; }

    public ResultFolder Result => recording.Folder;

    public EnsembleProgress Progress { get; }

    /// <param name="again">
    /// What runs here: replications whose persons are kept, all where outcomes are over persons, and once more a pair that came
    /// apart without a reason.
    /// </param>
    /// <exception cref="ModelCheckFailed">There is no result to trust.</exception>
    /// <exception cref="OperationCanceledException">Cancelled: nothing is kept.</exception>
    public ComparisonResult Run(StartRun start, StartRun again, int threads, CancellationToken cancel)
    {
        var check = new PairCheck(again,
            [.. request.Scenarios.Select(other => ScenarioDiff.FirstDifference(request.Scenarios[0], other))], cancel);
        var comparison = PairedComparison.Run(
            request.Scenarios, request.Seed, request.Since, jobs, new Ensemble(Here(start, again), threads), check,
            job => [.. recording.WritersOf(job), expected.ObserverOf(job)], Progress, cancel, request.Region);
        PairedCsv.Write(comparison, recording.Folder["paired.csv"]);
        BandsCsv.Write(comparison, recording.Folder["bands.csv"]);
        var result = ResultMaker.Of(comparison, expected, ProgramVersion.Text, request.Command, request.Inputs,
            request.Discount);
        result.Write(recording.Folder[""]);
        File.WriteAllText(recording.Folder["comparison.md"], ComparisonReport.Markdown(result, request.Scenarios));
        if (request.Report)
            Report.Of(result, recording.Folder["minutes"], request.Rank).Write(recording.Folder[""]);
        var recipe = KeptInputs.Write(
            recording.Folder[""], request.Scenarios.Select(scenario => scenario.Sources[0]),
            request.Scenarios.SelectMany(scenario => scenario.Sources)
                .Concat(comparison.Drawn is null ? [] : [comparison.Drawn.Region.Source]),
            new([], request.Changes, [], Since: request.SinceAsked?.ToString(), Everything: request.Everything,
                Persons: request.Persons)
            {
                Region = comparison.Drawn is null ? null : comparison.Drawn.Region.Source.Path,
                Discount = request.Discount == BudgetResult.UsualDiscountRate ? null : request.Discount,
            });
        recording.Complete(ManifestOf(comparison) with { Recipe = recipe }, result.Command);
        return result;
    }

    public void Dispose() => recording.Dispose();

    // Persons are seen between two months; a run on grains is months ahead of who reads it.
    private StartRun Here(StartRun start, StartRun here) => OwnOutcomes.NeedPersons(request.Scenarios) ? here
        : request.Persons is not { } persons ? start
        : (blueprint, seed, replication, detail) =>
            (persons.Contains(replication) ? here : start)(blueprint, seed, replication, detail);

    private Manifest ManifestOf(PairedComparison comparison) => new(
        Manifest.ProgramName, ProgramVersion.Text, "compare", request.Inputs, Fold.InGroups(comparison.Hash), comparison.Seed,
        [.. Enumerable.Range(1, comparison.Replications)],
        [.. comparison.Scenarios.Select(scenario => ScenarioEntry.Of(scenario, scenario.Blueprint))],
        [
            .. from scenario in Enumerable.Range(0, comparison.Scenarios.Count)
               from replication in Enumerable.Range(0, comparison.Replications)
               select new RunEntry(comparison.Scenarios[scenario].Id, replication + 1,
                   Fold.InGroups(comparison.Outcomes[scenario][replication].Hash)),
        ])
    {
        Rules = request.Scenarios[0].Rules?.Entry,
        Draws = comparison.Drawn is not { } drawn ? null
            : new(drawn.Region.Id, drawn.Region.Hash, [.. drawn.Draws.Select(draw => draw + 1)], Fold.InGroups(drawn.Hash)),
    };
}
