using Samverkan.Analysis.Studies.Answers;
using Samverkan.Model;
using Samverkan.Model.Indicators;
using Samverkan.Runs.Studies;
using Xunit;

namespace Samverkan.Analysis.Tests;

/// <summary>How a study tells its figures.</summary>
public sealed class FigureTextTests
{
    [Fact]
    public void A_difference_has_as_many_digits_as_its_interval_bears()
    {
        var needs = FigureText.Of("needs", 2.4);

        Assert.Equal("+0.150", needs.Change(.1502, .0095));
        Assert.Equal("+0.141 .. +0.160", needs.Changes(.1407, .1597));
        Assert.Equal("-45", FigureText.Of("persons", 592).Change(-45.1, 3.4));
        Assert.Equal("0", needs.Change(-.001, .2));
    }

    [Fact]
    public void Shares_are_told_in_per_cent()
    {
        var share = FigureText.Of("share", .9);

        Assert.Equal("79.5 %", share.LevelWithUnit(.795));
        Assert.Equal("73.0 .. 100", share.Levels(.73, 1));
        Assert.Equal("-17 percentage points", share.ChangeWithUnit(-.166, .05));
        // A deficit is a share of the frame, and may be a surplus.
        Assert.Equal("-1.20 .. -0.332", share.Levels(-.012, -.00332));
    }

    [Fact]
    public void Kronor_are_told_in_thousands_and_millions()
    {
        Assert.Equal("50.3 MSEK per year", FigureText.Of("SEK per year", 50_300_000).LevelWithUnit(50_300_000));
        Assert.Equal("+0.74 MSEK per year", FigureText.Of("SEK per year", 50_300_000).ChangeWithUnit(744_000, 60_000));
        Assert.Equal("170 kSEK", FigureText.Of("SEK", 170_000).LevelWithUnit(170_000));
    }

    [Fact]
    public void Enough_is_where_the_last_step_helps_and_harm_beyond_it_is_told() => Assert.Equal(
        "The last step that clearly helps leads to 12 (-0.100 needs; 95 % interval -0.110 .. -0.090); beyond it the step to 24 "
            + "(+0.030 needs; 95 % interval +0.020 .. +0.040) clearly does harm.",
        Curve(("0", double.NaN, 0), ("12", -.1, .01), ("24", .03, .01)));

    [Fact]
    public void The_last_that_was_tried_may_not_be_enough() => Assert.Equal(
        "The last step that clearly helps leads to 12 (-0.100 needs; 95 % interval -0.110 .. -0.090); that is the last that was "
            + "tried: more may help still.",
        Curve(("0", double.NaN, 0), ("12", -.1, .01)));

    private static string Curve(params (string Option, double Step, double Half)[] steps)
    {
        var outcome = new Outcome("o", "unmet needs", "needs", Better.Lower, IndicatorCatalogue.UnmetPerPerson, null,
            Month.Of(1997), Month.Of(2015), null, []);
        return LevelSections.Enough(
            [.. steps.Select(one => new LevelRow("s", "", one.Option, double.NaN, "", outcome, true, 10, 2, 2, 2, 2, 2, 2,
                new(one.Step, new(one.Step - one.Half, one.Step + one.Half, one.Half > 0 ? .001 : double.NaN))))],
                FigureText.Of("needs", 2));
    }
}
