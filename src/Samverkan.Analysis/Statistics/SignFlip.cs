using MathNet.Numerics.Distributions;

namespace Samverkan.Analysis.Statistics;

/// <summary>
/// Whether paired differences may be chance: if the two sides of a pair are exchangeable, each difference is as likely to
/// have the other sign (Fisher, The Design of Experiments, 1935, section 21). Of pairs of zeros and ones this is McNemar's
/// test in its exact form.
/// </summary>
public static class SignFlip
{
    private const int MostEnumerated = 16;

    /// <summary>
    /// Two-sided p: exact where all differences have one size, or where at most 16 are not 0; else by the normal
    /// distribution that the sum then follows.
    /// </summary>
    public static double P(IReadOnlyList<double> differences)
    {
        var sizes = differences.Where(difference => difference is not (0 or double.NaN)).Select(Math.Abs).ToArray();
        if (sizes.Length == 0)
            return differences.All(double.IsNaN) ? double.NaN : 1;
        var sum = Math.Abs(differences.Where(difference => !double.IsNaN(difference)).Sum());
        var slack = 1e-9 * sizes.Max();
        if (sizes.All(size => Math.Abs(size - sizes[0]) <= slack))
            return OfOneSize(differences.Count(difference => difference < 0), sizes.Length);
        return sizes.Length <= MostEnumerated ? Enumerated(sizes, sum - slack) : 2 * Normal.CDF(0, 1, -sum / Math.Sqrt(sizes.Sum(size => size * size)));
    }

    /// <summary>p of so uneven a split into negative and positive differences, if both are as likely.</summary>
    public static double OfOneSize(int negative, int all) =>
        all == 0 ? 1 : Math.Min(1, 2 * Binomial.CDF(0.5, all, Math.Min(negative, all - negative)));

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
