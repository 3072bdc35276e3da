using Samverkan.Analysis.Reports.Studies;
using Samverkan.Analysis.Studies.Answers;
using Xunit;

namespace Samverkan.Analysis.Tests;

/// <summary>What those are told of a study's pictures who cannot see them.</summary>
public sealed class StudyChartsTests
{
    [Fact]
    public void Bare_dots_have_no_intervals_and_each_says_which_it_is()
    {
        var regret = new Dots("regret", "needs", ["cut"], ["in the mean", "in the worst draw of twenty"],
            [new(0, 0, .125, double.NaN, double.NaN), new(1, 0, .5, double.NaN, double.NaN)], Zero: true);

        Assert.Equal("Regret, needs. cut, in the mean: 0.125; cut, in the worst draw of twenty: 0.500.", AltOf(regret));
    }

    [Fact]
    public void Dots_with_intervals_tell_them()
    {
        var one = new Dots("difference", "needs", ["cut", "grant"], ["base", "other"],
            [new(1, 0, .5, .25, .75), new(1, 1, .125, double.NaN, double.NaN)], Zero: true);

        Assert.Equal("Difference, needs, with 95 % intervals. cut: 0.500 (0.250 to 0.750); grant: 0.125.", AltOf(one));
    }

    private static string AltOf(Picture picture) => Assert.Single(StudyCharts.Of("picture", picture, [])).Alt;
}
