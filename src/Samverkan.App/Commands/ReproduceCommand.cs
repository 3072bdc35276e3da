using System.CommandLine;
using Samverkan.App.Reproducing;
using Samverkan.Runs;
using Samverkan.Runs.Execution;
using Samverkan.Runs.Results;

namespace Samverkan.App.Commands;

/// <summary><c>reproduce DIR</c>: makes a result again from what its own folder holds, and compares.</summary>
public static class ReproduceCommand
{
    public static Command Create(StartRun start)
    {
        var folder = new Argument<string>("DIR") { Description = "Folder of a run, a comparison or a study" };
        var to = new Option<string?>("--out")
        {
            Description = "Keep the repeated result in this folder [default: it is compared and removed]",
            HelpName = "DIR"
        };
        var parallel = CommonOptions.Parallel();
        var rules = RulesOption.Create();
        var command = new Command("reproduce", "Make a result again from its folder alone, and compare every bit")
        {
            folder, to, rules, parallel, Terminal.JsonOption(),
        };
        command.Acts((parsed, terminal, cancel) =>
        {
            var place = parsed.GetValue(folder)!;
            var temporary = parsed.GetValue(to) is null ? Directory.CreateTempSubdirectory("samverkan-reproduce-").FullName
                : null;
            try
            {
                var again = new Reproduction(place, parsed.GetValue(to) ?? Path.Combine(temporary!, "result"), start,
                    parsed.GetValue(parallel), RulesOption.Of(parsed, rules));
                Reproduced? outcome = null;
                ProgressDisplay.While(terminal.Aside, again.Progress, () => outcome = again.Run(cancel), "runs");
                return Tell(place, parsed.GetValue(to), outcome!, terminal);
            }
            finally
            {
                if (temporary is not null)
                    Directory.Delete(temporary, recursive: true);
            }
        });
        return command;
    }

    private static int Tell(string place, string? kept, Reproduced outcome, Terminal terminal)
    {
        terminal.Say(outcome.Differences.Count == 0
            ? $"The same, to the bit: {outcome.Runs:#,0} {(outcome.Runs == 1 ? "run" : "runs")} of "
                + $"'{place}'{(outcome.Result is { } hash ? $", result {hash}" : "")}."
            : $"Not the same: {outcome.Differences.Count:#,0} of {outcome.Runs:#,0} runs of '{place}' come out otherwise, first "
                + $"{outcome.Differences[0]}.");
        if (outcome.MadeBy != ProgramVersion.Text)
            terminal.Say($"It was made by version {outcome.MadeBy}; this is {ProgramVersion.Text}.");
        if (kept is not null)
            terminal.Say(kept);
        var (status, code) = outcome.Differences.Count == 0 ? ("done", ExitCode.Done) : ("checkFailed", ExitCode.CheckFailed);
        terminal.Object(new
        {
            status,
            exitCode = code,
            runs = outcome.Runs,
            differences = outcome.Differences,
            resultHash = outcome.Result,
            madeBy = outcome.MadeBy,
            version = ProgramVersion.Text,
            @out = kept,
        });
        return code;
    }
}
