using MathNet.Numerics.Statistics;
using Samverkan.Analysis.Statistics;

namespace Samverkan.Analysis.Sensitivity;

/// <summary>How the outcome changes when one factor alone goes to its low and its high end.</summary>
/// <param name="Low">Outcome with the factor low, minus the outcome in the middle.</param>
/// <param name="High">Outcome with the factor high, minus the outcome in the middle.</param>
/// <param name="Swing">High minus low, over pairs of replications.</param>
/// <param name="P">Two-sided p that the swing is chance; not a number with one replication.</param>
public sealed record Swings(double Low, double High, Index Swing, double P)
{
    /// <param name="outcome">At the rows of the design: the middle, then low and high of every factor.</param>
    /// <param name="kind">What bounds the outcome, which decides how its interval is made and how it is tested.</param>
    public static IReadOnlyList<Swings> Of(Replicated outcome, int factors, FigureKind kind) =>
    [
        .. Enumerable.Range(0, factors).Select(factor =>
        {
            var (low, high) = (1 + 2 * factor, 2 + 2 * factor);
            var pairs = outcome.At(high).Zip(outcome.At(low), (h, l) => h - l).ToArray();
            var interval = PairedInterval.Of(Crossed.Of(outcome.At(low)), Crossed.Of(outcome.At(high)), kind);
            return new Swings(outcome.Means[low] - outcome.Means[0], outcome.Means[high] - outcome.Means[0],
                new(pairs.Mean(), interval.Low, interval.High), interval.P);
        }),
    ];
}
