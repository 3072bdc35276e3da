using CsCheck;
using Samverkan.Analysis.Sustainability;
using Samverkan.Model;
using Xunit;

namespace Samverkan.Analysis.Tests;

public class SustainedTests
{
    private const int Months = 252;
    private static readonly Month Start = Month.Of(1995);

    [Fact]
    public void A_steady_cooperation_is_kept() => Assert.Equal(Fate.Kept, Judge(Flat(.5), Flat(.5)).Fate);

    [Fact]
    public void Below_a_quarter_one_does_not_speak_of_a_cooperation() => Assert.Equal(Fate.NeverBegan, Judge(Flat(.5), Flat(.24)).Fate);

    [Fact]
    public void What_happens_before_the_third_year_is_over_does_not_count()
    {
        var lateBloom = Series(month => month < 24 ? .9 : .4);

        Assert.Equal(Fate.Kept, Judge(Flat(.5), lateBloom).Fate);
    }

    [Fact]
    public void It_is_lost_when_either_stays_below_three_quarters_of_its_peak_for_two_years()
    {
        var falls = Series(month => month < 120 ? .6 : .3);

        Assert.Equal(Fate.Lost, Judge(Flat(.5), falls).Fate);
        Assert.Equal(Fate.Lost, Judge(falls, Flat(.5)).Fate);
        // Twelve-month means need six months at .3 to fall below .45: the stretch begins in the seventh month of the fall.
        Assert.Equal(Start + 126, Judge(Flat(.5), falls).LostAt);
    }

    [Theory]
    [InlineData(23, Fate.Kept)]
    [InlineData(60, Fate.Lost)]
    public void A_dip_is_no_loss_if_it_is_short(int months, Fate fate) =>
        Assert.Equal(fate, Judge(Flat(.5), Series(month => month is >= 120 && month < 120 + months ? .3 : .6)).Fate);

    [Fact]
    public void A_fall_in_the_last_two_years_is_not_a_loss_yet() =>
        Assert.Equal(Fate.Kept, Judge(Flat(.5), Series(month => month < Months - 24 ? .6 : .1)).Fate);

    [Fact]
    public void What_grows_late_was_not_lost_early() =>
        Assert.Equal(Fate.Kept, Judge(Flat(.5), Series(month => .3 + month * .002)).Fate);

    [Fact]
    public void A_run_that_ends_within_the_first_three_years_has_no_cooperation_to_judge() =>
        Assert.Equal(Fate.NeverBegan, Sustained.Judge(Start, [.. Enumerable.Repeat(.9, 36)], [.. Enumerable.Repeat(.9, 36)]).Fate);

    [Fact]
    public void The_unit_of_benefit_does_not_matter() =>
        Gen.Select(Gen.Double[.01, 1].Array[Months], Gen.Double[.01, 1].Array[Months]).Sample((benefit, cooperation) =>
            Assert.Equal(Judge(benefit, cooperation), Judge([.. benefit.Select(value => value * 8)], cooperation)));

    [Fact]
    public void Nothing_is_lost_before_the_cooperation_could_be_judged_nor_too_late_to_be_sure() =>
        Gen.Select(Gen.Double[0, 1].Array[Months], Gen.Double[0, 1].Array[Months]).Sample((benefit, cooperation) =>
        {
            var judged = Judge(benefit, cooperation);
            Assert.Equal(judged.Fate == Fate.Lost, judged.LostAt is not null);
            if (judged.LostAt is { } month)
                Assert.InRange(month - Start, 36, Months - 24);
        });

    private static Sustained Judge(double[] benefit, double[] cooperation) => Sustained.Judge(Start, benefit, cooperation);

    private static double[] Flat(double value) => Series(_ => value);

    private static double[] Series(Func<int, double> value) => [.. Enumerable.Range(0, Months).Select(value)];
}
