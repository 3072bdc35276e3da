using Samverkan.Analysis.Statistics;

namespace Samverkan.Analysis.Studies;

/// <summary>One outcome of every run: not a number where a run failed, is not done yet, or does not define it.</summary>
public sealed class FigureTable
{
    private readonly Design design;
    private readonly double[] figures;

    /// <param name="figures">Replication by replication, in the order of <see cref="CellOf"/>.</param>
    internal FigureTable(Design design, double[] figures) => (this.design, this.figures) = (design, figures);

    /// <summary>The last replication of which there is a run.</summary>
    public int Replications => figures.Length / design.Cells;

    public double this[int policy, int point, int sample, int replication] =>
        figures[(replication - 1) * design.Cells + CellOf(design, policy, point, sample)];

    /// <summary>All replications of a cell, in order.</summary>
    public double[] Cell(int policy, int point, int sample)
    {
        var (cell, values) = (CellOf(design, policy, point, sample), new double[Replications]);
        for (var r = 0; r < values.Length; r++)
            values[r] = figures[r * design.Cells + cell];
        return values;
    }

    /// <summary>The figures of a policy, sample by sample with all replications; less those of another policy, if one is
    /// named.</summary>
    public double[][] Samples(int policy, int point, int? versus = null) =>
        [.. Enumerable.Range(0, design.Samples).Select(sample => versus is { } other
            ? [.. Cell(policy, point, sample).Zip(Cell(other, point, sample), (a, b) => a - b)]
            : Cell(policy, point, sample))];

    /// <summary>The figures of a policy, with what of them is independent.</summary>
    public Crossed Crossed(int policy, int point) => new(Samples(policy, point), design.DrawOf);

    internal static int CellOf(Design design, int policy, int point, int sample) =>
        (sample * design.Points.Length + point) * design.Study.Policies.Length + policy;
}
