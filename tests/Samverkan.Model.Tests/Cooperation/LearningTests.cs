using CsCheck;
using Samverkan.Model.Cooperation;

namespace Samverkan.Model.Tests.Cooperation;

public class LearningTests
{
    private static readonly CompetenceParameters P = Examples.P.Competence;

    private static readonly Gen<double> Competence = Gen.Double[.5, .97];

    [Fact]
    public void Competence_stays_between_its_least_and_its_best() =>
        Gen.Select(Competence, Gen.Double[0, 1], Gen.Double[0, 1], Gen.Double[0, 1])
        .Sample((k, training, share, turnover) =>
            Learning.Competence(P, Math.Clamp(k, P.Least, P.Most), training, share, turnover) is var after && after >= P.Least
            && after <= P.Most);

    [Fact]
    public void Training_and_practice_raise_it_and_turnover_lowers_it() =>
        Gen.Select(Competence, Gen.Double[0, 1], Gen.Double[0, 1], Gen.Double[0, .3]).Sample((k, training, share, turnover) =>
    {
        var month = Learning.Competence(P, k, training, share, turnover);
        return Learning.Competence(P, k, Math.Min(1, training + .2), share, turnover) >= month
            && Learning.Competence(P, k, training, Math.Min(1, share + .2), turnover) >= month
            && Learning.Competence(P, k, training, share, turnover + .2) <= month;
    });

    [Fact]
    public void A_small_group_teaches_more_than_its_share() =>
        Gain(.1).AssertAbove(.1 * Gain(1));

    [Fact]
    public void Competence_decays_without_use_and_without_any_training()
    {
        var untrained = Examples.P.With(("competence.ownTraining", 0)).Competence;
        Competence.Sample(k => k <= P.Least || Learning.Competence(untrained, k, 0, 0, 0) < k);
    }

    [Fact]
    public void A_month_by_hand()
    {
        var p = Examples.P.With(("competence.training", .28), ("competence.ownTraining", .5), ("competence.practice", .02),
            ("competence.shareExponent", .3), ("competence.decay", .018),
            ("competence.handover", .3), ("competence.least", .5), ("competence.most", .97)).Competence;
        var expected = .7 + (1.5 * .28 / 12 + .02 * Math.Pow(.25, .3)) * .27 - (.01 * .7 + .018) * .2;
        Assert.Equal(expected, Learning.Competence(p, .7, 1, .25, .01), 1e-12);
    }

    [Fact]
    public void Content_ages_down_to_where_daily_work_holds_it() => Gen.Double[0, 1].Sample(match =>
    {
        for (var month = 0; month < 2_000; month++) match = Learning.Match(P, match);
        return match >= P.AgedMatch && match <= 1 && Math.Abs(Learning.Match(P, match) - match) < 1e-6;
    });

    [Fact]
    public void Adapting_on_fresh_data_closes_more_of_the_gap() =>
        Gen.Select(Gen.Double[0, 1], Gen.Double[0, 1], Gen.Double[0, 1]).Sample((match, a, b) =>
            Learning.Adapted(P, match, Math.Max(a, b)) >= Learning.Adapted(P, match, Math.Min(a, b))
        && Learning.Adapted(P, match, 1) <= 1);

    private static double Gain(double share) => Learning.Competence(P, .7, 0, share, 0) - Learning.Competence(P, .7, 0, 0, 0);
}

internal static class NumberAssertions
{
    public static void AssertAbove(this double number, double other) =>
        Assert.True(number > other, $"{number} is not above {other}");
}
