using CsCheck;
using Samverkan.Model.Chance;

namespace Samverkan.Model.Tests.Chance;

public class DistributionsTests
{
    private static readonly Gen<double> Unit = Gen.Double[1e-12, 1 - 1e-12];

    [Fact]
    public void A_normal_number_rises_with_luck() => Rises(u => Distributions.Normal(u));

    [Fact]
    public void A_lognormal_number_rises_with_luck() =>
        Gen.Select(Gen.Double[.1, 50], Gen.Double[0, 1.5])
        .Sample((mean, spread) => Rises(u => Distributions.Lognormal(u, mean, spread), 20));

    [Fact]
    public void A_gamma_number_rises_with_luck() =>
        Gen.Double[.5, 8].Sample(shape => Rises(u => Distributions.GammaOfMeanOne(u, shape), 10), iter: 20);

    [Fact]
    public void A_Poisson_number_rises_with_luck() =>
        Gen.Double[0, 500].Sample(mean => Rises(u => Distributions.Poisson(u, mean), 20));

    [Fact]
    public void A_binomial_number_rises_with_luck() =>
        Gen.Select(Gen.Int[0, 1000], Gen.Double[0, 1]).Sample((n, p) => Rises(u => Distributions.Binomial(u, n, p), 20));

    [Fact]
    public void A_Poisson_number_rises_with_its_mean() => Gen.Select(Unit, Gen.Double[0, 50], Gen.Double[0, 5])
        .Sample((u, mean, more) => Distributions.Poisson(u, mean + more) >= Distributions.Poisson(u, mean));

    [Fact]
    public void A_binomial_number_rises_with_its_chance() => Gen.Select(Unit, Gen.Int[0, 300], Gen.Double[0, 1], Gen.Double[0, 1])
        .Sample((u, n, p, q) => Distributions.Binomial(u, n, Math.Max(p, q)) >= Distributions.Binomial(u, n, Math.Min(p, q)));

    [Fact]
    public void A_binomial_number_is_between_none_and_all() => Gen.Select(Unit, Gen.Int[-3, 900], Gen.Double[-.5, 1.5])
        .Sample((u, n, p) => Distributions.Binomial(u, n, p) is >= 0 and var k && k <= Math.Max(0, n));

    [Theory]
    [InlineData(.5, 0)]
    [InlineData(.975, 1.959963984540054)]
    [InlineData(.025, -1.959963984540054)]
    [InlineData(.001, -3.090232306167813)]
    [InlineData(1e-9, -5.997807015007773)]
    [InlineData(.8413447460685429, 1)]
    public void Normal_quantiles(double u, double expected) => Assert.Equal(expected, Distributions.Normal(u), 8e-9);

    [Theory]
    [InlineData(.5, 1, .6931471805599453)]
    [InlineData(.95, 1, 2.995732273553991)]
    [InlineData(.5, 2.5, .870292038219105)]
    [InlineData(.05, 2.5, .229095245212354)]
    [InlineData(.95, 2.5, 2.214099538703270)]
    public void Gamma_quantiles(double u, double shape, double expected) =>
        Assert.Equal(expected, Distributions.GammaOfMeanOne(u, shape), 1e-9);

    [Theory]
    [InlineData(.1353, 2, 0)]
    [InlineData(.1354, 2, 1)]
    [InlineData(.5, 2, 2)]
    [InlineData(.99, 2, 6)]
    [InlineData(.5, 59.9, 60)]
    [InlineData(.5, 60.1, 60)]
    [InlineData(.3, 0, 0)]
    public void Poisson_quantiles(double u, double mean, int expected) => Assert.Equal(expected, Distributions.Poisson(u, mean));

    [Theory]
    [InlineData(.34, 10, .1, 0)]
    [InlineData(.35, 10, .1, 1)]
    [InlineData(.95, 10, .5, 8)]
    [InlineData(.5, 400, .25, 100)]
    [InlineData(.5, 4000, .25, 1000)]
    [InlineData(.999, 5, 0, 0)]
    [InlineData(.001, 5, 1, 5)]
    public void Binomial_quantiles(double u, int n, double p, int expected) =>
        Assert.Equal(expected, Distributions.Binomial(u, n, p));

    [Fact]
    public void Normal_moments() => Moments(Distributions.Normal, 0, 1, .005);

    [Theory]
    [InlineData(20, .8)]
    [InlineData(5, .3)]
    public void Lognormal_moments(double mean, double spread) =>
        Moments(u => Distributions.Lognormal(u, mean, spread), mean, mean * mean * (Math.Exp(spread * spread) - 1), .01);

    [Theory]
    [InlineData(1)]
    [InlineData(2.5)]
    [InlineData(6)]
    public void Gamma_moments(double shape) => Moments(u => Distributions.GammaOfMeanOne(u, shape), 1, 1 / shape, .005, 4_000);

    [Theory]
    [InlineData(.05)]
    [InlineData(2)]
    [InlineData(40)]
    [InlineData(200)]
    public void Poisson_moments(double mean) => Moments(u => Distributions.Poisson(u, mean), mean, mean, .02);

    [Theory]
    [InlineData(6, .0095)]
    [InlineData(100, .3)]
    [InlineData(2000, .3)]
    public void Binomial_moments(int n, double p) => Moments(u => Distributions.Binomial(u, n, p), n * p, n * p * (1 - p), .01);

    private static void Rises(Func<double, double> quantile, int iter = 1000) =>
        Gen.Select(Unit, Unit).Sample((u, v) => quantile(Math.Max(u, v)) >= quantile(Math.Min(u, v)), iter: iter, threads: 1);

    // Mean and variance by the midpoint rule over u.
    private static void Moments(Func<double, double> quantile, double mean, double variance, double tolerance,
        int points = 40_000)
    {
        double sum = 0, squares = 0;
        for (var i = 0; i < points; i++)
        {
            var x = quantile((i + .5) / points) - mean;
            sum += x;
            squares += x * x;
        }
        Assert.Equal(0, sum / points, tolerance * Math.Sqrt(variance));
        Assert.Equal(variance, squares / points, 2 * tolerance * Math.Max(variance, 1e-3));
    }
}
