using System.CommandLine;
using Samverkan.Analysis.Comparisons;
using Samverkan.Grains;
using Samverkan.Model;
using Samverkan.Runs.Execution;
using Samverkan.Runs.Results;
using Samverkan.Runs.Scenarios;

namespace Samverkan.App.Commands;

/// <summary><c>run SCENARIO</c>: one replication, with everything that every actor reports.</summary>
public static class RunCommand
{
    public static Command Create(StartRun start)
    {
        var file = ScenarioArguments.One();
        var seed = CommonOptions.Seed();
        var replication = new Option<int>("--replication")
        {
            Description = "Which replication",
            DefaultValueFactory = _ => 1,
        }.AtLeast(1);
        var until = new Option<string?>("--until")
        {
            Description = "Last month, such as 2003-12 [default: the scenario's]",
            HelpName = "YYYY-MM",
        };
        var sets = CommonOptions.Set();
        var folder = CommonOptions.Out();
        var force = CommonOptions.Force();
        var grains = GrainOptions.Grains(Granularity.None);
        var cluster = ClusterOptions.Cluster();

        var command = new Command("run", "Run one replication of a scenario and tell its story") { file, seed, replication, until, sets, folder, force, grains, cluster, Terminal.JsonOption() };
        command.Acts((parsed, terminal, cancel) =>
        {
            var changes = parsed.GetValue(sets)!;
            var scenario = ScenarioReader.Read(parsed.GetValue(file)!, changes);
            var job = new Job(0, 0, Until(scenario.Blueprint, parsed.GetValue(until)), (ulong)parsed.GetValue(seed), parsed.GetValue(replication), Detail.All);
            var place = parsed.GetValue(folder) ?? FolderName.OfRun(scenario, changes, job.Seed, job.Replication, parsed.GetValue(until));
            using var executor = Executor.Of(GrainOptions.Of(parsed, grains), ClusterOptions.Named(parsed, cluster), start, place, cancel);
            return Run(scenario, job, place, parsed.GetValue(force), executor.Start, terminal, cancel);
        });
        return command;
    }

    private static int Run(
        Scenario scenario, Job job, string folder, bool force, StartRun start, Terminal terminal, CancellationToken cancel)
    {
        var inputs = InputsHash.Of(ProgramVersion.Text, "run", job.Seed, job.Replication, job.Blueprint.To, scenario.InputHash);
        using var recording = new Recording(ResultFolder.Open(folder, inputs, force), job.Replication);
        var report = new RunReport(terminal);
        report.Introduce(scenario);

        var progress = EnsembleProgress.Of([job]);
        var years = new YearFigures();
        ComparedRun? outcome = null;
        ProgressDisplay.While(terminal.Aside, progress, () => new Ensemble(start, threads: 1).Run(
            [job], _ => new ComparedRun(job.Blueprint, job.Blueprint.From, [years, .. recording.WritersOf(job)]), (_, run) => outcome = run, progress, cancel));

        var hash = Fold.InGroups(outcome!.Trace.Hash);
        recording.Complete(new Manifest(
            Manifest.ProgramName, ProgramVersion.Text, "run", inputs, hash, job.Seed, [job.Replication],
            [ScenarioEntry.Of(scenario, job.Blueprint)], [new RunEntry(scenario.Id, job.Replication, hash)]));
        report.Conclude(scenario, job, outcome, years, folder, progress.Elapsed);
        return ExitCode.Done;
    }

    private static Blueprint Until(Blueprint blueprint, string? text)
    {
        if (text is null)
            return blueprint;
        var month = CommonOptions.MonthOf(text, "--until");
        if (month < blueprint.From)
            throw new BadRequest($"--until {month} is before the scenario's first month, {blueprint.From}.");
        return blueprint with { To = month };
    }
}
