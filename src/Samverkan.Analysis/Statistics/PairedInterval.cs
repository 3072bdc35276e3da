namespace Samverkan.Analysis.Statistics;

/// <summary>
/// The 95 % interval of a mean paired difference and the p that belongs to it. Amounts: Student's t. What lies between 0 and 1:
/// Newcombe's interval; shares of a whole: an exact test as well. Where all differences are alike, a width of 0 is no evidence: what can be told is that so
/// many pairs agree.
/// </summary>
/// <param name="Low">Not a number where fewer than two pairs, or fewer than six that are all alike, tell nothing.</param>
/// <param name="P">Two-sided.</param>
public readonly record struct PairedInterval(double Low, double High, double P)
{
    private const double Chance = 0.05;

    /// <summary>As many pairs of one sign have a p below 5 %.</summary>
    public const int FewestAlike = 6;

    public double HalfWidth => (High - Low) / 2;

    /// <summary>Whether the direction of the difference can be told: the interval leaves out 0, and so does the test.</summary>
    public bool IsClear => P < Chance && (Low > 0 || High < 0);

    public static PairedInterval Of(Crossed @base, Crossed other, FigureKind kind)
    {
        var differences = other.Less(@base);
        var mean = CrossedMean.Of(differences);
        if (double.IsNaN(mean.StandardError))
            return new(double.NaN, double.NaN, double.NaN);
        if (kind == FigureKind.Share || kind == FigureKind.Index && mean.StandardError > 0)
            return Bounded(@base, other, differences, mean, kind);
        if (mean.StandardError > 0)
            return new(mean.Mean - mean.HalfWidth, mean.Mean + mean.HalfWidth, mean.P);
        return Units(mean) < FewestAlike ? new(double.NaN, double.NaN, PAlike(mean)) : new(mean.Mean, mean.Mean, PAlike(mean));
    }

    private static PairedInterval Bounded(Crossed @base, Crossed other, Crossed differences, CrossedMean mean, FigureKind kind)
    {
        var (low, high) = ShareInterval.OfDifference(@base, other);
        var p = mean.StandardError == 0 ? PAlike(mean)
            : kind == FigureKind.Share && Math.Min(mean.Draws, mean.Replications) <= 1 ? SignFlip.P([.. differences.Draws().SelectMany(draw => draw)])
            : mean.P;
        return new(low, high, p);
    }

    private static double PAlike(CrossedMean mean) => mean.Mean == 0 ? 1 : SignFlip.OfOneSize(0, Units(mean));

    /// <summary>What is independent: where draws and replications are crossed, the fewer of the two.</summary>
    private static int Units(CrossedMean mean) =>
        mean.Draws <= 1 ? mean.Replications : mean.Replications <= 1 ? mean.Draws : Math.Min(mean.Draws, mean.Replications);
}
