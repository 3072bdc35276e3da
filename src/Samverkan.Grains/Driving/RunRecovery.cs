using Microsoft.Extensions.Logging;
using Orleans.Runtime;

namespace Samverkan.Grains.Driving;

/// <summary>
/// Keeps runs going without any client. When a silo joins or dies, it calls every run that storage lists. A run whose own silo
/// died is activated on another by that call, and goes on from its last checkpoint.
/// </summary>
internal sealed class RunRecovery(IGrainFactory grains, ISiloStatusOracle silos, SiloDeaths deaths, ILogger<RunRecovery> log)
    : ILifecycleParticipant<ISiloLifecycle>, ISiloStatusListener, ILifecycleObserver, IDisposable
{
    private static readonly TimeSpan Settle = TimeSpan.FromSeconds(1);

    // Seconds between two tries at most.
    private const int MostWait = 10;

    private readonly CancellationTokenSource leaving = new();
    private int waking;

    public void Participate(ISiloLifecycle lifecycle) =>
        lifecycle.Subscribe(nameof(RunRecovery), ServiceLifecycleStage.Active, this);

    public Task OnStart(CancellationToken cancellationToken = default)
    {
        silos.SubscribeToSiloStatusEvents(this);
        SiloStatusChangeNotification(silos.SiloAddress, SiloStatus.Active);
        return Task.CompletedTask;
    }

    public Task OnStop(CancellationToken cancellationToken = default)
    {
        silos.UnSubscribeFromSiloStatusEvents(this);
        return leaving.CancelAsync();
    }

    public void Dispose() => leaving.Dispose();

    public void SiloStatusChangeNotification(SiloAddress updatedSilo, SiloStatus status)
    {
        if (status == SiloStatus.Dead) deaths.Happened();
        if (status is SiloStatus.Active or SiloStatus.Dead && Interlocked.Exchange(ref waking, 1) == 0)
            _ = WakeAll(leaving.Token);
    }

    // A silo that leaves wakes nobody any more: the others do. Storage that is away is waited for, however long it takes.
    private async Task WakeAll(CancellationToken leaves)
    {
        await Task.Delay(Settle, leaves).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Interlocked.Exchange(ref waking, 0);
        for (var tries = 1; !leaves.IsCancellationRequested; tries++)
            try
            {
                foreach (var run in await grains.GetGrain<IRunList>(0).All())
                    await grains.GetGrain<IRunGrain>(run).Wake();
                return;
            }
            catch (Exception failure) when (!leaves.IsCancellationRequested)
            {
                log.LogWarning("Runs could not be woken: {Reason}", failure.Message);
                await Task.Delay(Settle * Math.Min(tries, MostWait), leaves)
                    .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (Exception)
            {
                return;
            }
    }
}
