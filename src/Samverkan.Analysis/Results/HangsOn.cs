using MathNet.Numerics.Distributions;
using MathNet.Numerics.Statistics;
using Samverkan.Analysis.Comparisons;
using Samverkan.Model.Parameters;

namespace Samverkan.Analysis.Results;

/// <summary>
/// Which rules that have a rival turn the sign of an effect: with one of the two it goes up, with the other down.
/// </summary>
internal static class HangsOn
{
    private const double Chance = 0.05;
    private const int FewestOfEach = 3;

    /// <param name="differences">By pair under a draw.</param>
    public static IReadOnlyList<string> Of(DrawnComparison drawn, IReadOnlyList<double> differences)
    {
        ParameterInfo[] rules = [.. drawn.Region.Parameters.Where(parameter => parameter.Measure == Measure.Switch)];
        return [.. rules.Where(rule => Turns(drawn, differences, rule, Chance / rules.Length)).Select(rule => rule.Id)];
    }

    private static bool Turns(DrawnComparison drawn, IReadOnlyList<double> differences, ParameterInfo rule, double chance)
    {
        var sides = differences.Select((difference, pair) => (difference, On: drawn.Region.Value(drawn.Draws[pair], rule) >= .5))
            .Where(one => !double.IsNaN(one.difference)).ToLookup(one => one.On, one => one.difference);
        double[] on = [.. sides[true]], off = [.. sides[false]];
        return on.Length >= FewestOfEach && off.Length >= FewestOfEach && on.Mean() > 0 != off.Mean() > 0
            && Welch(on, off) < chance;
    }

    /// <summary>Two-sided p of Welch's test of two means (Biometrika 1947; 34:28).</summary>
    internal static double Welch(double[] one, double[] other)
    {
        var (a, b) = (one.Variance() / one.Length, other.Variance() / other.Length);
        if (a + b == 0)
            return one.Mean() == other.Mean() ? 1 : 0;
        var freedom = Math.Pow(a + b, 2) / (a * a / (one.Length - 1) + b * b / (other.Length - 1));
        return 2 * StudentT.CDF(0, 1, freedom, -Math.Abs(one.Mean() - other.Mean()) / Math.Sqrt(a + b));
    }
}
