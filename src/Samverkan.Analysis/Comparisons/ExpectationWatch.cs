using System.Collections.Concurrent;
using Samverkan.Analysis.Statistics;
using Samverkan.Analysis.Studies;
using Samverkan.Model;
using Samverkan.Model.Indicators;
using Samverkan.Model.ServiceUsers;
using Samverkan.Runs.Execution;
using Samverkan.Runs.Scenarios;
using Samverkan.Runs.Scenarios.Own;

namespace Samverkan.Analysis.Comparisons;

/// <summary>The outcome of an expectation that was written down before the run.</summary>
/// <param name="Held">Null: it cannot be judged; <see cref="Reason"/> says why.</param>
/// <param name="Own">Mean over replications of the indicator in this scenario, over the expectation's period.</param>
/// <param name="Other">The same in the scenario that it is compared with; not a number without one.</param>
/// <param name="Share">Share of single replications in which it held.</param>
public sealed record Verdict(Expectation Expectation, bool? Held, double Own, double Other, double Share, string? Reason = null);

/// <summary>Records the periods that expectations name in each run of a comparison, and judges the expectations at the
/// end.</summary>
public sealed class ExpectationWatch(IReadOnlyList<Scenario> scenarios)
{
    private readonly ConcurrentDictionary<(int Scenario, int Replication, Month From, Month To), PeriodFigures> figures = new();

    private readonly (Month From, Month To)[] periods =
        [.. scenarios.SelectMany(s => s.Expectations).Select(e => (e.From, e.To)).Distinct()];

    private readonly ConcurrentDictionary<(int Scenario, int Replication, OwnOutcome Outcome), double> own = new();

    private readonly OwnOutcome[] outcomes =
        [.. scenarios.SelectMany(s => s.Expectations).Select(e => e.Outcome).OfType<OwnOutcome>().Distinct()];

    /// <summary>The observer to attach to a job.</summary>
    public IRunObserver ObserverOf(Job job) => new Observer(this, job);

    /// <summary>The verdicts on a scenario's expectations, in their order. Read them after all runs.</summary>
    /// <param name="scenario">Its place in the comparison.</param>
    public IReadOnlyList<Verdict> On(int scenario) => [.. scenarios[scenario].Expectations.Select(e => Judge(scenario, e))];

    private Verdict Judge(int scenario, Expectation e)
    {
        var other = e.Versus is null ? scenario : scenarios.ToList().FindIndex(s => s.Id == e.Versus);
        if (other < 0)
            return new(e, null, double.NaN, double.NaN, double.NaN, $"'{e.Versus}' is not among the scenarios compared");
        var pairs = Figures(scenario, e).Zip(Figures(other, e))
            .Where(pair => !double.IsNaN(pair.First) && !double.IsNaN(pair.Second)).ToArray();
        if (pairs.Length == 0)
            return new(
                e, null, double.NaN, double.NaN, double.NaN,
                $"the {(e.Outcome is null ? "indicator" : "outcome")} was never defined in that period");
        var (own, against) = (pairs.Average(p => p.First), pairs.Average(p => p.Second));
        if (e.Relative && against == 0)
            return new(e, null, own, against, double.NaN, $"it is 0 in '{e.Versus}', and 0 has no percentage: expect an amount");
        var share = pairs.Count(p => e.Holds(p.First, p.Second)) / (double)pairs.Length;
        var verdict = new Verdict(e, e.Holds(own, against), own, e.Versus is null ? double.NaN : against, share);
        if (pairs.Length == 1)
            return verdict with { Held = null, Reason = $"{VerdictText.Seen(verdict)}; one replication gives no verdict" };
        return IsTooClose(e, pairs)
            ? verdict with
            {
                Held = null,
                Reason = $"{VerdictText.Seen(verdict)}; {pairs.Length} replications cannot rule out chance"
            }
            : verdict;
    }

    /// <summary>Whether chance could put the result on either side of the bound. Pairs that all lie on the bound are judged by
    /// their number.</summary>
    private static bool IsTooClose(Expectation e, (double Own, double Other)[] pairs)
    {
        if (e.Comparison == Comparison.Equal || pairs.All(p => p.Own == e.Bound(p.Other)))
            return pairs.Length < PairedInterval.FewestAlike;
        return !PairedEstimate.Of([.. pairs.Select(p => e.Bound(p.Other))], [.. pairs.Select(p => p.Own)], Better.Neither)
            .IsClear;
    }

    private IEnumerable<double> Figures(int scenario, Expectation e) => e.Outcome is { } outcome
        ? own.Where(kept => kept.Key.Scenario == scenario && kept.Key.Outcome == outcome)
            .OrderBy(kept => kept.Key.Replication).Select(kept => kept.Value)
        : from kept in figures
          where kept.Key.Scenario == scenario && kept.Key.From == e.From && kept.Key.To == e.To
          orderby kept.Key.Replication
          select kept.Value[e.Indicator!];

    private sealed class Observer(ExpectationWatch watch, Job job) : IRunObserver
    {
        private readonly (Month From, Month To, PeriodFigures Figures)[] periods =
            [.. watch.periods.Select(p => (p.From, p.To, new PeriodFigures()))];

        private readonly OwnFigureObserver own = new(job.Blueprint, watch.outcomes);

        public bool SeesPersons => own.SeesPersons;

        public void See(Month month, IEnumerable<KeptPerson> persons) => own.See(month, persons);

        public void Observe(MonthResult month)
        {
            own.Observe(month);
            foreach (var (from, to, figures) in periods)
                if (month.Month >= from && month.Month <= to)
                    figures.Observe(month);
        }

        public void Finish()
        {
            own.Finish();
            foreach (var outcome in watch.outcomes)
                watch.own[(job.Scenario, job.Replication, outcome)] = own.Figure(outcome);
            foreach (var (from, to, figures) in periods)
            {
                figures.Finish();
                watch.figures[(job.Scenario, job.Replication, from, to)] = figures;
            }
        }
    }
}
