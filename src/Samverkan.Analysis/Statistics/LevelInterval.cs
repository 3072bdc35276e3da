namespace Samverkan.Analysis.Statistics;

/// <summary>The 95 % interval of a mean level: Student's t for amounts, Wilson's for what lies between 0 and 1.</summary>
/// <param name="Low">Not a number if nothing is repeated.</param>
public readonly record struct LevelInterval(double Low, double High)
{
    public static LevelInterval Of(Crossed figures, FigureKind kind)
    {
        var mean = CrossedMean.Of(figures);
        if (kind == FigureKind.Amount)
            return new(mean.Mean - mean.HalfWidth, mean.Mean + mean.HalfWidth);
        // What is measured and never varies is worth no number of observations.
        if (kind == FigureKind.Index && mean.StandardError == 0)
            return new(mean.Mean, mean.Mean);
        var (low, high) = ShareInterval.OfLevel(figures);
        return new(low, high);
    }
}
