using MathNet.Numerics.Distributions;

namespace Samverkan.Analysis.Calibrating;

/// <summary>An observation of one outcome.</summary>
/// <param name="Tolerance">One standard deviation of the observation's error and of the model's own.</param>
public readonly record struct Observed(double Value, double Tolerance);

/// <summary>
/// What one wave learnt about all targets together. Targets are figures of one history and share its luck. The errors of their
/// emulators are related too, because all emulators were fitted to the same runs. So both have covariances.
/// </summary>
public sealed class Wave
{
    private readonly IReadOnlyList<Observed> observed;
    private readonly double[][] luck;
    private readonly double[][] residuals;
    private readonly double[] lack;

    private Wave(IReadOnlyList<Observed> observed, Emulator emulator, double[][] luck, double[][] residuals, double[] lack) =>
        (this.observed, Emulator, this.luck, this.residuals, this.lack) = (observed, emulator, luck, residuals, lack);

    /// <summary>The emulator of all targets.</summary>
    public Emulator Emulator { get; }

    /// <param name="units">Quantiles of the factors, a row per sample.</param>
    /// <param name="runs">By target, sample and replication. Each sample has its own luck.</param>
    public static Wave Of(IReadOnlyList<Observed> observed, IReadOnlyList<double[]> units,
        IReadOnlyList<IReadOnlyList<double[]>> runs)
    {
        var emulator = new Emulator(units, [.. runs.Select(of => of.Select(sample => sample.Average()).ToArray())]);
        var residuals = Products(emulator.Residuals, emulator.Freedom);
        // With one replication, luck and the emulator's error cannot be separated: all of it counts as luck.
        var luck = runs[0].All(sample => sample.Length < 2) ? residuals : Within(runs);
        var replications = runs[0].Average(sample => sample.Length);
        return new(observed, emulator, luck, residuals,
            [.. residuals.Select((row, i) => Math.Max(0, row[i] - luck[i][i] / replications))]);
    }

    /// <summary>
    /// The implausibility beyond which a value is ruled out when this many targets are tried. Their maximum exceeds it as
    /// rarely as a single target exceeds the given cutoff.
    /// </summary>
    public double Cutoff(double ofOne) => -Normal.InvCDF(0, 1, Normal.CDF(0, 1, -ofOne) / observed.Count);

    /// <summary>How many standard deviations the predicted outcomes are from the observations, at most.</summary>
    public double Implausibility(double[] unit)
    {
        Span<double> expected = stackalloc double[observed.Count];
        var (leverage, largest) = (Emulator.At(unit, expected), 0.0);
        for (var i = 0; i < observed.Count; i++)
            largest = Math.Max(largest, Math.Abs(expected[i] - observed[i].Value) / Math.Sqrt(Covariance(i, i, leverage)));
        return largest;
    }

    /// <summary>The logarithm of the likelihood of the observations, up to a constant.</summary>
    public double LogLikelihood(double[] unit)
    {
        var count = observed.Count;
        var (off, root) = (new double[count], new double[count, count]);
        var leverage = Emulator.At(unit, off);
        for (var i = 0; i < count; i++)
            off[i] = observed[i].Value - off[i];
        // The Cholesky root, row by row, gives the quadratic form and the determinant.
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

    /// <summary>
    /// The covariance of luck and emulators' errors; on the diagonal also what emulators miss, and the tolerance.
    /// </summary>
    private double Covariance(int i, int j, double leverage) =>
        luck[i][j] + leverage * residuals[i][j] + (i == j ? lack[i] + observed[i].Tolerance * observed[i].Tolerance : 0);

    /// <summary>The covariance of single histories around the mean of their sample, pooled over all samples.</summary>
    private static double[][] Within(IReadOnlyList<IReadOnlyList<double[]>> runs)
    {
        double[][] off =
            [.. runs.Select(of => of.SelectMany(sample => sample.Select(value => value - sample.Average())).ToArray())];
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
