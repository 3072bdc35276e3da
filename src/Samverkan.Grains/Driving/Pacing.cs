using System.Diagnostics;
using Samverkan.Model;

namespace Samverkan.Grains.Driving;

/// <summary>When a run may live its next month: at once, in a while, or when it is told to.</summary>
internal sealed class Pacing
{
    private const int MonthsOfMemory = 24;

    private readonly Queue<long> lived = [];
    private long due;

    /// <summary>The month before which the run stands still, and every later one; null: none.</summary>
    public Month? PauseAt { get; set; }

    /// <summary>Months per second at most; null: as fast as it can.</summary>
    public double? Pace { get; set; }

    public bool IsPausedBefore(Month next) => next >= PauseAt;

    /// <summary>How long the run has to wait before its next month; zero: not at all.</summary>
    public TimeSpan Wait(Month next)
    {
        if (IsPausedBefore(next)) return Timeout.InfiniteTimeSpan;
        if (Pace is null) return TimeSpan.Zero;
        var now = Stopwatch.GetTimestamp();
        return due > now ? Stopwatch.GetElapsedTime(now, due) : TimeSpan.Zero;
    }

    /// <summary>A month has been lived: the next is due by the pace, and what was missed is not made up for.</summary>
    public void MonthIsDone()
    {
        var now = Stopwatch.GetTimestamp();
        if (Pace is { } pace) due = Math.Max(due, now - Ticks(pace)) + Ticks(pace);
        lived.Enqueue(now);
        if (lived.Count > MonthsOfMemory) lived.Dequeue();
    }

    /// <summary>Forgets how fast it went: a pause is no slowness.</summary>
    public void Restart()
    {
        lived.Clear();
        due = 0;
    }

    /// <summary>Over the last months; null before there are two.</summary>
    public double? MonthsPerSecond => lived.Count < 2 ? null
        : (lived.Count - 1) / Math.Max(1e-6, Stopwatch.GetElapsedTime(lived.Peek(), lived.Last()).TotalSeconds);

    private static long Ticks(double pace) => (long)(Stopwatch.Frequency / pace);
}
