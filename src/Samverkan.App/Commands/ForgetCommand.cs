using System.CommandLine;
using Samverkan.Grains.Driving;
using Samverkan.Grains.Live;

namespace Samverkan.App.Commands;

/// <summary><c>forget RUN...</c>: runs that nobody needs any more, by name or by age.</summary>
public static class ForgetCommand
{
    public static Command Create()
    {
        var ids = new Argument<string[]>("RUN")
        {
            Description = "Ids of runs, as 'runs' lists them",
            Arity = ArgumentArity.ZeroOrMore
        };
        var ended = new Option<bool>("--ended") { Description = "All runs that have ended" };
        var olderThan = new Option<int?>("--older-than")
        {
            Description = "All runs that ended at least this many days ago",
            HelpName = "DAYS"
        }
            .Checked<int, int?>(days => days >= 0, "--older-than must be at least 0.");
        var others = new Option<bool>("--of-other-builds")
        {
            Description = "All runs that another build of the program made, which this one cannot continue",
        };
        var cluster = ClusterOptions.Cluster(required: true);
        var command = new Command("forget", "Stop runs and remove everything that the cluster keeps of them")
        {
            ids, ended, olderThan, others, cluster, Terminal.JsonOption(),
        };
        command.Acts((parsed, terminal, cancel) =>
        {
            var which =
                new Which(parsed.GetValue(ids)!, parsed.GetValue(ended), parsed.GetValue(olderThan), parsed.GetValue(others));
            if (which.IsNothing) throw new BadRequest("Name the runs, or say --ended, --older-than DAYS or --of-other-builds.");
            return OfRun.With(ClusterOptions.Of(parsed, cluster), cancel, runs => Forget(runs, which, terminal, cancel));
        });
        return command;
    }

    private static async Task<int> Forget(LiveRuns runs, Which which, Terminal terminal, CancellationToken cancel)
    {
        // Each name is looked up before anything is done.
        foreach (var id in which.Named) await runs.Known(id);
        var (known, others) = await runs.ListAll();
        var chosen = known.Where(which.Includes).Select(run => run.Id).Concat(which.OfOtherBuilds ? others : []);
        string[] forgotten = [.. which.Named.Concat(chosen).Distinct()];
        foreach (var run in forgotten)
        {
            cancel.ThrowIfCancellationRequested();
            await runs.Forget(run);
            terminal.Say($"Nothing is kept of run {run}.");
        }
        if (forgotten.Length == 0) terminal.Say("There is no such run.");
        terminal.Object(new { status = "done", exitCode = ExitCode.Done, runs = forgotten });
        return ExitCode.Done;
    }

    /// <param name="Ended">All that have ended.</param>
    /// <param name="Days">All that ended so many days ago.</param>
    private sealed record Which(string[] Named, bool Ended, int? Days, bool OfOtherBuilds)
    {
        public bool IsNothing => Named.Length == 0 && !Ended && Days is null && !OfOtherBuilds;

        // Both together: those that have ended, and long ago.
        public bool Includes(RunStanding run) =>
            run.HasEnded && (Days is { } days ? run.EndedAt <= DateTimeOffset.UtcNow.AddDays(-days).ToUnixTimeSeconds() : Ended);
    }
}
