using MathNet.Numerics.Statistics;

namespace Samverkan.Analysis.Statistics;

/// <summary>
/// One figure for every run, with samples crossed with replications: a replication has the same luck in every sample. Runs of one
/// sample are not independent, and neither are runs of one replication. The independent unit is the draw: a sample, or all
/// samples that a design builds on one draw.
/// </summary>
public sealed class Crossed
{
    private readonly IReadOnlyList<double[]> samples;
    private readonly Func<int, int> drawOf;

    /// <param name="samples">By sample, then by replication; not a number where there is no figure.</param>
    /// <param name="drawOf">The draw that a sample belongs to, counted from 0 without gaps.</param>
    public Crossed(IReadOnlyList<double[]> samples, Func<int, int> drawOf) => (this.samples, this.drawOf) = (samples, drawOf);

    /// <summary>Replications without samples.</summary>
    public static Crossed Of(IReadOnlyList<double> replications) => new([[.. replications]], _ => 0);

    /// <summary>The mean of tables of the same samples and replications, figure by figure, over the figures that exist.</summary>
    public static Crossed Mean(IReadOnlyList<Crossed> tables) =>
        new([.. Enumerable.Range(0, tables[0].samples.Count)
            .Select(sample => Average([.. tables.Select(table => table.samples[sample])]))], tables[0].drawOf);

    /// <summary>Every figure that exists, sample by sample.</summary>
    public double[] Runs() => [.. samples.SelectMany(sample => sample).Where(value => !double.IsNaN(value))];

    /// <summary>Each figure minus the one of the same sample and replication.</summary>
    public Crossed Less(Crossed other) => With(other, (mine, its) => mine - its);

    /// <summary>The figures that have a partner in the other table.</summary>
    public Crossed Where(Crossed there) => With(there, (mine, its) => double.IsNaN(its) ? double.NaN : mine);

    /// <summary>
    /// By draw, then by replication: the mean over the draw's samples. Draws and replications without any figure are left out.
    /// </summary>
    public double[][] Draws()
    {
        var draws = Enumerable.Range(0, samples.Count).GroupBy(drawOf).OrderBy(draw => draw.Key)
            .Select(draw => Average([.. draw.Select(sample => samples[sample])])).Where(draw => !draw.All(double.IsNaN)).ToList();
        var replications = Enumerable.Range(0, draws.Count == 0 ? 0 : draws[0].Length)
            .Where(r => draws.Any(draw => !double.IsNaN(draw[r]))).ToArray();
        return [.. draws.Select(draw => replications.Select(r => draw[r]).ToArray())];
    }

    private Crossed With(Crossed other, Func<double, double, double> made) =>
        new([.. samples.Zip(other.samples, (mine, its) => mine.Zip(its, made).ToArray())], drawOf);

    private static double[] Average(double[][] draw) => draw.Length == 1 ? draw[0] :
        [.. Enumerable.Range(0, draw[0].Length)
            .Select(r => draw.Select(sample => sample[r]).Where(value => !double.IsNaN(value)).Mean())];
}
