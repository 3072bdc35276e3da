using MathNet.Numerics.Distributions;
using MathNet.Numerics.Random;
using MathNet.Numerics.Statistics;
using Samverkan.Analysis.Studies.Sampling;

namespace Samverkan.Analysis.Statistics;

/// <summary>
/// Intervals by resampling: the bias-corrected and accelerated bootstrap (Efron 1987), which allows for skewed figures. The same
/// values give the same interval.
/// </summary>
public static class Bootstrap
{
    private const int Resamples = 10_000;
    private const ulong Seed = 20_151_231;
    private const double Tail = 0.025;

    /// <summary>The 95 % interval of the mean of independent values; not a number with fewer than two, or if all are
    /// alike.</summary>
    public static (double Low, double High) OfMean(IReadOnlyList<double> values) => OfMean(Crossed.Of(values));

    /// <summary>
    /// The 95 % interval of the mean; not a number if nothing is repeated or all figures are alike. If draws and replications are
    /// crossed, both are resampled (Owen, Ann Appl Stat 2007; 1:386), which tends to give too wide an interval.
    /// </summary>
    public static (double Low, double High) OfMean(Crossed figures)
    {
        var draws = figures.Draws();
        var (count, replications) = (draws.Length, draws.Length == 0 ? 0 : draws[0].Length);
        if (count * replications < 2)
            return (double.NaN, double.NaN);
        // Resamples of figures that are all alike cannot differ: that is no evidence.
        if (figures.Runs() is var runs && runs.All(v => v == runs[0]))
            return (double.NaN, double.NaN);
        var mean = Mean(draws, Once(count), Once(replications));
        var chance = UnitSamples.Chance(Seed);
        var means = new double[Resamples];
        for (var r = 0; r < Resamples; r++)
            means[r] = Mean(draws, Drawn(count, chance), Drawn(replications, chance));
        means = [.. means.Where(one => !double.IsNaN(one))];
        Array.Sort(means);
        var below = (double)means.Count(m => m < mean) + 0.5 * means.Count(m => m == mean);
        var bias = Normal.InvCDF(0, 1, Math.Clamp(below / means.Length, 1.0 / Resamples, 1 - 1.0 / Resamples));
        var acceleration = Acceleration(draws);
        return (At(Tail), At(1 - Tail));

        double At(double tail)
        {
            var z = bias + Normal.InvCDF(0, 1, tail);
            return SortedArrayStatistics.Quantile(means, Normal.CDF(0, 1, bias + z / (1 - acceleration * z)));
        }
    }

    private static int[] Once(int count) => [.. Enumerable.Repeat(1, count)];

    /// <summary>How often each is drawn. A single one is drawn once.</summary>
    private static int[] Drawn(int count, RandomSource chance)
    {
        if (count == 1)
            return [1];
        var times = new int[count];
        for (var i = 0; i < count; i++)
            times[chance.Next(count)]++;
        return times;
    }

    /// <summary>The mean over draws of their means over replications.</summary>
    private static double Mean(double[][] draws, int[] timesOfDraw, int[] timesOfReplication)
    {
        var (sum, weight) = (0.0, 0);
        for (var d = 0; d < draws.Length; d++)
        {
            if (timesOfDraw[d] == 0)
                continue;
            var (ofDraw, known) = (0.0, 0);
            for (var r = 0; r < timesOfReplication.Length; r++)
                if (timesOfReplication[r] > 0 && !double.IsNaN(draws[d][r]))
                    (ofDraw, known) = (ofDraw + timesOfReplication[r] * draws[d][r], known + timesOfReplication[r]);
            if (known > 0)
                (sum, weight) = (sum + timesOfDraw[d] * ofDraw / known, weight + timesOfDraw[d]);
        }
        return sum / weight;
    }

    /// <summary>From the skewness of what is resampled: the jackknife of a mean, of draws and of replications.</summary>
    private static double Acceleration(double[][] draws)
    {
        var ofDraws = draws.Select(draw => draw.Where(v => !double.IsNaN(v)).Mean()).ToArray();
        var ofReplications = Enumerable.Range(0, draws[0].Length)
            .Select(r => draws.Select(draw => draw[r]).Where(v => !double.IsNaN(v)).Mean()).ToArray();
        var (squares, cubes) = (0.0, 0.0);
        foreach (var means in new[] { ofDraws, ofReplications }.Where(means => means.Length > 1))
            foreach (var value in means)
            {
                var off = (value - means.Mean()) / (means.Length - 1);
                squares += off * off;
                cubes += off * off * off;
            }
        return squares == 0 ? 0 : cubes / (6 * Math.Pow(squares, 1.5));
    }
}
