using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Samverkan.Grains.Checkpoints;
using Samverkan.Model;

namespace Samverkan.Grains.Driving;

/// <summary>
/// Drives one run from inside the cluster. Any failure ends the attempt. The next one loads the last committed checkpoint under
/// new grain keys, and determinism gives the same bits. A change of policy also begins an attempt: the same actors go on in a
/// world with more interventions. A run never fails because storage is away: it waits, and begins a new attempt if it must.
/// </summary>
/// <param name="stay">Keeps the run's grain active for at least this long.</param>
internal sealed class RunDriver(RunLedger ledger, RunLife life, RunServices services, Action<TimeSpan> stay)
{
    private const int MostFailuresWithoutProgress = 8;

    // A paused run receives no calls, and a fast one must not renew its stay every month.
    private static readonly TimeSpan Stays = TimeSpan.FromHours(1), StandsStill = TimeSpan.FromMinutes(30);

    // Readers are woken for several months at once: waking them for each would cost as much as a month of a small world.
    private static readonly TimeSpan NotifiesAfter = TimeSpan.FromMilliseconds(20);

    private static readonly TimeSpan TriesToKeepEnd = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim between = new(1, 1);
    private readonly ILogger log = services.Log;
    private readonly string run = ledger.Order.Run;
    private Attempt? attempt;
    private Month reached = ledger.Record.Reached;
    private long notified;

    public AsyncSignal Signal { get; } = new();

    public Pacing Pacing { get; } = new() { PauseAt = ledger.Record.PauseAt, Pace = ledger.Record.Pace };

    public RunChanges Changes { get; } = new();

    public Results Results { get; } =
        new(ledger.Order.Run, services.Checkpoints, ledger.Order, ledger.Record.Frames, ledger.Record.Last?.Next ?? default);

    public Watched Watched { get; } = new(ledger.Order);

    public Traffic Traffic { get; private set; } = new(0, 0, 0);

    /// <summary>Why it waits for storage; null: it does not.</summary>
    public string? WaitsFor => Storage.WaitsFor;

    /// <summary>The next month that is reported. Months of the warm-up are not.</summary>
    public Month Coming => Next < Order.Blueprint.From ? Order.Blueprint.From : Next;

    /// <summary>Whether it has stopped before the month at which it is to pause.</summary>
    public bool IsPaused => life.GoesOn && Pacing.IsPausedBefore(Next) && between.CurrentCount > 0;

    private Month Next => attempt?.Next ?? reached;

    private RunOrder Order => ledger.Order;

    private StorageWriter Storage => field ??= new(run, life, Signal, log, () => Next, () =>
    {
        stay(Stays);
        NotifyReaders();
    });

    private RunSaver Saver => field ??= new(ledger, life, services, Results, Storage);

    private RunSchedule Schedule => field ??= new(ledger, Pacing);

    /// <summary>Does something between two months. Months under way are finished first.</summary>
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

    /// <summary>Waits until storage knows that the run was stopped, or the run is forgotten: a stopped run must not come
    /// back.</summary>
    public async Task KeepEnd()
    {
        while (!Saver.IsEndKept && life.Phase == RunPhase.Ended)
        {
            stay(Stays);
            if (!await Signal.RungWithin(TriesToKeepEnd)) await Saver.TryToKeepEnd();
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
                await Simulate();
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
                await Storage.WaitForStorage(failure);
            }
            catch (Exception failure)
            {
                number++;
                failures = Next > furthest ? 1 : failures + 1;
                furthest = Next > furthest ? Next : furthest;
                CountFailure(failure);
                Abandon();
                if (failures >= MostFailuresWithoutProgress || failure is RunDiverged or StorageFull) await GiveUp(failure);
                else await Signal.RungWithin(TimeSpan.FromMilliseconds(50 << failures));
            }
        }
        if (attempt is not null) await attempt.Release(run, log);
        (reached, attempt) = (Next, null);
        services.Worlds.Forget(run, Order.Numbered(ledger.Record.Attempt));
        NotifyReaders();
        // Who has ended is not kept in memory for those who might ask.
        Watched.LetGo();
        stay(TimeSpan.Zero);
    }

    private async Task Simulate()
    {
        attempt = await Attempt.CreateActors(ledger, services);
        Storage.WaitIsOver();
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
            if (Schedule.IsCheckpointDue(Next)) await Checkpoint();
        }
    }

    // All months are done, or the run was told to stop.
    private async Task End()
    {
        if (life.Phase is RunPhase.Driving && Order.IsFleeting) life.Become(RunPhase.Unread);
        if (life.Phase is RunPhase.Driving && services.Checkpoints.OutlivesBuilds && FinishedResult.IsKeptOf(Order))
            await Saver.KeepResult();
        if (life.Phase is RunPhase.Driving or RunPhase.Stopping or RunPhase.Unread)
        {
            var state = life.Phase == RunPhase.Stopping ? RunState.Stopped : RunState.Done;
            ledger.Change(record => record
                with
            { State = state, Reached = Next, Ended = DateTimeOffset.UtcNow.ToUnixTimeSeconds() });
            await Saver.CommitEnd();
            log.LogInformation("Run {Run} is {State} before {Month}", run, state, Next);
        }
        NotifyReaders();
        // Each read rings the signal. A reader that has everything asks for the run to be forgotten.
        while (life.Phase == RunPhase.Unread)
        {
            stay(Stays);
            if (!await Signal.RungWithin(Order.ReaderMayBeAway)) life.TryBecome(RunPhase.Absent);
        }
        if (life.Phase is RunPhase.Driving or RunPhase.Stopping) life.Become(RunPhase.Ended);
        if (life.Phase is RunPhase.Abandoned) life.Become(RunPhase.Absent);
    }

    private void CountFailure(Exception failure)
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
        NotifyReaders();
    }

    private async Task GiveUp(Exception failure)
    {
        // Trouble with storage is logged as a sentence, anything else with its stack trace.
        log.LogError(failure is StorageFull ? null : failure, "Run {Run} is given up in {Month}: {Reason}", run, Next,
            failure.Message);
        ledger.Change(record => record
            with
        { State = RunState.Failed, Reached = Next, Ended = DateTimeOffset.UtcNow.ToUnixTimeSeconds() });
        life.TryBecome(RunPhase.Ended);
        await Saver.CommitFailure(failure);
    }

    // Whatever remains of a failed attempt reaches nobody, so nothing waits for it.
    private void Abandon()
    {
        var old = attempt;
        (reached, attempt) = (Next, null);
        _ = old?.Release(run, log);
    }

    // Between two months a run may have to pause, to keep its pace, or to wait until its results are read.
    private async ValueTask Gate()
    {
        while (life.GoesOn && !Changes.AreWaiting)
        {
            var wait = Results.IsFull ? Timeout.InfiniteTimeSpan : Pacing.Wait(Next);
            if (wait == TimeSpan.Zero) return;
            stay(Stays);
            NotifyReaders();
            var isForReader = wait == Timeout.InfiniteTimeSpan && Order.IsFleeting;
            var isRung = await Signal.RungWithin(isForReader ? Order.ReaderMayBeAway
                : wait == Timeout.InfiniteTimeSpan || wait > StandsStill ? StandsStill : wait);
            if (Order.IsFleeting && Results.IsFull && !isRung) life.TryBecome(RunPhase.Abandoned);
        }
    }

    // False: it was told to pause just before, and no month was simulated.
    private Task<bool> Live() => Between(async living =>
    {
        if (Pacing.IsPausedBefore(Next)) return false;
        using var pulse = Machine.Month(Order, Next, ledger.Record.Attempt);
        var since = Stopwatch.GetTimestamp();
        var lived = await living!.Tree.Live(Next, Schedule.Until(Next), living.Founds);
        var months = lived.Next - Next;
        Machine.MonthDuration.Record(Stopwatch.GetElapsedTime(since).TotalSeconds / months);
        Machine.Months.Add(months);
        Take(lived, living.Tree.Answered());
        (living.Founds, living.Next) = (false, lived.Next);
        if (Stopwatch.GetElapsedTime(notified) > NotifiesAfter) NotifyReaders();
        return true;
    });

    private void Take(SimulatedMonths lived, int answered)
    {
        if (lived.Reported.Count > 0) Traffic = Traffic with { Messages = Traffic.Messages + answered };
        foreach (var month in lived.Reported)
        {
            Machine.UserMonths.Add(month.People);
            Results.Add(month);
            Traffic = Traffic.And(month);
            Watched.Add(month);
            // Only reported months keep the pace: the warm-up is as fast as it can be.
            Pacing.MonthIsDone();
        }
    }

    // Saves the actors, adds the changes to the order from this month on, and restores the actors in the new order's world.
    private async Task Revise()
    {
        if (!attempt!.Founds && ledger.Record.Last?.Next != Next) await Checkpoint();
        var order = Changes.LaidOver(Order, Coming);
        if (order != Order)
        {
            var before = attempt;
            services.Worlds.Forget(run, Order.Numbered(ledger.Record.Attempt));
            ledger.Change(record => record with { Order = order, Attempt = record.Attempt + 1 });
            await Storage.Write(ledger.Commit);
            attempt = await Attempt.CreateActors(ledger, services);
            await before.Release(run, log);
        }
        Signal.Ring();
    }

    private Task Checkpoint()
    {
        stay(Stays);
        return Saver.Checkpoint(attempt!.Tree, Next);
    }

    private void NotifyReaders()
    {
        notified = Stopwatch.GetTimestamp();
        Signal.Ring();
    }
}
