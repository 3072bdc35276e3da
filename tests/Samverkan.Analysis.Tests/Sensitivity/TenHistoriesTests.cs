using MathNet.Numerics.Distributions;
using MathNet.Numerics.Random;
using MathNet.Numerics.Statistics;
using Samverkan.Analysis.Calibrating;
using Samverkan.Analysis.Studies.Sampling;
using Xunit;

namespace Samverkan.Analysis.Tests.Sensitivity;

/// <summary>
/// A small model whose history is a series that one luck runs through: ten histories with known values, each calibrated by what
/// was observed of it.
/// </summary>
public sealed class TenHistoriesTests
{
    private const int Histories = 10;
    private const int Targets = 5;

    private static readonly double[][] Truths = UnitSamples.LatinHypercube(Histories, 2, seed: 19);

    [Fact]
    public void Nine_in_ten_holds_the_truth_in_eight_to_ten()
    {
        var regions = Enumerable.Range(0, Histories).Select(history => Region(history, seed: 1)).ToList();

        for (var factor = 0; factor < 2; factor++)
        {
            var held = Enumerable.Range(0, Histories).Count(history => Holds(regions[history], factor, Truths[history][factor]));
            Assert.InRange(held, 8, 10);
        }
        // The region tells something all the same.
        Assert.True(regions.Average(region => Width(region, 0)) < .6);
    }

    [Fact]
    public void Another_seed_moves_the_region_by_less_than_its_width() => Assert.All(Enumerable.Range(0, Histories), history =>
    {
        var (one, other) = (Region(history, seed: 1), Region(history, seed: 2));
        for (var factor = 0; factor < 2; factor++)
            Assert.InRange(Math.Abs(At(one, factor, .5) - At(other, factor, .5))
                / Math.Min(Width(one, factor), Width(other, factor)), 0, .5);
    });

    /// <summary>Taken for independent, the years of a series would say far more than they do.</summary>
    [Fact]
    public void Years_that_share_their_luck_are_no_independent_witnesses()
    {
        var together = Learnt(1, Observed(0));
        var expected = new double[Targets];
        together.Emulator.At(Truths[0], expected);

        // All years off by one standard deviation of luck, against one up and one down.
        double Likelihood(Func<int, double> off) =>
            Learnt(1, [.. expected.Select((value, t) => value + off(t))]).LogLikelihood(Truths[0]);
        Assert.True(Likelihood(_ => .3) > Likelihood(t => t % 2 == 0 ? .3 : -.3) + 3);
    }

    [Fact]
    public void Many_targets_are_not_ruled_out_sooner_than_one()
    {
        var wave = Learnt(1, Observed(0));

        // Sidak and Bonferroni for five: 2 (1 - F(x)) = 0.0027 / 5.
        Assert.Equal(3.4595, wave.Cutoff(3), 3);
    }

    private static double[] Expected(double[] unit, int[] years) =>
        [.. years.Select(year => 2 * unit[0] + .35 * year * (unit[1] - .5) + .4 * unit[0] * unit[1])];

    private static double[] Lived(double[] unit, RandomSource chance)
    {
        double Some(double spread) => Normal.Sample(chance, 0, spread);
        var shared = Some(.3);
        return [.. Expected(unit, [0, 1, 2, 3, 4]).Select(value => value + shared + Some(.08))];
    }

    private static double[] Observed(int history) => Lived(Truths[history], UnitSamples.Chance((ulong)(500 + history)));

    private static Wave Learnt(ulong seed, double[] observed)
    {
        var samples = UnitSamples.LatinHypercube(80, 2, seed);
        return Learnt(samples, UnitSamples.Chance(seed + 40), observed);
    }

    private static Wave Learnt(IReadOnlyList<double[]> samples, RandomSource chance, double[] observed)
    {
        var runs = samples.Select(unit => Enumerable.Range(0, 3).Select(_ => Lived(unit, chance)).ToArray()).ToList();
        return Wave.Of(
            [.. observed.Select(value => new Observed(value, .02))], samples,
            [.. Enumerable.Range(0, Targets).Select(t => runs.Select(lived => lived.Select(run => run[t]).ToArray()).ToList())]);
    }

    private static IReadOnlyList<double[]> Region(int history, ulong seed)
    {
        var (matching, chance, observed) =
            (new HistoryMatching(2, cutoff: 3, seed), UnitSamples.Chance(seed * 1000 + (ulong)history), Observed(history));
        for (var wave = 0; wave < 2; wave++)
            matching.Learn(Learnt(matching.Next(60), chance, observed));
        return matching.Accept(300);
    }

    private static double At(IReadOnlyList<double[]> region, int factor, double share) =>
        region.Select(unit => unit[factor]).Quantile(share);

    private static double Width(IReadOnlyList<double[]> region, int factor) => At(region, factor, .95) - At(region, factor, .05);

    private static bool Holds(IReadOnlyList<double[]> region, int factor, double truth) =>
        truth >= At(region, factor, .05) && truth <= At(region, factor, .95);
}
