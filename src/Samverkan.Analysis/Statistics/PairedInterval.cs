namespace Samverkan.Analysis.Statistics;

/// <summary>
/// The 95 % interval of a mean paired difference and its p. Amounts and indexes: Student's t. Shares: Newcombe's interval and an
/// exact test. If all differences are alike, the width of 0 is not evidence; only the number of pairs that agree is.
/// </summary>
/// <param name="Low">Not a number with fewer than two pairs, or with fewer than six that are all alike.</param>
/// <param name="P">Two-sided.</param>
public readonly record struct PairedInterval(double Low, double High, double P)
{
    private const double Chance = 0.05;

    /// <summary>The fewest pairs of one sign that have a p below 5 %.</summary>
    public const int FewestAlike = 6;

    public double HalfWidth => (High - Low) / 2;

    /// <summary>
    /// Whether the direction of the difference is clear: the interval leaves out 0, and the test rejects chance.
    /// </summary>
    public bool IsClear => P < Chance && (Low > 0 || High < 0);

    public static PairedInterval Of(Crossed @base, Crossed other, FigureKind kind)
    {
        var differences = other.Less(@base);
        var mean = CrossedMean.Of(differences);
        if (double.IsNaN(mean.StandardError))
            return new(double.NaN, double.NaN, double.NaN);
        if (kind == FigureKind.Share)
            return OfShares(@base, other, differences, mean);
        if (mean.StandardError > 0)
            return new(kind.Change(mean.Mean - mean.HalfWidth), kind.Change(mean.Mean + mean.HalfWidth), mean.P);
        return Units(mean) < FewestAlike ? new(double.NaN, double.NaN, PAlike(mean)) : new(mean.Mean, mean.Mean, PAlike(mean));
    }

    private static PairedInterval OfShares(Crossed @base, Crossed other, Crossed differences, CrossedMean mean)
    {
        var (low, high) = ShareInterval.OfDifference(@base, other);
        var p = mean.StandardError == 0 ? PAlike(mean)
            : Math.Min(mean.Draws, mean.Replications) <= 1 ? SignFlip.P([.. differences.Draws().SelectMany(draw => draw)])
            : mean.P;
        return new(low, high, p);
    }

    private static double PAlike(CrossedMean mean) => mean.Mean == 0 ? 1 : SignFlip.OfOneSize(0, Units(mean));

    /// <summary>The number of independent units: if draws and replications are crossed, the smaller number.</summary>
    private static int Units(CrossedMean mean) =>
        mean.Draws <= 1 ? mean.Replications : mean.Replications <= 1 ? mean.Draws : Math.Min(mean.Draws, mean.Replications);
}
