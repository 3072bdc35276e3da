using MathNet.Numerics.Distributions;
using MathNet.Numerics.Statistics;
using Samverkan.Model.Indicators;

namespace Samverkan.Analysis.Comparisons;

/// <summary>
/// What a scenario changes in one figure, estimated from replications that share their random numbers with the base.
/// </summary>
/// <param name="Pairs">Pairs in which both figures are defined.</param>
/// <param name="Difference">Mean of other - base over the pairs.</param>
/// <param name="HalfWidth">Half the width of the 95 % t interval of the difference; not a number with fewer than two pairs.</param>
/// <param name="BetterShare">Share of pairs in which the other is better; null where neither way is an improvement.</param>
/// <param name="WorseShare">Share of pairs in which it is worse.</param>
/// <param name="Saving">
/// How many times more replications unpaired runs would need for the same interval; infinite if the pairs all differ by the same, not a number if nothing varies at all.
/// </param>
public sealed record PairedEstimate(
    int Pairs, double Base, double Other, double Difference, double HalfWidth, double? BetterShare, double? WorseShare, double Saving)
{
    private const double Confidence = 0.95;

    public double Low => Difference - HalfWidth;

    public double High => Difference + HalfWidth;

    /// <summary>Whether the interval leaves out 0, so that the direction can be told.</summary>
    public bool IsClear => Low > 0 || High < 0 || (HalfWidth == 0 && Difference != 0);

    /// <summary>The same estimate in a unit that is so many times larger.</summary>
    public PairedEstimate In(double unit) =>
        this with { Base = Base / unit, Other = Other / unit, Difference = Difference / unit, HalfWidth = HalfWidth / unit };

    /// <summary>Figures of the same replication stand at the same place; pairs with an undefined figure are left out.</summary>
    public static PairedEstimate Of(IReadOnlyList<double> @base, IReadOnlyList<double> other, Better better)
    {
        var pairs = @base.Zip(other).Where(pair => !double.IsNaN(pair.First) && !double.IsNaN(pair.Second)).ToList();
        if (pairs.Count == 0)
            return new(0, double.NaN, double.NaN, double.NaN, double.NaN, null, null, double.NaN);
        var before = pairs.Select(pair => pair.First).ToArray();
        var after = pairs.Select(pair => pair.Second).ToArray();
        var differences = pairs.Select(pair => pair.Second - pair.First).ToArray();
        var wanted = better == Better.Lower ? -1 : 1;
        return new(
            pairs.Count, before.Mean(), after.Mean(), differences.Mean(), HalfWidthOf(differences),
            better == Better.Neither ? null : Share(differences, d => d * wanted > 0),
            better == Better.Neither ? null : Share(differences, d => d * wanted < 0),
            (before.Variance() + after.Variance()) / differences.Variance());
    }

    private static double HalfWidthOf(double[] values) => values.Length < 2
        ? double.NaN
        : StudentT.InvCDF(0, 1, values.Length - 1, 1 - (1 - Confidence) / 2) * values.StandardDeviation() / Math.Sqrt(values.Length);

    private static double Share(double[] values, Func<double, bool> holds) => (double)values.Count(holds) / values.Length;
}
