using System.Diagnostics;

namespace Samverkan.Runs.Execution;

/// <summary>How far an ensemble has come. Its threads write it; anybody may read it at any time.</summary>
/// <param name="months">Months to simulate in all.</param>
/// <param name="replications">Replications to run of each scenario.</param>
/// <param name="scenarios">Number of scenarios.</param>
public sealed class EnsembleProgress(long months, int replications, int scenarios)
{
    private readonly long started = Stopwatch.GetTimestamp();
    private long monthsDone;
    private int runsDone;
    private int year;

    public static EnsembleProgress Of(IReadOnlyList<Job> jobs) => new(
        jobs.Sum(job => (long)job.Months), jobs.Max(job => job.Replication), jobs.Max(job => job.Scenario) + 1);

    public int Replications => replications;

    public int Scenarios => scenarios;

    /// <summary>Replications that every scenario has finished.</summary>
    public int ReplicationsDone => Volatile.Read(ref runsDone) / scenarios;

    /// <summary>The year that some run simulated last.</summary>
    public int Year => Volatile.Read(ref year);

    /// <summary>0 to 1.</summary>
    public double Share => months == 0 ? 1 : (double)Interlocked.Read(ref monthsDone) / months;

    public TimeSpan Elapsed => Stopwatch.GetElapsedTime(started);

    /// <summary>Time left at the pace so far; null while there is no pace.</summary>
    public TimeSpan? Remaining => Share > 0 ? Elapsed * ((1 - Share) / Share) : null;

    /// <summary>What an earlier start did already, or what turned out not to be needed.</summary>
    public void Skip(long skippedMonths, int runs)
    {
        Interlocked.Add(ref monthsDone, skippedMonths);
        Interlocked.Add(ref runsDone, runs);
    }

    internal void MonthDone(int inYear)
    {
        Interlocked.Increment(ref monthsDone);
        Volatile.Write(ref year, inYear);
    }

    internal void RunDone() => Interlocked.Increment(ref runsDone);
}
