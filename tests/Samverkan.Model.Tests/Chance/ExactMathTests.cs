using CsCheck;
using Samverkan.Model.Chance;

namespace Samverkan.Model.Tests.Chance;

/// <summary>The model's own functions against the platform's, which are right to within an ulp.</summary>
public class ExactMathTests
{
    private const double Ulp = 2.220446049250313e-16;

    [Fact]
    public void Exp_is_right_over_all_of_its_range() =>
        Gen.Double[-708, 709].Sample(x => IsClose(ExactMath.Exp(x), Math.Exp(x), 4), iter: 20_000);

    [Fact]
    public void Exp_is_right_near_zero() =>
        Gen.Double[-1, 1].Sample(x => IsClose(ExactMath.Exp(x), Math.Exp(x), 3), iter: 20_000);

    [Fact]
    public void Exp_never_decreases() => Gen.Select(Gen.Double[-30, 30], Gen.Double[0, 1])
    .Sample((x, step) => ExactMath.Exp(x + step) >= ExactMath.Exp(x) * (1 - 4 * Ulp));

    [Theory]
    [InlineData(0, 1)]
    [InlineData(710, double.PositiveInfinity)]
    [InlineData(double.PositiveInfinity, double.PositiveInfinity)]
    [InlineData(-709, 0)]
    [InlineData(double.NegativeInfinity, 0)]
    [InlineData(double.NaN, double.NaN)]
    public void Exp_at_the_edges(double x, double expected) => Assert.Equal(expected, ExactMath.Exp(x));

    [Fact]
    public void Log_is_right_for_all_magnitudes() => Gen.Double[-700, 700].Sample(e =>
    {
        var x = Math.Exp(e);
        return IsClose(ExactMath.Log(x), Math.Log(x), 4);
    }, iter: 20_000);

    [Fact]
    public void Log_is_right_near_one() =>
        Gen.Double[.5, 2].Sample(x => Math.Abs(ExactMath.Log(x) - Math.Log(x)) <= 4 * Ulp * Math.Max(Math.Abs(Math.Log(x)), 1e-3),
            iter: 20_000);

    [Theory]
    [InlineData(1, 0)]
    [InlineData(0, double.NegativeInfinity)]
    [InlineData(-1, double.NaN)]
    [InlineData(double.NaN, double.NaN)]
    [InlineData(double.PositiveInfinity, double.PositiveInfinity)]
    public void Log_at_the_edges(double x, double expected) => Assert.Equal(expected, ExactMath.Log(x));

    [Theory]
    [InlineData(double.Epsilon)]
    [InlineData(1e-310)]
    [InlineData(2.2250738585072014e-308)]
    [InlineData(double.MaxValue)]
    public void Log_of_the_least_and_the_largest(double x) => Assert.True(IsClose(ExactMath.Log(x), Math.Log(x), 4));

    [Fact]
    public void Pow_is_right() => Gen.Select(Gen.Double[1e-6, 1e6], Gen.Double[-20, 20]).Sample((x, y) =>
    {
        // The error of the logarithm is multiplied by the exponent.
        var tolerance = 4 + 2 * Math.Abs(y * Math.Log(x));
        return IsClose(ExactMath.Pow(x, y), Math.Pow(x, y), tolerance);
    }, iter: 20_000);

    [Theory]
    [InlineData(0, 0, 1)]
    [InlineData(5, 0, 1)]
    [InlineData(0, 3, 0)]
    [InlineData(1, 1e300, 1)]
    public void Pow_at_the_edges(double x, double y, double expected) => Assert.Equal(expected, ExactMath.Pow(x, y));

    [Fact]
    public void Sigmoid_is_symmetric_around_a_half() =>
        Gen.Double[-40, 40].Sample(x => Math.Abs(ExactMath.Sigmoid(x) + ExactMath.Sigmoid(-x) - 1) < 1e-14);

    [Theory]
    [InlineData(-1e9, 0)]
    [InlineData(0, .5)]
    [InlineData(1e9, 1)]
    public void Sigmoid_at_the_edges(double x, double expected) => Assert.Equal(expected, ExactMath.Sigmoid(x));

    [Fact]
    public void A_hazard_strikes_with_one_minus_exp() =>
        Gen.Double[0, 50].Sample(h => Math.Abs(ExactMath.Probability(h) - (1 - Math.Exp(-h))) < 1e-15);

    [Fact]
    public void No_hazard_never_strikes() => Assert.Equal((0, 0), (ExactMath.Probability(0.0), ExactMath.Probability(-1.0)));

    [Fact]
    public void The_quick_probability_is_within_its_stated_error() =>
        Gen.Float[0, 1].Sample(h => Math.Abs(ExactMath.Probability(h) - (1 - Math.Exp(-h))) < 6e-4);

    [Fact]
    public void The_quick_probability_is_a_probability_that_never_falls_with_the_hazard() =>
        Gen.Select(Gen.Float[0, 60], Gen.Float[0, 20]).Sample((h, more) =>
            ExactMath.Probability(h) is >= 0 and <= 1 && ExactMath.Probability(h + more) >= ExactMath.Probability(h) - 1e-6f);

    private static bool IsClose(double actual, double expected, double ulps) =>
        Math.Abs(actual - expected) <= ulps * Ulp * Math.Abs(expected);
}
