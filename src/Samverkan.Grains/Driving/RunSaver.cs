using Microsoft.Extensions.Logging;
using Samverkan.Grains.Checkpoints;
using Samverkan.Model;

namespace Samverkan.Grains.Driving;

/// <summary>What a run leaves in storage: checkpoints, its result for a next build of the program, and how it ended.</summary>
internal sealed class RunSaver(RunLedger ledger, RunLife life, RunServices services, Results results, StorageWriter storage)
{
    private readonly ILogger log = services.Log;
    private readonly string run = ledger.Order.Run;

    private RunOrder Order => ledger.Order;

    /// <summary>False: the run was stopped, and storage still has it as one that goes on.</summary>
    public bool IsEndKept { get; private set; } = true;

    /// <summary>Writes a checkpoint, then the record that names it, and only then deletes the old one.</summary>
    public async Task Checkpoint(ITree tree, Month next)
    {
        var checkpoint = new CheckpointName($"{run}/{ledger.Record.Attempt}/{next}", next);
        var written = results.Written;
        await storage.Write(async () =>
        {
            checkpoint = checkpoint with { Bytes = await tree.Save(checkpoint.Name) };
            if (Order.CheckpointMonths > 0) await results.Keep();
        });
        written = results.Written - written;
        var before = ledger.Record.Checkpoints;
        Machine.Saved();
        ledger.Change(record => record with
        {
            Checkpoints = Order.KeepsHistory ? [.. before, checkpoint] : [checkpoint],
            Reached = next,
            Frames = results.Kept,
            BytesOfResults = record.BytesOfResults + written,
        });
        await storage.Write(ledger.Commit);
        log.LogInformation("Run {Run} is saved before {Month}", run, next);
        foreach (var old in before.Except(ledger.Record.Checkpoints))
            await services.Checkpoints.DeleteCheckpoint(old.Name, Order.Blueprint);
    }

    /// <summary>Keeps the result as files, which later builds of the program can hand out. They cannot read the months.</summary>
    public async Task KeepResult()
    {
        try
        {
            var (order, months) = (Order, results.All());
            var archive = await Task.Run(() => FinishedResult.Of(order, months));
            var bytes = 0L;
            await storage.Write(async () => bytes = await services.Checkpoints.PutForAll(FinishedResult.KeyOf(run), archive));
            ledger.Change(record => record with { BytesOfResults = record.BytesOfResults + bytes });
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            log.LogWarning("The result of run {Run} is not kept for a next build of the program: {Reason}", run, failure.Message);
        }
    }

    /// <summary>Writes the record of a run that has ended. A run that is told to stop does so even if storage is full:
    /// <see cref="IsEndKept"/> is then false.</summary>
    public async Task CommitEnd()
    {
        try
        {
            await storage.Write(ledger.Commit);
        }
        catch (StorageFull failure) when (life.Phase == RunPhase.Stopping)
        {
            IsEndKept = false;
            log.LogWarning("Storage was not told that run {Run} is stopped: {Reason}", run, failure.Message);
        }
    }

    /// <summary>Tries once more to write the record of a run that has ended.</summary>
    public async Task TryToKeepEnd()
    {
        try
        {
            await ledger.Commit();
            IsEndKept = true;
        }
        catch (Exception e) when (e is StorageFull or StorageUnavailable)
        {
            // Tried again later.
        }
    }

    /// <summary>Writes the record of a run that is given up, unless storage is full. It need not be there: once the cause is
    /// mended, the run can be told to go on.</summary>
    public async Task CommitFailure(Exception failure)
    {
        try
        {
            if (failure is not StorageFull) await ledger.Commit();
        }
        catch (Exception e) when (e is StorageFull or StorageUnavailable)
        {
            log.LogWarning("Storage was not told that run {Run} is given up: {Reason}", run, e.Message);
        }
    }
}
