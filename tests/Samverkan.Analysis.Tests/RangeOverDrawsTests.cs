using MathNet.Numerics.Distributions;
using MathNet.Numerics.Random;
using Samverkan.Analysis.Statistics;
using Samverkan.Analysis.Studies.Sampling;
using Xunit;

namespace Samverkan.Analysis.Tests;

/// <summary>Known worlds: what the expected effect is under every draw is known, and how much luck a pair of runs has.</summary>
public sealed class RangeOverDrawsTests
{
    private const int Worlds = 400;

    [Theory]
    [InlineData(5, 1, 1)]
    [InlineData(10, 1, 1)]
    [InlineData(25, 1, 0)]
    [InlineData(25, 1, .5)]
    [InlineData(25, 1, 1)]
    [InlineData(50, 1, 2)]
    public void Nine_in_ten_draws_lie_within_however_much_luck_there_is(int draws, double ofDraws, double ofLuck) =>
        Assert.InRange(Held(draws, ofLuck, (chance, _) => Normal.Sample(chance, 2, ofDraws), u => Normal.InvCDF(2, ofDraws, u)),
            .86, .97);

    /// <summary>
    /// Effects that no draw turns round, and that some make very large: symmetric limits would call the sign open.
    /// </summary>
    [Theory]
    [InlineData(.3)]
    [InlineData(1)]
    public void So_do_they_where_effects_are_skewed(double ofLuck) =>
        Assert.InRange(Held(25, ofLuck, (chance, _) => LogNormal.Sample(chance, 0, 1), u => LogNormal.InvCDF(0, 1, u)), .83, .97);

    [Fact]
    public void More_draws_do_not_narrow_it()
    {
        double Width(int draws) => Average(draws, luck: .5, (range, _) => range.High - range.Low);

        // Twenty leave the ends open by a fifth; from a hundred on it is as wide as the effects lie apart.
        Assert.Equal(2 * 1.645, Width(20), .75);
        Assert.Equal(2 * 1.645, Width(100), .25);
        Assert.Equal(2 * 1.645, Width(500), .1);
    }

    [Fact]
    public void Noise_is_taken_off()
    {
        var spread = Average(40, luck: 1, (range, _) => range.Spread);
        var noisy = Average(40, luck: 1, (_, values) => MathNet.Numerics.Statistics.Statistics.StandardDeviation(values));

        Assert.Equal(1, spread, .1);
        Assert.Equal(Math.Sqrt(2), noisy, .1);
    }

    [Fact]
    public void Where_all_draws_give_the_same_the_range_closes_with_their_number_and_is_never_of_no_width()
    {
        double Width(int draws) => Average(draws, luck: 1, (range, _) => range.High - range.Low, ofDraws: 0);

        Assert.InRange(Width(500), .05, 1);
        Assert.True(Width(500) < Width(100) && Width(100) < Width(25));
        Assert.True(RangeOverDraws.Of([1, 1, 1, 1, 1, 1], luck: 1) is { Middle: 1, Low: < 1, High: > 1 });
    }

    [Fact]
    public void A_sign_survives_if_it_is_that_of_95_percent_of_draws()
    {
        double[] Of(int below) => [.. Enumerable.Range(0, 100).Select(i => i < below ? -1 - i / 100.0 : 1 + i / 100.0)];

        Assert.True(RangeOverDraws.Of(Of(3), luck: 0)!.SignSurvives);
        Assert.False(RangeOverDraws.Of(Of(8), luck: 0)!.SignSurvives);
    }

    [Fact]
    public void Too_few_draws_have_no_range_and_what_never_varies_is_no_share()
    {
        Assert.Null(RangeOverDraws.Of([1, 2, 3, double.NaN], luck: 1));
        Assert.Null(RangeOverDraws.Of([1, 2, 3, 4], luck: double.NaN));
        Assert.Null(RangeOverDraws.Of([0, 0, 0, 0, 0], luck: 0, FigureKind.Share));
        Assert.Equal((0, 0), RangeOverDraws.Of([0, 0, 0, 0, 0], luck: 0) is { } range ? (range.Low, range.High) : (1, 1));
    }

    [Fact]
    public void A_difference_of_shares_stays_between_its_bounds() =>
        Assert.True(RangeOverDraws.Of([-1, -1, -1, 0, -1, -1], luck: .2, FigureKind.Share) is { Low: -1, High: <= 1 });

    [Fact]
    public void A_unit_that_is_larger_shrinks_it() =>
        Assert.Equal(RangeOverDraws.Of([1, 2, 3, 5], 1)!.Low / 10, RangeOverDraws.Of([1, 2, 3, 5], 1)!.In(10).Low, 12);

    /// <summary>The share of all draws whose expected effect lies within the range, on average over worlds.</summary>
    private static double Held(int draws, double luck, Func<RandomSource, int, double> effect, Func<double, double> quantile)
    {
        var chance = UnitSamples.Chance(17);
        double[] futures = [.. Enumerable.Range(0, 999).Select(i => quantile((i + 1) / 1000.0))];
        return Enumerable.Range(0, Worlds).Average(_ =>
        {
            var range = RangeOverDraws.Of(Enumerable.Range(0, draws).Select(draw => effect(chance, draw) + Noise(chance, luck))
                .ToArray(), luck * luck)!;
            return futures.Count(future => future >= range.Low && future <= range.High) / 999.0;
        });
    }

    private static double Average(int draws, double luck, Func<RangeOverDraws, double[], double> figure, double ofDraws = 1)
    {
        var chance = UnitSamples.Chance(23);
        return Enumerable.Range(0, Worlds).Average(_ =>
        {
            double[] values = [.. Enumerable.Range(0, draws).Select(_ => Noise(chance, ofDraws) + Noise(chance, luck))];
            return figure(RangeOverDraws.Of(values, luck * luck)!, values);
        });
    }

    private static double Noise(RandomSource chance, double spread) => spread == 0 ? 0 : Normal.Sample(chance, 0, spread);
}
