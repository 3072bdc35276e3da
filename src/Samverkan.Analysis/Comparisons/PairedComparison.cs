using Samverkan.Analysis.Statistics;
using Samverkan.Analysis.Sustainability;
using Samverkan.Model;
using Samverkan.Model.Economy;
using Samverkan.Model.Indicators;
using Samverkan.Model.Needs;
using Samverkan.Runs.Execution;
using Samverkan.Runs.Scenarios;

namespace Samverkan.Analysis.Comparisons;

/// <summary>What of a run outlives it: its figures, its hash and the fates of its cooperations.</summary>
/// <param name="Breakdown">Whom it affected; null where nobody asked.</param>
/// <param name="Sustainability">How it lasted; null where nobody asked.</param>
public sealed record RunOutcome(
    PeriodFigures Figures, ulong Hash, IReadOnlyList<Sustained> Fates, double KeptShare, BreakdownFigures? Breakdown = null, RunSustainability? Sustainability = null);

/// <summary>How the cooperations of a run lasted.</summary>
/// <param name="Figures">In the order of <see cref="SustainabilityFigure.All"/>.</param>
/// <param name="Recovery">How it came through what makes it differ from the base; null for the base.</param>
public sealed record RunSustainability(IReadOnlyList<double> Figures, IReadOnlyList<Lifetime> Lifetimes, Recovery? Recovery);

/// <summary>Scenarios beside each other, replication by replication. The first scenario is the base.</summary>
/// <param name="Since">First month that counts in the figures.</param>
/// <param name="Outcomes">By scenario, then by replication, in order.</param>
public sealed record PairedComparison(
    IReadOnlyList<Scenario> Scenarios, ulong Seed, Month Since, IReadOnlyList<IReadOnlyList<RunOutcome>> Outcomes)
{
    public Scenario Base => Scenarios[0];

    /// <summary>The headline figures over time; null where nobody asked.</summary>
    public Bands? Bands { get; init; }

    public int Replications => Outcomes[0].Count;

    /// <summary>Fold of the hashes of all runs, replication by replication.</summary>
    public ulong Hash => Enumerable.Range(0, Replications)
        .SelectMany(replication => Outcomes.Select(runs => runs[replication].Hash))
        .Aggregate(Fold.Start, Fold.Into);

    /// <summary>What a scenario changes in an indicator's figure of the period.</summary>
    /// <param name="scenario">1 or more: its place among the scenarios.</param>
    public PairedEstimate Estimate(int scenario, Indicator indicator) =>
        PairedEstimate.Of(Figures(0, indicator), Figures(scenario, indicator), indicator.Better, indicator.Kind());

    /// <summary>What a scenario changes in the share of cooperations that were kept to the end.</summary>
    public PairedEstimate EstimateKept(int scenario) =>
        PairedEstimate.Of([.. Outcomes[0].Select(run => run.KeptShare)], [.. Outcomes[scenario].Select(run => run.KeptShare)], Better.Higher, FigureKind.Share);

    /// <summary>What a scenario changes for a target group.</summary>
    public PairedEstimate Estimate(int scenario, TargetGroup group, Indicator indicator) =>
        Estimate(scenario, run => run.Breakdown!.Of(group, indicator), indicator.Better, indicator.Kind());

    /// <summary>What a scenario changes in a kind of payment, SEK per year.</summary>
    public PairedEstimate Estimate(int scenario, Flow flow) => Estimate(scenario, run => run.Breakdown!.Of(flow), Better.Neither);

    /// <summary>What a scenario changes in how the cooperation lasts.</summary>
    public PairedEstimate Estimate(int scenario, SustainabilityFigure figure)
    {
        var place = SustainabilityFigures.PlaceOf(figure);
        return Estimate(scenario, run => run.Sustainability!.Figures[place], figure.Better, figure.Kind);
    }

    /// <summary>What a scenario changes in a figure that is made of each run.</summary>
    public PairedEstimate Estimate(int scenario, Func<RunOutcome, double> figure, Better better, FigureKind kind = FigureKind.Amount) =>
        PairedEstimate.Of([.. Outcomes[0].Select(figure)], [.. Outcomes[scenario].Select(figure)], better, kind);

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
        var bands = new Bands(scenarios[0].Blueprint, scenarios.Count);
        var firstDifferences = scenarios.Select(other => ScenarioDiff.FirstDifference(scenarios[0], other)).ToList();
        IReadOnlyList<double> baseBenefit = [];
        ensemble.Run(
            jobs,
            job => new ComparedRun(job.Blueprint, since, writers(job)),
            (job, run) =>
            {
                check.Take(job, run.Trace);
                bands.Take(job.Scenario, run.Trajectory);
                if (job.Scenario == 0)
                    baseBenefit = run.Sustainability.Benefit;
                Recovery? recovery = job.Scenario == 0 || firstDifferences[job.Scenario] is not { } shock
                    ? null
                    : Recovery.Of(baseBenefit, run.Sustainability.Benefit, Math.Max(0, shock - job.Blueprint.From));
                outcomes[job.Scenario].Add(new(
                    run.Figures, run.Trace.Hash, run.Fates, run.KeptShare, run.Breakdown,
                    new(run.Sustainability.Figures, run.Sustainability.Lifetimes, recovery)));
            },
            progress, cancel);
        return new(scenarios, seed, since, outcomes) { Bands = bands };
    }
}
