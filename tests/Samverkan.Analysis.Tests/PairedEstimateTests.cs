using CsCheck;
using Samverkan.Analysis.Comparisons;
using Samverkan.Model.Indicators;
using Xunit;

namespace Samverkan.Analysis.Tests;

public class PairedEstimateTests
{
    private static readonly Gen<double[]> Figures = Gen.Double[-10, 10].Array[20];

    [Fact]
    public void The_interval_is_that_of_a_textbook()
    {
        // Student's sleep data (1908): hours gained under two drugs by the same ten patients; t interval 0.70 .. 2.46.
        double[] first = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0];
        double[] second = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];

        var estimate = PairedEstimate.Of(first, second, Better.Higher);

        Assert.Equal(1.58, estimate.Difference, 10);
        Assert.Equal(0.7001142, estimate.Low, 6);
        Assert.Equal(2.4598858, estimate.High, 6);
        Assert.Equal(0.9, estimate.BetterShare);
        Assert.Equal(0.0, estimate.WorseShare);
        Assert.True(estimate.IsClear);
    }

    [Fact]
    public void Equal_figures_differ_by_nothing_at_all() => Figures.Sample(figures =>
    {
        var estimate = PairedEstimate.Of(figures, figures, Better.Lower);

        Assert.Equal((0.0, 0.0, 0.0, 0.0),
            (estimate.Difference, estimate.HalfWidth, estimate.BetterShare!.Value, estimate.WorseShare!.Value));
        Assert.False(estimate.IsClear);
    });

    [Fact]
    public void Swapping_the_scenarios_turns_the_difference_around() => Gen.Select(Figures, Figures).Sample((a, b) =>
    {
        var (there, back) = (PairedEstimate.Of(a, b, Better.Lower), PairedEstimate.Of(b, a, Better.Lower));

        Assert.Equal(there.Difference, -back.Difference, 9);
        Assert.Equal(there.HalfWidth, back.HalfWidth, 9);
        Assert.Equal(there.BetterShare, back.WorseShare);
    });

    [Fact]
    public void Lower_is_better_for_needs_and_higher_for_trust()
    {
        Assert.Equal(1, PairedEstimate.Of([2, 3], [1, 2], Better.Lower).BetterShare);
        Assert.Equal(0, PairedEstimate.Of([2, 3], [1, 2], Better.Higher).BetterShare);
        Assert.Null(PairedEstimate.Of([2, 3], [1, 2], Better.Neither).BetterShare);
    }

    [Fact]
    public void Pairing_saves_what_the_replications_have_in_common()
    {
        // Other = base + small noise of its own: nearly all variation is common to both.
        double[] first = [1, 2, 3, 4, 5, 6];
        double[] second = [1.1, 1.9, 3.1, 3.9, 5.1, 5.9];

        Assert.InRange(PairedEstimate.Of(first, second, Better.Lower).Saving, 200, 1000);
    }

    [Fact]
    public void Pairs_with_an_undefined_figure_are_left_out()
    {
        var estimate = PairedEstimate.Of([1, double.NaN, 3], [2, 2, double.NaN], Better.Lower);

        Assert.Equal((1, 1.0), (estimate.Pairs, estimate.Difference));
        Assert.True(double.IsNaN(estimate.HalfWidth));
        Assert.Equal((null, null), (estimate.BetterShare, estimate.WorseShare));
        Assert.False(estimate.IsClear);
    }

    [Fact]
    public void A_larger_unit_shrinks_figures_and_interval_but_not_the_verdict()
    {
        var estimate = PairedEstimate.Of([1000, 2000, 3000], [2000, 3100, 4050], Better.Lower);
        var inThousands = estimate.In(1000);

        Assert.Equal(estimate.Low / 1000, inThousands.Low, 9);
        Assert.Equal((estimate.IsClear, estimate.Saving, estimate.WorseShare),
            (inThousands.IsClear, inThousands.Saving, inThousands.WorseShare));
    }
}
