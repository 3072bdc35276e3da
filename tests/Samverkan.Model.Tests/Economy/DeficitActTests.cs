using CsCheck;
using Samverkan.Model.Chance;
using Samverkan.Model.Cooperation;
using Samverkan.Model.Economy;

namespace Samverkan.Model.Tests.Economy;

public class DeficitActTests
{
    private static readonly Month March = Month.Of(2003, 3);

    private static readonly FundingParameters P = Examples.P.Funding;

    [Fact]
    public void A_sector_considers_its_deficit_once_a_quarter() =>
        Gen.Select(Gen.Int[0, 300], Gen.Double[0, .5], Gen.ULong).Sample((month, stress, who) =>
        (Month.Of(1995) + month).Number % 3 == 0 || Decide(stress, 0, 0, Month.Of(1995) + month, who) == Act.None);

    [Fact]
    public void A_tolerable_deficit_moves_nobody() => Gen.Select(Gen.Double[-1, 0], Gen.ULong)
        .Sample((less, who) => Decide(P.Tolerance + less, 0, 0, March, who) == Act.None);

    [Fact]
    public void A_sector_that_has_just_acted_brings_its_deficit_to_the_committee() => Gen.ULong.Sample(who =>
        DeficitAct.Decide(P, .5, 0, 0, true, March - 3, RandomStreams.Of(1, 0), who, March) == Act.BringToCommittee);

    [Fact]
    public void Trust_and_agreement_keep_a_sector_at_the_table()
    {
        var alone = Alone(.1, .1, 0);
        Assert.True(Alone(.1, .9, 0) < alone);
        Assert.True(Alone(.1, .1, 1) < alone);
        Assert.True(Alone(.25, .1, 0) >= alone);
    }

    [Fact]
    public void An_act_alone_has_the_stated_probability()
    {
        var p = 1 / (1 + Math.Exp(-(P.ActBase + P.ActStress * .05 - P.ActTrust * .4 - P.ActAgreement * .3)));
        // Four standard deviations of 4,000 trials.
        Assert.Equal(p, Alone(.05, .4, .3), 4 * Math.Sqrt(p * (1 - p) / 4000));
    }

    [Fact]
    public void Without_a_joint_service_nothing_can_be_withdrawn_or_closed() =>
        Gen.Select(Gen.Double[.02, .5], Gen.ULong).Sample((stress, who) =>
        DeficitAct.Decide(P, stress, 0, 0, false, null, RandomStreams.Of(1, 0), who, March) is not (Act.Withdraw or Act.Close));

    [Fact]
    public void A_small_deficit_closes_no_unit() => Gen.ULong.Sample(who =>
        DeficitAct.Decide(Examples.P.With(("funding.closeShare", 1), ("funding.freezeShare", 0), ("funding.withdrawShare", 0),
            ("funding.closeStress", .05)).Funding,
            .04, 0, 0, true, null, RandomStreams.Of(1, 0), who, March) is Act.Shift or Act.BringToCommittee);

    [Fact]
    public void A_freeze_ends_by_itself()
    {
        var unilateral = Acting("funding.freezeShare");
        Assert.True(unilateral.Freezes(March + (int)P.FreezeMonths));
        Assert.False(unilateral.Freezes(March + (int)P.FreezeMonths + 1));
    }

    [Fact]
    public void A_shift_of_cost_lasts_until_the_agreement_is_revised()
    {
        var unilateral = Acting(null);
        Assert.True(unilateral.Shifts(March + 12));
        unilateral.AgreementRevised();
        Assert.False(unilateral.Shifts(March + 12));
    }

    [Theory]
    [InlineData(-.001, false)]
    [InlineData(.001, true)]
    public void A_shift_of_cost_ends_with_the_deficit_that_it_answered(double stress, bool lasts)
    {
        var unilateral = Acting(null);
        unilateral.Consider(P, Examples.P.Cooperation, stress, new CooperationState(1, 1, 1, 0, 1), true, RandomStreams.Of(1, 0),
            1, March + 3);
        Assert.Equal(lasts, unilateral.Shifts(March + 4));
    }

    [Fact]
    public void A_shift_of_cost_ends_some_day() => Assert.False(Acting(null).Shifts(March + (int)P.ShiftMonths + 1));

    [Fact]
    public void A_deficit_is_before_the_committee_for_a_quarter()
    {
        var unilateral = new UnilateralActions();
        var trusting = new CooperationState(1, 1, 1, 0, 1);
        var p = Examples.P.With(("funding.actBase", -100)).Funding;
        var random = RandomStreams.Of(1, 0);
        unilateral.Consider(p, Examples.P.Cooperation, .05, trusting, true, random, 1, March);
        Assert.True(unilateral.BringsDeficit);
        unilateral.Consider(p, Examples.P.Cooperation, .05, trusting, true, random, 1, March + 1);
        Assert.True(unilateral.BringsDeficit);
        unilateral.Consider(p, Examples.P.Cooperation, 0, trusting, true, random, 1, March + 3);
        Assert.False(unilateral.BringsDeficit);
    }

    private static Act Decide(double stress, double trust, double agreement, Month month, ulong who) =>
        DeficitAct.Decide(P, stress, trust, agreement, true, null, RandomStreams.Of(1, 0), who, month);

    private static double Alone(double stress, double trust, double agreement) =>
        Enumerable.Range(0, 4000).Count(who => Decide(stress, trust, agreement, March, (ulong)who) >= Act.Freeze) / 4000.0;

    // A sector that has just acted alone, in the way whose share is 1; shifting when all others have none.
    private static UnilateralActions Acting(string? share)
    {
        var p = Examples.P.With(("funding.freezeShare", 0), ("funding.withdrawShare", 0), ("funding.closeShare", 0),
            ("funding.actBase", 100));
        if (share is not null) p = p.With((share, 1));
        var unilateral = new UnilateralActions();
        unilateral.Consider(p.Funding, p.Cooperation, .05, new CooperationState(), true, RandomStreams.Of(1, 0), 1, March);
        return unilateral;
    }
}

public class BudgetTests
{
    private static readonly Month March = Month.Of(2003, 3);

    private static readonly FundingParameters P = Examples.P.Funding;

    private const double Post = 600_000;

    [Fact]
    public void Posts_change_once_a_quarter() =>
        Gen.Select(Gen.Int[1, 12], Gen.Double[-.5, .5], Gen.Long[-50_000_000, 50_000_000]).Sample((month, stress, slack) =>
        month % 3 == 0 || Of(stress, slack, month: Month.Of(2003, month)).Posts == 0);

    [Fact]
    public void A_lasting_deficit_takes_posts_away_but_no_more_than_notice_allows() => Gen.Long[0, 60_000_000].Sample(lacking =>
    {
        var budget = Of(.1, -lacking);
        return budget.Posts <= 0 && -budget.Posts <= P.LayOff * 300
            && (budget.Posts < 0)
            == (lacking > P.LayOffDeficit * 60_000_000 && (int)Math.Min(P.LayOff * 300, 10 * lacking / Post) > 0);
    });

    [Fact]
    public void A_lasting_surplus_creates_posts_but_no_more_than_can_be_recruited() => Gen.Long[0, 60_000_000].Sample(slack =>
        Of(-.1, slack, strain: 1.2).Posts is >= 0 and var posts && posts <= P.HiringMost * 300 + 10);

    [Fact]
    public void Money_without_need_creates_no_posts() =>
        Assert.Equal(0, Of(-.1, 9_000_000, strain: P.HiringStrain - P.HiringSpan).Posts);

    [Fact]
    public void Somewhat_less_need_creates_somewhat_fewer_posts()
    {
        int[] posts =
            [.. new[] { 0, .25, .5, .75, 1,
                1.5 }.Select(need => Of(-.1, 3_000_000, P.HiringStrain - P.HiringSpan * (1 - need)).Posts)];
        Assert.Equal([0, 4, 9, 14, 19, 19], posts);
    }

    [Fact]
    public void Posts_that_are_vacant_beyond_the_usual_are_filled_before_others_are_created()
    {
        var usual = (int)(P.VacantUsual * 300);
        Assert.Equal(Of(-.1, 3_000_000).Posts, Of(-.1, 3_000_000, vacant: usual).Posts);
        Assert.Equal(Of(-.1, 3_000_000).Posts - 5, Of(-.1, 3_000_000, vacant: usual + 5).Posts);
        Assert.Equal(0, Of(-.1, 60_000_000, vacant: 200).Posts);
    }

    [Fact]
    public void A_frozen_sector_fills_no_vacancy_and_creates_no_post() =>
        Gen.Select(Gen.Double[-.5, .5], Gen.Long[-60_000_000, 60_000_000])
        .Sample((stress, slack) => Of(stress, slack, freezes: true) is { Refill: false, Posts: <= 0 });

    [Fact]
    public void Vacancies_are_filled_unless_money_is_short()
    {
        Assert.True(Of(0, 0).Refill);
        Assert.True(Of(.5, 1).Refill);
        Assert.False(Of(P.NoRefill + .01, -1).Refill);
    }

    private static StaffBudget Of(
        double stress, long slack, double strain = 1.1, bool freezes = false, Month? month = null, int vacant = 0) =>
        Budget.Of(P, new(Post, stress, slack, 60_000_000, 300, vacant, strain, freezes, month ?? March));
}
