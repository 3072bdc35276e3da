using System.CommandLine;
using System.Globalization;
using Samverkan.Analysis.Studies;
using Samverkan.App.Studying;
using Samverkan.Grains;
using Samverkan.Runs.Execution;
using Samverkan.Runs.Studies;

namespace Samverkan.App.Commands;

/// <summary><c>study</c>: many runs at once, and what is asked of them.</summary>
public static class StudyCommand
{
    private const string Root = "out";

    public static Command Create(StartRun start) =>
        new("study", "Plan, run, resume and read studies: many runs, and what they answer")
    {
        Plan(start), Run(start), Resume(start), Merge(), Answer(), StudyRerunCommand.Create(start),
    };

    private static Command Plan(StartRun start)
    {
        var file = File();
        var parallel = CommonOptions.Parallel();
        var (until, rules) = (UntilCi(), RulesOption.Create());
        var command = new Command(
            "plan", "Show what a study will run, how long it will take and how large it will be, from a pilot")
        {
            file, until, rules, parallel, Terminal.JsonOption(),
        };
        command.Acts((parsed, terminal, cancel) =>
        {
            var study = RulesOption.On(StudyReader.Read(parsed.GetValue(file)!), RulesOption.Of(parsed, rules));
            FindingsDisplay.Show(terminal, study.Findings);
            var pilot = StudyPilot.Of(new Design(study), start, parsed.GetValue(parallel), cancel);
            new StudyReport(terminal).Planned(pilot, Share(parsed.GetValue(until)) ?? 0.05);
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Run(StartRun start)
    {
        var file = File();
        var until = UntilCi();
        var replications = new Option<int?>("--replications") { Description = "Number of replications [default: the file's]" };
        var seed = new Option<long?>("--seed") { Description = "Seed [default: the file's]" };
        var rules = RulesOption.Create();
        var part = new Option<string?>("--part")
        {
            Description = "Run only this part of the study, such as 3/20; 'study merge' merges the parts",
            HelpName = "N/OF"
        };
        var (folder, force, parallel, grains, cluster) = (CommonOptions.Out(), CommonOptions.Force(), CommonOptions.Parallel(),
                GrainOptions.Grains("replication on a cluster, else none"), ClusterOptions.Cluster());
        var command =
            new Command("run", "Run a study on all cores, or on a cluster; an interrupted study keeps its finished runs")
        {
            file, until, replications, seed, part, rules, folder, force, parallel, grains, cluster, Terminal.JsonOption(),
        };
        command.Acts((parsed, terminal, cancel) =>
        {
            var own = RulesOption.Of(parsed, rules);
            var granularity = RulesOption.WithoutGrains(
                own, GrainOptions.Of(parsed, grains), ClusterOptions.Named(parsed, cluster) is not null);
            var study = RulesOption.On(StudyReader.Read(parsed.GetValue(file)!), own);
            if (parsed.GetValue(replications) is { } other)
                study = study
                    with
                { Replications = other >= 1 ? other : throw new BadRequest("--replications must be at least 1.") };
            if (parsed.GetValue(seed) is { } number)
                study = study with { Seed = number >= 0 ? (ulong)number : throw new BadRequest("--seed must be at least 0.") };
            FindingsDisplay.Show(terminal, study.Findings);
            var some = Part(parsed.GetValue(part));
            var place = parsed.GetValue(folder)
                ?? Path.Combine(Root, study.Id + (some is { } one ? $"-part-{one.Number}-of-{one.Of}" : ""));
            using var job = StudyJob.Start(study, place, Share(parsed.GetValue(until)), parsed.GetValue(force), some);
            using var executor = Executor.Of(
                granularity, Granularity.Replication, ClusterOptions.Named(parsed, cluster), start, () => place, cancel);
            return Carry(job, place, executor.Start, start, parsed.GetValue(parallel), terminal, cancel);
        });
        return command;
    }

    private static Command Resume(StartRun start)
    {
        var folder = Folder();
        var (parallel, grains, cluster) =
            (CommonOptions.Parallel(), GrainOptions.Grains("replication on a cluster, else none"), ClusterOptions.Cluster());
        var rules = RulesOption.Create();
        var command = new Command("resume", "Continue an interrupted study, with the files that its folder keeps")
        {
            folder, rules, parallel, grains, cluster, Terminal.JsonOption(),
        };
        command.Acts((parsed, terminal, cancel) =>
        {
            var place = parsed.GetValue(folder)!;
            var own = RulesOption.Of(parsed, rules);
            var granularity = RulesOption.WithoutGrains(
                own, GrainOptions.Of(parsed, grains), ClusterOptions.Named(parsed, cluster) is not null);
            using var job = StudyJob.Resume(place, start, cancel, own);
            using var executor = Executor.Of(
                granularity, Granularity.Replication, ClusterOptions.Named(parsed, cluster), start, () => place, cancel);
            return Carry(job, place, executor.Start, start, parsed.GetValue(parallel), terminal, cancel);
        });
        return command;
    }

    private static Command Merge()
    {
        var parts = new Argument<string[]>("PART")
        {
            Description = "Folders of all parts of the study",
            Arity = ArgumentArity.OneOrMore
        };
        var (folder, force) = (CommonOptions.Out(), CommonOptions.Force());
        var command = new Command("merge", "Merge the parts of a study: the same bytes as in one go") { parts, folder, force,
            Terminal.JsonOption() };
        command.Acts((parsed, terminal, _) =>
        {
            var folders = parsed.GetValue(parts)!;
            var place = parsed.GetValue(folder) ?? Path.Combine(Root, StudyFolder.Open(folders[0], writes: false).Manifest.Study);
            using var job = StudyJob.Merge(folders, place, parsed.GetValue(force));
            new StudyReport(terminal).Concluded(job, place, job.Conclude());
            return ExitCode.Done;
        });
        return command;
    }

    /// <exception cref="BadRequest">It is no part.</exception>
    private static PartOfStudy? Part(string? text) =>
        text is null ? null : PartOfStudy.Parse(text)
        ?? throw new BadRequest($"--part '{text}' is no part: write it like 3/20, the third of twenty.");

    private static Command Answer()
    {
        var folder = Folder();
        var command =
            new Command("answer", "Write and print the answers of a study again, complete or not, without running anything") {
                folder, Terminal.JsonOption() };
        command.Acts((parsed, terminal, _) =>
        {
            using var job = StudyJob.Open(parsed.GetValue(folder)!, writes: true);
            new StudyReport(terminal).Concluded(job, parsed.GetValue(folder)!, job.Answer());
            return ExitCode.Done;
        });
        return command;
    }

    private static int Carry(StudyJob job, string place, StartRun start, StartRun again, int threads, Terminal terminal,
        CancellationToken cancel)
    {
        var report = new StudyReport(terminal);
        report.Introduced(job);
        IReadOnlyList<Analysis.Studies.Answers.StudySection> sections = [];
        try
        {
            ProgressDisplay.While(terminal.Aside, job.Progress, () => sections = job.Run(start, again, threads, cancel), "runs");
        }
        catch (OperationCanceledException)
        {
            return report.Interrupted(job, place);
        }
        report.Concluded(job, place, sections);
        return ExitCode.Done;
    }

    private static Argument<string> File() => new("FILE") { Description = "Study file, or the name of a shipped study" };

    private static Argument<string> Folder() => new("DIR") { Description = "Folder of the study's results" };

    private static Option<string?> UntilCi() => new("--until-ci")
    {
        Description =
            "Stop when every outcome's 95 % interval is within this share of the base's mean, such as 5%; the file's "
                + "replications are the most",
        HelpName = "5%",
    };

    private static double? Share(string? text)
    {
        if (text is null)
            return null;
        var number = text.TrimEnd('%', ' ');
        return double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var share) && share > 0
            && (text.Contains('%') ? share / 100 : share) is < 1 and var asked
            ? asked : throw new BadRequest($"--until-ci '{text}' is no share: write it like 5%.");
    }
}
