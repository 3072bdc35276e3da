namespace Samverkan.Analysis.Statistics;

/// <summary>How narrow an interval is against what is wanted, and how many replications would make it so.</summary>
public static class Precision
{
    /// <summary>
    /// Replications after which half the interval would be as narrow as that; 0: it cannot be told, or no number is enough. Of shares
    /// by the width as it is, which narrows by the square root.
    /// </summary>
    public static int Needed(CrossedMean mean, double half, double wanted, FigureKind kind)
    {
        if (kind == FigureKind.Amount || mean.StandardError > 0)
            return mean.NeededFor(wanted);
        return wanted > 0 && !double.IsNaN(half) && mean.Draws <= 1 ? (int)Math.Min(int.MaxValue, Math.Ceiling(mean.Replications * Math.Pow(half / wanted, 2))) : 0;
    }

    /// <summary>
    /// How many alike it takes to say that what has not been seen happens in less than that share of runs (95 % certain: the rule of
    /// three; Hanley and Lippman-Hand, JAMA 1983; 249:1743).
    /// </summary>
    public static int Alike(double share) => (int)Math.Ceiling(3 / share);
}
