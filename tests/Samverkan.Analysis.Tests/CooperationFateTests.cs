using CsCheck;
using Samverkan.Analysis.Sustainability;
using Samverkan.Model;
using Xunit;

namespace Samverkan.Analysis.Tests;

/// <summary>Dissolved, hollow and benefit kept are three facts: each is seen without the others.</summary>
public class CooperationFateTests
{
    private const int Months = 252;
    private static readonly Month Start = Month.Of(1995);
    private static readonly CooperationMonth Steady = new(Cooperation: .5, Trust: .6, JointReach: .4, Benefit: .5, Stands: true);

    [Fact]
    public void A_steady_cooperation_is_sustained_with_its_benefit()
    {
        var judged = Judge(_ => Steady);

        Assert.Equal(CooperationFate.Kept, judged);
        Assert.Equal(Fate.Sustained, judged.Fate);
    }

    [Fact]
    public void Below_a_quarter_one_does_not_speak_of_a_cooperation() =>
        Assert.Equal(CooperationFate.NeverBegan,
            Judge(month => Steady with { Cooperation = month < 24 ? .9 : .24, Stands = month < 120 }));

    // The first twelve-month mean that counts reaches back to month 25.
    [Fact]
    public void What_happens_before_the_third_year_is_over_does_not_count() =>
        Assert.Equal(CooperationFate.Kept,
            Judge(month => month < 24 ? Steady with { Trust = 1, JointReach = 1, Benefit = 1 } : Steady));

    [Fact]
    public void A_queue_takes_the_benefit_and_leaves_the_cooperation_standing()
    {
        var judged = Judge(month => Steady with { Benefit = month < 120 ? .6 : .3 });

        // Twelve-month means need six months at .3 to fall below .45: the stretch begins in the seventh month of the fall.
        Assert.Equal(CooperationFate.Kept with { BenefitLost = Start + 126 }, judged);
        Assert.Equal(Fate.Sustained, judged.Fate);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void It_is_hollow_when_trust_or_joint_care_alone_stays_low_for_two_years(bool trust)
    {
        var judged = Judge(month => month < 120 ? Steady : trust ? Steady with { Trust = .2 } : Steady with { JointReach = .1 });

        Assert.Equal(Fate.Hollow, judged.Fate);
        Assert.Equal((true, null, null), (judged.HollowAtEnd, judged.Dissolved, judged.BenefitLost));
        Assert.Equal(trust ? HollowBy.Trust : HollowBy.JointCare, judged.By);
    }

    [Fact]
    public void It_is_hollow_of_both_where_both_stay_low() =>
        Assert.Equal(HollowBy.Both, Judge(month => month < 120 ? Steady : Steady with { Trust = .2, JointReach = .1 }).By);

    [Fact]
    public void It_can_recover_from_being_hollow_and_the_first_entry_counts()
    {
        var judged = Judge(month => Steady with { Trust = month is >= 100 and < 150 or >= 180 and < 220 ? .2 : .6 });

        Assert.InRange(judged.Hollow!.Value - Start, 100, 111);
        Assert.False(judged.HollowAtEnd);
    }

    [Theory]
    [InlineData(23, false)]
    [InlineData(60, true)]
    public void A_dip_is_not_hollow_if_it_is_short(int months, bool hollow) =>
        Assert.Equal(hollow,
            Judge(month => Steady with { Trust = month >= 120 && month < 120 + months ? .3 : .6 }).Hollow is not null);

    [Fact]
    public void It_is_dissolved_in_the_month_from_which_no_joint_structure_stands()
    {
        var judged = Judge(month => month < 130 ? Steady : Steady with { Stands = false, JointReach = 0, Trust = .3 });

        Assert.Equal((Fate.Dissolved, Start + 130), (judged.Fate, judged.Dissolved));
        // What comes after the end is not hollow.
        Assert.Null(judged.Hollow);
    }

    [Fact]
    public void A_cooperation_that_is_founded_anew_is_not_dissolved() =>
        Assert.Null(Judge(month => Steady with { Stands = month is < 120 or >= 160 }).Dissolved);

    [Fact]
    public void What_grows_late_was_not_lost_early() =>
        Assert.Equal(CooperationFate.Kept,
            Judge(month => Steady with { Trust = .3 + month * .002, Benefit = .1 + month * .003 }));

    [Fact]
    public void A_fall_in_the_last_two_years_is_not_hollow_yet() =>
        Assert.Null(Judge(month => Steady with { Trust = month < Months - 24 ? .6 : .1 }).Hollow);

    [Fact]
    public void Not_sustained_is_the_first_of_dissolved_and_hollow()
    {
        var hollow = new CooperationFate(true, Start + 100, Start + 50);

        Assert.Equal(Start + 50, hollow.At(Ending.NotSustained));
        Assert.Equal(Start + 100, (hollow with { Hollow = null }).At(Ending.NotSustained));
        Assert.False(hollow.Escaped(Ending.NotSustained));
        Assert.True(CooperationFate.Kept.Escaped(Ending.NotSustained));
        Assert.False(CooperationFate.NeverBegan.Escaped(Ending.Dissolved));
    }

    [Fact]
    public void The_unit_of_benefit_does_not_matter() => Drawn.Sample(months =>
        Assert.Equal(CooperationSeries.Judge(Start, months),
            CooperationSeries.Judge(Start, [.. months.Select(month => month with { Benefit = month.Benefit * 8 })])));

    [Fact]
    public void Nothing_ends_too_early_to_be_judged_nor_is_hollow_too_late_to_be_sure() => Drawn.Sample(months =>
    {
        var judged = CooperationSeries.Judge(Start, months);
        foreach (var month in new[] { judged.Hollow, judged.BenefitLost }.OfType<Month>())
            Assert.InRange(month - Start, 36, Months - 24);
        Assert.True(judged.Dissolved is null || judged.Hollow is null || judged.Hollow < judged.Dissolved);
    });

    private static Gen<CooperationMonth[]> Drawn =>
        Gen.Select(Gen.Double[0, 1], Gen.Double[0, 1], Gen.Double[0, 1], Gen.Double[.01, 1], Gen.Bool)
        .Select((cooperation, trust, joint, benefit, stands) => new CooperationMonth(cooperation, trust, joint, benefit, stands))
        .Array[Months];

    private static CooperationFate Judge(Func<int, CooperationMonth> month) =>
        CooperationSeries.Judge(Start, [.. Enumerable.Range(0, Months).Select(month)]);
}
