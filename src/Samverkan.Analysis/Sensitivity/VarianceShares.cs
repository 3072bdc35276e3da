using MathNet.Numerics.Distributions;
using MathNet.Numerics.Statistics;

namespace Samverkan.Analysis.Sensitivity;

/// <summary>
/// The sources of the variance of a single run: the parameters, luck that is the same for all parameters, and luck that depends
/// on them. By analysis of variance of points and replications, which common random numbers cross.
/// </summary>
/// <param name="Parameters">Variance of the expected outcome over the samples.</param>
/// <param name="Chance">Variance over replications that all samples share.</param>
/// <param name="Interplay">The rest: luck that differs between parameters.</param>
/// <param name="P">p of the F test that the expected outcome is the same at all samples; not a number with one
/// replication.</param>
public sealed record VarianceShares(double Parameters, double Chance, double Interplay, double P = double.NaN)
{
    public double Total => Parameters + Chance + Interplay;

    /// <summary>Whether the samples differ by more than luck explains.</summary>
    public bool IsTold => P < 0.05;

    /// <summary>Share of the variance that is due to the parameters; not a number if chance could not be separated.</summary>
    public double OfParameters => Parameters / Total;

    /// <summary>With one replication all variance is attributed to the parameters, and luck is not a number.</summary>
    public static VarianceShares Of(Replicated outcome)
    {
        var (points, replications) = (outcome.Points, outcome.Replications);
        if (points < 2 || replications < 1)
            return new(double.NaN, double.NaN, double.NaN);
        if (replications == 1)
            return new(outcome.Means.Variance(), double.NaN, double.NaN);
        var grand = outcome.Means.Mean();
        var ofReplication = Enumerable.Range(0, replications)
            .Select(r => Enumerable.Range(0, points).Average(p => outcome.At(p)[r])).ToArray();
        var residual = 0.0;
        for (var p = 0; p < points; p++)
            for (var r = 0; r < replications; r++)
            {
                var left = outcome.At(p)[r] - outcome.Means[p] - ofReplication[r] + grand;
                residual += left * left;
            }
        var interplay = residual / ((points - 1.0) * (replications - 1));
        var ofSamples = replications * outcome.Means.Variance();
        return new(
            Math.Max(0, outcome.Means.Variance() - interplay / replications),
            Math.Max(0, ofReplication.Variance() - interplay / points), interplay,
            ofSamples == 0 ? 1 : interplay == 0 ? 0
                : 1 - FisherSnedecor.CDF(points - 1, (points - 1.0) * (replications - 1), ofSamples / interplay));
    }
}
