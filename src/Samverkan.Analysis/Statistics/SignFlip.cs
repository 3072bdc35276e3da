using MathNet.Numerics.Distributions;

namespace Samverkan.Analysis.Statistics;

/// <summary>
/// Tests whether paired differences may be chance. If the two sides of a pair are exchangeable, each difference could as well
/// have the other sign (Fisher, The Design of Experiments, 1935, section 21). For pairs of zeros and ones this is McNemar's
/// exact test.
/// </summary>
public static class SignFlip
{
    private const int MostEnumerated = 16;

    /// <summary>Whether the p of these differences is exact.</summary>
    public static bool IsExact(IReadOnlyList<double> differences)
    {
        var sizes = Sizes(differences);
        return sizes.Length <= MostEnumerated || AreAlike(sizes);
    }

    /// <summary>
    /// Two-sided p: exact if all differences have one size or at most 16 are not 0; otherwise by the normal distribution of the
    /// sum.
    /// </summary>
    public static double P(IReadOnlyList<double> differences)
    {
        var sizes = Sizes(differences);
        if (sizes.Length == 0)
            return differences.All(double.IsNaN) ? double.NaN : 1;
        var sum = Math.Abs(differences.Where(difference => !double.IsNaN(difference)).Sum());
        if (AreAlike(sizes))
            return OfOneSize(differences.Count(difference => difference < 0), sizes.Length);
        return sizes.Length <= MostEnumerated
            ? Enumerated(sizes, sum - 1e-9 * sizes.Max())
            : 2 * Normal.CDF(0, 1, -sum / Math.Sqrt(sizes.Sum(size => size * size)));
    }

    /// <summary>p of a split this uneven into negative and positive differences, if both are equally likely.</summary>
    public static double OfOneSize(int negative, int all) =>
        all == 0 ? 1 : Math.Min(1, 2 * Binomial.CDF(0.5, all, Math.Min(negative, all - negative)));

    private static double[] Sizes(IReadOnlyList<double> differences) =>
        [.. differences.Where(difference => difference is not (0 or double.NaN)).Select(Math.Abs)];

    private static bool AreAlike(double[] sizes) => sizes.All(size => Math.Abs(size - sizes[0]) <= 1e-9 * sizes.Max());

    private static double Enumerated(double[] sizes, double least)
    {
        var asFar = 0;
        for (var signs = 0; signs < 1 << sizes.Length; signs++)
        {
            var sum = 0.0;
            for (var i = 0; i < sizes.Length; i++)
                sum += (signs >> i & 1) == 0 ? sizes[i] : -sizes[i];
            asFar += Math.Abs(sum) >= least ? 1 : 0;
        }
        return asFar / (double)(1 << sizes.Length);
    }
}
