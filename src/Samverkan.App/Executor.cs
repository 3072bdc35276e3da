using Samverkan.Grains;
using Samverkan.Grains.Clusters;
using Samverkan.Grains.Driving;
using Samverkan.Runs;
using Samverkan.Runs.Execution;
using Samverkan.Runs.Scenarios;

namespace Samverkan.App;

/// <summary>What executes runs for a command: this process alone, a silo embedded in it, or a cluster.</summary>
public sealed class Executor : IDisposable
{
    // A year's work at most is done again when a silo dies.
    private const int CheckpointMonths = 12;

    private readonly Task<EmbeddedSilo>? silo;
    private readonly ClusterClient? client;

    private Executor(Func<Executor, StartRun> start, Task<EmbeddedSilo>? silo = null, ClusterClient? client = null) =>
        (Start, this.silo, this.client) = (start(this), silo, client);

    public StartRun Start { get; }

    /// <summary>The run that was started last, if it is on grains.</summary>
    public GrainRun? Last { get; private set; }

    /// <param name="granularity">Null: nobody said.</param>
    /// <param name="usual">Used where nobody said.</param>
    /// <param name="inProcess">What executes runs without grains. If it is not the usual one, it is used unless grains were asked
    /// for.</param>
    /// <param name="scenario">Of a run that is made alone; null: there are several.</param>
    /// <param name="id">What the run is known by in a cluster, such as its output folder, asked for when it starts; several runs
    /// get a number more.</param>
    /// <param name="pace">Months per second at most, for runs on grains.</param>
    public static Executor Of(
        Granularity? granularity, Granularity usual, ClusterAddress? cluster, StartRun inProcess, Func<string> id,
        CancellationToken cancel, Scenario? scenario = null,
        double? pace = null)
    {
        var options = new RunOptions(granularity ?? usual, Scenario: scenario,
            Command: CommandOf(Environment.GetCommandLineArgs()), IsOneOfMany: scenario is null)
        { Pace = pace };
        if (options.Granularity == Granularity.None) return new(_ => inProcess);
        if (cluster is not null)
        {
            var client = ClusterClient.Connect(cluster, cancel).GetAwaiter().GetResult();
            // A replication is done again sooner than it is saved each year, and its reader asks for it until it has it.
            var months = options is { IsOneOfMany: true, Granularity: Granularity.Replication } ? 0 : CheckpointMonths;
            return new(it => it.OnGrains(() => client.Grains, id,
                options with { CheckpointMonths = months, KeepsHistory = scenario is not null }), client: client);
        }
        // Many runs share their past in this process, which no silo within it can do better.
        if (granularity is null && (inProcess != InProcessRun.Start || usual == Granularity.Replication))
            return new(_ => inProcess);
        // It starts while the command is still reading and checking.
        var silo = Task.Run(() => EmbeddedSilo.Start(cancel), cancel);
        return new(it => it.OnGrains(() => silo.GetAwaiter().GetResult().Grains, id, options), silo);
    }

    /// <summary>A run's id: the last part of its folder's name, without what separates the parts of a key.</summary>
    public static string IdOf(string folder) => Path.GetFileName(Path.TrimEndingDirectorySeparator(folder)).Replace('/', '-');

    public void Dispose()
    {
        client?.DisposeAsync().AsTask().GetAwaiter().GetResult();
        if (silo is { IsCompletedSuccessfully: true }) silo.Result.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }

    /// <summary>The command as one would type it again.</summary>
    internal static string CommandOf(IReadOnlyList<string> arguments) =>
        CommandWords.Of(arguments.Skip(1));

    // Scenarios of one replication differ by name; a run alone keeps the plain id.
    private StartRun OnGrains(Func<Orleans.IGrainFactory> grains, Func<string> folder, RunOptions options)
    {
        var (first, id) = (true, new Lazy<string>(() => IdOf(folder())));
        return (blueprint, seed, replication, detail) =>
        {
            var alone = Interlocked.Exchange(ref first, false) && options.Scenario is not null;
            var run = alone ? id.Value : $"{id.Value}.{blueprint.Name}.{replication}";
            return Last = GrainRun.Of(grains(), run, blueprint, seed, LivedPast.HistoryOf(blueprint, seed, replication), detail,
                options);
        };
    }
}
