using Samverkan.Analysis.Sustainability;
using Samverkan.Model;
using Samverkan.Model.Indicators;
using Samverkan.Runs.Execution;
using Samverkan.Runs.Scenarios;

namespace Samverkan.Analysis.Comparisons;

/// <summary>What of a run outlives it: its figures, its hash and the fates of its cooperations.</summary>
public sealed record RunOutcome(PeriodFigures Figures, ulong Hash, IReadOnlyList<Sustained> Fates, double KeptShare);

/// <summary>Scenarios beside each other, replication by replication. The first scenario is the base.</summary>
/// <param name="Since">First month that counts in the figures.</param>
/// <param name="Outcomes">By scenario, then by replication, in order.</param>
public sealed record PairedComparison(
    IReadOnlyList<Scenario> Scenarios, ulong Seed, Month Since, IReadOnlyList<IReadOnlyList<RunOutcome>> Outcomes)
{
    public Scenario Base => Scenarios[0];

    public int Replications => Outcomes[0].Count;

    /// <summary>Fold of the hashes of all runs, replication by replication.</summary>
    public ulong Hash => Enumerable.Range(0, Replications)
        .SelectMany(replication => Outcomes.Select(runs => runs[replication].Hash))
        .Aggregate(Fold.Start, Fold.Into);

    /// <summary>What a scenario changes in an indicator's figure of the period.</summary>
    /// <param name="scenario">1 or more: its place among the scenarios.</param>
    public PairedEstimate Estimate(int scenario, Indicator indicator) =>
        PairedEstimate.Of(Figures(0, indicator), Figures(scenario, indicator), indicator.Better);

    /// <summary>What a scenario changes in the share of cooperations that were kept to the end.</summary>
    public PairedEstimate EstimateKept(int scenario) =>
        PairedEstimate.Of([.. Outcomes[0].Select(run => run.KeptShare)], [.. Outcomes[scenario].Select(run => run.KeptShare)], Better.Higher);

    public double[] Figures(int scenario, Indicator indicator) => [.. Outcomes[scenario].Select(run => run.Figures[indicator])];

    /// <summary>How many cooperations of all replications had a fate.</summary>
    public int Count(int scenario, Fate fate) => Outcomes[scenario].Sum(run => run.Fates.Count(one => one.Fate == fate));

    /// <summary>Runs all replications of all scenarios with common random numbers and checks every pair.</summary>
    /// <param name="writers">Who else watches a run.</param>
    /// <exception cref="ModelCheckFailed">Scenarios differ before they may.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static PairedComparison Run(
        IReadOnlyList<Scenario> scenarios, ulong seed, Month since, IReadOnlyList<Job> jobs, Ensemble ensemble, PairCheck check,
        Func<Job, IReadOnlyList<IRunObserver>> writers, EnsembleProgress progress, CancellationToken cancel)
    {
        var outcomes = scenarios.Select(_ => new List<RunOutcome>()).ToList();
        ensemble.Run(
            jobs,
            job => new ComparedRun(job.Blueprint.From, since, writers(job)),
            (job, run) =>
            {
                check.Take(job, run.Trace);
                outcomes[job.Scenario].Add(new(run.Figures, run.Trace.Hash, run.Fates, run.KeptShare));
            },
            progress, cancel);
        return new(scenarios, seed, since, outcomes);
    }
}
