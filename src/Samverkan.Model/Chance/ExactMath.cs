namespace Samverkan.Model.Chance;

/// <summary>
/// Elementary functions out of additions, multiplications, divisions and square roots alone, which IEEE 754 defines to
/// the bit: the platform's own differ between operating systems and processors. Accurate to some 2e-16 relative.
/// </summary>
public static class ExactMath
{
    /// <summary>The hazard at which <see cref="Probability(float)"/> is highest.</summary>
    internal const float MostHazard = 3.4641016f;

    private const double Ln2High = 6.93147180369123816490e-01, Ln2Low = 1.90821492927058770002e-10;
    private const double Log2E = 1.44269504088896338700;

    // Of 21, 19 and so on down to 1.
    private static ReadOnlySpan<double> OddReciprocals =>
        [1.0 / 21, 1.0 / 19, 1.0 / 17, 1.0 / 15, 1.0 / 13, 1.0 / 11, 1.0 / 9, 1.0 / 7, 1.0 / 5, 1.0 / 3, 1.0];

    // Of 14!, 13! and so on down to 0!.
    private static ReadOnlySpan<double> FactorialReciprocals =>
    [
        1.0 / 87178291200, 1.0 / 6227020800, 1.0 / 479001600, 1.0 / 39916800, 1.0 / 3628800, 1.0 / 362880, 1.0 / 40320,
        1.0 / 5040,
        1.0 / 720, 1.0 / 120, 1.0 / 24, 1.0 / 6, 1.0 / 2, 1, 1,
    ];

    /// <summary>e to the power x; 0 below -708, infinity above 709.</summary>
    public static double Exp(double x)
    {
        if (double.IsNaN(x)) return x;
        if (x > 709) return double.PositiveInfinity;
        if (x < -708) return 0;
        var k = Math.Floor(x * Log2E + .5);
        var r = x - k * Ln2High - k * Ln2Low;
        // Taylor's series on |r| <= 0.347: the next term is below 2e-18.
        var sum = 0.0;
        foreach (var reciprocal in FactorialReciprocals)
            sum = sum * r + reciprocal;
        return sum * BitConverter.Int64BitsToDouble((long)(k + 1023) << 52);
    }

    /// <summary>The natural logarithm; negative infinity at 0, not a number below.</summary>
    public static double Log(double x)
    {
        if (x <= 0) return x == 0 ? double.NegativeInfinity : double.NaN;
        if (double.IsNaN(x) || double.IsPositiveInfinity(x)) return x;
        var exponent = 0;
        if (x < 2.2250738585072014e-308) { x *= 18014398509481984.0; exponent = -54; }
        var bits = BitConverter.DoubleToInt64Bits(x);
        exponent += (int)(bits >> 52) - 1023;
        var m = BitConverter.Int64BitsToDouble((bits & 0x000FFFFFFFFFFFFF) | 0x3FF0000000000000);
        if (m > 1.4142135623730951) { m *= .5; exponent++; }
        // log m = 2 artanh s with |s| <= 0.1716: the next term is below 1e-18.
        var s = (m - 1) / (m + 1);
        var s2 = s * s;
        var sum = 0.0;
        foreach (var reciprocal in OddReciprocals)
            sum = sum * s2 + reciprocal;
        return exponent * Ln2High + (2 * s * sum + exponent * Ln2Low);
    }

    /// <summary>x to the power y, for x of 0 or more.</summary>
    public static double Pow(double x, double y) => y == 0 || x == 1 ? 1 : x == 0 ? 0 : Exp(y * Log(x));

    /// <summary>The logistic function.</summary>
    public static double Sigmoid(double x) => 1 / (1 + Exp(-x));

    /// <summary>The probability that a hazard over one month strikes: 1 - exp(-h).</summary>
    public static double Probability(double hazard) => hazard <= 0 ? 0 : 1 - Exp(-hazard);

    /// <summary>
    /// The same in single precision for the needs of people: the (1,2) Padé approximant of 1 - exp(-h), within 0.0006
    /// for h up to 1, which vectorises and needs no exponential. It is highest, .93, at the square root of 12 and would
    /// fall beyond it: a larger hazard counts as that.
    /// </summary>
    public static float Probability(float hazard)
    {
        var h = Math.Min(hazard, MostHazard);
        return h / (1 + h * (.5f + h * (1f / 12)));
    }
}
