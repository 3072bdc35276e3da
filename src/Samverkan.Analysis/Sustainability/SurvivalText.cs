using System.Globalization;

namespace Samverkan.Analysis.Sustainability;

/// <summary>How the lasting of two sets of cooperations compares, in words.</summary>
public static class SurvivalText
{
    public const string Explained = "The log-rank test takes all runs to be independent; runs of a pair share their luck, so that it finds too little rather than too much.";

    /// <param name="lostBase">Whether one was lost, replication by replication.</param>
    /// <returns>null: nothing was lost.</returns>
    public static string? Test(IReadOnlyCollection<Lifetime> @base, IReadOnlyCollection<Lifetime> other, IReadOnlyList<bool> lostBase, IReadOnlyList<bool> lostOther)
    {
        var test = LogRank.Of(@base, other);
        if (double.IsNaN(test.P))
            return null;
        var pairs = PairedEnds.Of(lostBase, lostOther);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"Log-rank test: chi-square {test.ChiSquare:0.0} with one degree of freedom, {P(test.P)}. "
            + $"By pairs: lost only with the change in {pairs.OnlyOther}, only without it in {pairs.OnlyBase} of {Math.Min(lostBase.Count, lostOther.Count)} (exact McNemar test, {P(pairs.P)}).");
    }

    private static string P(double p) => p < 0.001 ? "p < 0.001" : string.Create(CultureInfo.InvariantCulture, $"p = {p:0.000}");
}
