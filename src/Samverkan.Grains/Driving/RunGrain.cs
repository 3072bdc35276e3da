using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Samverkan.Grains.Checkpoints;
using Samverkan.Grains.Clusters;
using Samverkan.Grains.Envelopes;
using Samverkan.Model;
using Samverkan.Model.Snapshots;
using Samverkan.Runs.Scenarios;

namespace Samverkan.Grains.Driving;

/// <summary>
/// What can be asked of a run and told to it, in each phase of its life (<see cref="RunPhase"/>). <see cref="RunDriver"/> takes
/// it from month to month, and <see cref="RunLedger"/> knows what is kept of it.
/// </summary>
[BranchPlacement]
internal sealed class RunGrain(Worlds worlds, CheckpointStore checkpoints, SiloDeaths deaths, ILogger<RunGrain> log)
    : Grain, IRunGrain
{
    private static readonly TimeSpan Breath = TimeSpan.FromSeconds(1);

    private readonly RunLife life = new();
    private RunServices services = null!;
    private RunLedger ledger = null!;
    private RunDriver driver = null!;
    private Task driving = Task.CompletedTask;
    private bool? isFinished;

    private string Id => this.GetPrimaryKeyString();

    private RunOrder Ordered => Record.Order;

    private RunRecord Record => life.Phase == RunPhase.Foreign ? throw OfOtherBuild() : ledger.Record;

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        services = new(GrainFactory, worlds, checkpoints, deaths, log);
        ledger = new(Id, checkpoints);
        try
        {
            if (await ledger.Read() is not { } kept) return;
            driver = new(ledger, life, services, DelayDeactivation);
            // Whatever was under way when the silo died is over.
            if (kept.State == RunState.Running) Drive(kept.Attempt + 1);
            else life.Become(RunPhase.Ended);
        }
        catch (OtherBuild)
        {
            life.Become(RunPhase.Foreign);
        }
    }

    // Whoever drove the run here has to let go of it: it goes on where it is activated next.
    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        life.Become(RunPhase.Gone);
        driver?.Signal.Ring();
        return Task.CompletedTask;
    }

    public async Task Start(Envelope order)
    {
        if (life.Phase == RunPhase.Foreign) throw OfOtherBuild();
        var ordered = order.Of<RunOrder>();
        if (ledger.Known is { } known)
        {
            if (!ordered.IsSameAs(known.Order))
                throw new RunTaken($"A run '{Id}' of other inputs is in this cluster: give this one another name.");
            return;
        }
        life.Become(RunPhase.Starting);
        try
        {
            await Inscribe(ordered);
        }
        catch (Exception failure)
        {
            life.TryBecome(RunPhase.Absent);
            // Storage may have taken it all the same. Whoever asks next is told what storage knows, and what it knows is driven.
            DeactivateOnIdle();
            log.LogWarning("Run {Run} was not started: {Reason}", Id, failure.Message);
            throw;
        }
        driver = new(ledger, life, services, DelayDeactivation);
        Drive(1);
    }

    public Task<Envelope> Order() => Task.FromResult(new Envelope(default, false, Ordered));

    public Task<Envelope> Stands() => Task.FromResult(new Envelope(default, false, Standing()));

    public async Task<Envelope> ReadSince(int month)
    {
        var from = new Month(month);
        _ = Ordered;
        var (signal, results) = (driver.Signal, driver.Results);
        if (results.LetGoBefore(from)) signal.Ring();
        if (life.Phase is (RunPhase.Driving or RunPhase.Stopping) && !results.Has(from))
            await Task.WhenAny(signal.Rung, Task.Delay(Breath));
        var months = await results.Since(from);
        return new(default, false, new RunProgress(months, Standing()));
    }

    public async Task<Envelope> Watch(int since, int most)
    {
        _ = Ordered;
        var months = await driver.Watched.Since(new(since), most, driver.Results);
        return new(default, false, new Frames(months, Standing()));
    }

    public Task<byte[]> Save()
    {
        var order = Ordered;
        return driver.Between(async attempt =>
        {
            if (attempt is null) throw new CannotChange($"Run '{Id}' has no actors: it has ended, or goes back to a checkpoint.");
            var checkpoint = $"{Id}/asked/{Record.Attempt}/{attempt.Next}";
            try
            {
                await attempt.Tree.Save(checkpoint);
                return Snapshot.Of(await checkpoints.Whole(checkpoint, order.Blueprint, attempt.Next));
            }
            finally
            {
                await checkpoints.DeleteCheckpoint(checkpoint, order.Blueprint);
            }
        });
    }

    public async Task<Envelope?> Kept(int before)
    {
        var order = Ordered;
        return Record.Checkpoints.LastOrDefault(checkpoint => checkpoint.Next <= new Month(before)) is { } last
            ? new(default, false, await checkpoints.Whole(last.Name, order.Blueprint, last.Next))
            : null;
    }

    public Task Stop()
    {
        _ = Ordered;
        if (!life.TryBecome(RunPhase.Stopping) && life.Phase == RunPhase.Unread) life.Become(RunPhase.Ended);
        driver.Signal.Ring();
        return Task.CompletedTask;
    }

    public Task Pause(int? at) => Hold(pacing => pacing.PauseAt = at is { } month ? new Month(month) : driver.Coming);

    public async Task Continue(int? months)
    {
        await Hold(pacing => pacing.PauseAt = months is { } some ? driver.Coming + some : null);
        if (Record.State != RunState.Failed) return;
        // A run that is given up still lets its actors go; and another may have told it to go on meanwhile.
        await driving;
        if (ledger.Known is not { State: RunState.Failed } failed) return;
        // What made it fail may have been mended: it goes on from what is kept of it.
        ledger.Change(record => record with { State = RunState.Running, Error = null, Ended = 0 });
        await services.List.GoesOn(Id);
        Drive(failed.Attempt + 1);
    }

    public Task Pace(double? monthsPerSecond) => Hold(pacing => pacing.Pace = monthsPerSecond);

    public async Task<int> Intervene(string key, Envelope change)
    {
        if (Made(key) is { } known) return known.At.Index;
        if (!life.GoesOn) throw new CannotChange($"Run '{Id}' has ended: fork it instead.");
        driver.Changes.Ask(key, change.Of<PolicyChange>());
        driver.Signal.Ring();
        while (Made(key) is null)
        {
            if (driver.Changes.WasRefused(key, out var reason)) throw new CannotChange(reason!);
            if (!life.GoesOn) throw new CannotChange($"Run '{Id}' ended before the change was made.");
            await driver.Signal.Rung;
        }
        return Made(key)!.At.Index;
    }

    public Task<Envelope?> Branch(int at)
    {
        var record = Record;
        var point = record.Checkpoints.LastOrDefault(checkpoint => checkpoint.Next <= new Month(at));
        return Task.FromResult(point is null ? null
            : new Envelope(default, false, new Origin(Id, point, [.. record.Frames.Where(from => from < point.Next)])));
    }

    public async Task Forget()
    {
        if (life.Phase == RunPhase.Foreign)
        {
            await checkpoints.DeleteRemnants(Id);
            await EraseRecord();
            life.Become(RunPhase.Absent);
            DeactivateOnIdle();
            return;
        }
        // Asked again, because the answer was late.
        if (ledger.Known is not { } forgotten) return;
        life.TryBecome(RunPhase.Forgetting);
        driver.Signal.Ring();
        await driving;
        // Where storage does not let it go now, it has ended at least, and can be told to be forgotten again.
        if (life.TryBecome(RunPhase.Ended) && forgotten.State == RunState.Running)
            ledger.Change(record => record with { State = RunState.Stopped });
        if (forgotten.Order.CheckpointMonths > 0) await Erase();
        life.TryBecome(RunPhase.Absent);
        ledger.Close();
        DeactivateOnIdle();
    }

    public Task<byte[]?> Finished() => checkpoints.Get(FinishedResult.KeyOf(Id));

    // Another build's run does not change any more.
    public async Task<bool> IsFinished() => isFinished ??= await Finished() is not null;

    public Task Wake() => Task.CompletedTask;

    // A run that is listed and that storage does not know is passed over; one that storage knows and nobody lists would go on
    // unseen.
    private async Task Inscribe(RunOrder order)
    {
        var record = order.Origin?.Checkpoint is { } point ? await BranchedOff(order, point) : RunRecord.Of(order);
        if (order.CheckpointMonths > 0) await services.List.Add(Id);
        await ledger.Open(record);
    }

    private async Task Erase()
    {
        await driver.Results.Delete();
        foreach (var checkpoint in ledger.Record.Checkpoints)
            await checkpoints.DeleteCheckpoint(checkpoint.Name, Ordered.Blueprint);
        await EraseRecord();
    }

    private async Task EraseRecord()
    {
        await ledger.Erase();
        await services.List.Remove(Id);
    }

    private void Drive(int attempt)
    {
        life.Become(RunPhase.Driving);
        driving = Driven(attempt);
    }

    private async Task Driven(int attempt)
    {
        await driver.Drive(attempt);
        await driver.KeepEnd();
        if (life.Phase == RunPhase.Ended && Ordered.CheckpointMonths > 0) await Listed();
        // Read by the one for whom it was there, or given up by him: should he come back, the run is not known, and lives again.
        if (life.Phase != RunPhase.Absent) return;
        ledger.Close();
        DeactivateOnIdle();
    }

    // Where the list does not hear it, it asks when it tidies.
    private async Task Listed()
    {
        try
        {
            await services.List.HasEnded(new(default, false, Standing()));
        }
        catch (Exception e) when (Live.Trouble.InWords(e) is { } reason)
        {
            log.LogWarning("The list of runs was not told that run {Run} has ended: {Reason}", Id, reason);
        }
    }

    private Applied? Made(string key) => Ordered.Changes.FirstOrDefault(made => made.Key == key);

    private OtherBuild OfOtherBuild() =>
        new($"Run '{Id}' was made by another build of the program: only that can go on with it.");

    // It is told before the next month is begun. The way that a run is told to go outlives its silo, like the run.
    private async Task Hold(Action<Pacing> tell)
    {
        _ = Ordered;
        await driver.Between(_ =>
        {
            tell(driver.Pacing);
            driver.Pacing.Restart();
            return Task.FromResult(true);
        });
        driver.Signal.Ring();
        ledger.Change(record => record with { PauseAt = driver.Pacing.PauseAt, Pace = driver.Pacing.Pace });
        await ledger.Commit();
    }

    private RunStanding Standing()
    {
        var (record, order, pacing) = (Record, Ordered, driver.Pacing);
        var state = record.State != RunState.Running ? record.State
            : driver.WaitsFor is not null ? RunState.Waiting
            : driver.IsPaused ? RunState.Paused : RunState.Running;
        return new(
            Id, order.Title ?? order.Blueprint.Name, state, driver.Coming, order.Blueprint.From, order.Blueprint.To,
            record.Attempt, record.Failures, record.MonthsReplayed, driver.WaitsFor ?? record.Error, pacing.Pace,
            pacing.MonthsPerSecond, order.Granularity,
            order.Seed, order.Replication, Lines(false), Lines(true), order.Origin?.Run, order.Command, driver.Traffic)
        { Bytes = record.Bytes, EndedAt = record.Ended };
    }

    private ImmutableArray<string> Lines(bool events) =>
        [.. Ordered.Changes.SelectMany(change => change.Lines).Where(line => line.IsEvent == events).Select(line => line.Yaml)];

    private async Task<RunRecord> BranchedOff(RunOrder order, CheckpointName point)
    {
        var own = point with { Name = $"{Id}/0/{point.Next}" };
        own = own with { Bytes = await checkpoints.CopyCheckpoint(point.Name, own.Name, order.Blueprint) };
        var results = await Results.Copy(order.Origin!.Run, Id, order.Origin.Frames, checkpoints);
        return RunRecord.Of(order)
            with
        { Checkpoints = [own], Frames = order.Origin.Frames, Reached = own.Next, BytesOfResults = results };
    }
}

/// <summary>Nobody knows a run of that id.</summary>
[GenerateSerializer, Alias("samverkan.UnknownRun")]
public sealed class UnknownRun(string message) : Exception(message);

/// <summary>A run of that id is there, and it is of other inputs.</summary>
[GenerateSerializer, Alias("samverkan.RunTaken")]
public sealed class RunTaken(string message) : Exception(message);

/// <summary>A change cannot be made in a run as it stands.</summary>
[GenerateSerializer, Alias("samverkan.CannotChange")]
public sealed class CannotChange(string message) : Exception(message);

/// <summary>A month that was simulated again came out otherwise: nothing of the run can be trusted.</summary>
[GenerateSerializer, Alias("samverkan.RunDiverged")]
public sealed class RunDiverged(string message) : Exception(message);
