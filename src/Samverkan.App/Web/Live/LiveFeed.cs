using System.Collections.Immutable;
using Samverkan.Grains.Driving;
using Samverkan.Grains.Live;
using Samverkan.Model;
using Samverkan.Model.SteeringCommittees;
using Samverkan.Runs.Scenarios;

namespace Samverkan.App.Web.Live;

/// <summary>A run as it was last seen.</summary>
/// <param name="Frames">Every month so far that is kept, in order.</param>
/// <param name="Minutes">The last meetings, the latest first.</param>
/// <param name="Needs">Met and unmet needs by domain; null for a large world.</param>
public sealed record LiveView(
    RunStanding Run, ImmutableArray<Frame> Frames, ImmutableArray<Minutes> Minutes, LiveChanges Changes, DomainNeeds? Needs)
{
    public Frame? Last => Frames.Length > 0 ? Frames[^1] : null;
}

/// <summary>What a run changes in certain months, in words and by date.</summary>
/// <param name="All">What its scenario does, and what was laid over it.</param>
/// <param name="Decided">What was decided while it went on.</param>
public sealed record LiveChanges(ImmutableArray<DatedChange> All, ImmutableArray<DatedChange> Decided)
{
    internal static LiveChanges Of(Blueprint blueprint) => new(
        ScenarioDiff.Timeline(blueprint),
        ScenarioDiff.Timeline(blueprint with { Interventions = [.. blueprint.Interventions.Where(one => one.Decided is not null)], Events = [] }));
}

/// <summary>
/// Reads a run a few times a second while somebody watches it: once, however many watch and however slowly they draw. What a
/// watcher does not get drawn in time, it never asks for.
/// </summary>
public sealed class LiveFeed(LiveRun run)
{
    private const int MostFrames = 720;
    private const int MostMinutes = 40;
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(250);

    private readonly Lock guard = new();
    private readonly List<Action> watchers = [];
    private readonly Shadow shadow = new(run);
    private Task reading = Task.CompletedTask;

    public LiveRun Run => run;

    /// <summary>null before the first look.</summary>
    public LiveView? View { get; private set; }

    /// <summary>Why nothing new comes, if so.</summary>
    public string? Problem { get; private set; }

    public int Watchers => watchers.Count;

    /// <param name="changed">Called a few times a second at most, on any thread; must not wait.</param>
    public IDisposable Watch(Action changed)
    {
        lock (guard)
        {
            watchers.Add(changed);
            if (reading.IsCompleted) reading = Task.Run(Read);
        }
        return new Leaving(this, changed);
    }

    /// <summary>Looks at once, after something was asked of the run.</summary>
    public Task Look() => Once();

    private async Task Read()
    {
        using var timer = new PeriodicTimer(Pace);
        do
        {
            try
            {
                await Once();
                Problem = null;
            }
            catch (Exception e)
            {
                Problem = e.Message;
            }
            Action[] told;
            lock (guard)
            {
                if (watchers.Count == 0) return;
                told = [.. watchers];
            }
            foreach (var tell in told) tell();
        }
        while (await timer.WaitForNextTickAsync());
    }

    private readonly SemaphoreSlim once = new(1, 1);

    private async Task Once()
    {
        await once.WaitAsync();
        try
        {
            var frames = View?.Frames ?? [];
            var minutes = View?.Minutes ?? [];
            var next = frames.Length > 0 ? frames[^1].Month + 1 : run.From;
            RunStanding standing;
            var news = ImmutableArray.CreateBuilder<Frame>();
            while (true)
            {
                var read = await run.ReadSince(next);
                standing = read.Run;
                if (read.Months.IsEmpty) break;
                news.AddRange(read.Months);
                next = read.Months[^1].Month + 1;
            }
            if (View is { } view && news.Count == 0 && view.Run.Equals(standing)) return;
            frames = [.. frames.Concat(news).TakeLast(MostFrames)];
            minutes = [.. news.SelectMany(frame => frame.Minutes).Reverse().Concat(minutes).Take(MostMinutes)];
            View = new(standing, frames, minutes, await ChangesOf(standing), frames.IsEmpty ? null : await shadow.At(frames[^1].Month, standing.Interventions.Length));
        }
        finally
        {
            once.Release();
        }
    }

    private async Task<LiveChanges> ChangesOf(RunStanding standing) =>
        View is { } view && Laid(view.Run) == Laid(standing) ? view.Changes : LiveChanges.Of(await run.Blueprint());

    // Never fewer: what was laid over a run stays.
    private static int Laid(RunStanding standing) => standing.Interventions.Length + standing.Events.Length;

    private sealed class Leaving(LiveFeed feed, Action changed) : IDisposable
    {
        public void Dispose()
        {
            lock (feed.guard) feed.watchers.Remove(changed);
        }
    }
}
