using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Samverkan.Grains.Actors;
using Samverkan.Model;
using Samverkan.Model.Indicators;

namespace Samverkan.Grains.Driving;

/// <summary>
/// Drives one run from inside the cluster. Any failure ends an attempt: the last committed checkpoint is loaded under new
/// keys, and determinism gives the same bits. A change of policy is an attempt of its own, too: the same actors in a world
/// whose blueprint says more.
/// </summary>
internal sealed partial class RunGrain
{
    private const int MostFailuresWithoutProgress = 8;

    private readonly Dictionary<string, string> refused = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim between = new(1, 1);
    private World world = null!;
    private ITree? tree;
    private Month next;
    private bool founds, isLiving, stopped;
    private Task? driving;

    private void Drive(int attempt) => driving ??= Driving(attempt);

    private async Task Driving(int attempt)
    {
        await Task.Yield();
        using var told = log.BeginScope(new Dictionary<string, object> { ["run"] = Id, ["scenario"] = Ordered.Blueprint.Name, ["replication"] = Ordered.Replication });
        log.LogInformation("Run {Run} goes on from {Month}", Id, next);
        var (failures, furthest) = (0, next);
        while (true)
            try
            {
                record = record! with { Attempt = attempt };
                await Attempt();
                record = record with { State = stopped ? RunState.Stopped : RunState.Done, Reached = next };
                await Commit();
                log.LogInformation("Run {Run} is {State} before {Month}", Id, record.State, next);
                break;
            }
            catch (Exception failure)
            {
                isLiving = false;
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
                await Task.Delay(TimeSpan.FromMilliseconds(50 << failures));
            }
        await LetGo(tree);
        worlds.Forget(Id, record.Attempt);
        bell.Ring();
    }

    private async Task Attempt()
    {
        await Plant();
        while (next <= Ordered.Blueprint.To && !stopped)
        {
            await Gate();
            if (stopped) break;
            if (asked.Count > 0)
            {
                await Revise();
                continue;
            }
            await Live();
            if (Ordered.CheckpointMonths > 0 && (next > Ordered.Blueprint.To || (next - Ordered.Blueprint.From) % Ordered.CheckpointMonths == 0)) await Checkpoint();
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
        var running = await worlds.Of(Id, record!.Attempt);
        world = running.World;
        founds = record.Last is null;
        next = record.Last?.Next ?? world.Start;
        tree = Ordered.Granularity <= Granularity.Replication
            ? new TreeOfObjects(world, vault)
            : new TreeOfGrains(GrainFactory.GetGrain<INationGrain>(running.NationKey(record.Attempt).ToString()), vault, deaths);
        if (record.Last is { } last) await tree.Restore(last.Name, next - 1);
    }

    // Between two months a run may have to stand still, or to wait: for its time, or for the reader of its results.
    private async ValueTask Gate()
    {
        while (!stopped && asked.Count == 0)
        {
            var wait = results.IsFull ? Timeout.InfiniteTimeSpan : pacing.Wait(next);
            if (wait == TimeSpan.Zero) return;
            // Nobody calls a run that stands still; it must not be taken for idle.
            DelayDeactivation(TimeSpan.FromHours(1));
            if (pacing.IsPausedBefore(next)) bell.Ring();
            await Task.WhenAny(bell.Rung, wait == Timeout.InfiniteTimeSpan ? Task.Delay(TimeSpan.FromMinutes(30)) : Task.Delay(wait));
        }
    }

    private async Task Live()
    {
        await between.WaitAsync();
        isLiving = true;
        try
        {
            using var pulse = Machine.Month(Ordered, next, record!.Attempt);
            var since = Stopwatch.GetTimestamp();
            var report = await tree!.Live(next, founds);
            Machine.MonthDuration.Record(Stopwatch.GetElapsedTime(since).TotalSeconds);
            Machine.Months.Add(1);
            if (!world.IsWarmUp(next))
            {
                var month = Observed.Month(report, Ordered.Detail);
                Machine.UserMonths.Add(month.People);
                results.Add(month);
                watched.Add(month);
                // The warm-up is nothing to watch: it is as fast as it can be.
                pacing.Lived();
            }
            (founds, next) = (false, next + 1);
        }
        finally
        {
            isLiving = false;
            between.Release();
        }
        bell.Ring();
    }

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
            worlds.Forget(Id, record!.Attempt);
            record = record with { Order = order, Attempt = record.Attempt + 1 };
            await Commit();
            await Plant();
            await LetGo(before);
        }
        bell.Ring();
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
            await vault.DeleteCheckpoint(old.Name, Ordered.Blueprint);
    }
}
