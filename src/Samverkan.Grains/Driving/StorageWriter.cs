using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Samverkan.Grains.Checkpoints;
using Samverkan.Model;

namespace Samverkan.Grains.Driving;

/// <summary>
/// Writes to storage, and waits while it is away or full. A Redis that is away for minutes costs no month; a full one costs none
/// either if there is room again soon.
/// </summary>
/// <param name="next">The run's next month.</param>
/// <param name="beforeWaiting">What is done before each wait.</param>
internal sealed class StorageWriter(
    string run, RunLife life, AsyncSignal signal, ILogger log, Func<Month> next, Action beforeWaiting)
{
    private static readonly TimeSpan FullFor = TimeSpan.FromSeconds(20), TriesAgainAfter = TimeSpan.FromSeconds(2);

    /// <summary>Why the run waits for storage; null: it does not.</summary>
    public string? WaitsFor { get; private set; }

    /// <exception cref="StorageUnavailable">It is away, and the run is no longer driven.</exception>
    /// <exception cref="StorageFull">It stays full, or the run does not go on.</exception>
    public async Task Write(Func<Task> write)
    {
        for (var since = Stopwatch.GetTimestamp(); ;)
            try
            {
                await write();
                WaitIsOver();
                return;
            }
            catch (StorageUnavailable failure) when (life.IsDriven)
            {
                await WaitForStorage(failure);
            }
            catch (StorageFull failure) when (life.GoesOn && Stopwatch.GetElapsedTime(since) < FullFor)
            {
                await WaitForStorage(failure);
            }
    }

    public async Task WaitForStorage(Exception failure)
    {
        if (WaitsFor is null) log.LogWarning("Run {Run} waits before {Month}: {Reason}", run, next(), failure.Message);
        WaitsFor = failure.Message;
        beforeWaiting();
        await signal.RungWithin(TriesAgainAfter);
    }

    public void WaitIsOver() => WaitsFor = null;
}
