using Samverkan.Analysis.Statistics;
using Samverkan.Model.Indicators;
using Xunit;

namespace Samverkan.Analysis.Tests;

public sealed class StatisticsTests
{
    // Student 1908: hours of sleep gained under two drugs; R's data set "sleep".
    private static readonly double[] One = [.7, -1.6, -.2, -1.2, -.1, 3.4, 3.7, .8, 0, 2];
    private static readonly double[] Other = [1.9, .8, 1.1, .1, -.1, 4.4, 5.5, 1.6, 4.6, 3.4];

    [Fact]
    public void Students_sleep_is_judged_as_R_judges_it()
    {
        var estimate = PairedDifference.Of(One, Other, Better.Higher);

        Assert.Equal(1.58, estimate.Difference, 10);
        Assert.Equal((.7001142, 2.4598858), (Math.Round(estimate.Low, 7), Math.Round(estimate.High, 7)));
        Assert.Equal(.002833, estimate.P, 6);
        Assert.Equal(.95, estimate.Better, 10);
        Assert.Equal(1.2846, estimate.EffectOfPairs, 4);
        Assert.True(estimate.Saving > 1);
    }

    [Fact]
    public void The_bootstrap_leans_where_the_figures_lean()
    {
        double[] skewed = [0, 0, 0, 0, 0, 0, 0, .1, .1, .2, .3, .5, 1, 2, 6];
        var (low, high) = Bootstrap.OfMean(skewed);
        var mean = skewed.Average();

        Assert.InRange(mean, low, high);
        Assert.True(high - mean > 1.5 * (mean - low));
        Assert.Equal((low, high), Bootstrap.OfMean(skewed));
        Assert.Equal((3, 3), Bootstrap.OfMean([3, 3, 3]));
    }

    [Fact]
    public void Holm_corrects_for_asking_many_questions() =>
        Assert.Equal([.03, .06, .06, .02, double.NaN], Holm.Adjusted([.01, .04, .03, .005, double.NaN]).Select(p => Math.Round(p, 10)));

    [Fact]
    public void As_many_replications_as_are_said_to_be_needed_give_the_interval()
    {
        double[] values = [9, 10, 11, 12, 8, 10, 13, 7, 10, 10];
        var needed = CrossedMean.Of(Crossed.Of(values)).NeededFor(half: .5);

        var spread = Enumerable.Range(0, needed).Select(i => values[i % values.Length]).ToArray();
        Assert.Equal(.5, CrossedMean.Of(Crossed.Of(spread)).HalfWidth, .03);
    }

    [Fact]
    public void Pairs_that_do_not_differ_are_no_difference()
    {
        var estimate = PairedDifference.Of([1, 2, 3], [1, 2, 3], Better.Lower);

        Assert.Equal((0, 1, .5), (estimate.Difference, estimate.P, estimate.Better));
        Assert.False(estimate.IsClear);
    }
}
