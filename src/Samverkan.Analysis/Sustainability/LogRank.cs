using MathNet.Numerics.Distributions;
using Samverkan.Analysis.Statistics;

namespace Samverkan.Analysis.Sustainability;

/// <summary>
/// Whether two sets of lifetimes may come from one law (Mantel, Cancer Chemother Rep 1966; 50:163; Peto and Peto 1972).
/// The test takes all lifetimes to be independent; of pairs that share their luck, <see cref="PairedLogRank"/> judges.
/// </summary>
/// <param name="ExpectedA">Ends that the first set would have had under one law.</param>
/// <param name="ChiSquare">With one degree of freedom; not a number if nothing ended.</param>
/// <param name="P">Probability of so large a difference under one law.</param>
public sealed record LogRank(int EndedA, int EndedB, double ExpectedA, double ChiSquare, double P)
{
    public static LogRank Of(IReadOnlyCollection<Lifetime> a, IReadOnlyCollection<Lifetime> b)
    {
        double expected = 0, variance = 0;
        foreach (var time in a.Concat(b).Where(one => one.Ended).Select(one => one.Time).Distinct().Order())
        {
            double ofA = a.Count(one => one.Time >= time), all = ofA + b.Count(one => one.Time >= time);
            var ended = a.Concat(b).Count(one => one.Ended && one.Time == time);
            expected += ended * ofA / all;
            if (all > 1)
                variance += ended * (ofA / all) * (1 - ofA / all) * (all - ended) / (all - 1);
        }
        var (endedA, endedB) = (a.Count(one => one.Ended), b.Count(one => one.Ended));
        var chi = variance == 0 ? double.NaN : Math.Pow(endedA - expected, 2) / variance;
        return new(endedA, endedB, expected, chi, double.IsNaN(chi) ? double.NaN : 1 - ChiSquared.CDF(1, chi));
    }
}

/// <summary>
/// The pairs of which one ended and the other did not, and the probability of so uneven a split if both were as likely
/// (McNemar's test in its exact form: Psychometrika 1947; 12:153).
/// </summary>
public sealed record PairedEnds(int OnlyBase, int OnlyOther, double P)
{
    /// <param name="base">Whether it ended, pair by pair.</param>
    public static PairedEnds Of(IReadOnlyList<bool> @base, IReadOnlyList<bool> other)
    {
        var onlyBase = @base.Zip(other).Count(pair => pair.First && !pair.Second);
        var onlyOther = @base.Zip(other).Count(pair => !pair.First && pair.Second);
        return new(onlyBase, onlyOther, SignFlip.OfOneSize(onlyBase, onlyBase + onlyOther));
    }
}
