namespace Samverkan.Analysis.Statistics;

/// <summary>
/// Correction for many questions at once (Holm 1979). The probability that any of them is called clear by mistake is at most
/// 5 %.
/// </summary>
public static class Holm
{
    /// <param name="p">p values. Those that are not a number are returned unchanged and do not count.</param>
    public static double[] Adjusted(IReadOnlyList<double> p)
    {
        var adjusted = p.ToArray();
        var order = Enumerable.Range(0, p.Count).Where(i => !double.IsNaN(p[i])).OrderBy(i => p[i]).ToList();
        var least = 0.0;
        for (var rank = 0; rank < order.Count; rank++)
            adjusted[order[rank]] = least = Math.Max(least, Math.Min(1, (order.Count - rank) * p[order[rank]]));
        return adjusted;
    }
}
