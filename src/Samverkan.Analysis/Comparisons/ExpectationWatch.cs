using System.Collections.Concurrent;
using Samverkan.Model;
using Samverkan.Model.Indicators;
using Samverkan.Runs.Execution;
using Samverkan.Runs.Scenarios;

namespace Samverkan.Analysis.Comparisons;

/// <summary>What became of an expectation that was written down before the run.</summary>
/// <param name="Held">null: it cannot be judged, for <see cref="Reason"/>.</param>
/// <param name="Own">Mean over replications of the indicator in this scenario, over the expectation's period.</param>
/// <param name="Other">The same in the scenario that it is compared with; not a number without one.</param>
/// <param name="Share">In how many of the replications, taken one by one, it held.</param>
public sealed record Verdict(Expectation Expectation, bool? Held, double Own, double Other, double Share, string? Reason = null);

/// <summary>Watches, in each run of a comparison, the periods that expectations speak of, and judges them in the end.</summary>
public sealed class ExpectationWatch(IReadOnlyList<Scenario> scenarios)
{
    private readonly ConcurrentDictionary<(int Scenario, int Replication, Month From, Month To), PeriodFigures> figures = new();

    private readonly (Month From, Month To)[] periods = [.. scenarios.SelectMany(s => s.Expectations).Select(e => (e.From, e.To)).Distinct()];

    /// <summary>To be added to those who watch the job.</summary>
    public IRunObserver ObserverOf(Job job) => new Observer(this, job);

    /// <summary>The verdicts on a scenario's expectations, in their order. To be read after all runs.</summary>
    /// <param name="scenario">Its place in the comparison.</param>
    public IReadOnlyList<Verdict> On(int scenario) => [.. scenarios[scenario].Expectations.Select(e => Judge(scenario, e))];

    private Verdict Judge(int scenario, Expectation e)
    {
        var other = e.Versus is null ? scenario : scenarios.ToList().FindIndex(s => s.Id == e.Versus);
        if (other < 0)
            return new(e, null, double.NaN, double.NaN, double.NaN, $"'{e.Versus}' is not among the scenarios compared");
        var pairs = Figures(scenario, e).Zip(Figures(other, e)).Where(pair => !double.IsNaN(pair.First) && !double.IsNaN(pair.Second)).ToArray();
        if (pairs.Length == 0)
            return new(e, null, double.NaN, double.NaN, double.NaN, "the indicator was never defined in that period");
        var (own, against) = (pairs.Average(p => p.First), pairs.Average(p => p.Second));
        var share = pairs.Count(p => e.Holds(p.First, p.Second)) / (double)pairs.Length;
        var verdict = new Verdict(e, e.Holds(own, against), own, e.Versus is null ? double.NaN : against, share);
        return IsTooClose(e, pairs) ? verdict with { Held = null, Reason = $"{VerdictText.Seen(verdict)}: {pairs.Length} replications cannot tell it from chance" } : verdict;
    }

    // Whether the 95 % interval of what is seen has the line in it. What does not vary at all is never too close.
    private static bool IsTooClose(Expectation e, (double Own, double Other)[] pairs)
    {
        var estimate = PairedEstimate.Of([.. pairs.Select(p => e.Bound(p.Other))], [.. pairs.Select(p => p.Own)], Better.Neither);
        return e.Comparison != Comparison.Equal && estimate.HalfWidth > 0 && !estimate.IsClear;
    }

    private IEnumerable<double> Figures(int scenario, Expectation e) =>
        from kept in figures
        where kept.Key.Scenario == scenario && kept.Key.From == e.From && kept.Key.To == e.To
        orderby kept.Key.Replication
        select kept.Value[e.Indicator];

    private sealed class Observer(ExpectationWatch watch, Job job) : IRunObserver
    {
        private readonly (Month From, Month To, PeriodFigures Figures)[] periods = [.. watch.periods.Select(p => (p.From, p.To, new PeriodFigures()))];

        public void Observe(MonthResult month)
        {
            foreach (var (from, to, figures) in periods)
                if (month.Month >= from && month.Month <= to)
                    figures.Observe(month);
        }

        public void Finish()
        {
            foreach (var (from, to, figures) in periods)
            {
                figures.Finish();
                watch.figures[(job.Scenario, job.Replication, from, to)] = figures;
            }
        }
    }
}
