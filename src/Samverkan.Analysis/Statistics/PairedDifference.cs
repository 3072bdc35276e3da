using MathNet.Numerics.Distributions;
using MathNet.Numerics.Statistics;
using Samverkan.Model.Indicators;

namespace Samverkan.Analysis.Statistics;

/// <summary>Everything that pairs of replications with common random numbers say about a difference.</summary>
/// <param name="Low">Lower end of the 95 % t interval of the mean difference; not a number with fewer than two pairs.</param>
/// <param name="BootLow">Lower end of the 95 % bootstrap interval.</param>
/// <param name="P10">Tenth percentile of the differences themselves: how they spread from replication to replication.</param>
/// <param name="Better">Share of pairs that are better, ties counted half; not a number where neither way is an improvement.</param>
/// <param name="Effect">Mean difference in standard deviations of the base's replications (Glass's delta).</param>
/// <param name="EffectOfPairs">Mean difference in standard deviations of the differences (Cohen's d for pairs).</param>
/// <param name="Saving">How many times more replications unpaired runs would need for the same interval.</param>
/// <param name="P">Two-sided p of the paired t test.</param>
/// <param name="Needed">Replications after which the interval would be as narrow as 5 % of the base's mean either way; 0: unknown.</param>
public sealed record PairedDifference(
    int Pairs, double Base, double Other, double Difference, double Low, double High, double BootLow, double BootHigh,
    double P10, double Median, double P90, double Better, double Effect, double EffectOfPairs, double Saving, double P, int Needed)
{
    /// <summary>Fewer pairs than this give intervals that are themselves uncertain.</summary>
    public const int FewestForTrust = 10;

    private const double UsualPrecision = 0.05;

    /// <summary>Whether the interval leaves out 0.</summary>
    public bool IsClear => Low > 0 || High < 0;

    public static PairedDifference Of(IReadOnlyList<double> @base, IReadOnlyList<double> other, Better better)
    {
        var pairs = @base.Zip(other).Where(pair => !double.IsNaN(pair.First) && !double.IsNaN(pair.Second)).ToList();
        var before = pairs.Select(pair => pair.First).ToArray();
        var after = pairs.Select(pair => pair.Second).ToArray();
        var differences = pairs.Select(pair => pair.Second - pair.First).ToArray();
        var (mean, deviation) = (differences.Mean(), differences.StandardDeviation());
        var half = HalfWidth(differences);
        var boot = Bootstrap.OfMean(differences);
        var sorted = differences.Order().ToArray();
        double Quantile(double share) => sorted.Length == 0 ? double.NaN : SortedArrayStatistics.QuantileCustom(sorted, share, QuantileDefinition.R7);
        return new(
            pairs.Count, before.Mean(), after.Mean(), mean, mean - half, mean + half, boot.Low, boot.High,
            Quantile(.1), Quantile(.5), Quantile(.9), BetterShare(differences, better),
            mean == 0 ? 0 : mean / before.StandardDeviation(), mean == 0 ? 0 : mean / deviation,
            (before.Variance() + after.Variance()) / differences.Variance(), POf(differences), NeededFor(differences, before.Mean(), UsualPrecision));
    }

    /// <summary>Half the width of the 95 % t interval of a mean; not a number with fewer than two values.</summary>
    public static double HalfWidth(IReadOnlyList<double> values) => values.Count < 2
        ? double.NaN
        : StudentT.InvCDF(0, 1, values.Count - 1, .975) * values.StandardDeviation() / Math.Sqrt(values.Count);

    /// <summary>Replications after which half the interval would be as narrow as that share of a mean; 0: it cannot be told.</summary>
    public static int NeededFor(IReadOnlyList<double> values, double mean, double precision)
    {
        if (values.Count < 2 || mean == 0 || double.IsNaN(mean))
            return 0;
        var wanted = precision * Math.Abs(mean);
        var deviation = values.StandardDeviation();
        // The t quantile falls with the number that is sought: a few rounds settle it.
        var needed = Math.Max(2, Math.Pow(1.96 * deviation / wanted, 2));
        for (var round = 0; round < 8; round++)
            needed = Math.Max(2, Math.Pow(StudentT.InvCDF(0, 1, Math.Max(1, Math.Ceiling(needed) - 1), .975) * deviation / wanted, 2));
        return (int)Math.Min(Math.Ceiling(needed), 1e9);
    }

    private static double BetterShare(double[] differences, Better better)
    {
        if (better == Model.Indicators.Better.Neither || differences.Length == 0)
            return double.NaN;
        var wanted = better == Model.Indicators.Better.Lower ? -1 : 1;
        return differences.Average(d => d * wanted > 0 ? 1 : d == 0 ? 0.5 : 0);
    }

    private static double POf(double[] differences)
    {
        if (differences.Length < 2)
            return double.NaN;
        var (mean, deviation) = (differences.Mean(), differences.StandardDeviation());
        if (deviation == 0)
            return mean == 0 ? 1 : 0;
        var t = Math.Abs(mean) / (deviation / Math.Sqrt(differences.Length));
        return 2 * StudentT.CDF(0, 1, differences.Length - 1, -t);
    }
}
