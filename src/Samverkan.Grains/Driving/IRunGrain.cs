using Orleans.Concurrency;
using Samverkan.Grains.Letters;

namespace Samverkan.Grains.Driving;

/// <summary>A run by its id. It drives itself; whoever wants to know reads.</summary>
public interface IRunGrain : IGrainWithStringKey
{
    /// <summary>Starts the run; one that is known already goes on.</summary>
    Task Start(Letter order);

    /// <summary>What the run is made from.</summary>
    [AlwaysInterleave]
    Task<Letter> Order();

    /// <summary>
    /// Months from a given one on, at most a few years at a time. Waits a little when there are none yet. Asking for a month
    /// says that those before it were read.
    /// </summary>
    [AlwaysInterleave]
    Task<Letter> ReadSince(int month);

    /// <summary>Every actor's state, between two months.</summary>
    [AlwaysInterleave]
    Task<byte[]> Save();

    [AlwaysInterleave]
    Task Stop();

    /// <summary>Stands still before a month; before the next one if none is named.</summary>
    [AlwaysInterleave]
    Task Pause(int? at);

    /// <summary>Goes on, to the end or until before a month.</summary>
    [AlwaysInterleave]
    Task Continue(int? until);

    /// <summary>Reminds a run whose silo died that it is not finished.</summary>
    Task Wake();
}
