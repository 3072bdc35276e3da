using System.Collections.Concurrent;
using Samverkan.App.Observing;
using Samverkan.App.Web.Scenarios;
using Samverkan.Grains.Driving;
using Samverkan.Grains.Live;
using Samverkan.Runs;
using Samverkan.Runs.Scenarios;

namespace Samverkan.App.Web.Live;

/// <summary>Live runs as the pages see them: of the cluster that was named, or of a silo in this process that starts with the first run.</summary>
public sealed class LiveRunService(ServeOptions options, ScenarioStore store) : IAsyncDisposable
{
    // Storage in this process is its memory.
    private static readonly Retention InThisProcess = new(Days: 7, Runs: 50, Megabytes: 500);

    private readonly ConcurrentDictionary<string, Task<LiveFeed>> feeds = new(StringComparer.Ordinal);
    private readonly Lock guard = new();
    private Task<LiveRuns>? runs;

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
        options.Cluster is { } cluster ? LiveRuns.Connect(cluster, patience: RetryPolicy.Page) : LiveRuns.Embedded(furnish: Furnish, retention: Settings.Retention(InThisProcess));

    private void Furnish(ISiloBuilder silo)
    {
        silo.AddLogs(Server.Instance);
        silo.Services.AddLogging(logs => logs.AddFilter("Orleans", LogLevel.Error));
        if (options.WithOrleansDashboard) OrleansDashboard.Add(silo);
    }

    /// <summary>The latest first.</summary>
    public async Task<IReadOnlyList<RunStanding>> All()
    {
        if (!IsStarted) return [];
        var known = await (await Runs()).List();
        // What was read of runs that are not there any more is let go.
        foreach (var (id, feed) in feeds.Where(feed => feed.Value.IsCompletedSuccessfully && feed.Value.Result.Watchers == 0 && known.All(run => run.Id != feed.Key)))
            feeds.TryRemove(new(id, feed));
        return [.. known.Reverse()];
    }

    /// <param name="scenario">Its name.</param>
    /// <param name="pace">Months per second at most; null: as fast as it can.</param>
    /// <exception cref="BadRequest">There is no such scenario, or too much is going on.</exception>
    public async Task<LiveRun> Start(string scenario, double? pace, bool isPaused, ulong seed = 1, int replication = 1)
    {
        var read = store.Read(scenario);
        var service = await Runs();
        var known = (await service.List()).ToList();
        if (known.Count(run => !run.HasEnded) >= options.Quotas.Runs) throw new BadRequest($"{options.Quotas.Runs} runs are going on; end some of them.");
        var id = $"{scenario}-live";
        for (var n = 2; known.Any(run => run.Id == id); n++) id = $"{scenario}-live-{n}";
        return await service.Start(new(
            id, read, seed, replication, Pace: pace, IsPaused: isPaused, Command: CommandWords.Of("run", Paths.Typed(read.Path), "--seed", $"{seed}", "--replication", $"{replication}")));
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
        await (await (await Runs()).Find(id)).Forget();
    }

    public async ValueTask DisposeAsync()
    {
        if (runs is { IsCompletedSuccessfully: true } started) await started.Result.DisposeAsync();
    }
}
