using Samverkan.Analysis.Comparisons;
using Samverkan.Analysis.Statistics;
using Samverkan.Model;
using Samverkan.Runs.Execution;

namespace Samverkan.Analysis.Deciding;

/// <summary>What of one lived future is kept.</summary>
/// <param name="Hash">Of its states, month by month.</param>
/// <param name="Figures">In the order of <see cref="DecisionOutcome.All"/>.</param>
public sealed record Future(ulong Hash, double[] Figures)
{
    public double this[DecisionOutcome outcome] => Figures[outcome.Place];
}

/// <summary>The futures of a choice. The same place is the same luck, and the same draw, in all choices of a decision.</summary>
/// <param name="Known">By replication, at the values that the scenario states and the program ships.</param>
/// <param name="Drawn">By draw of all that is not known; none where the shipped values are taken for known.</param>
public sealed record LivedChoice(Choice Choice, IReadOnlyList<Future> Known, IReadOnlyList<Future> Drawn)
{
    public ulong Hash => Known.Concat(Drawn).Select(future => future.Hash).Aggregate(Fold.Start, Fold.Into);

    /// <summary>Every future, those under draws last.</summary>
    public IEnumerable<Future> All => Known.Concat(Drawn);
}

/// <summary>What is reckoned from futures that share their luck and their draws.</summary>
public static class Reckoning
{
    /// <summary>A sum of choices with weights that add up to 0: what some do more than others, pair by pair.</summary>
    public static PairedEstimate Contrast(DecisionOutcome outcome, params IReadOnlyList<(LivedChoice Choice, double Weight)> sum)
    {
        double[] known = [.. Values(sum, choice => choice.Known, outcome)], drawn =
            [.. Values(sum, choice => choice.Drawn, outcome)];
        var nothing = new double[known.Length];
        // What choices do more than others lies between -1 and 1 only if no more than one is added.
        var kind = sum.Sum(one => Math.Max(0, one.Weight)) < 1.5 ? outcome.Kind : FigureKind.Amount;
        return drawn.Length == 0 ? PairedEstimate.Of(nothing, known, outcome.Better, kind)
            : PairedEstimate.Of(nothing, known, new double[drawn.Length], drawn, outcome.Better, kind);
    }

    /// <summary>What a choice does more than the base.</summary>
    public static PairedEstimate Effect(LivedChoice @base, LivedChoice choice, DecisionOutcome outcome)
    {
        double[] Of(IReadOnlyList<Future> futures) => [.. futures.Select(future => future[outcome])];
        var kind = outcome.Kind;
        return choice.Drawn.Count == 0 ? PairedEstimate.Of(Of(@base.Known), Of(choice.Known), outcome.Better, kind)
            : PairedEstimate.Of(Of(@base.Known), Of(choice.Known), Of(@base.Drawn), Of(choice.Drawn), outcome.Better, kind);
    }

    /// <summary>The expected level under each draw, the noise of chance taken off; where nothing is drawn, that of each
    /// replication.</summary>
    public static double[] Levels(LivedChoice choice, DecisionOutcome outcome) => Expected(
        choice.Known.Select(future => future[outcome]), choice.Drawn.Select(future => future[outcome]));

    /// <summary>The same of the difference to the base.</summary>
    public static double[] Effects(LivedChoice @base, LivedChoice choice, DecisionOutcome outcome) => Expected(
        @base.Known.Zip(choice.Known, (before, after) => after[outcome] - before[outcome]),
        @base.Drawn.Zip(choice.Drawn, (before, after) => after[outcome] - before[outcome]));

    /// <summary>The share of all of which something holds.</summary>
    public static double Share<T>(IReadOnlyCollection<T> all, Func<T, bool> holds) => (double)all.Count(holds) / all.Count;

    /// <summary>Variance of a single future at the shipped values.</summary>
    internal static double Luck(IEnumerable<double> figures) =>
        MathNet.Numerics.Statistics.Statistics.Variance(figures.Where(value => !double.IsNaN(value)));

    private static double[] Expected(IEnumerable<double> known, IEnumerable<double> drawn)
    {
        double[] all = [.. drawn];
        return all.Length == 0 ? [.. known] : RangeOverDraws.Expected(all, Luck(known));
    }

    private static IEnumerable<double> Values(
        IReadOnlyList<(LivedChoice Choice, double Weight)> sum, Func<LivedChoice, IReadOnlyList<Future>> futures,
            DecisionOutcome outcome) =>
        Enumerable.Range(0, futures(sum[0].Choice).Count)
            .Select(place => sum.Sum(one => one.Weight * futures(one.Choice)[place][outcome]));
}

/// <summary>Watches a future and keeps its figures.</summary>
internal sealed class FutureObserver(Blueprint world) : IRunObserver
{
    private readonly HorizonFigures horizon = new(world);

    public Trace Trace { get; } = new(world.From);

    public void Observe(MonthResult month)
    {
        Trace.Observe(month);
        horizon.Observe(month);
    }

    /// <param name="since">First month that counts in means.</param>
    public Future Future(Month since) => new(Trace.Hash, DecisionOutcome.FiguresOf(horizon, since, world));
}
