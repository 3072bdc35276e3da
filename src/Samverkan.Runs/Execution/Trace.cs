using Samverkan.Model;

namespace Samverkan.Runs.Execution;

/// <summary>One month of a run, as two hashes.</summary>
/// <param name="State">Fold of the hashes of all municipalities.</param>
/// <param name="Reported">Fold of all reported values, to the bit.</param>
public readonly record struct MonthMark(ulong State, ulong Reported);

/// <summary>The hashes of a run, month by month: they tell whether and until when two runs have the same bits.</summary>
public sealed class Trace(Month from) : IRunObserver
{
    private readonly List<MonthMark> marks = [];

    public Month From { get; } = from;

    public IReadOnlyList<MonthMark> Marks => marks;

    /// <summary>The result hash of the run.</summary>
    public ulong Hash { get; private set; } = Fold.Start;

    public void Observe(MonthResult month)
    {
        var state = Fold.Start;
        foreach (var hash in month.Hashes)
        {
            state = Fold.Into(state, hash);
            Hash = Fold.Into(Hash, hash);
        }
        var reported = Fold.Start;
        foreach (var observation in month.Observations)
            reported = Fold.Into(reported, BitConverter.DoubleToUInt64Bits(observation.Value));
        marks.Add(new MonthMark(state, reported));
    }

    /// <summary>The first month in which two runs differ; null if they are equal. A run that ends early differs from then
    /// on.</summary>
    public Month? FirstDifference(Trace other)
    {
        for (var i = 0; i < Math.Max(marks.Count, other.marks.Count); i++)
            if (i >= marks.Count || i >= other.marks.Count || marks[i] != other.marks[i])
                return From + i;
        return null;
    }
}
