using MathNet.Numerics.Statistics;

namespace Samverkan.Analysis.Sensitivity;

/// <summary>
/// Shares of the variance of the expected outcome (Sobol 1993): of a factor alone, by the estimator of Saltelli et al.
/// (2010), and with its interactions, by Jansen's (1999). What chance adds to products and squares of means over few
/// replications is subtracted, so that a noisy model does not look sensitive.
/// </summary>
/// <param name="First">Share that would disappear on average if the factor were known.</param>
/// <param name="Total">Share that would remain if everything else were known.</param>
public sealed record SobolIndices(Index First, Index Total)
{
    /// <param name="outcome">At the rows of the design: blocks of A, B, and A with each factor's column of B.</param>
    /// <returns>One for each factor. Incomplete blocks do not count.</returns>
    public static IReadOnlyList<SobolIndices> Of(Replicated outcome, int factors)
    {
        var width = factors + 2;
        var blocks = outcome.Points / width;
        var a = Enumerable.Range(0, blocks).Select(b => b * width).ToArray();
        // The mean is subtracted first: in products of large numbers the indices would be lost.
        var centre = Enumerable.Range(0, blocks).SelectMany(b => new[] { outcome.Means[a[b]], outcome.Means[a[b] + 1] }).Mean();
        double Mean(int row) => outcome.Means[row] - centre;
        double Noise(int row) => outcome.Noise(r => outcome.At(row)[r] - Chance(r), r => outcome.At(row)[r] - Chance(r));
        var chance = Enumerable.Range(0, outcome.Replications)
            .Select(r => Enumerable.Range(0, blocks).Average(b => outcome.At(a[b])[r])).ToArray();
        double Chance(int r) => chance[r];

        var squares = a.Select(row => (Mean(row) * Mean(row) - Noise(row) + Mean(row + 1) * Mean(row + 1) - Noise(row + 1)) / 2)
            .ToArray();
        var sums = a.Select(row => (Mean(row) + Mean(row + 1)) / 2).ToArray();
        double Variance(int[] drawn) => drawn.Average(b => squares[b]) - Math.Pow(drawn.Average(b => sums[b]), 2);

        return [.. Enumerable.Range(0, factors).Select(factor =>
        {
            var alone = a.Select(row => Mean(row + 1) * (Mean(row + 2 + factor) - Mean(row))
                - outcome.Noise(r => outcome.At(row + 1)[r] - Chance(r),
                    r => outcome.At(row + 2 + factor)[r] - outcome.At(row)[r])).ToArray();
            var together = a.Select(row =>
            {
                var change = Mean(row) - Mean(row + 2 + factor);
                double Change(int r) => outcome.At(row)[r] - outcome.At(row + 2 + factor)[r];
                return (change * change - outcome.Noise(Change, Change)) / 2;
            }).ToArray();
            return new SobolIndices(
                Index.Resampled(blocks, drawn => drawn.Average(b => alone[b]) / Variance(drawn)),
                Index.Resampled(blocks, drawn => drawn.Average(b => together[b]) / Variance(drawn)));
        })];
    }
}
