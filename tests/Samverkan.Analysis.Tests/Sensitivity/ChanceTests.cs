using MathNet.Numerics.Distributions;
using Samverkan.Analysis.Sensitivity;
using Samverkan.Analysis.Statistics;
using Samverkan.Analysis.Studies.Sampling;
using Samverkan.Runs.Studies;
using Xunit;

namespace Samverkan.Analysis.Tests.Sensitivity;

/// <summary>What chance alone gives is not laid to a factor's charge.</summary>
public sealed class ChanceTests
{
    private const int Factors = 8;

    [Fact]
    public void Effects_that_are_chance_alone_are_not_told()
    {
        var told = Enumerable.Range(1, 40).Sum(seed => Morris((ulong)seed, _ => 0).Count(e => e.IsTold));

        // Of 320 factors.
        Assert.InRange(told, 0, 4);
    }

    [Fact]
    public void The_floor_is_what_chance_gives_and_is_taken_off()
    {
        var effects = Enumerable.Range(1, 40).SelectMany(seed => Morris((ulong)seed, u => u[0] + .3 * u[1])).ToList();
        double Mean(Func<MorrisEffects, double> measure, int factor) =>
            effects.Where((_, i) => i % Factors == factor).Average(measure);

        // Idle factors: all that is measured is the floor.
        Assert.Equal(Mean(e => e.MuStar.Value, 5), Mean(e => e.Floor, 5), .03);
        Assert.InRange(Mean(e => e.Above.Value, 5) / Mean(e => e.MuStar.Value, 5), 0, .6);
        Assert.Equal(1, Mean(e => e.Above.Value, 0), .05);
        Assert.InRange(Mean(e => e.MuStar.Value, 1), .31, .36);
        Assert.Equal(.3, Mean(e => e.Above.Value, 1), .05);
        Assert.Equal(1, effects.Where((_, i) => i % Factors == 0).Average(e => e.IsTold ? 1 : 0));
    }

    [Fact]
    public void One_replication_has_no_floor_and_tells_nothing()
    {
        var units = Designs.Morris(10, 3, 4, 1);
        var effects = MorrisEffects.Of(units, new([.. units.Select(u => new[] { 5 * u[0] })]));

        Assert.All(effects, e => Assert.True(double.IsNaN(e.Floor) && !e.IsTold));
        Assert.Equal(5, effects[0].MuStar.Value, 10);
    }

    [Fact]
    public void Shares_of_the_variance_are_not_told_of_chance()
    {
        var told = 0;
        for (ulong seed = 1; seed <= 40; seed++)
        {
            var (units, chance) = (UnitSamples.LatinHypercube(60, Factors, seed), UnitSamples.Chance(seed + 70));
            var outcome = new Replicated(
                [.. units.Select(_ => Enumerable.Range(0, 3).Select(_ => Normal.Sample(chance, 0, 1)).ToArray())]);
            told += AdditiveModel.Of(units, outcome.Means).Explained.Count(i => i.Low > 0);
        }

        Assert.InRange(told, 0, 4);
    }

    /// <summary>Reference: R's anova(lm(x ~ sample + replication)).</summary>
    [Fact]
    public void Whether_samples_differ_is_judged_by_the_F_test()
    {
        var shares = VarianceShares.Of(new([[5.1, 5.9, 5.4], [7.2, 7.9, 7.0], [6.1, 6.6, 6.9], [9.0, 9.4, 9.9]]));

        Assert.Equal(4.6607e-05, shares.P, 8);
        Assert.Equal((8.4644444 - .1211111) / 3, shares.Parameters, 6);
        Assert.Equal((.39 - .1211111) / 4, shares.Chance, 6);
        Assert.Equal(.1211111, shares.Interplay, 6);
    }

    [Fact]
    public void Where_nothing_varies_nothing_is_told() => Assert.False(VarianceShares.Of(new([[1, 1], [1, 1], [1, 1]])).IsTold);

    /// <summary>Reference: scipy's truncnorm between the 5th and 95th percentile.</summary>
    [Theory]
    [InlineData(0, .2371029)]
    [InlineData(.5, .27)]
    [InlineData(1, .3028971)]
    public void A_distribution_without_ends_is_cut_where_it_is_said(double quantile, double value) =>
        Assert.Equal(value, Quantiles.Of(new(BeliefKind.Normal, .27, .02, 0, 0, 1), quantile), 6);

    [Fact]
    public void No_design_runs_what_lies_beyond_the_cut()
    {
        var belief = new Belief(BeliefKind.Normal, .27, .02, 0, 0, 1);
        double[][][] designs = [Designs.OneAtATime(2), Designs.Morris(20, 2, 4, 1), Designs.Saltelli(64, 2, 1),
            UnitSamples.Sobol(256, 2, 1), UnitSamples.LatinHypercube(200, 2, 1)];

        Assert.All(designs.SelectMany(rows => rows).SelectMany(row => row),
            u => Assert.InRange(Quantiles.Of(belief, u), .2371, .3029));
        Assert.Equal(.27 - 2.326348 * .02, Quantiles.Of(belief with { CutBelow = .01, CutAbove = .99 }, 0), 6);
    }

    private static IReadOnlyList<MorrisEffects> Morris(ulong seed, Func<double[], double> model)
    {
        var (units, chance) = (Designs.Morris(10, Factors, 4, seed), UnitSamples.Chance(seed + 900));
        return MorrisEffects.Of(units, new(
            [.. units.Select(u => Enumerable.Range(0, 4).Select(_ => model(u) + Normal.Sample(chance, 0, .25)).ToArray())]));
    }
}
