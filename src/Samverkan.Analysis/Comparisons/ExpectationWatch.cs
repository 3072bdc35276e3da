using System.Collections.Concurrent;
using Samverkan.Analysis.Statistics;
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
        if (e.Relative && against == 0)
            return new(e, null, own, against, double.NaN, $"in '{e.Versus}' it is 0, of which there is no percentage: expect an amount");
        var share = pairs.Count(p => e.Holds(p.First, p.Second)) / (double)pairs.Length;
        var verdict = new Verdict(e, e.Holds(own, against), own, e.Versus is null ? double.NaN : against, share);
        if (pairs.Length == 1)
            return verdict with { Held = null, Reason = $"{VerdictText.Seen(verdict)}: one replication gives no verdict" };
        return IsTooClose(e, pairs) ? verdict with { Held = null, Reason = $"{VerdictText.Seen(verdict)}: {pairs.Length} replications cannot tell it from chance" } : verdict;
    }

    /// <summary>Whether what is seen cannot be told from the line. Pairs that all lie on the line itself are told by their number.</summary>
    private static bool IsTooClose(Expectation e, (double Own, double Other)[] pairs)
    {
        if (e.Comparison == Comparison.Equal || pairs.All(p => p.Own == e.Bound(p.Other)))
            return pairs.Length < PairedInterval.FewestAlike;
        return !PairedEstimate.Of([.. pairs.Select(p => e.Bound(p.Other))], [.. pairs.Select(p => p.Own)], Better.Neither).IsClear;
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
