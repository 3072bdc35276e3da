using System.Collections.Concurrent;
using System.Collections.Immutable;
using Samverkan.Grains.Clusters;
using Samverkan.Grains.Driving;
using Samverkan.Grains.Envelopes;
using Samverkan.Model;
using Samverkan.Model.Snapshots;
using Samverkan.Runs.Execution;
using Samverkan.Runs.Scenarios;

namespace Samverkan.Grains.Live;

/// <summary>What a run that people watch and steer is made from.</summary>
/// <param name="Id">Also the name of its output folder; letters, digits, '.', '-' and '_'.</param>
/// <param name="Granularity">Null: down to each person of a world that is small enough, else to municipalities.</param>
/// <param name="Pace">Months per second at most; null: as fast as it can.</param>
/// <param name="IsPaused">Whether it stands still before its first reported month until it is told to go on.</param>
/// <param name="Command">What makes the run again from a command line.</param>
public sealed record RunRequest(
    string Id, Scenario Scenario, ulong Seed = 1, int Replication = 1, Granularity? Granularity = null, double? Pace = null,
    bool IsPaused = false, string? Command = null);

/// <summary>
/// The runs of a cluster, or of a silo within this process: started, watched and steered while they go on. Every run drives
/// itself; whoever asks gets an answer at once and slows nothing. Thread-safe.
/// </summary>
/// <example>
/// <code>
/// await using var runs = await LiveRuns.Embedded();
/// var run = await runs.Start(new("my-run", ScenarioReader.Read("baseline"), Pace: 4));
/// for (var next = run.From; ;)
/// {
///     var frames = await run.ReadSince(next);
///     foreach (var frame in frames.Months) next = frame.Month + 1;
///     if (frames.Run.HasEnded) break;
///     await Task.Delay(250);
/// }
/// </code>
/// </example>
public sealed class LiveRuns : IAsyncDisposable
{
    // A year's work at most is done again when something fails.
    private const int CheckpointMonths = 12;

    private readonly IAsyncDisposable host;

    private LiveRuns(IGrainFactory grains, IAsyncDisposable host, ClusterAddress? cluster, RetryPolicy patience) =>
        (Grains, this.host, Cluster, Patience) = (grains, host, cluster, patience);

    /// <summary>The cluster that the runs are in; null: this process.</summary>
    public ClusterAddress? Cluster { get; }

    /// <summary>How long an answer is waited for while the cluster is being put together again.</summary>
    internal RetryPolicy Patience { get; }

    /// <summary>For tools of Orleans' own, such as its dashboard; everything else asks the runs.</summary>
    public IGrainFactory Grains { get; }

    /// <summary>Runs on a silo within this process; they end with it.</summary>
    public static async Task<LiveRuns> Embedded(CancellationToken cancel = default, Action<ISiloBuilder>? furnish = null,
        Retention? retention = null)
    {
        var silo = await EmbeddedSilo.Start(cancel, furnish, retention);
        return new(silo.Grains, silo, null, RetryPolicy.Command);
    }

    /// <summary>Runs of a cluster; they go on without this process.</summary>
    /// <exception cref="ClusterUnavailable">Redis cannot be reached, or no silo is there.</exception>
    /// <param name="patience">How long an answer is waited for; <see cref="RetryPolicy.Command"/> if not said.</param>
    public static async Task<LiveRuns> Connect(ClusterAddress cluster, CancellationToken cancel = default,
        RetryPolicy? patience = null)
    {
        var client = await ClusterClient.Connect(cluster, cancel);
        return new(client.Grains, client, cluster, patience ?? RetryPolicy.Command);
    }

    /// <summary>Every run that is known, in the order in which they were started, but for those of another build of the
    /// program.</summary>
    public async Task<ImmutableArray<RunStanding>> List() => (await ListAll()).Runs;

    /// <summary>Every run that is known, in the order in which they were started, and the ids of those that another build of the
    /// program made.</summary>
    public async Task<(ImmutableArray<RunStanding> Runs, ImmutableArray<string> OfOtherBuilds)> ListAll()
    {
        var listed = (await Patience.With(() => Grains.GetGrain<IRunList>(0).Listed())).Of<ListedRuns>();
        var (ids, ended) = (listed.All, listed.Ended.ToDictionary(run => run.Id, StringComparer.Ordinal));
        var others = new ConcurrentBag<string>();
        var standings = await Task.WhenAll(ids.Select(async id =>
        {
            try
            {
                return ended.TryGetValue(id, out var known) ? known : await Standing(id);
            }
            catch (OtherBuild)
            {
                others.Add(id);
                return null;
            }
        }));
        return ([.. standings.OfType<RunStanding>()], [.. ids.Where(others.Contains)]);
    }

    /// <exception cref="RunTaken">A run of that id and other inputs is there.</exception>
    public async Task<LiveRun> Start(RunRequest request)
    {
        var blueprint = request.Scenario.Blueprint;
        var history = LivedPast.HistoryOf(blueprint, request.Seed, request.Replication);
        var order = new RunOrder(RunId.Checked(request.Id), blueprint, request.Seed, history, Detail.All)
        {
            Granularity = request.Granularity ?? Granularities.For(blueprint),
            CheckpointMonths = CheckpointMonths,
            KeepsHistory = RunOrder.CanKeepHistory(blueprint),
            IsWatched = true,
            Pace = request.Pace,
            PauseAt = request.IsPaused ? blueprint.From : null,
            Title = request.Scenario.Title,
            Question = request.Scenario.Question,
            Path = request.Scenario.Path,
            Inputs = request.Scenario.InputHash,
            Scaled = request.Scenario.ScaledFromCase,
            Command = request.Command,
        };
        await Patience.With(() => Grains.GetGrain<IRunGrain>(request.Id).Start(new Envelope(default, false, order)));
        return new LiveRun(this, order);
    }

    /// <exception cref="UnknownRun">There is none of that id; the message says which was probably meant.</exception>
    public async Task<LiveRun> Find(string id)
    {
        try
        {
            // Orleans has no key of blanks alone.
            if (string.IsNullOrWhiteSpace(id)) throw new UnknownRun(id);
            return new LiveRun(this, (await Patience.With(() => Grains.GetGrain<IRunGrain>(id).Order())).Of<RunOrder>());
        }
        catch (UnknownRun)
        {
            var all = await Patience.With(() => Grains.GetGrain<IRunList>(0).All());
            throw new UnknownRun($"There is no run '{id}'.{DidYouMean.Of(id, all)}");
        }
    }

    /// <summary>Stops a run and removes all that is kept of it; also of one that another build of the program made.</summary>
    /// <exception cref="UnknownRun">There is none of that id; the message says which was probably meant.</exception>
    public async Task Forget(string id)
    {
        await Known(id);
        await Patience.With(() => Grains.GetGrain<IRunGrain>(id).Forget());
    }

    /// <exception cref="UnknownRun">There is none of that id; the message says which was probably meant.</exception>
    public async Task Known(string id)
    {
        try
        {
            await Find(id);
        }
        catch (OtherBuild)
        {
            // It is there.
        }
    }

    /// <summary>
    /// The result of a run that another build of the program made, as the files of a folder of results in a ZIP archive; null: it
    /// is not done, or too large.
    /// </summary>
    public Task<byte[]?> Finished(string id) => Patience.With(() => Grains.GetGrain<IRunGrain>(id).Finished());

    /// <summary>Those of other builds' runs that are done, so that their results can be had.</summary>
    public async Task<ImmutableArray<string>> AreFinished(IEnumerable<string> others)
    {
        var finished = ImmutableArray.CreateBuilder<string>();
        foreach (var id in others)
            if (await Patience.With(() => Grains.GetGrain<IRunGrain>(id).IsFinished())) finished.Add(id);
        return finished.DrainToImmutable();
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();

    private async Task<RunStanding?> Standing(string id)
    {
        try
        {
            return (await Patience.With(() => Grains.GetGrain<IRunGrain>(id).Stands())).Of<RunStanding>();
        }
        catch (UnknownRun)
        {
            // Forgotten a moment ago.
            return null;
        }
    }
}
