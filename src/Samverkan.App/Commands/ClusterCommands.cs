using System.CommandLine;
using System.Globalization;
using Samverkan.App.Running;
using Samverkan.Grains.Driving;
using Samverkan.Grains.Live;
using Samverkan.Runs;

namespace Samverkan.App.Commands;

/// <summary><c>runs</c>, <c>attach</c>, <c>pause</c> and so on: what is going on in a cluster, and a hand on it.</summary>
public static class ClusterCommands
{
    public static IEnumerable<Command> Create() =>
    [
        Runs(),
        AttachCommand.Create(),
        OfRun.Command("pause", "Pause a run after its current month", Pause),
        OfRun.Command("resume", "Continue a paused or failed run", Resume),
        Step(),
        Pace(),
        InterveneCommand.Create(),
        ForkCommand.Create(),
        WatchCommand.Create(),
        OfRun.Command("stop", "End a run for good after its current month", Stop),
        ForgetCommand.Create(),
    ];

    internal static string Words(RunState state) => state.ToString().ToLowerInvariant();

    private static Command Runs()
    {
        var cluster = ClusterOptions.Cluster(required: true);
        var command = new Command("runs", "List the runs of a cluster") { cluster, Terminal.JsonOption() };
        command.Acts((parsed, terminal, cancel) => OfRun.With(ClusterOptions.Of(parsed, cluster), cancel, async runs =>
        {
            var (all, others) = await runs.ListAll();
            var table =
                TextTable.OfWords("run", "state", "next month", "done", "left", "attempts", "last error", "to run it again");
            foreach (var run in all)
                table.Add(
                [
                    run.Id, Words(run.State), run.Next.ToString(), Share(run), Left(run),
                    run.Attempt.ToString(CultureInfo.InvariantCulture), run.Error ?? "", Reproduction(run),
                ]);
            if (all.IsEmpty) terminal.Say("There are no runs.");
            else terminal.Show(table);
            var finished = await runs.AreFinished(others);
            if (!others.IsEmpty)
                terminal.Say(
                    $"Made by another build of the program, which alone can go on with them: {string.Join(", ", others)}. "
                    + $"'{ProgramName.AsTyped} forget --of-other-builds' removes them.");
            if (!finished.IsEmpty)
                terminal.Say(
                    $"Of these are done: {string.Join(", ", finished)}. '{ProgramName.AsTyped} attach RUN' writes the result.");
            terminal.Object(new
            {
                status = "done",
                exitCode = ExitCode.Done,
                runs = all.Select(AsObject),
                ofOtherBuilds = others,
                ofOtherBuildsDone = finished,
            });
            return ExitCode.Done;
        }));
        return command;
    }

    private static async Task<int> Pause(LiveRun run, Terminal terminal, CancellationToken cancel)
    {
        await run.Pause();
        return await Tell(run, terminal, standing =>
            $"Run {run.Id} stands still before {standing.Next}; '{ProgramName.AsTyped} resume {run.Id}' lets it go on.");
    }

    private static async Task<int> Resume(LiveRun run, Terminal terminal, CancellationToken cancel)
    {
        await run.Resume();
        return await Tell(run, terminal,
            standing => $"Run {run.Id} goes on from {standing.Next}; '{ProgramName.AsTyped} watch {run.Id}' shows it.");
    }

    private static async Task<int> Stop(LiveRun run, Terminal terminal, CancellationToken cancel)
    {
        await run.Stop();
        return await Tell(run, terminal, _ => $"Run {run.Id} ends after the month that it is in.");
    }

    private static Command Step()
    {
        var months = new Option<int>("--months") { Description = "How many", DefaultValueFactory = _ => 1 }.AtLeast(1);
        return OfRun.Command("step", "Simulate one or more months of a paused run", [months],
            async (parsed, run, terminal, cancel) =>
        {
            await run.Step(parsed.GetValue(months));
            return await Tell(run, terminal,
                standing => $"Run {run.Id} lives {standing.Next} and stands still after {Months(parsed.GetValue(months))}.");
        });
    }

    private static Command Pace()
    {
        var pace =
            new Argument<string>("MONTHS") { Description = "Months per second, such as 4 or 0.5; 'full': as fast as it can" };
        return OfRun.Command("pace", "Set how fast a run goes", [pace], async (parsed, run, terminal, cancel) =>
        {
            var text = parsed.GetValue(pace)!;
            double? monthsPerSecond = text == "full" ? null
                : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && Speed.IsOne(number)
                ? number
                : throw new BadRequest($"'{text}' is no pace: write {Speed.InWords}, such as 4 or 0.5, or 'full'.");
            await run.Pace(monthsPerSecond);
            return await Tell(run, terminal, _ => monthsPerSecond is { } some
                ? $"Run {run.Id} goes at {some.ToString(CultureInfo.InvariantCulture)} months per second at most."
                : $"Run {run.Id} goes as fast as it can.");
        });
    }

    private static async Task<int> Tell(LiveRun run, Terminal terminal, Func<RunStanding, string> words)
    {
        var standing = await run.Stands();
        terminal.Say(standing.HasEnded ? $"Run {run.Id} has ended: {Words(standing.State)}." : words(standing));
        terminal.Object(new { status = "done", exitCode = ExitCode.Done, run = AsObject(standing) });
        return ExitCode.Done;
    }

    private static object AsObject(RunStanding run) => new
    {
        run.Id,
        run.Title,
        state = Words(run.State),
        next = run.Next.ToString(),
        done = Math.Round(run.Share, 3),
        secondsLeft = run.Left is { } left ? Math.Round(left.TotalSeconds, 1) : (double?)null,
        run.Attempt,
        run.Failures,
        run.MonthsReplayed,
        run.Pace,
        run.Error,
        run.Interventions,
        run.Events,
        run.ForkedFrom,
        command = Reproduction(run),
        messages = run.Traffic.Messages,
        messagesPerServiceMonth = Math.Round(run.Traffic.PerServiceMonth, 4),
    };

    // What was changed on the way is in the scenario that comes with the result.
    private static string Reproduction(RunStanding run) =>
        run.IsChanged ? $"{CommandWords.Of("attach", run.Id)} && {ChangedScenario.Command($"{FolderName.Of(run.Id)}/", run)}"
        : run.Command ?? "";

    private static string Months(int count) => count == 1 ? "a month" : $"{count} months";

    private static string Share(RunStanding run) => run.Share.ToString("0 %", CultureInfo.InvariantCulture);

    private static string Left(RunStanding run) => run.Left is { } left
        ? left.ToString(left.TotalHours < 1 ? @"m\:ss" : @"h\:mm\:ss", CultureInfo.InvariantCulture) : "";
}
