using System.Collections;

namespace Samverkan.Analysis.Studies;

/// <summary>Runs of a study, a bit for each: a study of millions of runs must not keep their names.</summary>
public sealed class RunSet(Design design)
{
    private readonly List<BitArray> byReplication = [];

    public void Add(RunKey key)
    {
        while (byReplication.Count < key.Replication)
            byReplication.Add(new(design.Cells));
        if (key.Sample < design.Samples)
            byReplication[key.Replication - 1][FigureTable.CellOf(design, key.Policy, key.Point, key.Sample)] = true;
    }

    public bool Contains(RunKey key) =>
        key.Replication <= byReplication.Count && FigureTable.CellOf(design, key.Policy, key.Point, key.Sample) is var cell
            && cell < byReplication[key.Replication - 1].Count && byReplication[key.Replication - 1][cell];
}
