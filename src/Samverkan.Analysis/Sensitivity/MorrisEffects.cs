using MathNet.Numerics.Statistics;

namespace Samverkan.Analysis.Sensitivity;

/// <summary>
/// What the factors do on random walks (Morris 1991, Campolongo et al. 2007): the elementary effects of a factor, each the
/// change of the outcome over the change of the factor's quantile.
/// </summary>
/// <param name="MuStar">Mean size of the effects: how much the factor matters.</param>
/// <param name="Mu">Mean effect, with its sign.</param>
/// <param name="Sigma">Spread of the effects: curvature, or interplay with other factors.</param>
public sealed record MorrisEffects(Index MuStar, double Mu, double Sigma)
{
    /// <param name="units">Rows of the design: walks of factors + 1 rows.</param>
    /// <param name="outcome">The outcome at each row.</param>
    /// <returns>One for each factor; whole walks alone count.</returns>
    public static IReadOnlyList<MorrisEffects> Of(IReadOnlyList<double[]> units, IReadOnlyList<double> outcome)
    {
        var factors = units[0].Length;
        var walks = outcome.Count / (factors + 1);
        var effects = new double[factors][];
        for (var factor = 0; factor < factors; factor++)
            effects[factor] = new double[walks];
        for (var walk = 0; walk < walks; walk++)
            for (var step = 0; step < factors; step++)
            {
                var (from, to) = (walk * (factors + 1) + step, walk * (factors + 1) + step + 1);
                var moved = Enumerable.Range(0, factors).First(f => units[from][f] != units[to][f]);
                effects[moved][walk] = (outcome[to] - outcome[from]) / (units[to][moved] - units[from][moved]);
            }
        return [.. effects.Select(e => new MorrisEffects(
            Index.Resampled(walks, drawn => drawn.Average(w => Math.Abs(e[w]))), e.Mean(), e.StandardDeviation()))];
    }
}
