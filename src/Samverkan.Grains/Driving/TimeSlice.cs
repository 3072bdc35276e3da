using System.Diagnostics;
using Samverkan.Model;

namespace Samverkan.Grains.Driving;

/// <summary>
/// Months that are lived on end before a run looks up again. To hand a month from grain to grain, or from thread to thread, can
/// take as long as living it: so they are as many as fit into a time that nobody notices, and one at least.
/// </summary>
internal readonly struct TimeSlice()
{
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(20);

    private readonly long since = Stopwatch.GetTimestamp();

    public bool IsOver => Stopwatch.GetElapsedTime(since) > Longest;
}
