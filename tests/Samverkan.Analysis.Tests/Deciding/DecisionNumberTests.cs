using Samverkan.Analysis.Deciding;
using Samverkan.Analysis.Deciding.Changes;
using Samverkan.Analysis.Deciding.Robustness;
using Samverkan.Analysis.Doses;
using Samverkan.Analysis.Statistics;
using Samverkan.Analysis.Sustainability;
using Samverkan.Model.Indicators;
using Xunit;

namespace Samverkan.Analysis.Tests.Deciding;

/// <summary>
/// Figures of doses, decisions and recovery, against numbers that R 4.2 gives for the same figures. Each test names the call or
/// the formula.
/// </summary>
public sealed class DecisionNumberTests : IDisposable
{
    private const double Tolerance = 1e-8;

    private static readonly double[][] Doses =
    [
        [2.31, 2.74, 2.52, 2.88, 2.45, 2.67], [2.02, 2.41, 2.30, 2.49, 2.21, 2.28],
        [1.85, 2.37, 2.11, 2.42, 1.99, 2.20], [1.97, 2.49, 2.20, 2.55, 2.08, 2.33],
    ];

    // Six replications and eight draws of a base, of two changes alone and of both.
    private static readonly (double[] Known, double[] Drawn)[] Lived =
    [
        ([3.02, 2.81, 3.35, 2.94, 3.18, 2.77], [3.1, 2.6, 3.5, 2.9, 3.3, 2.8, 3.0, 3.2]),
        ([2.90, 2.31, 3.41, 2.52, 3.07, 2.12], [2.9, 2.7, 2.8, 2.6, 3.2, 2.3, 2.9, 2.8]),
        ([3.11, 2.43, 3.29, 2.62, 3.24, 2.38], [3.02, 2.31, 3.42, 2.93, 3.01, 2.72, 2.63, 3.11]),
        ([2.75, 2.21, 3.00, 2.32, 2.94, 2.06], [2.6, 2.5, 2.7, 2.4, 2.9, 2.3, 2.7, 2.6]),
    ];

    private readonly KnownWorld world = new(_ => 3, _ => 0);

    public void Dispose() => world.Dispose();

    /// <summary>R: <c>t.test(d4 - d1)</c>, its estimate over <c>mean(d1)</c>; each step's <c>t.test</c> has p below .009.</summary>
    [Fact]
    public void What_a_lever_does_from_dose_to_dose_is_that_of_R()
    {
        var response = new Response(IndicatorCatalogue.UnmetPerEligible, Doses);

        Near([-.325, -.367369136344, -.282630863656, 6.19560825e-06],
            response.Whole.Difference, response.Whole.Low, response.Whole.High, response.Whole.P);
        Near([-.1252408477842], response.Share);
        Assert.Equal(2, response.Reversal);
        Assert.Null(new Response(IndicatorCatalogue.UnmetPerEligible, Doses[..3]).Reversal);
    }

    /// <summary>
    /// R: <c>t.test(a - b)</c>; the range is <c>quantile(d, c(.05, .95), type = 6)</c>, drawn towards the mean and stretched as
    /// for comparisons, with luck <c>var(a - b)</c>.
    /// </summary>
    [Theory]
    [InlineData(1, -.29, -.577169774440, -.002830225560, true, -.747658655853, .142051755164)]
    [InlineData(3, -.465, -.677053526441, -.252946473559, true, -.830516905278, -.067222583219)]
    public void The_effect_of_a_choice_and_its_range_are_those_of_R(
        int choice, double difference, double low, double high, bool isClear, double least, double most)
    {
        var lived = Choices();

        var effect = Reckoning.Effect(lived[0], lived[choice], DecisionOutcome.Usual);

        Near([difference, low, high, least, most],
            effect.Difference, effect.Low, effect.High, effect.Unknown!.Low, effect.Unknown.High);
        Assert.Equal(isClear, effect.IsClear);
    }

    /// <summary>R: <c>t.test(.5 * (a - b) + .5 * (ab - c))</c> and <c>t.test(ab - a - c + b)</c>, with their ranges.</summary>
    [Fact]
    public void What_each_of_two_changes_adds_and_both_together_are_those_of_R()
    {
        var apart = new ChangesApart(world.Base,
            world.Setting("both", ("assertive.posts", "8 posts"), ("housing.firstPlaces", "10 places")));

        var result = apart.Result(Head, Choices(), [DecisionOutcome.Usual]);

        var (share, together) = (result.Changes[0].Share![0], result.Together[0].More[0]);
        Near([-.294166666667, -.433446057895, -.154887275438, -.811968170134, .250919246771],
            share.Difference, share.Low, share.High, share.Unknown!.Low, share.Unknown.High);
        Near([-.008333333333, -.311576049652, .294909382985, -.346890837780, .288361162784],
            together.Difference, together.Low, together.High, together.Unknown!.Low, together.Unknown.High);
        Assert.False(together.IsClear);
    }

    /// <summary>
    /// R, of effects that are drawn towards their mean: <c>regret = e - pmin(0, e1, e2)</c>, its <c>mean</c>,
    /// <c>quantile(regret, .95, type = 8)</c> and the share of zeros.
    /// </summary>
    [Fact]
    public void Regret_and_how_often_a_policy_is_best_are_those_of_R()
    {
        var (scenarios, lived) = ((Runs.Scenarios.Scenario[])[world.Base, world.Setting("a", ("assertive.posts", "8 posts")),
            world.Setting("c", ("housing.firstPlaces", "10 places"))], Choices());

        var policies = Robust.Result(Head, scenarios, lived[..3], new(1, 6, null, 8, KnownWorld.Policy),
            new(DecisionOutcome.Usual, null, true)).Policies;

        Near([.37850483135985, .687126105687573, 0], policies[0].MeanRegret, policies[0].HighRegret, policies[0].BestInDraws);
        Near([.10350483135985, .378640681489035, .625], policies[1].MeanRegret, policies[1].HighRegret, policies[1].BestInDraws);
        Near([.22225483135985, .607126105687573, .375], policies[2].MeanRegret, policies[2].HighRegret, policies[2].BestInDraws);
        Assert.Equal([null, .875, .875], policies.Select(policy => policy.GoodEnough));
    }

    /// <summary>
    /// R: twelve-month means by <c>stats::filter(x, rep(1 / 12, 12), sides = 1)</c>; <c>rle</c> of those below 95 %, from the
    /// first on to the first run of twelve that are not.
    /// </summary>
    [Fact]
    public void Recovery_from_a_shock_is_that_of_running_means()
    {
        double[] without = [.. Enumerable.Range(0, 120).Select(month => .5 + .03 * Math.Sin(month / 4.0))];
        double[] with = [.. without.Select((value, month) =>
            value * (1 - (month < 40 ? 0 : month < 58 ? .2 : .2 * Math.Exp(-(month - 58) / 9.0))))];

        Assert.Equal(new Recovery(true, new(34, Ended: true)), Recovery.Of(without, with, 40));
    }

    /// <summary>R, survival 3.5: <c>survfit(Surv(time, back) ~ 1, conf.type = "log-log")</c> of times to recovery.</summary>
    [Fact]
    public void Half_of_recoveries_and_their_curve_are_those_of_R()
    {
        Lifetime[] times = [new(25, true), new(14, true), new(31, true), new(14, false), new(40, false), new(22, true),
            new(8, true), new(33, false)];

        var curve = KaplanMeier.Of(times);

        Assert.Equal(25, KaplanMeier.Median(curve));
        Near([.875, .75, .6, .45, .3], [.. curve.Select(step => step.Share)]);
        Near([.387000014032, .314807113706, .195495866085, .107578115238, .044247307925], [.. curve.Select(step => step.Low)]);
        Near([.981392965879, .930898317091, .852254345762, .751273849926, .628195793809], [.. curve.Select(step => step.High)]);
    }

    /// <summary>R: <c>t.test(c(.95, -.7, .9))</c> reaches from -1.95 to 2.71, which no difference of shares can be.</summary>
    [Fact]
    public void No_interval_of_a_share_passes_what_a_share_can_be()
    {
        var outcome = DecisionOutcome.Find(IndicatorCatalogue.WaitOver90.Id)!;
        var (none, some) = (Choice([.05, .9, .1], [.05, .9, .1, .2], outcome), Choice([1, .2, 1], [1, .1, .9, 1], outcome));

        var effect = Reckoning.Effect(none, some, outcome);
        var contrast = Reckoning.Contrast(outcome, (some, 1), (none, -1));

        Assert.Equal((-1, 1), (effect.Low, effect.High));
        Assert.Equal((-1, 1), (contrast.Low, contrast.High));
        Assert.InRange(effect.Unknown!.High, effect.Unknown.Low, 1);
        Assert.Equal((-1, 1), Of(new Response(IndicatorCatalogue.WaitOver90, [[.05, .9, .1], [1, .2, 1]])));
        Assert.Equal(FigureKind.Amount, DecisionOutcome.Spent.Kind);

        static (double, double) Of(Response response) => (response.Whole.Low, response.Whole.High);
    }

    private static DecisionHead Head => new(DecisionResult.Current, "test", "decide", "inputs", "hash", 1, 6, null,
        KnownWorld.Start.ToString(), KnownWorld.End.ToString(), KnownWorld.Policy.ToString(), 1, 4,
        new("base", "Base", "", "", []));

    private LivedChoice[] Choices() => [.. Lived.Select(one => Choice(one.Known, one.Drawn, DecisionOutcome.Usual))];

    private LivedChoice Choice(double[] known, double[] drawn, DecisionOutcome outcome)
    {
        return new(Analysis.Deciding.Choice.Of(world.Base), [.. known.Select(Future)], [.. drawn.Select(Future)]);

        Future Future(double value)
        {
            var figures = new double[DecisionOutcome.All.Count];
            figures[outcome.Place] = value;
            return new(0, figures);
        }
    }

    private static void Near(double[] expected, params double[] actual) =>
        Assert.Equal(expected, actual, (one, other) => Math.Abs(one - other) < Tolerance);
}
