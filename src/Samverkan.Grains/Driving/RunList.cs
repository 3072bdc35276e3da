using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Samverkan.Grains.Checkpoints;

namespace Samverkan.Grains.Driving;

/// <summary>The runs that a cluster's storage knows, in the order in which they were started.</summary>
public interface IRunList : IGrainWithIntegerKey
{
    Task Add(string run);

    Task Remove(string run);

    Task<string[]> All();
}

internal sealed class RunListGrain(CheckpointStore checkpoints, ILogger<RunListGrain> log) : Grain, IRunList
{
    private const string Key = "runs";
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(10);

    private ImmutableArray<string> runs = [];
    private IGrainTimer? writing;

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        runs = [.. await checkpoints.Words(Key)];
    }

    public async Task Add(string run)
    {
        if (runs.Contains(run)) return;
        await checkpoints.Put(Key, runs.Add(run).AsEnumerable());
        runs = runs.Add(run);
    }

    // Storage that is full lets a run go, and takes no shorter list: it gets that when it can. Until then it names a run that is not there,
    // which who reads it passes over.
    public async Task Remove(string run)
    {
        runs = runs.Remove(run);
        if (!await IsWritten()) writing ??= this.RegisterGrainTimer(Write, new GrainTimerCreationOptions(Again, Again) { KeepAlive = true });
    }

    public Task<string[]> All() => Task.FromResult(runs.ToArray());

    private async Task Write(CancellationToken cancel)
    {
        if (!await IsWritten()) return;
        writing?.Dispose();
        writing = null;
    }

    private async Task<bool> IsWritten()
    {
        try
        {
            await checkpoints.Put(Key, runs.AsEnumerable());
            return true;
        }
        catch (Exception e) when (e is StorageFull or StorageUnavailable)
        {
            log.LogWarning("The list of runs could not be written: {Reason}", e.Message);
            return false;
        }
    }
}
