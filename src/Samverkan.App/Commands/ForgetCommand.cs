using System.CommandLine;
using Samverkan.Grains.Driving;
using Samverkan.Grains.Live;

namespace Samverkan.App.Commands;

/// <summary><c>forget RUN...</c>: runs that nobody needs any more, by name or by age.</summary>
public static class ForgetCommand
{
    public static Command Create()
    {
        var ids = new Argument<string[]>("RUN") { Description = "Ids of runs, as 'runs' lists them", Arity = ArgumentArity.ZeroOrMore };
        var ended = new Option<bool>("--ended") { Description = "All runs that have ended" };
        var olderThan = new Option<int?>("--older-than") { Description = "All runs that ended at least this many days ago", HelpName = "DAYS" }
            .Checked<int, int?>(days => days >= 0, "--older-than must be at least 0.");
        var cluster = ClusterOptions.Cluster(required: true);
        var command = new Command("forget", "Stop runs and remove everything that the cluster keeps of them") { ids, ended, olderThan, cluster, Terminal.JsonOption() };
        command.Acts((parsed, terminal, cancel) =>
        {
            var (named, all, days) = (parsed.GetValue(ids)!, parsed.GetValue(ended), parsed.GetValue(olderThan));
            if (named.Length == 0 && !all && days is null) throw new BadRequest("Name the runs, or say --ended or --older-than DAYS.");
            return OfRun.With(ClusterOptions.Of(parsed, cluster), cancel, runs => Forget(runs, named, all, days, terminal, cancel));
        });
        return command;
    }

    private static async Task<int> Forget(LiveRuns runs, string[] named, bool all, int? days, Terminal terminal, CancellationToken cancel)
    {
        // Each name is looked up before anything is done.
        var found = new List<LiveRun>();
        foreach (var id in named.Distinct()) found.Add(await runs.Find(id));
        if (all || days is not null)
            foreach (var run in (await runs.List()).Where(run => run.HasEnded && IsOld(run, days) && found.All(other => other.Id != run.Id)))
                found.Add(await runs.Find(run.Id));
        foreach (var run in found)
        {
            cancel.ThrowIfCancellationRequested();
            await run.Forget();
            terminal.Say($"Nothing is kept of run {run.Id}.");
        }
        if (found.Count == 0) terminal.Say("There is no such run.");
        terminal.Object(new { status = "done", exitCode = ExitCode.Done, runs = found.Select(run => run.Id) });
        return ExitCode.Done;
    }

    private static bool IsOld(RunStanding run, int? days) =>
        days is not { } some || run.EndedAt <= DateTimeOffset.UtcNow.AddDays(-some).ToUnixTimeSeconds();
}
