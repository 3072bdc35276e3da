using Samverkan.Analysis.Statistics;
using Xunit;

namespace Samverkan.Analysis.Tests;

/// <summary>
/// How many replications make an interval narrow. References: R 4.2, the first <c>n</c> in <c>2:10000</c> for which half the
/// interval is as narrow as is wanted, with what was seen so far put into the formula named at each test.
/// </summary>
public sealed class PrecisionTests
{
    // Student 1908: hours of sleep gained under two drugs; R's data set "sleep".
    private static readonly Crossed One = Crossed.Of([.7, -1.6, -.2, -1.2, -.1, 3.4, 3.7, .8, 0, 2]);
    private static readonly Crossed Other = Crossed.Of([1.9, .8, 1.1, .1, -.1, 4.4, 5.5, 1.6, 4.6, 3.4]);

    /// <summary><c>qt(.975, n - 1) * sd(d) / sqrt(n)</c>, with d the differences of "sleep"; the base's mean is 0.75.</summary>
    [Theory]
    [InlineData(.05, 4136)]
    [InlineData(.5, 44)]
    [InlineData(1, 13)]
    public void A_difference_of_amounts_needs_as_many_as_R_says(double share, int replications) =>
        Assert.Equal(replications, Precision.Needed(One, Other, FigureKind.Amount, share));

    /// <summary>The same, with d the figures themselves.</summary>
    [Theory]
    [InlineData(.05, 51)]
    [InlineData(.1, 15)]
    public void A_level_needs_as_many_as_R_says(double share, int replications) =>
        Assert.Equal(replications,
            Precision.Needed(Crossed.Of([9, 10, 11, 12, 8, 10, 13, 7, 10, 10]), null, FigureKind.Amount, share));

    /// <summary>
    /// Components of variance from <c>anova(lm(v ~ draw + replication))</c>: with mean squares <c>d = n sd + e</c> of draws and
    /// <c>r = 5 sr + e</c> of replications after n, half is <c>qt(.975, f) * sqrt((d + r - e) / (5 n))</c>, with Satterthwaite's
    /// <c>f = (d + r - e)^2 / (d^2 / 4 + r^2 / (n - 1) + e^2 / (4 (n - 1)))</c>. With any number, half is at least 5.9 % of the
    /// mean.
    /// </summary>
    [Theory]
    [InlineData(.1, 15)]
    [InlineData(.07, 39)]
    [InlineData(.055, 0)]
    public void A_mean_over_draws_needs_as_many_as_R_says(double share, int replications) => Assert.Equal(
        replications,
        Precision.Needed(
            new([[4.1, 5.3, 3.8, 4.9], [4.6, 6.3, 4.1, 5.0], [3.7, 5.2, 3.9, 5.1], [4.0, 5.1, 4.2, 4.8], [4.5, 6.0, 4.0, 5.4]],
                sample => sample),
            null, FigureKind.Amount, share));

    /// <summary><c>diff(w(n)) / 2</c>, with <c>w</c> Wilson's interval of the same share of n.</summary>
    [Theory]
    [InlineData(7, 656)]
    [InlineData(0, 35)]
    [InlineData(10, 35)]
    public void A_share_needs_as_many_as_Wilsons_interval_says(int of, int replications) =>
        Assert.Equal(replications, Precision.Needed(Zeros(10, of), null, FigureKind.Share, .05));

    /// <summary>Newcombe's method 10 with the same shares and correlation, and Wilson's intervals of n.</summary>
    [Theory]
    [InlineData(36, 12, 2, 0, 644)]
    [InlineData(20, 12, 2, 16, 2061)]
    [InlineData(10, 0, 0, 0, 73)]
    [InlineData(0, 0, 0, 10, 73)]
    public void A_difference_of_shares_needs_as_many_as_Newcombes_interval_says(int both, int onlyOther, int onlyBase,
        int neither, int replications)
    {
        static IEnumerable<double> Times(int n, double value) => Enumerable.Repeat(value, n);
        var @base = Crossed.Of([.. Times(both, 1), .. Times(onlyOther, 0), .. Times(onlyBase, 1), .. Times(neither, 0)]);
        var other = Crossed.Of([.. Times(both, 1), .. Times(onlyOther, 1), .. Times(onlyBase, 0), .. Times(neither, 0)]);

        Assert.Equal(replications, Precision.Needed(@base, other, FigureKind.Share, .05));
    }

    /// <summary>The rule of three, 3 / 0.05: R's <c>1 - .05^(1/60)</c> is 4.9 %.</summary>
    [Fact]
    public void Amounts_that_never_vary_need_so_many_that_others_are_rare() =>
        Assert.Equal(60, Precision.Needed(Crossed.Of([4, 4, 4, 4]), Crossed.Of([5, 5, 5, 5]), FigureKind.Amount, .05));

    [Fact]
    public void One_replication_cannot_tell() =>
        Assert.All([FigureKind.Amount, FigureKind.Index, FigureKind.Share],
            kind => Assert.Equal(0, Precision.Needed(Crossed.Of([1]), Crossed.Of([0]), kind, .05)));

    [Fact]
    public void Of_a_base_of_zero_no_number_is_enough() =>
        Assert.Equal(0, Precision.Needed(Crossed.Of([0, 0, 0]), Crossed.Of([1, 2, 3]), FigureKind.Amount, .05));

    /// <summary>What is said to be enough is what stops.</summary>
    [Theory]
    [InlineData(FigureKind.Amount)]
    [InlineData(FigureKind.Index)]
    public void As_many_as_are_needed_give_the_interval(FigureKind kind)
    {
        double[] @base = [.50, .52, .49, .55, .51, .53, .48, .50], other = [.53, .54, .50, .57, .55, .54, .50, .53];
        var needed = Precision.Needed(Crossed.Of(@base), Crossed.Of(other), kind, .01);

        Crossed More(double[] figures) => Crossed.Of([.. Enumerable.Range(0, needed).Select(i => figures[i % figures.Length])]);
        Assert.InRange(needed, 9, 200);
        Assert.Equal(.01 * .51, PairedInterval.Of(More(@base), More(other), kind).HalfWidth, .0004);
    }

    private static Crossed Zeros(int n, int ones) =>
        Crossed.Of([.. Enumerable.Repeat(1.0, ones), .. Enumerable.Repeat(0.0, n - ones)]);
}
