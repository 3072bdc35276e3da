using Samverkan.Analysis.Sustainability;
using Xunit;

namespace Samverkan.Analysis.Tests;

/// <summary>
/// Reference: remission of 42 patients with leukaemia, in weeks, with 6-mercaptopurine or placebo (Freireich et al., Blood
/// 1963; 21:699), as Kleinbaum and Klein, Survival Analysis, third edition, tables 2.1 to 2.4, and Stata's sts list and sts
/// test work it out.
/// </summary>
public class SurvivalTests
{
    private static readonly Lifetime[] Treated =
    [
        .. Ended(6, 6, 6, 7, 10, 13, 16, 22, 23),
        .. new[] { 6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35 }.Select(time => new Lifetime(time, Ended: false)),
    ];

    private static readonly Lifetime[] Placebo =
        [.. Ended(1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23)];

    [Theory]
    [InlineData(6, 21, 3, .8571, .0764, .6197, .9516)]
    [InlineData(7, 17, 1, .8067, .0869, .5631, .9228)]
    [InlineData(10, 15, 1, .7529, .0963, .5032, .8894)]
    [InlineData(13, 12, 1, .6902, .1068, .4316, .8491)]
    [InlineData(16, 11, 1, .6275, .1141, .3675, .8049)]
    [InlineData(22, 7, 1, .5378, .1282, .2678, .7468)]
    [InlineData(23, 6, 1, .4482, .1346, .1881, .6801)]
    public void A_survival_curve_with_its_error_and_interval_is_the_published_one(
        double week, int atRisk, int ended, double share, double error, double low, double high)
    {
        var step = KaplanMeier.Of(Treated).Single(step => step.Time == week);

        Assert.Equal((atRisk, ended), (step.AtRisk, step.Ended));
        Assert.Equal(share, step.Share, 4);
        Assert.Equal(error, step.StandardError, 4);
        Assert.Equal(low, step.Low, 4);
        Assert.Equal(high, step.High, 4);
    }

    [Fact]
    public void Half_of_the_treated_stay_in_remission_for_23_weeks_and_of_the_others_for_8()
    {
        Assert.Equal(23, KaplanMeier.Median(KaplanMeier.Of(Treated)));
        Assert.Equal(8, KaplanMeier.Median(KaplanMeier.Of(Placebo)));
    }

    [Fact]
    public void Where_nothing_ends_there_is_no_step_and_where_all_end_no_interval()
    {
        Assert.Empty(KaplanMeier.Of([new(12, Ended: false), new(12, Ended: false)]));
        var last = KaplanMeier.Of(Placebo)[^1];
        Assert.Equal(0, last.Share);
        Assert.True(double.IsNaN(last.Low));
    }

    [Fact]
    public void The_log_rank_test_gives_the_published_statistic()
    {
        var test = LogRank.Of(Treated, Placebo);

        Assert.Equal((9, 21), (test.EndedA, test.EndedB));
        Assert.Equal(19.25, test.ExpectedA, 2);
        Assert.Equal(16.79, test.ChiSquare, 2);
        Assert.InRange(test.P, 1e-5, 1e-4);
    }

    [Fact]
    public void Equal_sets_are_not_told_apart_and_without_an_end_there_is_no_test()
    {
        Assert.Equal(0, LogRank.Of(Placebo, Placebo).ChiSquare, 10);
        Assert.True(double.IsNaN(LogRank.Of([new(5, false)], [new(5, false)]).P));
    }

    /// <summary>The two tails of a binomial of a half: 2 / 2^5; 2 (1 + 10 + 45) / 2^10.</summary>
    [Theory]
    [InlineData(5, 0, .0625)]
    [InlineData(8, 2, .109375)]
    [InlineData(3, 3, 1)]
    [InlineData(0, 0, 1)]
    public void Pairs_that_differ_are_judged_exactly(int onlyOther, int onlyBase, double p)
    {
        bool[] @base = [.. Enumerable.Repeat(false, onlyOther), .. Enumerable.Repeat(true, onlyBase), true, false];
        bool[] other = [.. Enumerable.Repeat(true, onlyOther), .. Enumerable.Repeat(false, onlyBase), true, false];

        var pairs = PairedEnds.Of(@base, other);

        Assert.Equal((onlyBase, onlyOther), (pairs.OnlyBase, pairs.OnlyOther));
        Assert.Equal(p, pairs.P, 10);
    }

    /// <summary>Reference: R's martingale residuals, residuals(coxph(Surv(time, ended) ~ 1, ties = "breslow")), summed by pair;
    /// all 1,024 flips.</summary>
    [Fact]
    public void Pairs_are_judged_by_their_scores()
    {
        var remission = PairedLogRank.Of(OneEach(Treated), OneEach(Placebo));
        Assert.Equal(17.07951, remission.ChiSquare, 5);
        Assert.Equal(3.584706e-05, remission.P, 10);

        var ten = PairedLogRank.Of(
            OneEach(Times([5, 9, 12, 20, 20, 20, 7, 15, 20, 11], "1110001101")),
            OneEach(Times([4, 8, 10, 20, 16, 13, 7, 9, 18, 20], "1110111110")));
        Assert.Equal(1.109657817, ten.ChiSquare, 8);
        Assert.Equal(.3125, ten.P, 10);

        static Lifetime[][] OneEach(IEnumerable<Lifetime> all) => [.. all.Select(one => new[] { one })];
        static Lifetime[] Times(double[] times, string ended) =>
            [.. times.Zip(ended, (time, end) => new Lifetime(time, end == '1'))];
    }

    [Fact]
    public void Two_cooperations_of_one_run_are_no_two_pairs()
    {
        Lifetime[][] @base = [.. Enumerable.Range(0, 8).Select(i => new[] { new Lifetime(20, false), new Lifetime(20, false) })];
        Lifetime[][] other = [.. Enumerable.Range(0, 8).Select(i => new[] { new Lifetime(10, i < 4), new Lifetime(10, i < 4) })];

        // Four pairs of one sign: 2 / 2^4, as many cooperations as there are in them.
        Assert.Equal(.125, PairedLogRank.Of(@base, other).P, 10);
    }

    private static IEnumerable<Lifetime> Ended(params int[] times) => times.Select(time => new Lifetime(time, Ended: true));
}
