using MathNet.Numerics.Distributions;
using MathNet.Numerics.Statistics;
using Samverkan.Analysis.Studies.Sampling;

namespace Samverkan.Analysis.Statistics;

/// <summary>
/// Intervals by resampling: the bias-corrected and accelerated bootstrap (Efron 1987), which stays right where figures lean
/// to one side. The same values give the same interval.
/// </summary>
public static class Bootstrap
{
    private const int Resamples = 2000;
    private const ulong Seed = 20_151_231;
    private const double Tail = 0.025;

    /// <summary>The 95 % interval of the mean; not a number with fewer than two values.</summary>
    public static (double Low, double High) OfMean(IReadOnlyList<double> values)
    {
        if (values.Count < 2)
            return (double.NaN, double.NaN);
        var mean = values.Mean();
        if (values.All(v => v == values[0]))
            return (mean, mean);
        var chance = UnitSamples.Chance(Seed);
        var means = new double[Resamples];
        for (var r = 0; r < Resamples; r++)
        {
            var sum = 0.0;
            for (var i = 0; i < values.Count; i++)
                sum += values[chance.Next(values.Count)];
            means[r] = sum / values.Count;
        }
        Array.Sort(means);
        var below = (double)means.Count(m => m < mean) + 0.5 * means.Count(m => m == mean);
        var bias = Normal.InvCDF(0, 1, Math.Clamp(below / Resamples, 1.0 / Resamples, 1 - 1.0 / Resamples));
        var acceleration = Acceleration(values, mean);
        return (At(Tail), At(1 - Tail));

        double At(double tail)
        {
            var z = bias + Normal.InvCDF(0, 1, tail);
            return SortedArrayStatistics.Quantile(means, Normal.CDF(0, 1, bias + z / (1 - acceleration * z)));
        }
    }

    /// <summary>From the skewness of the values: the jackknife of a mean.</summary>
    private static double Acceleration(IReadOnlyList<double> values, double mean)
    {
        var (squares, cubes) = (0.0, 0.0);
        foreach (var value in values)
        {
            var off = (value - mean) / (values.Count - 1);
            squares += off * off;
            cubes += off * off * off;
        }
        return cubes / (6 * Math.Pow(squares, 1.5));
    }
}
