namespace Samverkan.Model.Chance;

/// <summary>
/// Distributions by inverse transform: each takes one uniform number and is increasing in it, so that draws stay
/// aligned between scenarios that differ in a parameter.
/// </summary>
public static class Distributions
{
    /// <summary>
    /// Quantile of the standard normal distribution: Acklam's rational approximation (relative error below 1.2e-9).
    /// </summary>
    public static double Normal(double u)
    {
        const double low = .02425;
        if (u < low) return -Tail(Math.Sqrt(-2 * ExactMath.Log(u)));
        if (u > 1 - low) return Tail(Math.Sqrt(-2 * ExactMath.Log(1 - u)));
        var q = u - .5;
        var r = q * q;
        return (((((-3.969683028665376e+01 * r + 2.209460984245205e+02) * r - 2.759285104469687e+02) * r
                + 1.383577518672690e+02) * r - 3.066479806614716e+01) * r + 2.506628277459239e+00) * q
            / (((((-5.447609879822406e+01 * r + 1.615858368580409e+02) * r - 1.556989798598866e+02) * r
                + 6.680131188771972e+01) * r - 1.328068155288572e+01) * r + 1);

        static double Tail(double q) =>
            -(((((-7.784894002430293e-03 * q - 3.223964580411365e-01) * q - 2.400758277161838e+00) * q
                - 2.549732539343734e+00) * q + 4.374664141464968e+00) * q + 2.938163982698783e+00)
            / ((((7.784695709041462e-03 * q + 3.224671290700398e-01) * q + 2.445134137142996e+00) * q
                + 3.754408661907416e+00) * q + 1);
    }

    /// <summary>A lognormal number of the given mean, whose logarithm has the given standard deviation.</summary>
    public static double Lognormal(double u, double mean, double spread) =>
        mean <= 0 ? 0 : mean * ExactMath.Exp(spread * Normal(u) - spread * spread / 2);

    /// <summary>A gamma number of mean 1: bisection on the distribution function's series.</summary>
    public static double GammaOfMeanOne(double u, double shape)
    {
        double low = 0, high = shape + 40 * Math.Sqrt(shape) + 40;
        for (var step = 0; step < 60; step++)
        {
            var middle = (low + high) / 2;
            if (LowerGamma(shape, middle) < u) low = middle; else high = middle;
        }
        return (low + high) / 2 / shape;
    }

    /// <summary>A Poisson number; beyond a mean of 60 by its normal approximation with a correction for skewness.</summary>
    public static int Poisson(double u, double mean)
    {
        if (mean <= 0) return 0;
        if (mean > 60)
        {
            var z = Normal(u);
            return Math.Max(0, (int)Math.Floor(mean + Math.Sqrt(mean) * z + (z * z - 1) / 6 + .5));
        }
        var term = ExactMath.Exp(-mean);
        var cumulated = term;
        var k = 0;
        while (u > cumulated && k < 400)
        {
            k++;
            term *= mean / k;
            cumulated += term;
        }
        return k;
    }

    /// <summary>How many of n succeed; beyond n = 400 by the normal approximation.</summary>
    public static int Binomial(double u, int n, double p)
    {
        if (n <= 0 || p <= 0) return 0;
        if (p >= 1) return n;
        if (n > 400)
            return Math.Clamp((int)Math.Floor(n * p + Math.Sqrt(n * p * (1 - p)) * Normal(u) + .5), 0, n);
        var term = ExactMath.Exp(n * ExactMath.Log(1 - p));
        var cumulated = term;
        var k = 0;
        while (u > cumulated && k < n)
        {
            term *= (n - k) * p / ((k + 1) * (1 - p));
            k++;
            cumulated += term;
        }
        return k;
    }

    // P(a, x) by its power series; x stays below some 60 here, where the series converges well.
    private static double LowerGamma(double a, double x)
    {
        if (x <= 0) return 0;
        return Math.Min(1, GammaSeries(a, x) * ExactMath.Exp(a * ExactMath.Log(x) - x - LogGamma(a)));
    }

    internal static double GammaSeries(double a, double x)
    {
        double term = 1 / a, sum = term;
        for (var n = 1; n < 600 && term > sum * 1e-16; n++)
        {
            term *= x / (a + n);
            sum += term;
        }
        return sum;
    }

    // Lanczos' approximation, g = 7.
    internal static double LogGamma(double x)
    {
        ReadOnlySpan<double> c =
        [
            676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905,
            -.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
        ];
        var sum = .99999999999980993;
        for (var i = 0; i < c.Length; i++)
            sum += c[i] / (x + i);
        var t = x + 6.5;
        return .91893853320467274178 + (x - .5) * ExactMath.Log(t) - t + ExactMath.Log(sum);
    }
}
