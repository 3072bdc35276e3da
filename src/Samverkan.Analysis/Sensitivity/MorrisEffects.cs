using MathNet.Numerics.Distributions;
using MathNet.Numerics.Statistics;

namespace Samverkan.Analysis.Sensitivity;

/// <summary>
/// What the factors do on random walks (Morris 1991, Campolongo et al. 2007): the elementary effects of a factor, each the
/// change of the outcome over the change of the factor's quantile.
/// </summary>
/// <param name="MuStar">Mean size of the effects as measured, which chance alone makes larger than 0.</param>
/// <param name="Floor">Mean size that the effects would have by chance alone; not a number with one replication, which cannot tell.</param>
/// <param name="Above">Size of the effects that would be measured as <paramref name="MuStar"/>: the floor taken off. How much the factor matters.</param>
/// <param name="Mu">Mean effect, with its sign.</param>
/// <param name="Sigma">Spread of the effects, what chance adds taken off: curvature, or interplay with other factors.</param>
/// <param name="IsTold">Whether the interval of what is measured lies above that of what chance gives.</param>
public sealed record MorrisEffects(Index MuStar, double Floor, Index Above, double Mu, double Sigma, bool IsTold)
{
    private static readonly double MeanOfSize = Math.Sqrt(2 / Math.PI);
    private static readonly double SpreadOfSize = Math.Sqrt(1 - 2 / Math.PI);
    private const double Z95 = 1.959964;

    /// <param name="units">Rows of the design: walks of factors + 1 rows.</param>
    /// <param name="outcome">The outcome at each row.</param>
    /// <returns>One for each factor; whole walks alone count.</returns>
    public static IReadOnlyList<MorrisEffects> Of(IReadOnlyList<double[]> units, Replicated outcome)
    {
        var factors = units[0].Length;
        var walks = outcome.Points / (factors + 1);
        var (effects, noise) = (new double[factors][], new double[factors]);
        for (var factor = 0; factor < factors; factor++)
            effects[factor] = new double[walks];
        for (var walk = 0; walk < walks; walk++)
            for (var step = 0; step < factors; step++)
            {
                var (from, to) = (walk * (factors + 1) + step, walk * (factors + 1) + step + 1);
                var moved = Enumerable.Range(0, factors).First(f => units[from][f] != units[to][f]);
                var by = units[to][moved] - units[from][moved];
                effects[moved][walk] = (outcome.Means[to] - outcome.Means[from]) / by;
                double Change(int r) => (outcome.At(to)[r] - outcome.At(from)[r]) / by;
                noise[moved] += outcome.Noise(Change, Change) / walks;
            }
        return [.. effects.Select((of, factor) => One(of, outcome.Replications < 2 ? double.NaN : Math.Sqrt(noise[factor])))];
    }

    private static MorrisEffects One(double[] effects, double noise)
    {
        var size = Index.Resampled(effects.Length, drawn => drawn.Average(w => Math.Abs(effects[w])));
        var known = double.IsNaN(noise) ? 0 : noise;
        var above = new Index(Behind(size.Value, known), Behind(size.Low, known), Behind(size.High, known));
        var highest = noise * (MeanOfSize + Z95 * SpreadOfSize / Math.Sqrt(effects.Length));
        return new(
            size, noise * MeanOfSize, above, effects.Mean(), Math.Sqrt(Math.Max(0, effects.Variance() - known * known)), size.Low > highest);
    }

    /// <summary>
    /// The size of an effect that, measured with normal noise, has that mean size: the mean of the folded normal distribution
    /// (Leone, Nelson and Nottingham, Technometrics 1961; 3:543), turned around. 0 where noise alone gives as much.
    /// </summary>
    private static double Behind(double measured, double noise)
    {
        if (noise == 0 || double.IsNaN(measured))
            return measured;
        if (measured <= noise * MeanOfSize)
            return 0;
        var (low, high) = (0.0, measured);
        for (var step = 0; step < 60; step++)
            if (Folded((low + high) / 2, noise) < measured)
                low = (low + high) / 2;
            else
                high = (low + high) / 2;
        return (low + high) / 2;
    }

    private static double Folded(double size, double noise) =>
        noise * MeanOfSize * Math.Exp(-size * size / (2 * noise * noise)) + size * (1 - 2 * Normal.CDF(0, 1, -size / noise));
}
