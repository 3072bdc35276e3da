using System.Runtime.InteropServices;

namespace Samverkan.Analysis.Studies;

/// <summary>Which run of a study. All count from 0, but the replication, which counts from 1.</summary>
public readonly record struct RunKey(int Policy, int Point, int Sample, int Replication);

/// <summary>What a study keeps of one run.</summary>
/// <param name="Failed">It broke off; nothing but the key means anything then.</param>
/// <param name="Hash">Result hash of the run.</param>
/// <param name="LostAt">For every cooperation, in the order of their paths: <see cref="Kept"/>, <see cref="NeverBegan"/>, or
/// the index of the month from which it was dissolved or hollow.</param>
/// <param name="Figures">In the order of <see cref="StudyFigures.Of"/>.</param>
/// <param name="Years">Every headline indicator of the first year, then of the second, and so on; empty where a study keeps
/// figures alone.</param>
public sealed record StudyRecord(RunKey Key, bool Failed, ulong Hash, int[] LostAt, double[] Figures, double[] Years)
{
    public const int Kept = -1;
    public const int NeverBegan = -2;

    /// <summary>Whether two records of a run say the same, to the bit.</summary>
    public bool IsTheSameAs(StudyRecord other) =>
        (Key, Failed, Hash) == (other.Key, other.Failed, other.Hash) && LostAt.AsSpan().SequenceEqual(other.LostAt)
        && Same(Figures, other.Figures) && Same(Years, other.Years);

    private static bool Same(double[] a, double[] b) =>
        MemoryMarshal.AsBytes<double>(a).SequenceEqual(MemoryMarshal.AsBytes<double>(b));
}

/// <summary>How long the parts of a record are; the same for all records of a study.</summary>
public sealed record RecordShape(int Cooperations, int Figures, int Years);
