using MathNet.Numerics.Statistics;
using Samverkan.Model;
using Samverkan.Model.Indicators;
using Samverkan.Runs.Scenarios;
using Samverkan.Runs.Uncertainty;

namespace Samverkan.Analysis.Calibrating;

/// <summary>What was observed of a place, and what the model gives.</summary>
/// <param name="Shipped">Mean at the shipped values.</param>
/// <param name="Fitted">Mean over the draws that are kept.</param>
/// <param name="Tolerance">How exactly it is known.</param>
public sealed record FittedOutcome(PlaceObservation Observed, double Shipped, double Fitted, double Tolerance);

/// <summary>
/// The draws of a region under which the model also gives what was observed of a place: history matching over draws that
/// already meet
/// the national figures. A draw is ruled out by the outcome that it misses most, in standard deviations of what is not known of
/// the
/// observation and of chance.
/// </summary>
/// <param name="Kept">Draws of the region, counted from 0, in its order.</param>
/// <param name="Met">How many draws meet all outcomes. With fewer than <see cref="Fewest"/> the nearest are kept beside
/// them.</param>
/// <param name="Tried">All draws that were run.</param>
public sealed record PlaceFit(IReadOnlyList<int> Kept, int Met, int Tried, IReadOnlyList<FittedOutcome> Outcomes)
{
    /// <summary>Fewer draws tell no range of what is not known.</summary>
    public const int Fewest = 20;

    /// <summary>Beyond three standard deviations a draw is ruled out (Pukelsheim 1994).</summary>
    private const double Cutoff = 3;

    private const int RunsOfChance = 6;
    private const double UsualTolerance = .1;
    private const int MostHistories = 5;

    /// <param name="world">The place over the years of its observations.</param>
    /// <param name="draws">How many of the region's draws are tried, from its first.</param>
    /// <param name="ran">Called after each run.</param>
    public static PlaceFit Of(
        Scenario world, IReadOnlyList<PlaceObservation> observed, Region region, ulong seed, int draws, int threads, Action ran,
        CancellationToken cancel)
    {
        var tried = Math.Min(draws, region.Count);
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancel };
        var chance = new double[RunsOfChance][];
        Parallel.For(0, RunsOfChance, options, i => chance[i] = Run(world.Blueprint, observed, seed, 1 + i, ran));
        var drawn = new double[tried][];
        Parallel.For(0, tried, options, draw => drawn[draw] = Run(region.Under(world, draw), observed, seed, 1, ran));

        var tolerances = observed.Select(o => o.Tolerance ?? UsualTolerance * Math.Max(Math.Abs(o.Value), 1e-9)).ToArray();
        var spread = observed.Select((_, i) => Math.Sqrt(Math.Pow(tolerances[i], 2) + chance.Select(run =>
            run[i]).Variance())).ToArray();
        var misses = drawn.Select(run => observed.Select((o, i) => Math.Abs(run[i] - o.Value) / spread[i]).Max()).ToArray();
        var met = misses.Count(miss => miss <= Cutoff);
        var kept = Enumerable.Range(0, tried).OrderBy(draw => misses[draw]).ThenBy(draw => draw).Take(Math.Max(met,
            Math.Min(Fewest, tried)))
            .Order().ToArray();
        return new(kept, met, tried,
            [
                .. observed.Select((o, i) => new FittedOutcome(
                    o, chance.Average(run => run[i]), kept.Average(draw => drawn[draw][i]), tolerances[i])),
            ]);
    }

    // A value for each observation; a history without a cooperation gives way to the next where one must be running.
    private static double[] Run(Blueprint world, IReadOnlyList<PlaceObservation> observed, ulong seed, int replication,
        Action ran)
    {
        var simulation = Begun(world, seed, replication);
        var months = observed.Select(_ => new List<double>()).ToArray();
        while (!simulation.Finished)
        {
            var month = simulation.Advance();
            foreach (var seen in month.Observations)
                for (var i = 0; i < observed.Count; i++)
                    if (seen.Indicator == observed[i].Indicator && seen.Group is null && month.Month.Year == observed[i].Year
                        && seen.Actor == ActorPath.Municipality(observed[i].Municipality) && double.IsFinite(seen.Value))
                        months[i].Add(seen.Value);
        }
        ran();
        return [.. months.Select((values, i) => values.Count == 0 ? double.NaN : observed[i].Indicator.Over switch
        {
            Reduction.Sum => values.Sum(),
            Reduction.Mean => values.Average(),
            _ => values[^1],
        })];
    }

    private static Simulation Begun(Blueprint world, ulong seed, int replication)
    {
        var municipalities = world.Counties.Sum(county => county.Municipalities.Length);
        for (var history = replication; ; history += RunsOfChance)
        {
            var simulation = new Simulation(world, seed, history, Detail.All);
            if (!world.HasPast)
                return simulation;
            simulation.LiveThePast();
            if (world.PastCooperation != PastCooperation.Running || 2 * simulation.Cooperations >= municipalities
                || history >= replication + RunsOfChance * MostHistories)
                return simulation;
        }
    }
}
