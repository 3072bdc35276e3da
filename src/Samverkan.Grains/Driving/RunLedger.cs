using Samverkan.Grains.Checkpoints;
using Samverkan.Grains.Clusters;
using Samverkan.Model;
using Samverkan.Model.Snapshots;

namespace Samverkan.Grains.Driving;

/// <summary>
/// What is known of a run, here and in storage. What changes is known here at once; the next <see cref="Commit"/> brings storage
/// up to it, and whoever wants it to outlive the silo waits for that.
/// </summary>
internal sealed class RunLedger(string run, CheckpointStore checkpoints)
{
    private readonly SemaphoreSlim committing = new(1, 1);

    /// <summary>null: nobody knows the run.</summary>
    public RunRecord? Known { get; private set; }

    /// <exception cref="UnknownRun">Nobody knows the run.</exception>
    public RunRecord Record => Known ?? throw new UnknownRun($"There is no run '{run}'.");

    public RunOrder Order => Record.Order;

    private string Key => $"run/{run}";

    /// <exception cref="OtherBuild">Another build of the program wrote it.</exception>
    public async Task<RunRecord?> Read() =>
        await checkpoints.Get(Key) is { } bytes ? Known = Snapshot.Read<RunRecord>(bytes) : null;

    /// <summary>Known here only when storage knows it; a run that storage need not keep, at once.</summary>
    /// <exception cref="StorageFull">It is not known anywhere.</exception>
    /// <exception cref="StorageUnavailable">Storage may know it, or not: <see cref="Read"/> tells.</exception>
    public async Task Open(RunRecord record)
    {
        if (record.Order.CheckpointMonths > 0) await checkpoints.PutRecord(Key, Snapshot.Of(record));
        Known = record;
    }

    public RunRecord Change(Func<RunRecord, RunRecord> change) => Known = change(Record);

    // One at a time: a second writer would find another version in storage than the one that it read.
    public async Task Commit()
    {
        if (Order.CheckpointMonths == 0) return;
        await committing.WaitAsync();
        try
        {
            if (Known is { } latest) await checkpoints.PutRecord(Key, Snapshot.Of(latest));
        }
        finally
        {
            committing.Release();
        }
    }

    public Task Erase() => checkpoints.Delete(Key);

    public void Close() => Known = null;
}
