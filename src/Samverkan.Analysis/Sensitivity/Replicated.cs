using MathNet.Numerics.Statistics;

namespace Samverkan.Analysis.Sensitivity;

/// <summary>
/// The outcome at every point of a design, by replication. Replications with a missing value at any point are left out, so the
/// rest is balanced.
/// </summary>
public sealed class Replicated
{
    private readonly double[][] values;

    /// <param name="points">By point, then by replication.</param>
    public Replicated(IReadOnlyList<double[]> points)
    {
        var whole = Enumerable.Range(0, points.Count == 0 ? 0 : points.Min(p => p.Length))
            .Where(r => points.All(p => !double.IsNaN(p[r]))).ToArray();
        values = [.. points.Select(p => whole.Select(r => p[r]).ToArray())];
        Replications = whole.Length;
        Means = [.. values.Select(v => v.Mean())];
    }

    public int Points => values.Length;

    public int Replications { get; }

    public double[] Means { get; }

    /// <summary>All replications at a point.</summary>
    public double[] At(int point) => values[point];

    /// <summary>
    /// The part of a product of two contrasts of points that is chance: the covariance over replications, divided by their
    /// number. 0 with one replication, which cannot separate chance from effect.
    /// </summary>
    public double Noise(Func<int, double> one, Func<int, double> other)
    {
        if (Replications < 2)
            return 0;
        var (a, b) = (Enumerable.Range(0, Replications).Select(one).ToArray(),
            Enumerable.Range(0, Replications).Select(other).ToArray());
        return a.Covariance(b) / Replications;
    }
}
