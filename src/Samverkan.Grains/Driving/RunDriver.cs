using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Samverkan.Grains.Checkpoints;
using Samverkan.Model;

namespace Samverkan.Grains.Driving;

/// <summary>
/// Drives one run from inside the cluster. Any failure ends an attempt: the last committed checkpoint is loaded under new
/// keys, and determinism gives the same bits. A change of policy is an attempt of its own, too: the same actors in a world
/// whose blueprint says more. A run never fails because storage is away: it waits, and begins a new attempt if it
/// must.
/// </summary>
/// <param name="stay">Keeps the run's grain here for so long.</param>
internal sealed class RunDriver(RunLedger ledger, RunLife life, RunServices services, Action<TimeSpan> stay)
{
    private const int MostFailuresWithoutProgress = 8;

    // A paused run receives no calls, and a fast one must not renew its stay every month.
    private static readonly TimeSpan Stays = TimeSpan.FromHours(1), StandsStill = TimeSpan.FromMinutes(30);

    // A reader is told of some months at once: to wake it for each would cost as much as a small world's month.
    private static readonly TimeSpan TellsAfter = TimeSpan.FromMilliseconds(20);

    private static readonly TimeSpan FullFor = TimeSpan.FromSeconds(20);

    private readonly SemaphoreSlim between = new(1, 1);
    private readonly ILogger log = services.Log;
    private readonly string run = ledger.Order.Run;
    private Attempt? attempt;
    private Month reached = ledger.Record.Reached;
    private long told;

    public AsyncSignal Signal { get; } = new();

    public Pacing Pacing { get; } = new() { PauseAt = ledger.Record.PauseAt, Pace = ledger.Record.Pace };

    public RunChanges Changes { get; } = new();

    public Results Results { get; } =
        new(ledger.Order.Run, services.Checkpoints, ledger.Order, ledger.Record.Frames, ledger.Record.Last?.Next ?? default);

    public Watched Watched { get; } = new(ledger.Order);

    public Traffic Traffic { get; private set; } = new(0, 0, 0);

    /// <summary>Why it waits for storage; null: it does not.</summary>
    public string? WaitsFor { get; private set; }

    /// <summary>The month that comes next. The warm-up is lived in one go: those who watch know of reported months
    /// only.</summary>
    public Month Coming => Next < Order.Blueprint.From ? Order.Blueprint.From : Next;

    /// <summary>Whether it stands between two months, before one at which it is to stand still.</summary>
    public bool IsPaused => life.GoesOn && Pacing.IsPausedBefore(Next) && between.CurrentCount > 0;

    private Month Next => attempt?.Next ?? reached;

    private RunOrder Order => ledger.Order;

    /// <summary>Does something between two months: those that are being lived are lived to their end first.</summary>
    public async Task<T> Between<T>(Func<Attempt?, Task<T>> act)
    {
        await between.WaitAsync();
        try
        {
            return await act(attempt);
        }
        finally
        {
            between.Release();
        }
    }

    /// <summary>To the end of the run, or until it is told to end.</summary>
    /// <param name="number">Of the first attempt.</param>
    public async Task Drive(int number)
    {
        await Task.Yield();
        using var scope =
            log.BeginScope(new Dictionary<string, object>
            {
                ["run"] = run,
                ["scenario"] = Order.Blueprint.Name,
                ["replication"] = Order.Replication
            });
        // Zero is exported first, so that monitoring sees the first failure as an increase.
        Machine.Failures.Add(0);
        Machine.Replays.Add(0);
        var (failures, furthest) = (0, reached);
        while (life.IsDriven)
        {
            stay(Stays);
            ledger.Change(record => record with { Attempt = number });
            try
            {
                await Attempt();
                await End();
            }
            catch (Exception) when (life.IsGone || life.Phase == RunPhase.Forgetting)
            {
                break;
            }
            catch (Exception failure) when (life.Phase == RunPhase.Stopping)
            {
                log.LogWarning("Run {Run} fails before {Month}, where it was to stop: {Reason}", run, Next, failure.Message);
                await End();
            }
            catch (StorageUnavailable failure)
            {
                number++;
                Abandon();
                await WaitForStorage(failure);
            }
            catch (Exception failure)
            {
                number++;
                failures = Next > furthest ? 1 : failures + 1;
                furthest = Next > furthest ? Next : furthest;
                Count(failure);
                Abandon();
                if (failures >= MostFailuresWithoutProgress || failure is RunDiverged or StorageFull) await GiveUp(failure);
                else await Rests(TimeSpan.FromMilliseconds(50 << failures));
            }
        }
        await LetGo(attempt);
        (reached, attempt) = (Next, null);
        services.Worlds.Forget(run, Order.Numbered(ledger.Record.Attempt));
        Tell();
        // Who has ended is not kept in memory for those who might ask.
        Watched.LetGo();
        stay(TimeSpan.Zero);
    }

    private async Task Attempt()
    {
        attempt = await Plant();
        WaitsFor = null;
        if (attempt.Founds) log.LogInformation("Run {Run} starts in {Month}", run, Order.Blueprint.From);
        else log.LogInformation("Run {Run} goes on from {Month}", run, Coming);
        while (Next <= Order.Blueprint.To && life.GoesOn)
        {
            await Gate();
            if (!life.GoesOn) break;
            if (Changes.AreWaiting)
            {
                await Revise();
                continue;
            }
            if (!await Live()) continue;
            if (Order.CheckpointMonths > 0 && (Next > Order.Blueprint.To || Next >= Order.Blueprint.From && Next == Due(Next)))
                await Checkpoint();
        }
    }

    // All months are lived, or it was told to end.
    private async Task End()
    {
        if (life.Phase is RunPhase.Driving && Order.IsFleeting) life.Become(RunPhase.Unread);
        if (life.Phase is RunPhase.Driving && services.Checkpoints.OutlivesBuilds && FinishedResult.IsKeptOf(Order))
            await KeepResult();
        if (life.Phase is RunPhase.Driving or RunPhase.Stopping or RunPhase.Unread)
        {
            var state = life.Phase == RunPhase.Stopping ? RunState.Stopped : RunState.Done;
            ledger.Change(record => record
                with
            { State = state, Reached = Next, Ended = DateTimeOffset.UtcNow.ToUnixTimeSeconds() });
            await ToldThatItEnds();
            log.LogInformation("Run {Run} is {State} before {Month}", run, state, Next);
        }
        Tell();
        // Each read rings the signal. A reader that has everything asks for the run to be forgotten.
        while (life.Phase == RunPhase.Unread)
        {
            stay(Stays);
            if (!await Rings(Order.ReaderMayBeAway)) life.TryBecome(RunPhase.Absent);
        }
        if (life.Phase is RunPhase.Driving or RunPhase.Stopping) life.Become(RunPhase.Ended);
        if (life.Phase is RunPhase.Abandoned) life.Become(RunPhase.Absent);
    }

    // A next build of the program cannot read the months, and can hand these files on.
    private async Task KeepResult()
    {
        try
        {
            var (order, months) = (Order, Results.All());
            var archive = await Task.Run(() => FinishedResult.Of(order, months));
            var bytes = 0L;
            await ToldToStorage(async () => bytes = await services.Checkpoints.PutForAll(FinishedResult.KeyOf(run), archive));
            ledger.Change(record => record with { BytesOfResults = record.BytesOfResults + bytes });
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            log.LogWarning("The result of run {Run} is not kept for a next build of the program: {Reason}", run, failure.Message);
        }
    }

    // A run that is told to stop stops, too, where storage takes nothing: that is told by whatever is written next.
    private async Task ToldThatItEnds()
    {
        try
        {
            await ToldToStorage(ledger.Commit);
        }
        catch (StorageFull failure) when (life.Phase == RunPhase.Stopping)
        {
            log.LogWarning("Storage was not told that run {Run} is stopped: {Reason}", run, failure.Message);
        }
    }

    private void Count(Exception failure)
    {
        log.LogWarning("Run {Run} goes back to its last checkpoint from {Month}: {Reason}", run, Next, failure.Message);
        var replayed = Math.Max(0, Next - (ledger.Record.Last?.Next ?? Results.Start));
        Machine.Failures.Add(1);
        Machine.Replays.Add(replayed);
        ledger.Change(record => record with
        {
            Error = failure.Message,
            Failures = record.Failures + 1,
            MonthsReplayed = record.MonthsReplayed + replayed
        });
        Tell();
    }

    // What made it fail may be mended, and the run be told to go on: storage that takes nothing need not know that it has ended.
    private async Task GiveUp(Exception failure)
    {
        // What is wrong with storage is told in a sentence; anything else, whole.
        log.LogError(failure is StorageFull ? null : failure, "Run {Run} is given up in {Month}: {Reason}", run, Next,
            failure.Message);
        ledger.Change(record => record
            with
        { State = RunState.Failed, Reached = Next, Ended = DateTimeOffset.UtcNow.ToUnixTimeSeconds() });
        life.TryBecome(RunPhase.Ended);
        try
        {
            if (failure is not StorageFull) await ledger.Commit();
        }
        catch (Exception e) when (e is StorageFull or StorageUnavailable)
        {
            log.LogWarning("Storage was not told that run {Run} is given up: {Reason}", run, e.Message);
        }
    }

    // All actors anew under the attempt's keys: founded, or as they were at the last checkpoint.
    private async Task<Attempt> Plant()
    {
        var number = Order.Numbered(ledger.Record.Attempt);
        var running = await services.Worlds.Of(run, number);
        var last = ledger.Record.Last;
        ITree tree = Order.Granularity <= Granularity.Replication
            ? new TreeOfObjects(running.World, Order.Detail, services.Checkpoints)
            : new TreeOfGrains(services.NationOf(running.NationKey(number)), Order.Detail, services.Checkpoints, services.Deaths);
        if (last is not null) await tree.Restore(last.Name, last.Next - 1);
        return new(tree, last?.Next ?? running.World.Start) { Founds = last is null };
    }

    // What is left of an attempt that failed reaches nobody, and is not waited for.
    private void Abandon()
    {
        var old = attempt;
        (reached, attempt) = (Next, null);
        _ = LetGo(old);
    }

    // Actors whose silo died need no release, and a result must not hang on it.
    private async Task LetGo(Attempt? old)
    {
        try
        {
            if (old is not null) await old.Tree.Release();
        }
        catch (Exception failure)
        {
            log.LogWarning("Actors of run {Run} were not released: {Reason}", run, failure.Message);
        }
    }

    // Between two months a run may have to stand still, or to wait: for its time, or for the reader of its results.
    private async ValueTask Gate()
    {
        while (life.GoesOn && !Changes.AreWaiting)
        {
            var wait = Results.IsFull ? Timeout.InfiniteTimeSpan : Pacing.Wait(Next);
            if (wait == TimeSpan.Zero) return;
            stay(Stays);
            Tell();
            var isForReader = wait == Timeout.InfiniteTimeSpan && Order.IsFleeting;
            var rings = await Rings(isForReader ? Order.ReaderMayBeAway : wait == Timeout.InfiniteTimeSpan || wait > StandsStill
                ? StandsStill : wait);
            if (Order.IsFleeting && Results.IsFull && !rings) life.TryBecome(RunPhase.Abandoned);
        }
    }

    // Whether any month was lived: it may have been told to stand still just before.
    private Task<bool> Live() => Between(async living =>
    {
        if (Pacing.IsPausedBefore(Next)) return false;
        using var pulse = Machine.Month(Order, Next, ledger.Record.Attempt);
        var since = Stopwatch.GetTimestamp();
        var lived = await living!.Tree.Live(Next, Until(), living.Founds);
        var months = lived.Next - Next;
        Machine.MonthDuration.Record(Stopwatch.GetElapsedTime(since).TotalSeconds / months);
        Machine.Months.Add(months);
        Take(lived, living.Tree.Answered());
        (living.Founds, living.Next) = (false, lived.Next);
        if (Stopwatch.GetElapsedTime(told) > TellsAfter) Tell();
        return true;
    });

    private void Take(Lived lived, int answered)
    {
        if (lived.Reported.Count > 0) Traffic = Traffic with { Messages = Traffic.Messages + answered };
        foreach (var month in lived.Reported)
        {
            Machine.UserMonths.Add(month.People);
            Results.Add(month);
            Traffic = Traffic.And(month);
            Watched.Add(month);
            // The warm-up is nothing to watch: it is as fast as it can be.
            Pacing.Lived();
        }
    }

    // How far the tree may go before the run looks up again: whatever is done between two months is done where it is due.
    private Month Until()
    {
        // A trace is of one month.
        if (Pacing.Pace is not null || Machine.Pulse.HasListeners()) return Next + 1;
        // The warm-up is not reported, and what it costs is not either.
        if (Next < Order.Blueprint.From) return Order.Blueprint.From;
        var until = Order.Blueprint.To + 1;
        if (Pacing.PauseAt is { } pause && pause > Next) until = Min(until, pause);
        return Order.CheckpointMonths > 0 ? Min(until, Due(Next + 1)) : until;
    }

    // The next month from a given one on before which a checkpoint is due.
    private Month Due(Month month)
    {
        var first = Order.Blueprint.From;
        return month <= first ? first
            : first + (month - first + Order.CheckpointMonths - 1) / Order.CheckpointMonths * Order.CheckpointMonths;
    }

    private static Month Min(Month one, Month other) => one < other ? one : other;

    // The actors are saved, the order says more from this month on, and the actors come back in the new order's world.
    private async Task Revise()
    {
        if (!attempt!.Founds && ledger.Record.Last?.Next != Next) await Checkpoint();
        var order = Changes.LaidOver(Order, Coming);
        if (order != Order)
        {
            var before = attempt;
            services.Worlds.Forget(run, Order.Numbered(ledger.Record.Attempt));
            ledger.Change(record => record with { Order = order, Attempt = record.Attempt + 1 });
            await ToldToStorage(ledger.Commit);
            attempt = await Plant();
            await LetGo(before);
        }
        Signal.Ring();
    }

    // A new generation is complete before the record names it, and the old one goes only then.
    private async Task Checkpoint()
    {
        stay(Stays);
        var checkpoint = new CheckpointName($"{run}/{ledger.Record.Attempt}/{Next}", Next);
        var written = Results.Written;
        await ToldToStorage(async () =>
        {
            checkpoint = checkpoint with { Bytes = await attempt!.Tree.Save(checkpoint.Name) };
            if (Order.CheckpointMonths > 0) await Results.Keep();
        });
        written = Results.Written - written;
        var before = ledger.Record.Checkpoints;
        Machine.Saved();
        ledger.Change(record => record with
        {
            Checkpoints = Order.KeepsHistory ? [.. before, checkpoint] : [checkpoint],
            Reached = Next,
            Frames = Results.Kept,
            BytesOfResults = record.BytesOfResults + written,
        });
        await ToldToStorage(ledger.Commit);
        log.LogInformation("Run {Run} is saved before {Month}", run, Next);
        foreach (var old in before.Except(ledger.Record.Checkpoints))
            await services.Checkpoints.DeleteCheckpoint(old.Name, Order.Blueprint);
    }

    // A Redis that is away for minutes costs no month; one that is full costs none either, if there is room again soon.
    private async Task ToldToStorage(Func<Task> write)
    {
        for (var since = Stopwatch.GetTimestamp(); ;)
            try
            {
                await write();
                WaitsFor = null;
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

    private async Task WaitForStorage(Exception failure)
    {
        if (WaitsFor is null) log.LogWarning("Run {Run} waits before {Month}: {Reason}", run, Next, failure.Message);
        WaitsFor = failure.Message;
        stay(Stays);
        Tell();
        await Rests(TimeSpan.FromSeconds(2));
    }

    // For so long, unless it is told something.
    private Task Rests(TimeSpan time) => Task.WhenAny(Signal.Rung, Task.Delay(time));

    // Whether somebody rings within so long.
    private async Task<bool> Rings(TimeSpan within)
    {
        var rung = Signal.Rung;
        await Task.WhenAny(rung, Task.Delay(within));
        return rung.IsCompleted;
    }

    private void Tell()
    {
        told = Stopwatch.GetTimestamp();
        Signal.Ring();
    }
}

/// <summary>A run's actors under the keys of one attempt, and how far they have come.</summary>
internal sealed class Attempt(ITree tree, Month next)
{
    public ITree Tree => tree;

    /// <summary>The month that comes next.</summary>
    public Month Next { get; set; } = next;

    /// <summary>Whether the next month founds the actors.</summary>
    public bool Founds { get; set; }
}
