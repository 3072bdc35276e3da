using System.Globalization;
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
        // That nothing varies is no evidence.
        Assert.True(double.IsNaN(Bootstrap.OfMean([3, 3, 3]).Low));
    }

    /// <summary>References: R 4.2, boot 1.3-28.1, boot.ci of type "bca" with 400,000 resamples. Ours are 10,000.</summary>
    [Theory]
    [InlineData("0 0 0 0 0 0 0 .1 .1 .2 .3 .5 1 2 6", .1933333, 2.166667)]
    [InlineData("1.2 2.4 1.3 1.3 0 1 1.8 .8 4.6 1.4", 1.05, 2.63)]
    [InlineData("""
        .1191 .1930 .2508 .3037 .3547 .4055 .4568 .5094 .5638 .6206 .6802 .7432 .8102 .8819 .9591
        1.0427 1.1339 1.2342 1.3455 1.4701 1.6113 1.7735 1.9630 2.1891 2.4663 2.8191 3.2931 3.9868 5.1803 8.3984
        """, 1.126958, 2.465993)]
    public void The_bootstrap_is_that_of_R(string figures, double low, double high)
    {
        double[] values = [.. figures.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries)
            .Select(v => double.Parse(v, CultureInfo.InvariantCulture))];

        var interval = Bootstrap.OfMean(values);

        // Chance moves an end of 10,000 resamples by a twentieth of the width or less.
        Assert.Equal(low, interval.Low, (high - low) / 20);
        Assert.Equal(high, interval.High, (high - low) / 20);
    }

    [Fact]
    public void Holm_corrects_for_asking_many_questions() =>
        Assert.Equal([.03, .06, .06, .02, double.NaN],
            Holm.Adjusted([.01, .04, .03, .005, double.NaN]).Select(p => Math.Round(p, 10)));

    [Fact]
    public void Pairs_that_do_not_differ_are_no_difference()
    {
        var estimate = PairedDifference.Of([1, 2, 3], [1, 2, 3], Better.Lower);

        Assert.Equal((0, 1, .5), (estimate.Difference, estimate.P, estimate.Better));
        Assert.False(estimate.IsClear);
    }

    /// <summary>Ratios to a spread of zero: Glass's delta, Cohen's d for pairs, the variance that pairing saves.</summary>
    [Fact]
    public void What_never_varies_has_no_effect_in_standard_deviations()
    {
        var alike = PairedDifference.Of([1, 1, 1], [0, 0, 0], Better.Higher, FigureKind.Share);
        var shifted = PairedDifference.Of([.1, .2, .4], [.2, .3, .5], Better.Higher);

        Assert.All([alike.Effect, alike.EffectOfPairs, alike.Saving, shifted.Saving], value => Assert.True(double.IsNaN(value)));
        Assert.True(double.IsFinite(shifted.Effect));
    }

    /// <summary>References: R's <c>mean(d) / sd(base)</c>, <c>(var(base) + var(other)) / var(d)</c> and <c>quantile(d, c(.1, .5,
    /// .9))</c>.</summary>
    [Fact]
    public void Effect_saving_and_percentiles_are_those_of_R()
    {
        var estimate = PairedDifference.Of(One, Other, Better.Higher);

        Assert.Equal((.8831702, 4.765423), (Math.Round(estimate.Effect, 7), Math.Round(estimate.Saving, 6)));
        Assert.Equal((.72, 1.3, 2.62),
            (Math.Round(estimate.P10, 10), Math.Round(estimate.Median, 10), Math.Round(estimate.P90, 10)));
    }

    [Fact]
    public void One_pair_gives_no_spread_and_no_share_that_is_better()
    {
        var one = PairedDifference.Of([1], [2], Better.Higher);

        Assert.Equal(1, one.Difference);
        Assert.All([one.Better, one.P10, one.P90, one.Low, one.P, one.BootLow, one.Effect, one.Saving],
            value => Assert.True(double.IsNaN(value)));
    }
}
