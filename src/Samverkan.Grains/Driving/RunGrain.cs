using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Samverkan.Grains.Checkpoints;
using Samverkan.Grains.Clusters;
using Samverkan.Grains.Envelopes;
using Samverkan.Model;
using Samverkan.Model.Snapshots;
using Samverkan.Runs.Scenarios;

namespace Samverkan.Grains.Driving;

/// <summary>What can be asked of a run and told to it. How it is driven from month to month is in the other part.</summary>
[BranchPlacement]
internal sealed partial class RunGrain(Worlds worlds, CheckpointStore checkpoints, SiloDeaths deaths, ILogger<RunGrain> log) : Grain, IRunGrain
{
    private static readonly TimeSpan Breath = TimeSpan.FromSeconds(1);

    private readonly AsyncSignal signal = new();
    private readonly Pacing pacing = new();
    private readonly SemaphoreSlim committing = new(1, 1);
    private readonly List<(string Key, PolicyChange Change)> asked = [];
    private RunRecord? record;
    private bool isForeign;
    private Results results = null!;
    private Watched watched = null!;

    private Month Reported(Month month) => month < Ordered.Blueprint.From ? Ordered.Blueprint.From : month;

    private string Id => this.GetPrimaryKeyString();

    private string RecordKey => $"run/{Id}";

    // The warm-up is lived in one go: those who watch know of reported months only.
    private Month Coming => Reported(next);

    private RunOrder Ordered => record?.Order ?? throw (isForeign ? OfOtherBuild() : new UnknownRun($"There is no run '{Id}'."));

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        byte[]? bytes;
        try
        {
            bytes = await checkpoints.Get(RecordKey);
        }
        catch (OtherBuild)
        {
            isForeign = true;
            return;
        }
        if (bytes is null) return;
        Know(Snapshot.Read<RunRecord>(bytes));
        // Whatever was under way when the silo died is over.
        if (record!.State == RunState.Running) Drive(record.Attempt + 1);
    }

    // Whoever drove the run here has to let go of it: it goes on where it is activated next.
    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        isGone = true;
        signal.Ring();
        return Task.CompletedTask;
    }

    public async Task Start(Envelope order)
    {
        if (isForeign) throw OfOtherBuild();
        var ordered = order.Of<RunOrder>();
        if (record is not null)
        {
            if (!ordered.IsSameAs(record.Order)) throw new UnknownRun($"A run '{Id}' of other inputs is in this cluster: give this one another name.");
            return;
        }
        Know(ordered.Origin?.Checkpoint is { } point ? await BranchedOff(ordered, point) : RunRecord.Of(ordered));
        await Commit();
        if (ordered.CheckpointMonths > 0) await GrainFactory.GetGrain<IRunList>(0).Add(Id);
        Drive(1);
    }

    public Task<Envelope> Order() => Task.FromResult(new Envelope(default, false, Ordered));

    public Task<Envelope> Stands() => Task.FromResult(new Envelope(default, false, Standing()));

    public async Task<Envelope> ReadSince(int month)
    {
        var from = new Month(month);
        _ = Ordered;
        if (results.LetGoBefore(from)) signal.Ring();
        if (record!.State == RunState.Running && !results.Has(from)) await Task.WhenAny(signal.Rung, Task.Delay(Breath));
        var months = await results.Since(from);
        return new(default, false, new RunProgress(months, Standing()));
    }

    public async Task<Envelope> Watch(int since, int most)
    {
        _ = Ordered;
        var months = await watched.Since(new(since), most, results);
        return new(default, false, new Frames(months, Standing()));
    }

    public async Task<byte[]> Save()
    {
        var checkpoint = $"{Id}/asked/{record!.Attempt}/{next}";
        await between.WaitAsync();
        try
        {
            await tree!.Save(checkpoint);
            return Snapshot.Of(await checkpoints.Whole(checkpoint, Ordered.Blueprint, next));
        }
        finally
        {
            between.Release();
            await checkpoints.DeleteCheckpoint(checkpoint, Ordered.Blueprint);
        }
    }

    public async Task<Envelope?> Kept(int before)
    {
        var order = Ordered;
        return record!.Checkpoints.LastOrDefault(checkpoint => checkpoint.Next <= new Month(before)) is { } last
            ? new(default, false, await checkpoints.Whole(last.Name, order.Blueprint, last.Next))
            : null;
    }

    public Task Stop()
    {
        _ = Ordered;
        stopped = true;
        signal.Ring();
        return Task.CompletedTask;
    }

    public Task Pause(int? at) => Hold(() => pacing.PauseAt = at is { } month ? new Month(month) : Coming);

    public async Task Continue(int? months)
    {
        await Hold(() => pacing.PauseAt = months is { } some ? Coming + some : null);
        if (record!.State != RunState.Failed) return;
        // A run that is given up still lets its actors go; and another may have told it to go on meanwhile.
        if (driving is not null) await driving;
        if (record is not { State: RunState.Failed } failed) return;
        // What made it fail may have been mended: it goes on from what is kept of it.
        record = failed with { State = RunState.Running, Error = null };
        driving = null;
        Drive(failed.Attempt + 1);
    }

    public Task Pace(double? monthsPerSecond) => Hold(() => pacing.Pace = monthsPerSecond);

    public async Task<int> Intervene(string key, Envelope change)
    {
        if (Ordered.Changes.FirstOrDefault(made => made.Key == key) is { } known) return known.At.Index;
        if (record!.State != RunState.Running) throw new CannotChange($"Run '{Id}' has ended: fork it instead.");
        if (!asked.Exists(other => other.Key == key)) asked.Add((key, change.Of<PolicyChange>()));
        signal.Ring();
        while (Ordered.Changes.FirstOrDefault(made => made.Key == key) is null)
        {
            if (refused.Remove(key, out var reason)) throw new CannotChange(reason);
            if (record.State != RunState.Running) throw new CannotChange($"Run '{Id}' ended before the change was made.");
            await signal.Rung;
        }
        return Ordered.Changes.First(made => made.Key == key).At.Index;
    }

    public Task<Envelope?> Branch(int at)
    {
        _ = Ordered;
        var point = record!.Checkpoints.LastOrDefault(checkpoint => checkpoint.Next <= new Month(at));
        return Task.FromResult(point is null ? null : new Envelope(default, false, new Origin(Id, point, [.. record.Frames.Where(from => from < point.Next)])));
    }

    public async Task Forget()
    {
        // Asked again, because the answer was late.
        if (record is null) return;
        await Stop();
        if (driving is not null) await driving;
        if (Ordered.CheckpointMonths > 0) await Erase();
        record = null;
        DeactivateOnIdle();
    }

    private async Task Erase()
    {
        await results.Delete();
        foreach (var checkpoint in record!.Checkpoints)
            await checkpoints.DeleteCheckpoint(checkpoint.Name, Ordered.Blueprint);
        await checkpoints.Delete(RecordKey);
        await GrainFactory.GetGrain<IRunList>(0).Remove(Id);
    }

    public Task Wake() => Task.CompletedTask;

    private OtherBuild OfOtherBuild() => new($"Run '{Id}' was made by another build of the program: only that can go on with it.");

    private void Know(RunRecord known)
    {
        record = known;
        results = new Results(Id, checkpoints, known.Order, known.Frames, known.Last?.Next ?? default);
        watched = new Watched(known.Order);
        (pacing.PauseAt, pacing.Pace) = (known.PauseAt, known.Pace);
        next = known.Reached;
    }

    // Months that are being lived are lived to their end: it is told before the next one is begun. The way that a run is told to go
    // outlives its silo, like the run.
    private async Task Hold(Action tell)
    {
        _ = Ordered;
        await between.WaitAsync();
        tell();
        pacing.Restart();
        between.Release();
        signal.Ring();
        record = record! with { PauseAt = pacing.PauseAt, Pace = pacing.Pace };
        await Commit();
    }

    private RunStanding Standing()
    {
        var order = Ordered;
        var isPaused = record!.State == RunState.Running && pacing.IsPausedBefore(next) && between.CurrentCount > 0;
        return new(
            Id, order.Title ?? order.Blueprint.Name, isPaused ? RunState.Paused : record.State, Coming, order.Blueprint.From, order.Blueprint.To,
            record.Attempt, record.Failures, record.MonthsReplayed, record.Error, pacing.Pace, pacing.MonthsPerSecond, order.Granularity, order.Seed, order.Replication,
            Lines(false), Lines(true), order.Origin?.Run, order.Command, traffic);
    }

    private ImmutableArray<string> Lines(bool events) => [.. Ordered.Changes.SelectMany(change => change.Lines).Where(line => line.IsEvent == events).Select(line => line.Yaml)];

    private async Task<RunRecord> BranchedOff(RunOrder order, CheckpointName point)
    {
        var own = point with { Name = $"{Id}/0/{point.Next}" };
        await checkpoints.CopyCheckpoint(point.Name, own.Name, order.Blueprint);
        await Results.Copy(order.Origin!.Run, Id, order.Origin.Frames, checkpoints);
        return RunRecord.Of(order) with { Checkpoints = [own], Frames = order.Origin.Frames, Reached = own.Next };
    }

    // One at a time: a second writer would find another version in storage than the one that it read.
    private async Task Commit()
    {
        if (Ordered.CheckpointMonths == 0) return;
        await committing.WaitAsync();
        try
        {
            await checkpoints.Put(RecordKey, Snapshot.Of(record));
        }
        finally
        {
            committing.Release();
        }
    }
}

/// <summary>Nobody knows a run of that id.</summary>
[GenerateSerializer, Alias("samverkan.UnknownRun")]
public sealed class UnknownRun(string message) : Exception(message);

/// <summary>A change cannot be made in a run as it stands.</summary>
[GenerateSerializer, Alias("samverkan.CannotChange")]
public sealed class CannotChange(string message) : Exception(message);

/// <summary>A month that was simulated again came out otherwise: nothing of the run can be trusted.</summary>
[GenerateSerializer, Alias("samverkan.RunDiverged")]
public sealed class RunDiverged(string message) : Exception(message);
