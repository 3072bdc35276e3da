using MathNet.Numerics.Distributions;
using Samverkan.Runs.Studies;

namespace Samverkan.Analysis.Studies.Sampling;

/// <summary>Values of beliefs by quantile.</summary>
public static class Quantiles
{
    /// <param name="u">0 to 1; the ends are drawn in a little where a distribution has none.</param>
    public static double Of(Belief belief, double u)
    {
        if (belief.High <= belief.Low)
            return belief.Low;
        return belief.Kind switch
        {
            BeliefKind.Listed => belief.Values[Math.Min(belief.Values.Length - 1, (int)(u * belief.Values.Length))],
            BeliefKind.Either => u < .5 ? belief.A : belief.B,
            BeliefKind.Uniform => belief.A + u * (belief.B - belief.A),
            BeliefKind.LogUniform =>
                Math.Clamp(Math.Exp(Math.Log(belief.A) + u * Math.Log(belief.B / belief.A)), belief.Low, belief.High),
            BeliefKind.Triangular => Triangular.InvCDF(belief.A, belief.B, belief.C, u),
            BeliefKind.Normal =>
                Cut(belief, u, x => Normal.CDF(belief.A, belief.B, x), q => Normal.InvCDF(belief.A, belief.B, q)),
            _ => Cut(belief, u, x => LogNormal.CDF(Math.Log(belief.A), belief.B, x),
                q => LogNormal.InvCDF(Math.Log(belief.A), belief.B, q)),
        };
    }

    /// <summary>The quantile of a distribution that is cut at two of its quantiles and at the parameter's range.</summary>
    private static double Cut(Belief belief, double u, Func<double, double> share, Func<double, double> quantile)
    {
        const double Edge = 1e-12;
        var (low, high) = (Math.Max(share(belief.Low), belief.CutBelow), Math.Min(share(belief.High), belief.CutAbove));
        // What is believed lies outside the range, all but a tail of it: of the range, the whole is left.
        if (low >= high)
            (low, high) = (share(belief.Low), share(belief.High));
        return Math.Clamp(quantile(Math.Clamp(low + u * (high - low), Edge, 1 - Edge)), belief.Low, belief.High);
    }
}
