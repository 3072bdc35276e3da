using MathNet.Numerics.Distributions;

namespace Samverkan.Analysis.Calibrating;

/// <summary>What was observed of one outcome.</summary>
/// <param name="Tolerance">One standard deviation of what was observed and of what the model may miss.</param>
public readonly record struct Observed(double Value, double Tolerance);

/// <summary>
/// What one wave learnt of all targets together. Targets are figures of one history, which share its luck; and so do the errors of
/// their emulators, which were fitted to the same runs. Both are told by covariances, not by variances alone.
/// </summary>
public sealed class Wave
{
    private readonly IReadOnlyList<Observed> observed;
    private readonly double[][] luck;
    private readonly double[][] residuals;
    private readonly double[] lack;

    private Wave(IReadOnlyList<Observed> observed, Emulator emulator, double[][] luck, double[][] residuals, double[] lack) =>
        (this.observed, Emulator, this.luck, this.residuals, this.lack) = (observed, emulator, luck, residuals, lack);

    /// <summary>Of all targets.</summary>
    public Emulator Emulator { get; }

    /// <param name="units">Quantiles of the factors, a row per sample.</param>
    /// <param name="runs">By target, sample and replication; each sample lived luck of its own.</param>
    public static Wave Of(IReadOnlyList<Observed> observed, IReadOnlyList<double[]> units, IReadOnlyList<IReadOnlyList<double[]>> runs)
    {
        var emulator = new Emulator(units, [.. runs.Select(of => of.Select(sample => sample.Average()).ToArray())]);
        var residuals = Products(emulator.Residuals, emulator.Freedom);
        // With one replication all that is left is laid to luck: what the emulator misses cannot be told from it.
        var luck = runs[0].All(sample => sample.Length < 2) ? residuals : Within(runs);
        var replications = runs[0].Average(sample => sample.Length);
        return new(observed, emulator, luck, residuals, [.. residuals.Select((row, i) => Math.Max(0, row[i] - luck[i][i] / replications))]);
    }

    /// <summary>
    /// The implausibility beyond which a value is ruled out where so many targets are tried: as rarely passed by the largest of all as
    /// that cutoff is by a single one.
    /// </summary>
    public double Cutoff(double ofOne) => -Normal.InvCDF(0, 1, Normal.CDF(0, 1, -ofOne) / observed.Count);

    /// <summary>How many standard deviations the expected outcome is from what was observed, at most.</summary>
    public double Implausibility(double[] unit)
    {
        Span<double> expected = stackalloc double[observed.Count];
        var (leverage, largest) = (Emulator.At(unit, expected), 0.0);
        for (var i = 0; i < observed.Count; i++)
            largest = Math.Max(largest, Math.Abs(expected[i] - observed[i].Value) / Math.Sqrt(Covariance(i, i, leverage)));
        return largest;
    }

    /// <summary>The logarithm of the likelihood of what was observed, up to a constant.</summary>
    public double LogLikelihood(double[] unit)
    {
        var count = observed.Count;
        var (off, root) = (new double[count], new double[count, count]);
        var leverage = Emulator.At(unit, off);
        for (var i = 0; i < count; i++)
            off[i] = observed[i].Value - off[i];
        // Cholesky's root, row by row; the quadratic form and the determinant come with it.
        var (logarithm, square) = (0.0, 0.0);
        for (var i = 0; i < count; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var sum = Covariance(i, j, leverage);
                for (var k = 0; k < j; k++)
                    sum -= root[i, k] * root[j, k];
                root[i, j] = i == j ? Math.Sqrt(Math.Max(sum, 1e-300)) : sum / root[j, j];
            }
            for (var k = 0; k < i; k++)
                off[i] -= root[i, k] * off[k];
            off[i] /= root[i, i];
            square += off[i] * off[i];
            logarithm += Math.Log(root[i, i]);
        }
        return -0.5 * square - logarithm;
    }

    /// <summary>Of a history's luck, of the emulators' errors, and on the diagonal of what emulators miss and of the tolerance.</summary>
    private double Covariance(int i, int j, double leverage) =>
        luck[i][j] + leverage * residuals[i][j] + (i == j ? lack[i] + observed[i].Tolerance * observed[i].Tolerance : 0);

    /// <summary>The covariance of single histories around the mean of their sample, over all samples together.</summary>
    private static double[][] Within(IReadOnlyList<IReadOnlyList<double[]>> runs)
    {
        double[][] off = [.. runs.Select(of => of.SelectMany(sample => sample.Select(value => value - sample.Average())).ToArray())];
        var freedom = Math.Max(1, runs[0].Sum(sample => sample.Length - 1));
        return Products(off, freedom);
    }

    private static double[][] Products(IReadOnlyList<double[]> all, int freedom) =>
        [.. all.Select(one => all.Select(other => Sum(one, other) / freedom).ToArray())];

    private static double Sum(double[] one, double[] other)
    {
        var sum = 0.0;
        for (var i = 0; i < one.Length; i++)
            sum += one[i] * other[i];
        return sum;
    }
}
