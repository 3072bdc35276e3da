using Samverkan.Analysis.Sensitivity;
using Samverkan.Analysis.Statistics;
using Samverkan.Analysis.Studies.Sampling;
using Xunit;

namespace Samverkan.Analysis.Tests.Sensitivity;

/// <summary>The estimators on functions whose answers are known in closed form.</summary>
public sealed class ReferenceFunctionTests
{
    [Fact]
    public void Sobol_indices_of_the_ishigami_function()
    {
        var indices = Sobol(3, 4096, Ishigami);

        // Ishigami and Homma 1990 with a = 7, b = 0.1; values in Saltelli et al. 2008, section 4.6.
        Assert.Equal([.3139, .4424, 0], indices.Select(i => i.First.Value), Near(.01));
        Assert.Equal([.5576, .4424, .2437], indices.Select(i => i.Total.Value), Near(.01));
        Assert.All(indices, i => Assert.True(i.Total.Low <= i.Total.Value && i.Total.Value <= i.Total.High));
        Assert.True(indices[0].First.High - indices[0].First.Low < .1);
    }

    [Fact]
    public void Sobol_indices_of_sobols_g_function()
    {
        double[] a = [0, 1, 4.5, 9, 99, 99, 99, 99];
        var variances = a.Select(x => 1 / (3 * (1 + x) * (1 + x))).ToArray();
        var all = variances.Aggregate(1.0, (product, v) => product * (1 + v)) - 1;

        var indices = Sobol(8, 4096, u => u.Zip(a, (x, w) => (Math.Abs(4 * x - 2) + w) / (1 + w)).Aggregate((x, y) => x * y));

        Assert.Equal(variances.Select(v => v / all), indices.Select(i => i.First.Value), Near(.02));
        Assert.Equal(variances.Select(v => v / (1 + v) * (all + 1) / all), indices.Select(i => i.Total.Value), Near(.02));
    }

    [Fact]
    public void Chance_does_not_make_a_model_look_sensitive()
    {
        // Two factors of which one does nothing, and as much chance as effect: eight replications with shared luck.
        var rows = Designs.Saltelli(2048, 2, seed: 1);
        var chance = UnitSamples.Chance(9);
        var random = Enumerable.Range(0, 8).Select(_ => chance.NextDouble()).ToArray();
        var outcome = new Replicated(
            [.. rows.Select(u => random.Select(l => u[0] + 3 * l + 2 * (chance.NextDouble() - .5)).ToArray())]);

        var indices = SobolIndices.Of(outcome, 2);

        Assert.Equal([1, 0], indices.Select(i => i.First.Value), Near(.1));
        Assert.Equal([1, 0], indices.Select(i => i.Total.Value), Near(.1));
    }

    [Fact]
    public void Morris_tells_the_linear_the_entangled_and_the_idle_factors_of_his_function_apart()
    {
        var units = Designs.Morris(walks: 50, factors: 20, levels: 4, seed: 1);

        var effects = MorrisEffects.Of(units, new([.. units.Select(u => new[] { Morris(u) })])).ToArray();

        // Morris 1991, figure 1: 8, 9, 10 have large effects that are nearly constant (2 x 20 over the range);
        // 1 to 7 large effects that vary; 11 to 20 hardly any.
        Assert.All(effects[7..10], e => Assert.InRange(e.Mu, 30, 50));
        Assert.All(effects[7..10], e => Assert.True(e.Sigma < e.MuStar.Value / 3));
        Assert.All(effects[..6], e => Assert.True(e.MuStar.Value > 20 && e.Sigma > e.MuStar.Value / 3));
        Assert.All(effects[10..], e => Assert.True(e.MuStar.Value < 15));
    }

    [Fact]
    public void One_at_a_time_finds_the_swing_of_each_factor()
    {
        var rows = Designs.OneAtATime(2);
        var swings = Swings.Of(new([.. rows.Select(u => new[] { 10 * u[0] - 2 * u[1], 10 * u[0] - 2 * u[1] + 1 })]), 2, FigureKind.Amount);

        Assert.Equal([9, -1.8], swings.Select(s => s.Swing.Value), Near(1e-9));
        Assert.Equal([-4.5, .9], swings.Select(s => s.Low), Near(1e-9));
    }

    [Fact]
    public void Variance_is_laid_to_parameters_to_luck_and_to_their_interplay()
    {
        var chance = UnitSamples.Chance(4);
        double Centred() => Math.Sqrt(12) * (chance.NextDouble() - .5);
        var random = Enumerable.Range(0, 60).Select(_ => 2 * Centred()).ToArray();
        var points = Enumerable.Range(0, 400).Select(_ => 3 * Centred())
            .Select(effect => random.Select(l => effect + l + Centred()).ToArray()).ToList();

        var shares = VarianceShares.Of(new(points));

        Assert.Equal(9, shares.Parameters, Near(1));
        Assert.Equal(4, shares.Chance, Near(1));
        Assert.Equal(1, shares.Interplay, Near(.1));
        Assert.Equal(9.0 / 14, shares.OfParameters, Near(.08));
    }

    [Fact]
    public void An_additive_model_finds_the_few_that_matter_among_more_factors_than_samples()
    {
        var units = UnitSamples.LatinHypercube(200, 250, seed: 1);
        var chance = UnitSamples.Chance(2);

        // 2 sqrt(3)(2u-1) has variance 4; sqrt(5)(6u^2-6u+1) variance 1; noise of variance 0.25.
        var model = AdditiveModel.Of(units, [.. units.Select(u =>
            2 * Math.Sqrt(3) * (2 * u[17] - 1) + Math.Sqrt(5) * (6 * u[101] * u[101] - 6 * u[101] + 1)
            + Math.Sqrt(3) * (chance.NextDouble() - .5))]);

        Assert.Equal(4, model.Explained[17].Value, Near(.4));
        Assert.Equal(1, model.Explained[101].Value, Near(.25));
        Assert.True(model.Explained.Sum(i => i.Value) - model.Explained[17].Value - model.Explained[101].Value < .15);
        Assert.InRange(model.Fit, .9, 1);
    }

    private static IReadOnlyList<SobolIndices> Sobol(int factors, int size, Func<double[], double> function) =>
        SobolIndices.Of(new([.. Designs.Saltelli(size, factors, seed: 1).Select(u => new[] { function(u) })]), factors);

    private static double Ishigami(double[] u)
    {
        var x = u.Select(v => Math.PI * (2 * v - 1)).ToArray();
        return Math.Sin(x[0]) + 7 * Math.Pow(Math.Sin(x[1]), 2) + .1 * Math.Pow(x[2], 4) * Math.Sin(x[0]);
    }

    /// <summary>Morris 1991, section 4; the coefficients that he drew at random are (-1)^i and (-1)^(i+j), as is usual.</summary>
    private static double Morris(double[] u)
    {
        var w = u.Select((x, i) => i is 2 or 4 or 6 ? 2 * (1.1 * x / (x + .1) - .5) : 2 * (x - .5)).ToArray();
        var y = 0.0;
        for (var i = 0; i < 20; i++)
        {
            y += (i < 10 ? 20 : i % 2 == 0 ? -1 : 1) * w[i];
            for (var j = i + 1; j < 20; j++)
            {
                y += (j < 6 ? -15 : (i + j) % 2 == 0 ? 1 : -1) * w[i] * w[j];
                for (var l = j + 1; l < 5; l++)
                {
                    y += -10 * w[i] * w[j] * w[l];
                    for (var s = l + 1; s < 4; s++)
                        y += 5 * w[i] * w[j] * w[l] * w[s];
                }
            }
        }
        return y;
    }

    private static Within Near(double tolerance) => new(tolerance);

    private sealed class Within(double tolerance) : IEqualityComparer<double>
    {
        public bool Equals(double x, double y) => Math.Abs(x - y) <= tolerance;

        public int GetHashCode(double value) => 0;
    }
}
