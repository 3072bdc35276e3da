using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Orleans.Concurrency;
using Samverkan.Grains.Actors;
using Samverkan.Grains.Checkpoints;
using Samverkan.Grains.Clusters;
using Samverkan.Grains.Letters;
using Samverkan.Model;
using Samverkan.Model.Indicators;
using Samverkan.Model.Snapshots;

namespace Samverkan.Grains.Driving;

/// <summary>
/// Drives one run from inside the cluster. Any failure ends an attempt: the last committed checkpoint is loaded under new
/// keys, and determinism gives the same bits.
/// </summary>
[BranchPlacement]
internal sealed class RunGrain(Worlds worlds, Vault vault, ILogger<RunGrain> log) : Grain, IRunGrain
{
    private const int MostFailuresWithoutProgress = 8;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private RunRecord? record;
    private Results results = null!;
    private ITree? tree;
    private Month next;
    private bool stopped, paused;
    private Month? pauseAt;
    private Task? driving;
    private TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SemaphoreSlim between = new(1, 1);

    private string Id => this.GetPrimaryKeyString();

    private RunOrder Ordered => record?.Order ?? throw new UnknownRun($"There is no run '{Id}'.");

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        if (await vault.Get(RecordKey) is not { } bytes) return;
        record = Snapshot.Read<RunRecord>(bytes);
        results = new Results(Id, vault, record.Order, record.Frames);
        next = record.Next;
        pauseAt = record.Order.PauseAt;
        // Whatever was under way when the silo died is over.
        if (record.State == RunState.Running) Drive(record.Attempt + 1);
    }

    public async Task Start(Letter order)
    {
        var ordered = order.Of<RunOrder>();
        if (record is not null)
        {
            if (!ordered.IsSameAs(record.Order)) throw new UnknownRun($"A run '{Id}' of other inputs is in this cluster: give this one another name.");
            return;
        }
        record = new(ordered, RunState.Running, 1, null, default, [], 0, null);
        results = new Results(Id, vault, ordered, []);
        pauseAt = ordered.PauseAt;
        await Commit();
        if (ordered.CheckpointMonths > 0) await GrainFactory.GetGrain<IRunList>(0).Add(Id);
        Drive(1);
    }

    public Task<Letter> Order() => Task.FromResult(new Letter(default, false, Ordered));

    public async Task<Letter> ReadSince(int month)
    {
        var from = new Month(month);
        _ = Ordered;
        if (record!.State == RunState.Running && !results.Has(from)) await Task.WhenAny(changed.Task, Task.Delay(Patience));
        var months = await results.Since(from);
        return new(default, false, new RunProgress(months, paused ? RunState.Paused : record.State, next, record.Attempt, record.MonthsReplayed, record.Error));
    }

    public async Task<byte[]> Save()
    {
        var checkpoint = $"{Id}/asked/{record!.Attempt}/{next}";
        await between.WaitAsync();
        try
        {
            await tree!.Save(checkpoint);
            return Snapshot.Of(await vault.Whole(checkpoint, Ordered.Blueprint, next));
        }
        finally
        {
            between.Release();
            await vault.DeleteCheckpoint(checkpoint, Ordered.Blueprint);
        }
    }

    public Task Stop()
    {
        stopped = true;
        return Continue(null);
    }

    public Task Pause(int? at)
    {
        pauseAt = at is { } month ? new Month(month) : next;
        return Task.CompletedTask;
    }

    public Task Continue(int? until)
    {
        pauseAt = until is { } month ? new Month(month) : null;
        paused = false;
        Tell();
        return Task.CompletedTask;
    }

    public Task Wake() => Task.CompletedTask;

    private void Drive(int attempt) => driving ??= Driving(attempt);

    private async Task Driving(int attempt)
    {
        await Task.Yield();
        var (failures, furthest) = (0, next);
        while (true)
            try
            {
                record = record! with { Attempt = attempt };
                await Attempt();
                record = record with { State = stopped ? RunState.Stopped : RunState.Done };
                await Commit();
                break;
            }
            catch (Exception failure)
            {
                attempt++;
                failures = next > furthest ? 1 : failures + 1;
                furthest = next > furthest ? next : furthest;
                log.LogWarning("Run {Run} goes back to its last checkpoint from {Month}: {Reason}", Id, next, failure.Message);
                var replayed = next - (record!.Checkpoint is null ? results.Start : record.Next);
                record = record with { Error = failure.Message, MonthsReplayed = record.MonthsReplayed + Math.Max(0, replayed) };
                if (failures >= MostFailuresWithoutProgress || failure is RunDiverged)
                {
                    log.LogError(failure, "Run {Run} is given up in {Month}", Id, next);
                    record = record with { State = RunState.Failed };
                    break;
                }
                await Task.Delay(TimeSpan.FromMilliseconds(50 << failures));
            }
        if (tree is not null) await tree.Release();
        worlds.Forget(Id);
        Tell();
    }

    private async Task Attempt()
    {
        tree = await Plant();
        var world = await worlds.Of(Id);
        var founds = record!.Checkpoint is null;
        next = founds ? world.World.Start : record.Next;
        if (!founds) await tree.Restore(record.Checkpoint!, next - 1);
        while (next <= Ordered.Blueprint.To && !stopped)
        {
            await results.Room();
            await Gate();
            await between.WaitAsync();
            try
            {
                await Month(world.World, founds);
            }
            finally
            {
                between.Release();
            }
            founds = false;
            if (Ordered.CheckpointMonths > 0 && (next > Ordered.Blueprint.To || (next - Ordered.Blueprint.From) % Ordered.CheckpointMonths == 0)) await Checkpoint();
        }
    }

    // A run that is paused stands between two months, however long.
    private async ValueTask Gate()
    {
        if (next != pauseAt) return;
        paused = true;
        Tell();
        while (paused)
        {
            DelayDeactivation(TimeSpan.FromHours(1));
            await changed.Task;
        }
    }

    private async Task Month(World world, bool founds)
    {
        var report = await tree!.Live(next, founds);
        if (!world.IsWarmUp(next)) results.Add(Observed.Month(report, Ordered.Detail));
        next += 1;
        Tell();
    }

    private async Task<ITree> Plant()
    {
        var world = await worlds.Of(Id);
        return Ordered.Granularity <= Granularity.Replication
            ? new TreeOfObjects(world.World, vault)
            : new TreeOfGrains(GrainFactory.GetGrain<INationGrain>(world.NationKey(record!.Attempt).ToString()), vault);
    }

    // A new generation is complete before the record names it, and the old one goes only then.
    private async Task Checkpoint()
    {
        DelayDeactivation(TimeSpan.FromHours(1));
        var checkpoint = $"{Id}/{record!.Attempt}/{next}";
        await tree!.Save(checkpoint);
        await results.Keep();
        var before = record.Checkpoint;
        record = record with { Checkpoint = checkpoint, Next = next, Frames = results.Kept };
        await Commit();
        if (before is not null) await vault.DeleteCheckpoint(before, Ordered.Blueprint);
    }

    private async Task Commit()
    {
        if (Ordered.CheckpointMonths > 0) await vault.Put(RecordKey, Snapshot.Of(record));
    }

    private void Tell()
    {
        var told = changed;
        changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        told.SetResult();
    }

    private string RecordKey => $"run/{Id}";
}

/// <summary>Nobody knows a run of that id.</summary>
[GenerateSerializer, Alias("samverkan.UnknownRun")]
public sealed class UnknownRun(string message) : Exception(message);

/// <summary>A month that was simulated again came out otherwise: nothing of the run can be trusted.</summary>
[GenerateSerializer, Alias("samverkan.RunDiverged")]
public sealed class RunDiverged(string message) : Exception(message);
