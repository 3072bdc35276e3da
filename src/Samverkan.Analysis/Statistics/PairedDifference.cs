using MathNet.Numerics.Statistics;
using Samverkan.Analysis.Comparisons;
using Samverkan.Model.Indicators;

namespace Samverkan.Analysis.Statistics;

/// <summary>
/// Everything that pairs of runs with common random numbers say about a difference. If uncertain numbers are sampled, the draw
/// of a sample is the unit for the mean (<see cref="CrossedMean"/>). Shares, percentiles and effects are of single runs.
/// </summary>
/// <param name="Pairs">Pairs of runs in which both figures are defined.</param>
/// <param name="Draws">Independent draws among them; 1 where nothing is sampled.</param>
/// <param name="Replications">Replications of a draw.</param>
/// <param name="Low">
/// Lower end of the 95 % interval of the mean difference (<see cref="PairedInterval"/>); not a number if there is none.
/// </param>
/// <param name="BootLow">Lower end of the 95 % bootstrap interval.</param>
/// <param name="P10">Tenth percentile of the differences: their spread over replications; not a number with one pair.</param>
/// <param name="Better">
/// Share of pairs that are better, ties counted half; not a number where neither way is an improvement, or with one pair.
/// </param>
/// <param name="Effect">
/// Mean difference in standard deviations of the base's runs (Glass's delta); not a number if these are all alike.
/// </param>
/// <param name="EffectOfPairs">Mean difference in standard deviations of the differences (Cohen's d for pairs).</param>
/// <param name="Saving">
/// How many times more replications unpaired runs would need for the same interval; not a number if all pairs differ by the same.
/// </param>
/// <param name="P">Two-sided p that belongs to the interval.</param>
/// <param name="Needed">
/// Replications after which the interval would be within 5 % of the base's mean either way; 0: unknown, or only more draws help.
/// </param>
public sealed record PairedDifference(
    int Pairs, int Draws, int Replications, double Base, double Other, double Difference, double Low, double High, double BootLow,
    double BootHigh,
    double P10, double Median, double P90, double Better, double Effect, double EffectOfPairs, double Saving, double P,
    int Needed)
{
    /// <summary>With fewer pairs or draws than this, the intervals are uncertain themselves.</summary>
    public const int FewestForTrust = 10;

    private const double UsualPrecision = 0.05;

    /// <summary>Whether there are too few repetitions, so that the intervals are uncertain themselves.</summary>
    public bool TooFew => Math.Max(Draws, Replications) < FewestForTrust;

    /// <summary>Whether the direction is clear.</summary>
    public bool IsClear => new PairedInterval(Low, High, P).IsClear;

    /// <summary>Replications without samples, pair by pair.</summary>
    public static PairedDifference Of(IReadOnlyList<double> @base, IReadOnlyList<double> other, Better better,
        FigureKind kind = FigureKind.Amount) =>
        Of(Crossed.Of(@base), Crossed.Of(other), better, kind);

    public static PairedDifference Of(Crossed @base, Crossed other, Better better, FigureKind kind = FigureKind.Amount)
    {
        var differences = other.Less(@base);
        var (before, after, runs) = (@base.Where(differences), other.Where(differences), differences.Runs());
        var (mean, level) = (CrossedMean.Of(differences), CrossedMean.Of(before).Mean);
        var interval = PairedInterval.Of(@base, other, kind);
        var boot = Bootstrap.OfMean(differences);
        var sorted = runs.Order().ToArray();
        var (spreadBefore, spreadAfter) = (before.Runs(), after.Runs());
        double Quantile(double share) =>
            sorted.Length < 2 ? double.NaN : SortedArrayStatistics.QuantileCustom(sorted, share, QuantileDefinition.R7);
        return new(
            runs.Length, mean.Draws, mean.Replications, level, CrossedMean.Of(after).Mean, mean.Mean, interval.Low, interval.High,
            boot.Low, boot.High,
            Quantile(.1), Quantile(.5), Quantile(.9), BetterShare(runs, better),
            In(mean.Mean, spreadBefore.StandardDeviation()), In(mean.Mean, runs.StandardDeviation()),
            PairedEstimate.SavingOf(spreadBefore, spreadAfter, runs), interval.P,
            Precision.Needed(@base, other, kind, UsualPrecision));
    }

    /// <summary>The difference in standard deviations; not a number if nothing varies.</summary>
    private static double In(double difference, double deviation) => deviation > 0 ? difference / deviation : double.NaN;

    private static double BetterShare(double[] differences, Better better)
    {
        if (better == Model.Indicators.Better.Neither || differences.Length < 2)
            return double.NaN;
        var wanted = better == Model.Indicators.Better.Lower ? -1 : 1;
        return differences.Average(d => d * wanted > 0 ? 1 : d == 0 ? 0.5 : 0);
    }
}
