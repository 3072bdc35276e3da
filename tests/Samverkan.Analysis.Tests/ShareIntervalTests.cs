using Samverkan.Analysis.Comparisons;
using Samverkan.Analysis.Statistics;
using Samverkan.Analysis.Studies;
using Samverkan.Analysis.Studies.Sampling;
using Samverkan.Model;
using Samverkan.Model.Indicators;
using Samverkan.Runs.Studies;
using Xunit;

namespace Samverkan.Analysis.Tests;

/// <summary>
/// Shares. References: statsmodels 0.13 (proportion_confint by Wilson, mcnemar exact), scipy 1.10 (permutation_test), and for
/// method 10 the examples of Newcombe (Stat Med 1998; 17:2635) worked out in Python.
/// </summary>
public sealed class ShareIntervalTests
{
    [Theory]
    [InlineData(0, 10, 0, .2775327999)]
    [InlineData(10, 10, .7224672001, 1)]
    [InlineData(7, 10, .3967781475, .8922087326)]
    [InlineData(81, 263, .2552885198, .3662095770)]
    [InlineData(15, 148, .0623863995, .1604872417)]
    [InlineData(1, 29, .0061132143, .1717552188)]
    public void A_level_has_Wilsons_interval(int of, int n, double low, double high)
    {
        double[] figures = [.. Enumerable.Repeat(1.0, of), .. Enumerable.Repeat(0.0, n - of)];

        var interval = ShareInterval.OfLevel(Crossed.Of(figures));

        Assert.Equal(low, interval.Low, 8);
        Assert.Equal(high, interval.High, 8);
    }

    [Theory]
    [InlineData(36, 12, 2, 0, .0569295840, .3404276030)]
    [InlineData(18, 0, 14, 0, -.6067440886, -.2483556875)]
    [InlineData(10, 0, 0, 0, -.2775327999, .2775327999)]
    [InlineData(5, 0, 0, 5, -.1665931571, .1665931571)]
    [InlineData(1, 97, 1, 1, .8736721762, .9850257704)]
    [InlineData(0, 30, 0, 0, .8394678199, 1)]
    [InlineData(20, 12, 2, 16, .0561564248, .3292069954)]
    [InlineData(0, 29, 21, 0, -.1153311646, .4124999329)]
    [InlineData(97, 0, 1, 2, -.0572161804, .0312336094)]
    public void A_difference_has_Newcombes_interval_for_pairs(int both, int onlyOther, int onlyBase, int neither, double low,
        double high)
    {
        var (@base, other) = Table(both, onlyOther, onlyBase, neither);

        var interval = PairedInterval.Of(@base, other, FigureKind.Share);

        Assert.Equal(low, interval.Low, 8);
        Assert.Equal(high, interval.High, 8);
    }

    [Theory]
    [InlineData(8, 2, .109375)]
    [InlineData(5, 0, .0625)]
    [InlineData(12, 3, .03515625)]
    [InlineData(1, 9, .021484375)]
    public void A_difference_is_judged_by_McNemars_exact_test(int onlyOther, int onlyBase, double p)
    {
        var (@base, other) = Table(5, onlyOther, onlyBase, 7);

        Assert.Equal(p, PairedInterval.Of(@base, other, FigureKind.Share).P, 10);
    }

    [Fact]
    public void Shares_of_several_cooperations_are_judged_by_flipping_signs() =>
        Assert.Equal(.421875, SignFlip.P([.5, -.25, 1, .25, .5, -1, .75, 0]), 10);

    [Fact]
    public void Many_unequal_differences_are_judged_nearly_as_by_all_flips()
    {
        double[] differences = [.. Enumerable.Range(0, 16).Select(i => (i % 3 == 0 ? -1 : 1) * (.1 + .05 * i))];

        var all = SignFlip.P(differences);

        Assert.Equal(all, SignFlip.P([.. differences, 1e-9]), .03);
    }

    [Fact]
    public void Ten_pairs_that_agree_are_no_narrow_interval()
    {
        var kept = Crossed.Of([.. Enumerable.Repeat(1.0, 10)]);

        var interval = PairedInterval.Of(kept, kept, FigureKind.Share);

        Assert.Equal((-.28, .28, 1.0), (Math.Round(interval.Low, 2), Math.Round(interval.High, 2), interval.P));
        Assert.False(interval.IsClear);
        Assert.False(NeedOf(Sustained, kept, kept).IsMet);
        Assert.Equal(73, NeedOf(Sustained, kept, kept).Replications);
    }

    [Fact]
    public void Amounts_that_are_all_alike_are_waited_for_until_others_are_rare()
    {
        var ten = Crossed.Of([.. Enumerable.Repeat(4.0, 10)]);
        var sixty = Crossed.Of([.. Enumerable.Repeat(4.0, 60)]);

        Assert.False(NeedOf(Meetings, ten, ten).IsMet);
        Assert.Equal(60, NeedOf(Meetings, ten, ten).Replications);
        Assert.True(NeedOf(Meetings, sixty, sixty).IsMet);
    }

    [Fact]
    public void Of_a_base_of_zero_no_share_is_waited_for()
    {
        var need = NeedOf(Meetings, Crossed.Of([.. Enumerable.Repeat(0.0, 10)]), Crossed.Of([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]));

        Assert.True(need.IsMet);
        Assert.Equal(Obstacle.BaseIsZero, need.Obstacle);
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(5, false)]
    [InlineData(6, true)]
    public void Pairs_that_all_differ_alike_are_clear_if_they_are_many(int pairs, bool clear)
    {
        var estimate = PairedEstimate.Of([.. Enumerable.Repeat(1.0, pairs)], [.. Enumerable.Repeat(2.0, pairs)], Better.Lower);

        Assert.Equal(clear, estimate.IsClear);
        Assert.Equal(clear, !double.IsNaN(estimate.Low));
    }

    [Fact]
    public void No_interval_passes_0_or_1()
    {
        var chance = UnitSamples.Chance(3);
        for (var trial = 0; trial < 500; trial++)
        {
            var kind = trial % 2 == 0 ? FigureKind.Share : FigureKind.Index;
            var (p, q, n) = (chance.NextDouble(), chance.NextDouble(), 2 + trial % 20);
            double Figure(double share) =>
                kind == FigureKind.Share ? (chance.NextDouble() < share ? 1 : 0) : Math.Pow(share, 8 * chance.NextDouble());
            double[] one = [.. Enumerable.Range(0, n).Select(_ => Figure(p))],
                other = [.. Enumerable.Range(0, n).Select(_ => Figure(q))];
            var (level, difference) =
                (ShareInterval.OfLevel(Crossed.Of(one)), PairedInterval.Of(Crossed.Of(one), Crossed.Of(other), kind));

            Assert.InRange(level.Low, 0, one.Average());
            Assert.InRange(level.High, one.Average(), 1);
            Assert.InRange(difference.Low, -1, difference.High);
            Assert.InRange(difference.High, difference.Low, 1);
        }
    }

    /// <summary>
    /// Draws crossed with replications: the base nearly always kept but under one luck, the other always. An interval that leaves
    /// out 0 with a p of this size would contradict itself.
    /// </summary>
    [Fact]
    public void The_interval_of_crossed_shares_does_not_contradict_its_test()
    {
        Crossed Draws(int lost, int luck) => new(
            [.. Enumerable.Range(0, 200).Select(draw => Enumerable.Range(0, 4).Select(r => r == luck && draw < lost ? 0.0 : 1.0)
                .ToArray())], draw => draw);

        var interval = PairedInterval.Of(Draws(67, 2), Draws(5, 2), FigureKind.Share);

        Assert.True(interval.P > .05);
        Assert.InRange(0, interval.Low, interval.High);
    }

    [Theory]
    [InlineData(FigureKind.Index)]
    [InlineData(FigureKind.Amount)]
    [InlineData(FigureKind.Share)]
    public void Intervals_and_tests_agree_for_crossed_draws(FigureKind kind)
    {
        var chance = UnitSamples.Chance(11);
        for (var trial = 0; trial < 300; trial++)
        {
            var (p, q) = (.5 + chance.NextDouble() / 2, .5 + chance.NextDouble() / 2);
            double[] luck = [.. Enumerable.Range(0, 4).Select(_ => chance.NextDouble())];
            Crossed Draws(double share) => new(
                [.. Enumerable.Range(0, 15)
                    .Select(_ => luck.Select(l => (l + chance.NextDouble()) / 2 < share ? 1.0 : 0).ToArray())], draw => draw);

            var interval = PairedInterval.Of(Draws(p), Draws(q), kind);

            if (interval.P >= .05 && !double.IsNaN(interval.Low))
                Assert.InRange(0, interval.Low - 1e-9, interval.High + 1e-9);
        }
    }

    /// <summary>Inside, an index is judged as by Student's t.</summary>
    [Fact]
    public void An_index_far_from_its_bounds_has_the_width_of_the_t_interval()
    {
        double[] @base = [.50, .52, .49, .55, .51, .53, .48, .50], other = [.53, .54, .50, .57, .55, .54, .50, .53];

        var (index, amount) = (PairedInterval.Of(Crossed.Of(@base), Crossed.Of(other), FigureKind.Index),
            PairedInterval.Of(Crossed.Of(@base), Crossed.Of(other), FigureKind.Amount));

        Assert.Equal(amount.Low, index.Low, 12);
        Assert.Equal(amount.High, index.High, 12);
        Assert.Equal(amount.P, index.P, 12);
    }

    [Fact]
    public void A_deficit_may_be_negative() => Assert.Equal(FigureKind.Amount, IndicatorCatalogue.CountyDeficit.Kind());

    [Fact]
    public void What_is_on_or_off_is_a_share_over_runs() =>
        Assert.Equal(FigureKind.Share, IndicatorCatalogue.Find("structure.dissolved")!.Kind());

    private static readonly Outcome Sustained =
        new("sustained", "sustained", "share", Better.Higher, null, FateQuestion.Sustained, Month.Of(1997), Month.Of(2015), null,
            []);

    private static readonly Outcome Meetings =
        new("m", "meetings", "meetings", Better.Neither, IndicatorCatalogue.Meetings, null, Month.Of(1997), Month.Of(2015), null,
            []);

    private static Need NeedOf(Outcome outcome, Crossed @base, Crossed other) => Need.Of(outcome, "s", "", .05, @base, other);

    private static (Crossed Base, Crossed Other) Table(int both, int onlyOther, int onlyBase, int neither)
    {
        static IEnumerable<double> Times(int n, double value) => Enumerable.Repeat(value, n);
        return (
            Crossed.Of([.. Times(both, 1), .. Times(onlyOther, 0), .. Times(onlyBase, 1), .. Times(neither, 0)]),
            Crossed.Of([.. Times(both, 1), .. Times(onlyOther, 1), .. Times(onlyBase, 0), .. Times(neither, 0)]));
    }
}
