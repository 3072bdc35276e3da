using System.Collections.Concurrent;
using Samverkan.App.Observing;
using Samverkan.App.Web.Scenarios;
using Samverkan.Grains.Driving;
using Samverkan.Grains.Live;
using Samverkan.Model;
using Samverkan.Runs;
using Samverkan.Runs.Scenarios;

namespace Samverkan.App.Web.Live;

/// <summary>Live runs as the pages see them: of the cluster that was named, or of a silo in this process that starts with the
/// first run.</summary>
public sealed class LiveRunService(ServeOptions options, ScenarioStore store) : IAsyncDisposable
{
    // Storage in this process is its memory.
    private static readonly Retention InThisProcess = new(Days: 7, Runs: 50, Megabytes: 500);

    private readonly ConcurrentDictionary<string, Task<LiveFeed>> feeds = new(StringComparer.Ordinal);
    private readonly Lock guard = new();
    private readonly SemaphoreSlim starting = new(1, 1);
    private Task<LiveRuns>? runs;

    /// <summary>How long what was read of a run stays after its last reader has left.</summary>
    internal TimeSpan FeedsStay { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Whether there can be runs: none where no silo was needed yet.</summary>
    public bool IsStarted => runs is not null || options.Cluster is not null;

    /// <exception cref="Grains.Clusters.ClusterUnavailable">Redis cannot be reached, or no silo is there.</exception>
    /// <exception cref="TimeoutException">Its silos are starting still.</exception>
    public Task<LiveRuns> Runs()
    {
        lock (guard)
            return (runs is null or { IsFaulted: true } ? runs = Connected() : runs).WaitAsync(RetryPolicy.Page.Longest);
    }

    private Task<LiveRuns> Connected() =>
        options.Cluster is { } cluster ? LiveRuns.Connect(cluster, patience: RetryPolicy.Page)
        : LiveRuns.Embedded(furnish: Furnish, retention: Settings.Retention(InThisProcess));

    private void Furnish(ISiloBuilder silo)
    {
        silo.AddLogs(Server.Instance);
        // When the server ends while a run goes on, Orleans tells of every message that is not delivered.
        silo.Services.AddLogging(logs => logs.AddFilter("Orleans", LogLevel.Critical).AddFilter("Polly", LogLevel.Critical));
        if (options.WithOrleansDashboard) OrleansDashboard.Add(silo);
    }

    /// <summary>The latest first.</summary>
    public async Task<IReadOnlyList<RunStanding>> All()
    {
        if (!IsStarted) return [];
        var known = await (await Runs()).List();
        foreach (var (id, feed) in feeds)
            if (feed is { IsCompletedSuccessfully: true, Result.IdleSince: { } since } && IsOver(id, since))
                feeds.TryRemove(new(id, feed));
        return [.. known.Reverse()];

        // What was read of a run, and the run that is simulated beside it, is large. Whoever comes back reads it again.
        bool IsOver(string id, DateTimeOffset since) =>
            since + FeedsStay <= DateTimeOffset.UtcNow || known.All(run => run.Id != id);
    }

    /// <param name="scenario">Its name.</param>
    /// <param name="pace">Months per second at most; null: as fast as it can.</param>
    /// <exception cref="BadRequest">There is no such scenario.</exception>
    /// <exception cref="QuotaReached">Too much is going on.</exception>
    public async Task<LiveRun> Start(string scenario, double? pace, bool isPaused, ulong seed = 1, int replication = 1)
    {
        var read = store.Read(scenario);
        var command = CommandWords.Of("run", Paths.Typed(read.Path), "--seed", $"{seed}", "--replication", $"{replication}");
        return await UnderNewId($"{scenario}-live", (service, id) =>
            service.Start(new(id, read, seed, replication, Pace: pace, IsPaused: isPaused, Command: command)));
    }

    /// <summary>A run that branches off from another one under a change.</summary>
    /// <param name="at">The first month that may differ.</param>
    /// <exception cref="QuotaReached">Too much is going on.</exception>
    public Task<LiveRun> Fork(LiveRun run, Month at, PolicyChange change) =>
        UnderNewId($"{run.Id}-branch", (_, id) => run.Fork(id, at, change));

    // One after the other: two who start at once must not get the same id, nor both get the last place.
    private async Task<LiveRun> UnderNewId(string name, Func<LiveRuns, string, Task<LiveRun>> start)
    {
        var service = await Runs();
        await starting.WaitAsync();
        try
        {
            var known = await service.List();
            if (known.Count(run => !run.HasEnded) >= options.Quotas.Runs)
                throw QuotaReached.AtOnce($"{options.Quotas.Runs} runs are going on; end some of them.");
            var id = name;
            for (var n = 2; known.Any(run => run.Id == id); n++) id = $"{name}-{n}";
            return await start(service, id);
        }
        finally
        {
            starting.Release();
        }
    }

    /// <summary>What is known of a run, for all who watch it.</summary>
    /// <exception cref="UnknownRun">There is none of that id.</exception>
    public async Task<LiveFeed> Feed(string id)
    {
        var feed = feeds.GetOrAdd(id, async known => new LiveFeed(await (await Runs()).Find(known)));
        try
        {
            return await feed;
        }
        catch
        {
            feeds.TryRemove(new(id, feed));
            throw;
        }
    }

    public async Task Forget(string id)
    {
        if (feeds.TryRemove(id, out var feed) && feed.IsCompletedSuccessfully) feed.Result.Close();
        await (await Runs()).Forget(id);
    }

    public async ValueTask DisposeAsync()
    {
        if (runs is { IsCompletedSuccessfully: true } started) await started.Result.DisposeAsync();
    }
}
