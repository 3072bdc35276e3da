using MathNet.Numerics;

namespace Samverkan.Analysis.Studies.Sampling;

/// <summary>
/// Samples that change the factors in a pattern by which their effects can be told apart, as points of the unit cube. Each
/// comes with the estimator that reads it, in <see cref="Sensitivity"/>.
/// </summary>
public static class Designs
{
    /// <summary>Quantile to which a factor goes down, and 1 less it up, when it is moved alone.</summary>
    public const double LowQuantile = 0.05;

    /// <summary>
    /// All factors in the middle, then each alone low and high: rows 0, 1 and 2 for the first, 3 and 4 for the second.
    /// </summary>
    public static double[][] OneAtATime(int factors)
    {
        var rows = new List<double[]> { Middle() };
        for (var factor = 0; factor < factors; factor++)
            foreach (var quantile in new[] { LowQuantile, 1 - LowQuantile })
            {
                var row = Middle();
                row[factor] = quantile;
                rows.Add(row);
            }
        return [.. rows];

        double[] Middle() => [.. Enumerable.Repeat(0.5, factors)];
    }

    /// <summary>
    /// Random walks over a grid in which each step changes one factor by more than half its range (Morris 1991): so many
    /// walks, each of factors + 1 rows.
    /// </summary>
    /// <param name="levels">Levels of the grid: even.</param>
    public static double[][] Morris(int walks, int factors, int levels, ulong seed)
    {
        var chance = UnitSamples.Chance(seed);
        var step = levels / 2;
        var rows = new List<double[]>();
        for (var walk = 0; walk < walks; walk++)
        {
            var (at, up) = (new int[factors], new bool[factors]);
            for (var factor = 0; factor < factors; factor++)
            {
                up[factor] = chance.NextDouble() < 0.5;
                at[factor] = (int)(chance.NextDouble() * (levels - step)) + (up[factor] ? 0 : step);
            }
            rows.Add(Point());
            foreach (var factor in Combinatorics.GeneratePermutation(factors, chance))
            {
                at[factor] += up[factor] ? step : -step;
                rows.Add(Point());
            }

            double[] Point() => [.. at.Select(level => (double)level / (levels - 1))];
        }
        return [.. rows];
    }

    /// <summary>
    /// Two even samples A and B, and for each factor A with that factor's column of B (Saltelli et al. 2010). Blocks of
    /// factors + 2 rows: A, B, then A with each column, so that every whole block can be used.
    /// </summary>
    public static double[][] Saltelli(int size, int factors, ulong seed)
    {
        var both = UnitSamples.Sobol(size, 2 * factors, seed);
        var rows = new List<double[]>(size * (factors + 2));
        foreach (var row in both)
        {
            var (a, b) = (row[..factors], row[factors..]);
            rows.Add(a);
            rows.Add(b);
            for (var factor = 0; factor < factors; factor++)
            {
                var mixed = (double[])a.Clone();
                mixed[factor] = b[factor];
                rows.Add(mixed);
            }
        }
        return [.. rows];
    }
}
