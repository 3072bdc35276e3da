using MathNet.Numerics.Distributions;

namespace Samverkan.Analysis.Discovering;

/// <summary>One side of a box: a factor's quantile is at least, or at most, so much.</summary>
/// <param name="P">Chance that the restriction only seems to help (binomial, one-sided; Bryant and Lempert 2010).</param>
public sealed record Restriction(int Factor, double Low, double High, double P);

/// <summary>A box in the space of the factors, and how well it tells where something happens.</summary>
/// <param name="Base">Share of all samples in which it happens.</param>
/// <param name="Density">Share of the samples in the box in which it happens.</param>
/// <param name="Coverage">Share of all cases that the box holds.</param>
public sealed record Box(IReadOnlyList<Restriction> Restrictions, int Samples, double Base, double Density, double Coverage);

/// <summary>
/// The patient rule induction method (Friedman and Fisher 1999): peels a twentieth of the samples off one side at a time,
/// always where what is left is densest, and keeps the box on the way that best weighs how pure it is against how much it
/// holds. Factors whose sides do not help beyond chance are left out, and the peeling begins anew.
/// </summary>
public static class Prim
{
    private const double ShareOfPeel = 0.05;
    private const double LeastShare = 0.05;
    private const int FewestSamples = 10;
    private const double Significant = 0.05;

    /// <param name="units">Quantiles of the factors, a row per sample.</param>
    /// <param name="happens">Whether it happens in the sample.</param>
    /// <returns>null if it happens never or always.</returns>
    public static Box? Find(IReadOnlyList<double[]> units, IReadOnlyList<bool> happens)
    {
        var all = happens.Count(h => h);
        if (all == 0 || all == happens.Count)
            return null;
        var allowed = Enumerable.Range(0, units[0].Length).ToHashSet();
        while (true)
        {
            var (low, high) = Peeled(units, happens, all, allowed);
            var sides = Sides(units, happens, low, high);
            // A lucky edge is not only opened: without its factor the peeling goes on to others, which it kept from being found.
            if (sides.MaxBy(side => side.P) is { P: >= Significant } lucky)
                allowed.Remove(lucky.Factor);
            else
                return Described(units, happens, low, high, sides, all);
        }
    }

    private static (double[] Low, double[] High) Peeled(IReadOnlyList<double[]> units, IReadOnlyList<bool> happens, int all, HashSet<int> allowed)
    {
        var (low, high) = (units[0].Select(_ => 0.0).ToArray(), units[0].Select(_ => 1.0).ToArray());
        var (best, score) = (((double[])low.Clone(), (double[])high.Clone()), Score(units, happens, low, high, all));
        while (Peel(units, happens, low, high, allowed))
            // The purer of two boxes of equal merit is the later one.
            if (Score(units, happens, low, high, all) is var now && now >= score)
                (best, score) = (((double[])low.Clone(), (double[])high.Clone()), now);
        return best;
    }

    /// <summary>Takes the best twentieth off; false if too few would be left, or if nothing is gained any more.</summary>
    private static bool Peel(IReadOnlyList<double[]> units, IReadOnlyList<bool> happens, double[] low, double[] high, HashSet<int> allowed)
    {
        var inside = Inside(units, low, high);
        var off = Math.Max(1, (int)(ShareOfPeel * inside.Count));
        if (inside.Count - off < Math.Max(FewestSamples, LeastShare * units.Count) || inside.All(i => happens[i]))
            return false;
        var (best, density) = ((Factor: -1, Upper: false, Edge: 0.0), inside.Average(i => happens[i] ? 1.0 : 0));
        foreach (var factor in allowed.Order())
        {
            var sorted = inside.OrderBy(i => units[i][factor]).ToArray();
            var (without, upto) = (sorted[off..].Average(i => happens[i] ? 1.0 : 0), sorted[..^off].Average(i => happens[i] ? 1.0 : 0));
            if (without > density)
                (best, density) = ((factor, false, Middle(sorted[off - 1], sorted[off], factor)), without);
            if (upto > density)
                (best, density) = ((factor, true, Middle(sorted[^(off + 1)], sorted[^off], factor)), upto);
        }
        if (best.Factor < 0)
            return false;
        (best.Upper ? high : low)[best.Factor] = best.Edge;
        return true;

        double Middle(int one, int other, int factor) => (units[one][factor] + units[other][factor]) / 2;
    }

    private static double Score(IReadOnlyList<double[]> units, IReadOnlyList<bool> happens, double[] low, double[] high, int all)
    {
        var inside = Inside(units, low, high);
        double cases = inside.Count(i => happens[i]);
        // The harmonic mean of density and coverage.
        return cases == 0 ? 0 : 2 * cases / (inside.Count + all);
    }

    private static Box Described(
        IReadOnlyList<double[]> units, IReadOnlyList<bool> happens, double[] low, double[] high, IReadOnlyList<Restriction> sides, int all)
    {
        var inside = Inside(units, low, high);
        var cases = inside.Count(i => happens[i]);
        return new([.. sides.OrderBy(side => side.P)], inside.Count, (double)all / units.Count, (double)cases / Math.Max(1, inside.Count), (double)cases / all);
    }

    private static IReadOnlyList<Restriction> Sides(IReadOnlyList<double[]> units, IReadOnlyList<bool> happens, double[] low, double[] high)
    {
        return [.. Enumerable.Range(0, low.Length).Where(f => low[f] > 0 || high[f] < 1).Select(f => new Restriction(f, low[f], high[f], P(f)))];

        double P(int factor)
        {
            var inside = Inside(units, low, high);
            var (l, h) = (low[factor], high[factor]);
            (low[factor], high[factor]) = (0, 1);
            var open = Inside(units, low, high);
            (low[factor], high[factor]) = (l, h);
            var cases = inside.Count(i => happens[i]);
            return cases == 0 ? 1 : 1 - Binomial.CDF(open.Average(i => happens[i] ? 1.0 : 0), inside.Count, cases - 1);
        }
    }

    private static List<int> Inside(IReadOnlyList<double[]> units, double[] low, double[] high)
    {
        var inside = new List<int>();
        for (var i = 0; i < units.Count; i++)
        {
            var holds = true;
            for (var f = 0; f < low.Length && holds; f++)
                holds = units[i][f] >= low[f] && units[i][f] <= high[f];
            if (holds)
                inside.Add(i);
        }
        return inside;
    }
}
