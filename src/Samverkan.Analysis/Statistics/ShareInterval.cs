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
        var level = Level.Of(figures);
        return level.After(level.Mean.Replications);
    }

    /// <summary>
    /// Newcombe's interval of a difference of paired shares, from the two Wilson intervals and the correlation of the pairs
    /// (Stat Med 1998; 17:2635, method 10). Figures other than 0 and 1, or from draws crossed with replications, have it only by
    /// approximation; their interval also holds Student's.
    /// </summary>
    public static (double Low, double High) OfDifference(Crossed @base, Crossed other)
    {
        var difference = Difference.Of(@base, other);
        return difference.After(difference.Base.Mean.Replications);
    }

    /// <summary>Half the width of the level's interval after so many replications, if they are like those so far.</summary>
    public static Func<int, double> HalfOfLevel(Crossed figures)
    {
        var level = Level.Of(figures);
        return replications => Half(level.After(replications));
    }

    /// <summary>Half the width of the difference's interval after so many replications, if they are like those so far.</summary>
    public static Func<int, double> HalfOfDifference(Crossed @base, Crossed other)
    {
        var difference = Difference.Of(@base, other);
        return replications => Half(difference.After(replications));
    }

    private static double Half((double Low, double High) interval) => (interval.High - interval.Low) / 2;

    /// <summary>A share as seen so far.</summary>
    /// <param name="Counted">Whether each run is an observation of its own: 0 or 1, without crossed draws.</param>
    private sealed record Level(CrossedMean Mean, bool Counted)
    {
        public static Level Of(Crossed figures)
        {
            var mean = CrossedMean.Of(figures);
            return new(mean, Math.Min(mean.Draws, mean.Replications) <= 1 && figures.Runs().All(value => value is 0 or 1));
        }

        public (double Low, double High) After(int replications) => Wilson(Mean.Mean, Observations(replications));

        /// <summary>The number of observations that the mean is worth after so many replications.</summary>
        private double Observations(int replications)
        {
            var units = Mean.Draws <= 1 ? replications : Mean.Replications <= 1 ? Mean.Draws : Math.Min(Mean.Draws, replications);
            if (units < 2)
                return double.NaN;
            if (Mean.StandardError == 0 || Counted)
                return units;
            // The width of the t interval, as a number of observations of the normal one.
            var half = Mean.HalfAfter(replications) / Z;
            return Math.Max(1, Mean.Mean * (1 - Mean.Mean) / (half * half));
        }
    }

    /// <summary>Two shares of the same runs, as seen so far.</summary>
    /// <param name="Phi">Correlation of the pairs.</param>
    private sealed record Difference(Level Base, Level Other, CrossedMean Change, double Phi)
    {
        public static Difference Of(Crossed @base, Crossed other)
        {
            var differences = other.Less(@base);
            var (first, second) = (@base.Where(differences), other.Where(differences));
            return new(Level.Of(first), Level.Of(second), CrossedMean.Of(differences), Correlation(first, second, differences));
        }

        public (double Low, double High) After(int replications)
        {
            var (a, b) = (Base.After(replications), Other.After(replications));
            if (double.IsNaN(a.Low + b.Low))
                return (double.NaN, double.NaN);
            var (before, after) = (Base.Mean.Mean, Other.Mean.Mean);
            var (down, up) = (Length(after - b.Low, a.High - before, Phi), Length(b.High - after, before - a.Low, Phi));
            if (!(Base.Counted && Other.Counted) && Change.StandardError > 0)
                (down, up) = (Math.Max(down, Change.HalfAfter(replications)), Math.Max(up, Change.HalfAfter(replications)));
            return (Math.Max(-1, after - before - down), Math.Min(1, after - before + up));
        }
    }

    private static double Length(double one, double other, double phi) =>
        Math.Sqrt(Math.Max(0, one * one - 2 * phi * one * other + other * other));

    /// <summary>
    /// The correlation of zeros and ones has Newcombe's correction. For other figures, it is the one that gives the right
    /// variance of the difference.
    /// </summary>
    private static double Correlation(Crossed first, Crossed second, Crossed differences)
    {
        var (one, other) = (first.Runs(), second.Runs());
        var mean = CrossedMean.Of(differences);
        if (Math.Min(mean.Draws, mean.Replications) <= 1 && one.Concat(other).All(value => value is 0 or 1))
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
