namespace Samverkan.Analysis.Statistics;

/// <summary>How narrow an interval should be, and how many replications would make it so narrow.</summary>
public static class Precision
{
    private const int Most = 1_000_000_000;

    /// <summary>
    /// Half the width that is wanted: a share of the base's mean. For a share that was never seen in the base, it is that many
    /// percentage points.
    /// </summary>
    public static double Wanted(double share, double level, FigureKind kind) =>
        share * (level == 0 && kind == FigureKind.Share ? 1 : Math.Abs(level));

    /// <summary>
    /// Replications after which the 95 % interval would be this narrow, if they are like those so far; 0: unknown, or no number
    /// is enough. The interval is the one that is reported: Student's t, Wilson's or Newcombe's.
    /// </summary>
    /// <param name="other">null: the base's own mean is asked for, not a difference.</param>
    /// <param name="share">Half the width that is wanted, as share of the base's mean.</param>
    public static int Needed(Crossed @base, Crossed? other, FigureKind kind, double share)
    {
        var asked = CrossedMean.Of(other is null ? @base : other.Less(@base));
        var level = CrossedMean.Of(other is null ? @base : @base.Where(other)).Mean;
        if (double.IsNaN(asked.StandardError))
            return 0;
        if (asked.StandardError == 0 && kind != FigureKind.Share)
            return Alike(share);
        var half = (kind, other) switch
        {
            (FigureKind.Amount, _) or (FigureKind.Index, not null) => asked.HalfAfter,
            (_, null) => ShareInterval.HalfOfLevel(@base),
            (_, { } set) => ShareInterval.HalfOfDifference(@base, set),
        };
        return Fewest(half, Wanted(share, level, kind));
    }

    /// <summary>The fewest replications, at least two, after which half the interval is this narrow; 0: none.</summary>
    public static int Fewest(Func<int, double> halfAfter, double wanted)
    {
        if (!(wanted > 0) || !(halfAfter(Most) <= wanted))
            return 0;
        var (few, enough) = (1, 2);
        while (!(halfAfter(enough) <= wanted))
            (few, enough) = (enough, Math.Min(Most, 2 * enough));
        while (enough - few > 1)
            if (few + (enough - few) / 2 is var middle && halfAfter(middle) <= wanted)
                enough = middle;
            else
                few = middle;
        return enough;
    }

    /// <summary>
    /// How many runs that agree are needed to say that something unseen happens in less than this share of runs (95 %
    /// certain: the rule of three; Hanley and Lippman-Hand, JAMA 1983; 249:1743).
    /// </summary>
    public static int Alike(double share) => (int)Math.Ceiling(3 / share);
}
