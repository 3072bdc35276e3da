namespace Samverkan.Analysis.Studies;

/// <summary>One outcome of every run: not a number where a run failed, is not done yet, or does not define it.</summary>
public sealed class FigureTable
{
    private readonly Design design;
    private readonly Dictionary<RunKey, double> figures = [];

    internal FigureTable(Design design, IEnumerable<(RunKey Key, double Figure)> figures)
    {
        this.design = design;
        foreach (var (key, figure) in figures)
        {
            this.figures[key] = figure;
            Replications = Math.Max(Replications, key.Replication);
        }
    }

    /// <summary>The last replication of which there is a run.</summary>
    public int Replications { get; }

    public double this[int policy, int point, int sample, int replication] =>
        figures.GetValueOrDefault(new(policy, point, sample, replication), double.NaN);

    /// <summary>All replications of a cell, in order.</summary>
    public double[] Cell(int policy, int point, int sample) =>
        [.. Enumerable.Range(1, Replications).Select(replication => this[policy, point, sample, replication])];

    /// <summary>The figures of a policy, sample by sample with all replications; less those of another policy, if one is named.</summary>
    public double[][] Samples(int policy, int point, int? versus = null) =>
        [.. Enumerable.Range(0, design.Samples).Select(sample => versus is { } other
            ? [.. Cell(policy, point, sample).Zip(Cell(other, point, sample), (a, b) => a - b)]
            : Cell(policy, point, sample))];
}
