using MathNet.Numerics.Distributions;
using MathNet.Numerics.Statistics;

namespace Samverkan.Analysis.Statistics;

/// <summary>
/// 95 % intervals of shares. They stay between 0 and 1 and never have a width of 0: if all runs agree, the next may still
/// differ.
/// </summary>
public static class ShareInterval
{
    private const double Confidence = 0.95;
    private static readonly double Z = Normal.InvCDF(0, 1, 1 - (1 - Confidence) / 2);

    /// <summary>Wilson's score interval (J Am Stat Assoc 1927; 22:209).</summary>
    /// <param name="n">Independent observations behind the share; not a number or less than 1: there is no interval.</param>
    public static (double Low, double High) Wilson(double share, double n)
    {
        if (double.IsNaN(share) || !(n >= 1))
            return (double.NaN, double.NaN);
        var middle = (share + Z * Z / (2 * n)) / (1 + Z * Z / n);
        var half = Z * Math.Sqrt(share * (1 - share) / n + Z * Z / (4 * n * n)) / (1 + Z * Z / n);
        // At 0 and 1 the end is exact; rounding must not move it inside.
        return (share == 0 ? 0 : Math.Max(0, middle - half), share == 1 ? 1 : Math.Min(1, middle + half));
    }

    /// <summary>
    /// Wilson's interval of the mean of figures between 0 and 1. Figures other than 0 and 1, or from draws crossed with
    /// replications, count as the number of observations that would vary as much (Korn and Graubard, Surv Methodol 1998; 24:193).
    /// </summary>
    public static (double Low, double High) OfLevel(Crossed figures)
    {
        var mean = CrossedMean.Of(figures);
        return Wilson(mean.Mean, Observations(figures, mean));
    }

    /// <summary>
    /// Newcombe's interval of a difference of paired shares, from the two Wilson intervals and the correlation of the pairs
    /// (Stat Med 1998; 17:2635, method 10).
    /// </summary>
    public static (double Low, double High) OfDifference(Crossed @base, Crossed other)
    {
        var differences = other.Less(@base);
        var (first, second) = (@base.Where(differences), other.Where(differences));
        var (before, after) = (CrossedMean.Of(first), CrossedMean.Of(second));
        var (a, b) = (Wilson(before.Mean, Observations(first, before)), Wilson(after.Mean, Observations(second, after)));
        if (double.IsNaN(a.Low + b.Low))
            return (double.NaN, double.NaN);
        var phi = Correlation(first, second, differences);
        var difference = after.Mean - before.Mean;
        return (
            Math.Max(-1, difference - Length(after.Mean - b.Low, a.High - before.Mean, phi)),
            Math.Min(1, difference + Length(b.High - after.Mean, before.Mean - a.Low, phi)));
    }

    private static double Length(double one, double other, double phi) => Math.Sqrt(Math.Max(0, one * one - 2 * phi * one * other + other * other));

    /// <summary>The number of observations that the mean is worth.</summary>
    private static double Observations(Crossed figures, CrossedMean mean)
    {
        var units = mean.Draws <= 1 ? mean.Replications : mean.Replications <= 1 ? mean.Draws : Math.Min(mean.Draws, mean.Replications);
        if (units < 2)
            return double.NaN;
        if (mean.StandardError == 0)
            return units;
        if (Math.Min(mean.Draws, mean.Replications) <= 1 && figures.Runs().All(value => value is 0 or 1))
            return units;
        // The width of the t interval, as a number of observations of the normal one.
        var half = mean.HalfWidth / Z;
        return Math.Max(1, mean.Mean * (1 - mean.Mean) / (half * half));
    }

    /// <summary>
    /// The correlation of zeros and ones has Newcombe's correction. For other figures, it is the one that gives the right
    /// variance of the difference.
    /// </summary>
    private static double Correlation(Crossed first, Crossed second, Crossed differences)
    {
        var (one, other) = (first.Runs(), second.Runs());
        if (one.Concat(other).All(value => value is 0 or 1) && CrossedMean.Of(differences) is { } mean && Math.Min(mean.Draws, mean.Replications) <= 1)
            return Phi(one, other);
        double Variance(Crossed figures) => CrossedMean.Of(figures).StandardError is var error ? error * error : 0;
        var (a, b, d) = (Variance(first), Variance(second), Variance(differences));
        return a > 0 && b > 0 ? Math.Clamp((a + b - d) / (2 * Math.Sqrt(a * b)), -1, 1) : 0;
    }

    private static double Phi(double[] one, double[] other)
    {
        var cells = new double[2, 2];
        foreach (var (x, y) in one.Zip(other))
            cells[(int)x, (int)y]++;
        var (both, neither, first, second) = (cells[1, 1], cells[0, 0], cells[1, 0], cells[0, 1]);
        var margins = (both + first) * (second + neither) * (both + second) * (first + neither);
        if (margins == 0)
            return 0;
        var cross = both * neither - first * second;
        var corrected = cross > one.Length / 2.0 ? cross - one.Length / 2.0 : cross >= 0 ? 0 : cross;
        return corrected / Math.Sqrt(margins);
    }
}
