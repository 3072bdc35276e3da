using System.Globalization;

namespace Samverkan.Analysis.Sustainability;

/// <summary>How the lasting of two sets of cooperations compares, in words.</summary>
public static class SurvivalText
{
    public const string Explained =
        "The log-rank test compares each run with its pair (O'Brien and Fleming 1987; Jung 1999): neither luck that a pair "
            + "shares "
        + "nor cooperations of one run count as independent.";

    /// <param name="base">The lifetimes of the cooperations that began, replication by replication.</param>
    /// <param name="words">What the lifetimes end with.</param>
    /// <returns>null: nothing ended.</returns>
    public static string? Test(IReadOnlyList<IReadOnlyCollection<Lifetime>> @base,
        IReadOnlyList<IReadOnlyCollection<Lifetime>> other, EndingText words)
    {
        if (@base.Count < 2)
            return null;
        var test = PairedLogRank.Of(@base, other);
        if (double.IsNaN(test.P))
            return null;
        static bool[] Lost(IReadOnlyList<IReadOnlyCollection<Lifetime>> all) => [.. all.Select(run => run.Any(one => one.Ended))];
        var pairs = PairedEnds.Of(Lost(@base), Lost(other));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{words.Capital}: log-rank test of pairs: chi-square {test.ChiSquare:0.0} "
                + $"{(test.IsExact ? $"(exact {P(test.P)} by flipped signs)" : $"with one degree of freedom, {P(test.P)}")}. "
            + $"One is {words.State} only with the change in {pairs.OnlyOther} and only without it in {pairs.OnlyBase} of "
            + $"{@base.Count} pairs (exact McNemar test, {P(pairs.P)}).");
    }

    private static string P(double p) => p < 0.001 ? "p < 0.001" : string.Create(CultureInfo.InvariantCulture, $"p = {p:0.000}");
}
