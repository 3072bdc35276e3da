using Samverkan.Analysis.Calibrating;
using Samverkan.Analysis.Studies.Sampling;
using Xunit;

namespace Samverkan.Analysis.Tests.Sensitivity;

/// <summary>A model whose true values are known is observed, and calibrated by what was observed.</summary>
public sealed class PerfectModelTests
{
    private static readonly double[] True = [.7, .25, .5, .5];

    [Fact]
    public void The_true_values_are_kept_and_most_else_is_ruled_out()
    {
        var matching = Calibrated();

        Assert.True(matching.IsPlausible(True));
        Assert.Equal(3, matching.Waves);
        Assert.True(matching.Left[0] >= matching.Left[^1]);
        Assert.InRange(matching.Left[^1], 1e-4, .12);
        Assert.False(matching.IsPlausible([.2, .25, .5, .5]));
        Assert.False(matching.IsPlausible([.7, .9, .5, .5]));
    }

    [Fact]
    public void What_is_accepted_lies_around_the_true_values_and_says_nothing_of_what_cannot_be_known()
    {
        var region = Calibrated().Accept(300);

        Assert.Equal(300, region.Count);
        Assert.Equal(.7, region.Average(u => u[0]), .06);
        Assert.Equal(.25, region.Average(u => u[1]), .06);
        // The fourth factor does nothing: all of its range is kept.
        var idle = region.Select(u => u[3]).Order().ToArray();
        Assert.True(idle[285] - idle[15] > .75);
    }

    [Fact]
    public void What_no_values_can_give_is_told()
    {
        var matching = Calibrated(impossible: true);

        Assert.Equal(0, matching.Left[^1]);
        Assert.Empty(matching.Next(10));
    }

    [Fact]
    public void The_same_waves_come_again() => Assert.Equal(Calibrated().Next(20), Calibrated().Next(20));

    /// <summary>Four factors of which three matter, curved and entangled, and luck that every replication shares.</summary>
    private static double[] Outcomes(double[] u, double random, double own) =>
        [3 * u[0] + u[0] * u[1] + .1 * random + own, 2 * (u[1] - .5) * (u[1] - .5) + 2 * u[1] + .1 * random + own,
            u[0] - u[2] + .1 * random + own];

    private static HistoryMatching Calibrated(bool impossible = false)
    {
        var chance = UnitSamples.Chance(11);
        var observed = Outcomes(True, 0, 0);
        if (impossible)
            observed[0] += 20;
        var matching = new HistoryMatching(4, cutoff: 3, seed: 5);
        for (var wave = 0; wave < 3 && (wave == 0 || matching.Left[^1] > 0); wave++)
        {
            var samples = matching.Next(60);
            double Some() => chance.NextDouble() - .5;
            var runs = samples.Select(u => Enumerable.Range(0, 5).Select(_ => Outcomes(u, Some(), .02 * Some())).ToArray())
                .ToList();
            matching.Learn(Wave.Of(
                [.. observed.Select(value => new Observed(value, .05))], samples,
                [.. Enumerable.Range(0, 3).Select(o => runs.Select(r => r.Select(run => run[o]).ToArray()).ToList())]));
        }
        return matching;
    }
}
