using Orleans.Concurrency;
using Samverkan.Grains.Envelopes;

namespace Samverkan.Grains.Driving;

/// <summary>A run by its id. It drives itself; whoever wants to know reads.</summary>
public interface IRunGrain : IGrainWithStringKey
{
    /// <summary>Starts the run; one that is known already goes on.</summary>
    Task Start(Envelope order);

    /// <summary>What the run is made from.</summary>
    [AlwaysInterleave]
    Task<Envelope> Order();

    /// <summary>
    /// Months from a given one on, at most a few years at a time. Waits a little when there are none yet. Asking for a month
    /// says that those before it were read.
    /// </summary>
    [AlwaysInterleave]
    Task<Envelope> ReadSince(int month);

    /// <summary>The same months as frames, at once and as often as anybody likes: whoever watches changes nothing.</summary>
    [AlwaysInterleave]
    Task<Envelope> Watch(int since, int most);

    /// <summary>How the run stands.</summary>
    [AlwaysInterleave]
    Task<Envelope> Stands();

    /// <summary>Every actor's state, between two months.</summary>
    [AlwaysInterleave]
    Task<byte[]> Save();

    /// <summary>The same at the last checkpoint before a month; nothing if there is none.</summary>
    [AlwaysInterleave]
    Task<Envelope?> Kept(int before);

    [AlwaysInterleave]
    Task Stop();

    /// <summary>Stands still before a month; before the next one if none is named.</summary>
    [AlwaysInterleave]
    Task Pause(int? at);

    /// <summary>Goes on, to the end or for so many months.</summary>
    [AlwaysInterleave]
    Task Continue(int? months);

    /// <summary>So many months per second at most; null: as fast as it can.</summary>
    [AlwaysInterleave]
    Task Pace(double? monthsPerSecond);

    /// <summary>Lays a change over the run before its next month, and answers with that month.</summary>
    /// <param name="key">Asked for twice under one key, the change is made once.</param>
    [AlwaysInterleave]
    Task<int> Intervene(string key, Envelope change);

    /// <summary>Where another run that is the same until a month would branch off from this one; nothing if at the
    /// beginning.</summary>
    [AlwaysInterleave]
    Task<Envelope?> Branch(int at);

    /// <summary>Everything that storage keeps of the run is removed. A run that goes on is stopped first.</summary>
    Task Forget();

    /// <summary>
    /// The result of a run that is done, as <see cref="FinishedResult"/> keeps it, also of one that another build of the program
    /// made; null: there is none.
    /// </summary>
    [AlwaysInterleave]
    Task<byte[]?> Finished();

    /// <summary>Whether there is one.</summary>
    [AlwaysInterleave]
    Task<bool> IsFinished();

    /// <summary>Reminds a run whose silo died that it is not finished.</summary>
    Task Wake();
}
