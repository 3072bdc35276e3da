using System.Globalization;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.Statistics;
using Samverkan.Analysis.Statistics;
using Samverkan.Analysis.Studies.Sampling;
using Xunit;

namespace Samverkan.Analysis.Tests;

/// <summary>Intervals of studies whose samples are crossed with replications.</summary>
public sealed class CrossedMeanTests
{
    private const double Truth = 3;

    [Fact]
    public void Draws_and_luck_are_told_apart_as_by_hand()
    {
        var mean = CrossedMean.Of(new([[1, 2], [3, 4], [5, 9]], sample => sample));

        // Means of draws 1.5, 3.5, 7; of replications 3, 5; what is left squares up to 3 with 2 degrees of freedom.
        Assert.Equal((4, 7.75 / 3, 1 - .25, .25), (mean.Mean, mean.OfDraws, mean.OfLuck, mean.OfInterplay));
    }

    /// <summary>
    /// References: R 4.2, mean squares of anova(lm(y ~ draw + replication)), whose sum and difference (draws + replications -
    /// residuals) over the number of runs has Satterthwaite's degrees of freedom.
    /// </summary>
    [Theory]
    [InlineData("1 2; 3 4; 5 9", 4, 1.82574185835, 6.44683750219, .13210402382)]
    [InlineData("4.1 5.3 3.8 4.9; 6.2 7.9 5.7 6.6; 2.9 4.4 3.1 3.3; 5.0 6.1 4.2 5.8; 7.1 8.8 7.0 7.4", 5.48, .826276789783,
        2.03819430216, .000647836823333)]
    public void The_interval_of_crossed_draws_is_that_of_R(string table, double middle, double error, double half, double p)
    {
        double[][] samples = [.. table.Split(';')
            .Select(draw => draw.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(v => double.Parse(v, CultureInfo.InvariantCulture)).ToArray())];

        var mean = CrossedMean.Of(new(samples, sample => sample));

        Assert.Equal(middle, mean.Mean, 10);
        Assert.Equal(error, mean.StandardError, 8);
        Assert.Equal(half, mean.HalfWidth, 6);
        Assert.Equal(p, mean.P, 8);
    }

    [Fact]
    public void Runs_of_one_sample_are_no_independent_runs()
    {
        var (old, now) = Coverage(draws: 40, replications: 5, ofDraw: 1, ofLuck: 0, ofRun: 1);

        Assert.InRange(old, .6, .8);
        Assert.InRange(now, .935, .965);
    }

    [Fact]
    public void Luck_that_all_samples_share_does_not_average_out_over_them()
    {
        var (old, now) = Coverage(draws: 60, replications: 6, ofDraw: .5, ofLuck: .5, ofRun: 1);

        Assert.InRange(old, 0, .5);
        Assert.InRange(now, .93, .97);
    }

    [Fact]
    public void The_bootstrap_knows_draws_too()
    {
        var held = Simulated(400, 30, 4, ofDraw: 1, ofLuck: 0, ofRun: 1)
            .Count(figures => Bootstrap.OfMean(figures) is var (low, high) && low <= Truth && Truth <= high);

        Assert.InRange(held / 400.0, .92, .98);
    }

    [Fact]
    public void A_walk_is_one_draw()
    {
        var walks = new Crossed([[1.0], [3.0], [5.0], [7.0]], sample => sample / 2);

        Assert.Equal((2, 4.0), (CrossedMean.Of(walks).Draws, CrossedMean.Of(walks).Mean));
        Assert.Equal(new[] { 2.0, 6.0 }.Variance() / 2, CrossedMean.Of(walks).OfDraws);
    }

    [Fact]
    public void What_is_fixed_is_no_draw()
    {
        // One at a time: the mean over the points, replication by replication.
        var mean = CrossedMean.Of(new([[1, 2, 6], [3, 4, 8]], _ => 0));

        Assert.Equal(CrossedMean.Of(Crossed.Of([2, 3, 7])), mean);
    }

    [Fact]
    public void A_replication_that_has_only_some_of_the_samples_is_not_taken_for_luck()
    {
        var whole = CrossedMean.Of(new([[1, 1], [5, 5], [9, 9]], sample => sample));
        var partly = CrossedMean.Of(new([[1, 1, 1], [5, 5, double.NaN], [9, 9, double.NaN]], sample => sample));

        Assert.Equal((whole.Mean, whole.OfDraws, 0), (partly.Mean, partly.OfDraws, partly.OfLuck));
    }

    [Fact]
    public void Replications_do_not_narrow_what_the_samples_leave_wide()
    {
        var mean = CrossedMean.Of(Simulated(1, 20, 5, ofDraw: 1, ofLuck: 0, ofRun: 1).Single());
        var atBest = StudentT.InvCDF(0, 1, 19, .975) * Math.Sqrt(mean.OfDraws - mean.OfInterplay);

        Assert.Equal(0, Precision.Fewest(mean.HalfAfter, .99 * atBest));
        Assert.True(Precision.Fewest(mean.HalfAfter, 1.05 * atBest) > 5);
    }

    /// <summary>In how many of many studies the interval has the truth in it: with every run on its own, and now.</summary>
    private static (double Old, double Now) Coverage(int draws, int replications, double ofDraw, double ofLuck, double ofRun)
    {
        const int studies = 2000;
        var (old, now) = (0, 0);
        foreach (var figures in Simulated(studies, draws, replications, ofDraw, ofLuck, ofRun))
        {
            old += Holds(CrossedMean.Of(Crossed.Of(figures.Runs())));
            now += Holds(CrossedMean.Of(figures));
        }
        return ((double)old / studies, (double)now / studies);

        static int Holds(CrossedMean mean) => Math.Abs(mean.Mean - Truth) <= mean.HalfWidth ? 1 : 0;
    }

    private static IEnumerable<Crossed> Simulated(int studies, int draws, int replications, double ofDraw, double ofLuck,
        double ofRun)
    {
        var chance = UnitSamples.Chance(7);
        double Some(double spread) => spread == 0 ? 0 : Normal.Sample(chance, 0, spread);
        for (var study = 0; study < studies; study++)
        {
            double[] random = [.. Enumerable.Range(0, replications).Select(_ => Some(ofLuck))];
            yield return new([.. Enumerable.Range(0, draws).Select(_ => Some(ofDraw)).ToArray()
                .Select(own => random.Select(shared => Truth + own + shared + Some(ofRun)).ToArray())], sample => sample);
        }
    }
}
