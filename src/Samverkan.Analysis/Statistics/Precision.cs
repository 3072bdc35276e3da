namespace Samverkan.Analysis.Statistics;

/// <summary>How narrow an interval is against what is wanted, and how many replications would make it so narrow.</summary>
public static class Precision
{
    /// <summary>
    /// Replications after which half the interval would be this narrow; 0: unknown, or no number is enough. Shares use the
    /// present width, which narrows with the square root.
    /// </summary>
    public static int Needed(CrossedMean mean, double half, double wanted, FigureKind kind)
    {
        if (kind == FigureKind.Amount || mean.StandardError > 0)
            return mean.NeededFor(wanted);
        return wanted > 0 && !double.IsNaN(half) && mean.Draws <= 1 ? (int)Math.Min(int.MaxValue, Math.Ceiling(mean.Replications * Math.Pow(half / wanted, 2))) : 0;
    }

    /// <summary>
    /// How many runs that agree are needed to say that something unseen happens in less than this share of runs (95 %
    /// certain: the rule of three; Hanley and Lippman-Hand, JAMA 1983; 249:1743).
    /// </summary>
    public static int Alike(double share) => (int)Math.Ceiling(3 / share);
}
