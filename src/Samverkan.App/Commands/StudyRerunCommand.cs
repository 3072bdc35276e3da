using System.CommandLine;
using Samverkan.Analysis.Comparisons;
using Samverkan.Analysis.Studies;
using Samverkan.App.Studying;
using Samverkan.Model;
using Samverkan.Runs.Execution;
using Samverkan.Runs.Results;

namespace Samverkan.App.Commands;

/// <summary><c>study rerun DIR</c>: one run of a study once more, with everything that every actor reports.</summary>
public static class StudyRerunCommand
{
    public static Command Create(StartRun start)
    {
        var folder = new Argument<string>("DIR") { Description = "Folder of the study's results" };
        var scenario = new Option<string?>("--scenario") { Description = "Which scenario [default: the first]" };
        var point = new Option<int>("--point") { Description = "Which lever point", DefaultValueFactory = _ => 1 }.AtLeast(1);
        var sample = new Option<int>("--sample") { Description = "Which sample", DefaultValueFactory = _ => 1 }.AtLeast(1);
        var replication =
            new Option<int>("--replication") { Description = "Which replication", DefaultValueFactory = _ => 1 }.AtLeast(1);
        var (to, force, rules) = (CommonOptions.Out(), CommonOptions.Force(), RulesOption.Create());
        var command = new Command("rerun", "Run one run of a study again, with all series")
        {
            folder, scenario, point, sample, replication, rules, to, force, Terminal.JsonOption(),
        };
        command.Acts((parsed, terminal, cancel) =>
        {
            var own = RulesOption.Of(parsed, rules);
            using var job = StudyJob.Open(parsed.GetValue(folder)!, writes: false, own);
            RulesOption.RefuseOthers(parsed.GetValue(folder)!, job.Manifest.Rules, own);
            var policies = job.Study.Policies;
            var policy = parsed.GetValue(scenario) is { } id ? policies.ToList().FindIndex(p => p.Id == id) : 0;
            if (policy < 0)
                throw new BadRequest(
                    $"--scenario '{parsed.GetValue(scenario)}' is none of {string.Join(", ", policies.Select(p => p.Id))}.");
            var key = new RunKey(policy, Within(parsed.GetValue(point), job.Design.Points.Length, "--point"),
                Within(parsed.GetValue(sample), job.Design.Samples, "--sample"), parsed.GetValue(replication));
            return Rerun(job, key, parsed.GetValue(to), parsed.GetValue(force), start, terminal, cancel);
        });
        return command;
    }

    private static int Rerun(StudyJob study, RunKey key, string? place, bool force, StartRun start, Terminal terminal,
        CancellationToken cancel)
    {
        var blueprint = study.Design.BlueprintOf(key.Policy, key.Point, key.Sample);
        var job = new Job(0, 0, blueprint, study.Study.Seed, key.Replication, Detail.All);
        var to = place ?? Path.Combine("out", $"{study.Study.Id}-{blueprint.Name}-replication-{key.Replication}");
        var inputs = InputsHash.Of(study.Manifest.Inputs, key);
        using var recording = new Recording(ResultFolder.Open(to, inputs, force), key.Replication);
        terminal.Left(recording.Folder);
        var progress = EnsembleProgress.Of([job]);
        ComparedRun? outcome = null;
        ProgressDisplay.While(terminal.Aside, progress, () => new Ensemble(start, threads: 1).Run(
            [job], _ => new ComparedRun(blueprint, blueprint.From, [], recording.WritersOf(job)), (_, run) => outcome = run,
            progress, cancel));
        var hash = Fold.InGroups(outcome!.Trace.Hash);
        var recipe = KeptInputs.Write(
            recording.Folder[""], [study.Study.Sources[0]], study.Study.Sources,
            new([], [], [], Run: new(key.Policy, key.Point, key.Sample, key.Replication)));
        recording.Complete(new Manifest(
            Manifest.ProgramName, ProgramVersion.Text, "run", inputs, hash, job.Seed, [key.Replication],
            [ScenarioEntry.Of(study.Study.Policies[key.Policy].Scenario, blueprint)],
            [new RunEntry(blueprint.Name, key.Replication, hash)], recipe)
        {
            Rules = study.Study.Rules,
        });
        var recorded = study.Results.Records().FirstOrDefault(record => record.Key == key && !record.Failed);
        var asRecorded = recorded is null ? (bool?)null : recorded.Hash == outcome.Trace.Hash;
        terminal.Say($"{blueprint.Name}, replication {key.Replication}: result {hash}"
            + (asRecorded is true ? ", as the study has it" : ""));
        if (asRecorded is false)
            terminal.Say(
                $"The study has {Fold.InGroups(recorded!.Hash)}, from version {study.Manifest.Version}; this is "
                    + $"{ProgramVersion.Text}: the model is another now.");
        terminal.Say(to);
        terminal.Object(new { status = "done", exitCode = ExitCode.Done, resultHash = hash, asRecorded, @out = to });
        return ExitCode.Done;
    }

    private static int Within(int value, int most, string option) =>
        value <= most ? value - 1 : throw new BadRequest($"{option} {value}: the study has {most}.");
}
