using MathNet.Numerics.Distributions;
using MathNet.Numerics.Statistics;

namespace Samverkan.Analysis.Sensitivity;

/// <summary>
/// The effects of factors on random walks (Morris 1991, Campolongo et al. 2007). An elementary effect is the change of the
/// outcome divided by the change of the factor's quantile.
/// </summary>
/// <param name="MuStar">Mean size of the effects as measured. Chance alone makes it larger than 0.</param>
/// <param name="Floor">Mean size that chance alone would give; not a number with one replication.</param>
/// <param name="Above">True size of the effects, with the part of chance removed: how much the factor matters.</param>
/// <param name="Mu">Mean effect, with its sign.</param>
/// <param name="Sigma">Spread of the effects without the part of chance: curvature, or interaction with other factors.</param>
/// <param name="IsTold">Whether the interval of the measured size lies above the size that chance gives.</param>
public sealed record MorrisEffects(Index MuStar, double Floor, Index Above, double Mu, double Sigma, bool IsTold)
{
    private static readonly double MeanOfSize = Math.Sqrt(2 / Math.PI);
    private static readonly double SpreadOfSize = Math.Sqrt(1 - 2 / Math.PI);
    private const double Z95 = 1.959964;

    /// <param name="units">Rows of the design: walks of factors + 1 rows.</param>
    /// <param name="outcome">The outcome at each row.</param>
    /// <returns>One for each factor. Incomplete walks do not count.</returns>
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
            size, noise * MeanOfSize, above, effects.Mean(), Math.Sqrt(Math.Max(0, effects.Variance() - known * known)),
            size.Low > highest);
    }

    /// <summary>
    /// The size of an effect that, measured with normal noise, has this mean size: the inverse of the mean of the folded normal
    /// distribution (Leone, Nelson and Nottingham, Technometrics 1961; 3:543). 0 if noise alone gives as much.
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
