using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Samverkan.Grains.Actors;
using Samverkan.Model;

namespace Samverkan.Grains.Driving;

/// <summary>
/// Drives one run from inside the cluster. Any failure ends an attempt: the last committed checkpoint is loaded under new
/// keys, and determinism gives the same bits. A change of policy is an attempt of its own, too: the same actors in a world
/// whose blueprint says more.
/// </summary>
internal sealed partial class RunGrain
{
    private const int MostFailuresWithoutProgress = 8;

    // A reader is told of some months at once: to wake it for each would cost as much as a small world's month.
    private static readonly TimeSpan TellsAfter = TimeSpan.FromMilliseconds(20);

    private readonly Dictionary<string, string> refused = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim between = new(1, 1);
    private World world = null!;
    private ITree? tree;
    private Month next;
    private bool founds, stopped, isAbandoned, isGone;
    private long told;
    private Traffic traffic = new(0, 0, 0);
    private Task? driving;

    private int Numbered => Ordered.Numbered(record!.Attempt);

    private void Drive(int attempt) => driving ??= Driving(attempt);

    private async Task Driving(int attempt)
    {
        await Task.Yield();
        using var told = log.BeginScope(new Dictionary<string, object> { ["run"] = Id, ["scenario"] = Ordered.Blueprint.Name, ["replication"] = Ordered.Replication });
        log.LogInformation("Run {Run} goes on from {Month}", Id, next);
        // A first failure is seen as one only by who saw none before.
        Machine.Failures.Add(0);
        Machine.Replays.Add(0);
        var (failures, furthest) = (0, next);
        while (true)
            try
            {
                record = record! with { Attempt = attempt };
                await Attempt();
                if (isGone) break;
                record = record with { State = stopped ? RunState.Stopped : RunState.Done, Reached = next };
                await Commit();
                log.LogInformation("Run {Run} is {State} before {Month}", Id, record.State, next);
                break;
            }
            catch (Exception) when (isGone)
            {
                break;
            }
            catch (Exception failure)
            {
                attempt = record!.Attempt + 1;
                failures = next > furthest ? 1 : failures + 1;
                furthest = next > furthest ? next : furthest;
                log.LogWarning("Run {Run} goes back to its last checkpoint from {Month}: {Reason}", Id, next, failure.Message);
                var replayed = next - (record.Last?.Next ?? results.Start);
                Machine.Failures.Add(1);
                Machine.Replays.Add(Math.Max(0, replayed));
                record = record with { Error = failure.Message, Failures = record.Failures + 1, MonthsReplayed = record.MonthsReplayed + Math.Max(0, replayed) };
                if (failures >= MostFailuresWithoutProgress || failure is RunDiverged)
                {
                    log.LogError(failure, "Run {Run} is given up in {Month}", Id, next);
                    record = record with { State = RunState.Failed, Reached = next };
                    break;
                }
                Tell();
                await Task.Delay(TimeSpan.FromMilliseconds(50 << failures));
            }
        Tell();
        await LetGo(tree);
        worlds.Forget(Id, Numbered);
        if (isGone) return;
        if (Ordered.IsFleeting && record!.State == RunState.Done) isAbandoned = !await IsFetched();
        if (!isAbandoned) return;
        // Should its reader come back, the run is not known any more, and lives again.
        record = null;
        DeactivateOnIdle();
    }

    // Whoever reads rings, and whoever has read it all says stop.
    private async Task<bool> IsFetched()
    {
        DelayDeactivation(TimeSpan.FromHours(1));
        while (!stopped)
            if (!await Rings(Ordered.ReaderMayBeAway)) return false;
        return true;
    }

    // Whether somebody rings within so long.
    private async Task<bool> Rings(TimeSpan within)
    {
        var rung = signal.Rung;
        await Task.WhenAny(rung, Task.Delay(within));
        return rung.IsCompleted;
    }

    private async Task Attempt()
    {
        await Plant();
        while (next <= Ordered.Blueprint.To && !stopped)
        {
            await Gate();
            if (stopped || isGone) break;
            if (asked.Count > 0)
            {
                await Revise();
                continue;
            }
            if (!await Live()) continue;
            if (Ordered.CheckpointMonths > 0 && (next > Ordered.Blueprint.To || next >= Ordered.Blueprint.From && next == Due(next))) await Checkpoint();
        }
    }

    // Actors whose silo died need no release, and a result must not hang on it.
    private async Task LetGo(ITree? old)
    {
        try
        {
            if (old is not null) await old.Release();
        }
        catch (Exception failure)
        {
            log.LogWarning("Actors of run {Run} were not released: {Reason}", Id, failure.Message);
        }
    }

    // All actors anew under the attempt's keys: founded, or as they were at the last checkpoint.
    private async Task Plant()
    {
        var running = await worlds.Of(Id, Numbered);
        world = running.World;
        founds = record!.Last is null;
        next = record.Last?.Next ?? world.Start;
        tree = Ordered.Granularity <= Granularity.Replication
            ? new TreeOfObjects(world, Ordered.Detail, checkpoints)
            : new TreeOfGrains(GrainFactory.GetGrain<INationGrain>(running.NationKey(Numbered).ToString()), Ordered.Detail, checkpoints, deaths);
        if (record.Last is { } last) await tree.Restore(last.Name, next - 1);
    }

    // Between two months a run may have to stand still, or to wait: for its time, or for the reader of its results.
    private async ValueTask Gate()
    {
        while (!stopped && !isGone && asked.Count == 0)
        {
            var wait = results.IsFull ? Timeout.InfiniteTimeSpan : pacing.Wait(next);
            if (wait == TimeSpan.Zero) return;
            // Nobody calls a run that stands still; it must not be taken for idle.
            DelayDeactivation(TimeSpan.FromHours(1));
            Tell();
            var rings = await Rings(wait != Timeout.InfiniteTimeSpan ? wait : Ordered.IsFleeting ? Ordered.ReaderMayBeAway : TimeSpan.FromMinutes(30));
            stopped |= isAbandoned = Ordered.IsFleeting && results.IsFull && !rings;
        }
    }

    // Whether any month was lived: it may have been told to stand still just before.
    private async Task<bool> Live()
    {
        await between.WaitAsync();
        try
        {
            if (pacing.IsPausedBefore(next)) return false;
            using var pulse = Machine.Month(Ordered, next, record!.Attempt);
            var since = Stopwatch.GetTimestamp();
            var lived = await tree!.Live(next, Until(), founds);
            var months = lived.Next - next;
            Machine.MonthDuration.Record(Stopwatch.GetElapsedTime(since).TotalSeconds / months);
            Machine.Months.Add(months);
            var answered = tree.Answered();
            if (lived.Reported.Count > 0) traffic = traffic with { Messages = traffic.Messages + answered };
            foreach (var month in lived.Reported)
            {
                Machine.UserMonths.Add(month.People);
                results.Add(month);
                traffic = traffic.And(month);
                watched.Add(month);
                // The warm-up is nothing to watch: it is as fast as it can be.
                pacing.Lived();
            }
            (founds, next) = (false, lived.Next);
        }
        finally
        {
            between.Release();
        }
        if (Stopwatch.GetElapsedTime(told) > TellsAfter) Tell();
        return true;
    }

    // How far the tree may go before the run looks up again: whatever is done between two months is done where it is due.
    private Month Until()
    {
        // A trace is of one month.
        if (pacing.Pace is not null || Machine.Pulse.HasListeners()) return next + 1;
        // The warm-up is not reported, and what it costs is not either.
        if (next < Ordered.Blueprint.From) return Ordered.Blueprint.From;
        var until = Ordered.Blueprint.To + 1;
        if (pacing.PauseAt is { } pause && pause > next) until = Min(until, pause);
        return Ordered.CheckpointMonths > 0 ? Min(until, Due(next + 1)) : until;
    }

    // The next month from a given one on before which a checkpoint is due.
    private Month Due(Month month)
    {
        var first = Ordered.Blueprint.From;
        return month <= first ? first : first + (month - first + Ordered.CheckpointMonths - 1) / Ordered.CheckpointMonths * Ordered.CheckpointMonths;
    }

    private void Tell()
    {
        told = Stopwatch.GetTimestamp();
        signal.Ring();
    }

    private static Month Min(Month one, Month other) => one < other ? one : other;

    // The actors are saved, the order says more from this month on, and the actors come back in the new order's world.
    private async Task Revise()
    {
        if (!founds && record!.Last?.Next != next) await Checkpoint();
        var order = Ordered;
        var at = Coming;
        foreach (var (key, change) in asked.ToArray())
            if (change.Earliest < at) refused[key] = $"{change.Earliest} is past: the next month of run '{Id}' is {at}.";
            else order = order.With(key, at, change.From(at));
        asked.Clear();
        if (order != Ordered)
        {
            var before = tree!;
            worlds.Forget(Id, Numbered);
            record = record! with { Order = order, Attempt = record.Attempt + 1 };
            await Commit();
            await Plant();
            await LetGo(before);
        }
        signal.Ring();
    }

    // A new generation is complete before the record names it, and the old one goes only then.
    private async Task Checkpoint()
    {
        DelayDeactivation(TimeSpan.FromHours(1));
        var checkpoint = new CheckpointName($"{Id}/{record!.Attempt}/{next}", next);
        await tree!.Save(checkpoint.Name);
        if (Ordered.CheckpointMonths > 0) await results.Keep();
        var before = record.Checkpoints;
        Machine.Saved();
        record = record with { Checkpoints = Ordered.KeepsHistory ? [.. before, checkpoint] : [checkpoint], Reached = next, Frames = results.Kept };
        await Commit();
        log.LogInformation("Run {Run} is saved before {Month}", Id, next);
        foreach (var old in before.Except(record.Checkpoints))
            await checkpoints.DeleteCheckpoint(old.Name, Ordered.Blueprint);
    }
}
