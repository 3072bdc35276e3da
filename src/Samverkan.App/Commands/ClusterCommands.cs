using System.CommandLine;
using System.Globalization;
using Samverkan.Grains.Clusters;
using Samverkan.Grains.Driving;
using Samverkan.Model;
using Samverkan.Runs.Execution;
using Spectre.Console;

namespace Samverkan.App.Commands;

/// <summary><c>runs</c>, <c>attach</c>, <c>pause</c>, <c>resume</c> and <c>stop</c>: what is going on in a cluster, and a hand on it.</summary>
public static class ClusterCommands
{
    public static IEnumerable<Command> Create() =>
    [
        Runs(),
        OfRun("attach", "Follow a run of a cluster to its end", Attach),
        OfRun("pause", "Let a run stand still after the month that it is in", (client, id, terminal, _) =>
        {
            Of(client, id).Pause();
            terminal.Say($"Run {id} stands still after this month; 'samverkan resume {id}' lets it go on.");
            return ExitCode.Done;
        }),
        OfRun("resume", "Let a run go on that stands still, or that a restarted cluster has in storage", (client, id, terminal, cancel) =>
        {
            Of(client, id).Continue();
            return Attach(client, id, terminal, cancel);
        }),
        OfRun("stop", "End a run for good after the month that it is in", (client, id, terminal, _) =>
        {
            Of(client, id).Stop();
            terminal.Say($"Run {id} ends after this month.");
            return ExitCode.Done;
        }),
    ];

    private static Command Runs()
    {
        var cluster = ClusterOptions.Cluster(required: true);
        var command = new Command("runs", "List the runs of a cluster") { cluster, Terminal.JsonOption() };
        command.Acts((parsed, terminal, cancel) => With(ClusterOptions.Of(parsed, cluster), cancel, client =>
        {
            var runs = GrainRun.All(client.Grains);
            var table = new Table().NoBorder().AddColumns("run", "state", "next month", "done", "attempts", "last error");
            foreach (var (id, progress, blueprint) in runs)
                table.AddRow(new[] { id, Words(progress.State), progress.Next.ToString(), Share(progress, blueprint), progress.Attempt.ToString(CultureInfo.InvariantCulture), progress.Error ?? "" }.Select(cell => new Text(cell)));
            terminal.Result.Write(table);
            terminal.Object(new { status = "done", exitCode = ExitCode.Done, runs = runs.Select(run => new { run.Id, state = Words(run.Progress.State), next = run.Progress.Next.ToString(), run.Progress.Attempt, run.Progress.Error }) });
            return ExitCode.Done;
        }));
        return command;
    }

    private static Command OfRun(string name, string description, Func<ClusterClient, string, Terminal, CancellationToken, int> act)
    {
        var id = new Argument<string>("RUN") { Description = "Id of the run, as 'runs' lists it" };
        var cluster = ClusterOptions.Cluster(required: true);
        var command = new Command(name, description) { id, cluster, Terminal.JsonOption() };
        command.Acts((parsed, terminal, cancel) =>
            With(ClusterOptions.Of(parsed, cluster), cancel, client => act(client, parsed.GetValue(id)!, terminal, cancel)));
        return command;
    }

    private static int Attach(ClusterClient client, string id, Terminal terminal, CancellationToken cancel)
    {
        var run = Of(client, id);
        var trace = new Trace(run.Blueprint.From);
        while (!run.Finished)
        {
            cancel.ThrowIfCancellationRequested();
            if (run.Waiting == 0 && run.Look().State == RunState.Paused)
            {
                terminal.Say($"Run {id} stands still before {run.Progress!.Next}; 'samverkan resume {id}' lets it go on.");
                return ExitCode.Done;
            }
            if (run.Waiting == 0) continue;
            var month = run.Advance();
            trace.Observe(month);
            if (month.Month.Number == 12) terminal.Remark($"{month.Month.Year}   {month.People} persons of the target population");
        }
        terminal.Say($"Result hash {Fold.InGroups(trace.Hash)}");
        terminal.Object(new { status = "done", exitCode = ExitCode.Done, run = id, resultHash = Fold.InGroups(trace.Hash) });
        return ExitCode.Done;
    }

    private static GrainRun Of(ClusterClient client, string id) => GrainRun.Attach(client.Grains, id);

    private static int With(ClusterAddress cluster, CancellationToken cancel, Func<ClusterClient, int> act)
    {
        var client = ClusterClient.Connect(cluster, cancel).GetAwaiter().GetResult();
        try
        {
            return act(client);
        }
        finally
        {
            client.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }
    }

    private static string Words(RunState state) => state.ToString().ToLowerInvariant();

    private static string Share(RunProgress progress, Blueprint blueprint)
    {
        var months = blueprint.To - blueprint.From + 1;
        return string.Create(CultureInfo.InvariantCulture, $"{100 * Math.Clamp(progress.Next - blueprint.From, 0, months) / months} %");
    }
}
