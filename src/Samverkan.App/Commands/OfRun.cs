using System.CommandLine;
using Samverkan.Grains.Clusters;
using Samverkan.Grains.Live;

namespace Samverkan.App.Commands;

/// <summary>Commands about one run of a cluster.</summary>
internal static class OfRun
{
    public delegate Task<int> Act(ParseResult parsed, LiveRun run, Terminal terminal, CancellationToken cancel);

    /// <summary>The same of a run that another build of the program may have made.</summary>
    public delegate Task<int> ActById(ParseResult parsed, LiveRuns runs, string id, Terminal terminal, CancellationToken cancel);

    public static Command Command(string name, string description, Func<LiveRun, Terminal, CancellationToken, Task<int>> act) =>
        Command(name, description, [], (_, run, terminal, cancel) => act(run, terminal, cancel));

    public static Command Command(string name, string description, IReadOnlyList<Symbol> more, Act act) =>
        Command(
            name, description, more,
            async (parsed, runs, id, terminal, cancel) => await act(parsed, await runs.Find(id), terminal, cancel));

    public static Command Command(string name, string description, IReadOnlyList<Symbol> more, ActById act)
    {
        var id = new Argument<string>("RUN") { Description = "Id of the run, as 'runs' lists it" };
        var cluster = ClusterOptions.Cluster(required: true);
        var command = new Command(name, description) { id };
        foreach (var symbol in more)
            if (symbol is Argument argument) command.Add(argument);
            else command.Add((Option)symbol);
        command.Add(cluster);
        command.Add(Terminal.JsonOption());
        command.Acts((parsed, terminal, cancel) => With(
            ClusterOptions.Of(parsed, cluster), cancel, runs => act(parsed, runs, parsed.GetValue(id)!, terminal, cancel)));
        return command;
    }

    public static int With(ClusterAddress cluster, CancellationToken cancel, Func<LiveRuns, Task<int>> act) =>
        WithAsync(cluster, cancel, act).GetAwaiter().GetResult();

    private static async Task<int> WithAsync(ClusterAddress cluster, CancellationToken cancel, Func<LiveRuns, Task<int>> act)
    {
        await using var runs = await LiveRuns.Connect(cluster, cancel);
        return await act(runs);
    }
}
