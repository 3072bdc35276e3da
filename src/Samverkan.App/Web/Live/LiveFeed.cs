using System.Collections.Immutable;
using Samverkan.Grains.Driving;
using Samverkan.Grains.Live;
using Samverkan.Model.SteeringCommittees;
using Samverkan.Runs.Results;
using Samverkan.Runs.Wording;

namespace Samverkan.App.Web.Live;

/// <summary>
/// Reads a run a few times a second while somebody watches it: once, however many watch and however slowly they draw. What a
/// watcher does not get drawn in time, it never asks for.
/// </summary>
public sealed class LiveFeed(LiveRun run)
{
    private const int MostFrames = 720;
    private const int MostMinutes = 40;

    // A run that hurries needs its machine for itself, and nobody follows it by eye; one that has ended hardly changes.
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(250), Hurried = TimeSpan.FromMilliseconds(500),
        Ended = TimeSpan.FromSeconds(1);

    private readonly Lock guard = new();
    private readonly SemaphoreSlim once = new(1, 1);
    private readonly List<Action> watchers = [];
    private readonly Shadow shadow = new(run);
    private readonly PlaceLines lines = new(run.From, run.To);
    private Task reading = Task.CompletedTask;
    private DateTimeOffset left = DateTimeOffset.UtcNow;

    public LiveRun Run => run;

    /// <summary>null before the first look.</summary>
    public LiveView? View { get; private set; }

    /// <summary>Why nothing new comes, if so.</summary>
    public string? Problem { get; private set; }

    public int Watchers => watchers.Count;

    /// <summary>Since when nobody watches; null: somebody does.</summary>
    public DateTimeOffset? IdleSince
    {
        get
        {
            lock (guard) return watchers.Count == 0 ? left : null;
        }
    }

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

    /// <summary>Nobody is told anything any more: the run is forgotten, and another of its name is not what they watch.</summary>
    public void Close()
    {
        lock (guard) watchers.Clear();
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
            timer.Period = View?.Run switch
            { { HasEnded: true } => Ended, { State: RunState.Running, Pace: null } => Hurried,
                _ => Pace
            };
        }
        while (await timer.WaitForNextTickAsync());
    }

    private async Task Once()
    {
        await once.WaitAsync();
        try
        {
            var (standing, news) = await News();
            if (View is { } view && news.IsEmpty && IsSame(view.Run, standing)) return;
            var frames = View?.Frames ?? [];
            frames = [.. frames.Concat(news).TakeLast(MostFrames)];
            var last = frames.LastOrDefault();
            var organisation = Organisation.Of(last);
            var minutes = news.SelectMany(frame => frame.Minutes).TakeLast(MostMinutes).Reverse()
                .Select(one => OnPage(one, organisation));
            View = new(
                standing, last?.Month, organisation, [.. minutes.Concat(View?.Minutes ?? []).Take(MostMinutes)],
                await ChangesOf(standing),
                last is null ? null : await shadow.At(last.Month, Laid(standing)), frames, lines);
        }
        finally
        {
            once.Release();
        }
    }

    private async Task<(RunStanding Standing, ImmutableArray<Frame> News)> News()
    {
        var next = View?.Last + 1 ?? run.From;
        var news = ImmutableArray.CreateBuilder<Frame>();
        while (true)
        {
            var read = await run.ReadSince(next);
            if (read.Months.IsEmpty) return (read.Run, news.ToImmutable());
            news.AddRange(read.Months);
            next = read.Months[^1].Month + 1;
        }
    }

    private static MinutesOnPage OnPage(Minutes minutes, Organisation organisation) => new(
        $"{minutes.Municipality}/{minutes.Number}",
        MinutesText.Of(minutes, organisation.NameOf(minutes.Municipality), width: int.MaxValue));

    private async Task<LiveChanges> ChangesOf(RunStanding standing) =>
        View is { } view && Laid(view.Run) == Laid(standing) ? view.Changes : LiveChanges.Of(await run.Blueprint());

    // What was laid over a run stays: as many changes are the same ones.
    private static bool IsSame(RunStanding one, RunStanding other) =>
        Laid(one) == Laid(other) && one with { Interventions = other.Interventions, Events = other.Events } == other;

    private static int Laid(RunStanding standing) => standing.Interventions.Length + standing.Events.Length;

    private sealed class Leaving(LiveFeed feed, Action changed) : IDisposable
    {
        public void Dispose()
        {
            lock (feed.guard)
            {
                feed.watchers.Remove(changed);
                feed.left = DateTimeOffset.UtcNow;
            }
        }
    }
}
