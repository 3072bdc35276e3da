using System.CommandLine;
using Samverkan.Analysis.Comparisons;
using Samverkan.App.Running;
using Samverkan.Grains;
using Samverkan.Grains.Driving;
using Samverkan.Model;
using Samverkan.Runs.Execution;
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
        var persons = new Option<bool>("--persons")
        {
            Description =
                "Keep every person by month: persons.parquet. The run is then carried out without grains"
        };
        var grains = GrainOptions.Grains("person, or municipality for a large map");
        var cluster = ClusterOptions.Cluster();
        var pace = GrainOptions.Pace();
        var rules = RulesOption.Create();

        var command = new Command("run", "Run one replication of a scenario: a line for each year, and the committee's minutes")
        {
            file, seed, replication, until, sets, rules, persons, folder, force, grains, cluster, pace, Terminal.JsonOption(),
        };
        command.Acts(async (parsed, terminal, cancel) =>
        {
            var changes = parsed.GetValue(sets)!;
            var own = RulesOption.Of(parsed, rules);
            var scenario = ScenarioReader.Read(parsed.GetValue(file)!, changes).Under(own);
            var job = new Job(0, 0, Until(scenario.Blueprint, parsed.GetValue(until)), (ulong)parsed.GetValue(seed),
                parsed.GetValue(replication), Detail.All);
            var place = parsed.GetValue(folder) ?? FolderName.OfRun(scenario, changes, job.Seed, job.Replication,
                parsed.GetValue(until), parsed.GetValue(persons));
            var granularity = RulesOption.WithoutGrains(
                own, GrainOptions.Of(parsed, grains), ClusterOptions.Named(parsed, cluster) is not null);
            if (parsed.GetValue(persons))
                granularity = WithoutGrains(granularity, ClusterOptions.Named(parsed, cluster) is not null);
            if (granularity == Granularity.None && parsed.GetValue(pace) is not null)
                throw new BadRequest("--pace needs grains: leave out '--grains none'.");
            using var executor = Executor.Of(
                granularity, Granularities.For(job.Blueprint), ClusterOptions.Named(parsed, cluster), start, () => place, cancel,
                scenario, parsed.GetValue(pace));
            return await Run(RunAbout.Of(scenario, changes, parsed.GetValue(until)), scenario, job, place, parsed.GetValue(force),
                parsed.GetValue(persons), executor, terminal, cancel);
        });
        return command;
    }

    private static async Task<int> Run(RunAbout about, Scenario scenario, Job job, string folder, bool force, bool persons,
        Executor executor, Terminal terminal, CancellationToken cancel)
    {
        using var run = new RunJob(about, job, folder, force, persons);
        var report = new RunReport(terminal);
        terminal.Left(run.Result);
        report.Introduce(scenario);
        ComparedRun? outcome = null;
        ProgressDisplay.While(terminal.Aside, run.Progress,
            () => outcome = run.Run(executor.Start, () => Changes(executor.Last, job.Blueprint), cancel));
        report.Conclude(scenario.Id, job, outcome!, run.Years, folder, run.Progress.Elapsed, executor.Last is { } last
            ? await last.Look(cancel) : null);
        return ExitCode.Done;
    }

    internal static async Task<(Blueprint, IReadOnlyList<string>, IReadOnlyList<string>)> Changes(GrainRun? run,
        Blueprint started) =>
            run is not null && await run.Look() is { IsChanged: true } standing
        ? (await run.Made(), standing.Interventions, standing.Events) : (started, [], []);

    // Persons are seen between two months; a run on grains is months ahead of who reads it.
    private static Granularity WithoutGrains(Granularity? asked, bool onCluster) =>
        onCluster || asked is not (null or Granularity.None)
        ? throw new BadRequest(
            "--persons carries the run out in this process: leave out '--grains' and '--cluster'. The result is the same.")
        : Granularity.None;

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
