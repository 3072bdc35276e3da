using MathNet.Numerics.Statistics;
using Samverkan.Analysis.Studies.Sampling;

namespace Samverkan.Analysis.Sensitivity;

/// <summary>An estimate with its 95 % interval.</summary>
public readonly record struct Index(double Value, double Low, double High)
{
    private const int Resamples = 500;
    private const ulong Seed = 1_991_2010;

    /// <summary>The percentile bootstrap over rows, walks or samples. The same rows give the same interval.</summary>
    /// <param name="estimate">Makes the estimate from the drawn rows, given by their places.</param>
    public static Index Resampled(int rows, Func<int[], double> estimate)
    {
        var all = Enumerable.Range(0, rows).ToArray();
        var chance = UnitSamples.Chance(Seed);
        var drawn = new int[rows];
        var estimates = new List<double>(Resamples);
        for (var i = 0; i < Resamples; i++)
        {
            for (var row = 0; row < rows; row++)
                drawn[row] = chance.Next(rows);
            if (estimate(drawn) is var one && !double.IsNaN(one))
                estimates.Add(one);
        }
        return new(estimate(all), estimates.Count == 0 ? double.NaN : estimates.Quantile(.025), estimates.Count == 0 ? double.NaN
            : estimates.Quantile(.975));
    }
}
