using Samverkan.Analysis.Statistics;
using Samverkan.Analysis.Sustainability;
using Samverkan.Model;
using Samverkan.Model.Economy;
using Samverkan.Model.Indicators;
using Samverkan.Model.Needs;
using Samverkan.Runs.Execution;
using Samverkan.Runs.Scenarios;
using Samverkan.Runs.Scenarios.Own;
using Samverkan.Runs.Uncertainty;

namespace Samverkan.Analysis.Comparisons;

/// <summary>What of a run outlives it: its figures, its hash and the fates of its cooperations.</summary>
/// <param name="Breakdown">Whom it affected; null where nobody asked.</param>
/// <param name="Sustainability">How it lasted; null where nobody asked.</param>
public sealed record RunOutcome(
    PeriodFigures Figures, ulong Hash, IReadOnlyList<CooperationFate> Fates, BreakdownFigures? Breakdown = null,
    RunSustainability? Sustainability = null)
{
    /// <summary>Figures over the whole horizon.</summary>
    public required HorizonFigures Horizon { get; init; }

    /// <summary>Outcomes of one's own, in the order of <see cref="PairedComparison.Own"/>.</summary>
    public IReadOnlyList<double> Own { get; init; } = [];

    /// <summary>Share of the run's cooperations that began and did not end so; of several municipalities, of all.</summary>
    public double Escaped(Ending ending) =>
        Fates.Count == 0 ? double.NaN : (double)Fates.Count(one => one.Escaped(ending)) / Fates.Count;
}

/// <summary>How the cooperations of a run lasted.</summary>
/// <param name="Figures">In the order of <see cref="SustainabilityFigure.All"/>.</param>
/// <param name="Recovery">How it came through what makes it differ from the base; null for the base.</param>
public sealed record RunSustainability(IReadOnlyList<double> Figures, Recovery? Recovery);

/// <summary>Scenarios beside each other, replication by replication. The first scenario is the base.</summary>
/// <param name="Since">First month that counts in the figures.</param>
/// <param name="Outcomes">By scenario, then by replication, in order.</param>
public sealed record PairedComparison(
    IReadOnlyList<Scenario> Scenarios, ulong Seed, Month Since, IReadOnlyList<IReadOnlyList<RunOutcome>> Outcomes)
{
    public Scenario Base => Scenarios[0];

    /// <summary>Outcomes of one's own that some of the scenarios ask for.</summary>
    public IReadOnlyList<OwnOutcome> Own { get; init; } = [];

    /// <summary>
    /// By scenario, the month from which means of the headline count: the first that its policy states; of a policy that a
    /// condition
    /// starts, the earliest in which any pair differs.
    /// </summary>
    public required IReadOnlyList<Month> Starts { get; init; }

    /// <summary>The headline figures over time; null where nobody asked.</summary>
    public Bands? Bands { get; init; }

    /// <summary>The same scenarios under draws of all that is not known; null where nobody asked.</summary>
    public DrawnComparison? Drawn { get; init; }

    public int Replications => Outcomes[0].Count;

    /// <summary>Fold of the hashes of all runs, replication by replication.</summary>
    public ulong Hash => Enumerable.Range(0, Replications)
        .SelectMany(replication => Outcomes.Select(runs => runs[replication].Hash))
        .Aggregate(Fold.Start, Fold.Into);

    /// <summary>What a scenario changes in an indicator's mean from the policy's first month to the end of the horizon.</summary>
    public PairedEstimate Headline(int scenario, Indicator indicator) =>
        Estimate(scenario, run => run.Horizon.From(Starts[scenario], indicator), indicator.Better, indicator.Kind());

    /// <summary>By scenario, the last month of a policy that ends within the horizon; null where it does not.</summary>
    public IReadOnlyList<Month?> Ends => [.. Scenarios.Select(other => PolicyEnd.Of(Base, other))];

    /// <summary>The same while a policy lasts that has an end.</summary>
    public PairedEstimate WhileItLasts(int scenario, Indicator indicator, Month end) =>
        Estimate(scenario, run => run.Horizon.From(Starts[scenario], indicator, end), indicator.Better, indicator.Kind());

    /// <summary>What a scenario changes in an indicator's total over the horizon.</summary>
    /// <param name="unit">How many of its units are one of the total's: 12 for person-years of a figure per month.</param>
    public PairedEstimate Total(int scenario, Indicator indicator, double unit) =>
        Estimate(scenario, run => run.Horizon.Total(indicator), indicator.Better).In(unit);

    /// <summary>What a scenario changes in a sum of payments over the horizon, SEK.</summary>
    /// <param name="sum">Makes the sum from what was paid of each kind.</param>
    public PairedEstimate Total(int scenario, Func<Func<Flow, double>, double> sum) => Estimate(
        scenario,
        run => sum(flow => Enumerable.Range(Base.Blueprint.From.Year, Base.Blueprint.To.Year - Base.Blueprint.From.Year + 1)
            .Sum(year => run.Horizon.Paid(year, flow))),
        Better.Neither);

    /// <summary>What a scenario changes in an indicator's figure of the period.</summary>
    /// <param name="scenario">1 or more: its place among the scenarios.</param>
    public PairedEstimate Estimate(int scenario, Indicator indicator) =>
        Estimate(scenario, run => run.Figures[indicator], indicator.Better, indicator.Kind());

    /// <summary>What a scenario changes in an outcome of one's own.</summary>
    /// <param name="place">Its place in <see cref="Own"/>.</param>
    public PairedEstimate EstimateOwn(int scenario, int place) => Estimate(scenario, run => run.Own[place], Own[place].Better);

    /// <summary>What a scenario changes in the share of cooperations that began and did not end so.</summary>
    public PairedEstimate Estimate(int scenario, Ending ending) =>
        Estimate(scenario, run => run.Escaped(ending), Better.Higher, FigureKind.Share);

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
    public PairedEstimate Estimate(int scenario, Func<RunOutcome, double> figure, Better better,
        FigureKind kind = FigureKind.Amount)
    {
        double[] before = [.. Outcomes[0].Select(figure)], after = [.. Outcomes[scenario].Select(figure)];
        return Drawn is null
            ? PairedEstimate.Of(before, after, better, kind)
            : PairedEstimate.Of(before, after, [.. Drawn.Outcomes[0].Select(figure)],
                [.. Drawn.Outcomes[scenario].Select(figure)], better, kind);
    }

    public double[] Figures(int scenario, Indicator indicator) => [.. Outcomes[scenario].Select(run => run.Figures[indicator])];

    /// <summary>How many cooperations of all replications ended so.</summary>
    public int Count(int scenario, Ending ending) => Count(scenario, one => one.At(ending) is not null);

    /// <summary>How many cooperations of all replications are so.</summary>
    public int Count(int scenario, Func<CooperationFate, bool> which) => Outcomes[scenario].Sum(run => run.Fates.Count(which));

    /// <summary>How long each cooperation that began went on without such an end, replication by replication.</summary>
    public IReadOnlyList<IReadOnlyList<Lifetime>> Lifetimes(int scenario, Ending ending) =>
    [
        .. Outcomes[scenario].Select(run => (IReadOnlyList<Lifetime>)
            [.. run.Fates.Where(one => one.Began).Select(one => Lifetime.Until(one.At(ending), Scenarios[scenario].Blueprint))]),
    ];

    /// <summary>Runs all replications of all scenarios with common random numbers and checks every pair.</summary>
    /// <param name="jobs">All replications at the shipped values, then the pairs under draws, if there are any.</param>
    /// <param name="writers">Who else watches a run at the shipped values.</param>
    /// <param name="region">Where the draws come from; null: no pair lives under one.</param>
    /// <exception cref="ModelCheckFailed">Scenarios differ before they may.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static PairedComparison Run(
        IReadOnlyList<Scenario> scenarios, ulong seed, Month since, IReadOnlyList<Job> jobs, Ensemble ensemble, PairCheck check,
        Func<Job, IReadOnlyList<IRunObserver>> writers, EnsembleProgress progress, CancellationToken cancel,
            Region? region = null)
    {
        var outcomes = scenarios.Select(_ => new List<RunOutcome>()).ToList();
        var own = OwnOutcomes.Of(scenarios, since);
        var drawn = new DrawnReduction(scenarios, check);
        var bands = new Bands(scenarios[0].Blueprint, scenarios.Count);
        var traces = new Trace[scenarios.Count];
        var observed = new Month?[scenarios.Count];
        var firstDifferences = scenarios.Select(other => ScenarioDiff.FirstDifference(scenarios[0], other)).ToList();
        IReadOnlyList<double> baseBenefit = [];
        ensemble.Run(
            jobs,
            job => new ComparedRun(job.Blueprint, since, own, job.Draw is null ? writers(job) : []),
            (job, run) =>
            {
                if (job.Draw is not null)
                {
                    drawn.Take(job, run);
                    return;
                }
                check.Take(job, run.Trace);
                traces[job.Scenario] = run.Trace;
                observed[job.Scenario] = Earlier(observed[job.Scenario], traces[0].FirstDifference(run.Trace));
                bands.Take(job.Scenario, run.Trajectory);
                if (job.Scenario == 0)
                    baseBenefit = run.Sustainability.Benefit;
                Recovery? recovery = job.Scenario == 0 || firstDifferences[job.Scenario] is not { } shock
                    ? null
                    : Recovery.Of(baseBenefit, run.Sustainability.Benefit, Math.Max(0, shock - job.Blueprint.From));
                outcomes[job.Scenario].Add(run.Outcome(recovery));
            },
            progress, cancel);
        var underDraws = drawn.Comparison(region);
        bands.UnderDraws = underDraws?.Paths;
        return new(scenarios, seed, since, outcomes)
        {
            Own = own,
            Bands = bands,
            Drawn = underDraws,
            Starts = [.. scenarios.Select((other, place) => StartOf(scenarios[0], other, observed[place]))],
        };
    }

    private static Month StartOf(Scenario @base, Scenario other, Month? observed)
    {
        var start = ScenarioDiff.FirstStated(@base, other) ?? observed ?? @base.Blueprint.From;
        return start < @base.Blueprint.From ? @base.Blueprint.From : start;
    }

    private static Month? Earlier(Month? one, Month? other) => one is { } a && other is { } b ? a < b ? a : b : one ?? other;
}
