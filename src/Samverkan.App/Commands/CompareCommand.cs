using System.CommandLine;
using Samverkan.Analysis.Comparisons;
using Samverkan.Grains;
using Samverkan.Model;
using Samverkan.Runs.Execution;
using Samverkan.Runs.Results;
using Samverkan.Runs.Scenarios;

namespace Samverkan.App.Commands;

/// <summary><c>compare BASE OTHER...</c>: what scenarios change, with honest uncertainty.</summary>
public static class CompareCommand
{
    private const int FewestForAnInterval = 2;
    private const int DefaultReplications = 50;
    private const string HeadlineSeries = "headline";
    private const string AllSeries = "all";

    public static Command Create(StartRun start)
    {
        var @base = new Argument<string>("BASE") { Description = "Scenario file to compare with" };
        var others = new Argument<string[]>("OTHER") { Description = "Scenario files to compare", Arity = ArgumentArity.OneOrMore };
        var replications = new Option<int>("--replications")
        {
            Description = $"Replications of each scenario; at least {FewestForAnInterval} for an interval",
            DefaultValueFactory = _ => DefaultReplications,
        }.AtLeast(1);
        var seed = CommonOptions.Seed();
        var parallel = CommonOptions.Parallel();
        var sets = CommonOptions.Set();
        var series = new Option<string>("--series")
        {
            Description = "Which series to keep",
            DefaultValueFactory = _ => HeadlineSeries,
        }.AcceptOnlyFromAmong(HeadlineSeries, AllSeries);
        var since = new Option<string?>("--since")
        {
            Description = "First month that counts in the table, such as 2003-01 [default: from the first month in which the scenarios differ]",
            HelpName = "YYYY-MM",
        };
        var folder = CommonOptions.Out();
        var force = CommonOptions.Force();
        var grains = GrainOptions.Grains(Granularity.None);
        var cluster = ClusterOptions.Cluster();

        var command = new Command("compare", "Compare scenarios with a base over paired replications")
        {
            @base, others, replications, seed, parallel, sets, series, since, folder, force, grains, cluster, Terminal.JsonOption(),
        };
        command.Acts((parsed, terminal, cancel) =>
        {
            var changes = parsed.GetValue(sets)!;
            var scenarios = new[] { parsed.GetValue(@base)! }.Concat(parsed.GetValue(others)!).Select(path => ScenarioReader.Read(path, changes)).ToList();
            var request = new Request(
                scenarios, changes, parsed.GetValue(replications), (ulong)parsed.GetValue(seed), parsed.GetValue(parallel), Since(parsed.GetValue(since), scenarios), parsed.GetValue(since) is not null,
                parsed.GetValue(series) == AllSeries, parsed.GetValue(folder), parsed.GetValue(force));
            using var executor = Executor.Of(GrainOptions.Of(parsed, grains), ClusterOptions.Named(parsed, cluster), start, FolderOf(request), cancel);
            return Compare(request, executor.Start, start, terminal, cancel);
        });
        return command;
    }

    private sealed record Request(
        IReadOnlyList<Scenario> Scenarios, IReadOnlyList<string> Changes, int Replications, ulong Seed, int Threads, Month Since, bool SinceAsked, bool Everything, string? Folder, bool Force);

    /// <param name="again">What runs a pair once more, here, when it came apart without a reason.</param>
    private static int Compare(Request request, StartRun start, StartRun again, Terminal terminal, CancellationToken cancel)
    {
        RefuseWhatCannotBePaired(request.Scenarios);
        var folder = FolderOf(request);
        var inputs = InputsHash.Of([ProgramVersion.Text, "compare", request.Seed, request.Replications, request.Since, request.Everything, .. request.Scenarios.Select(scenario => scenario.InputHash)]);
        using var recording = new Recording(ResultFolder.Open(folder, inputs, request.Force));

        var report = new ComparisonReport(terminal);
        report.Introduce(request.Scenarios);

        var jobs = Job.Paired([.. request.Scenarios.Select(scenario => scenario.Blueprint)], request.Replications, request.Seed, request.Everything);
        var check = new PairCheck(again, [.. request.Scenarios.Select(other => ScenarioDiff.FirstDifference(request.Scenarios[0], other))], cancel);
        var progress = EnsembleProgress.Of(jobs);
        var expected = new ExpectationWatch(request.Scenarios);
        PairedComparison? comparison = null;
        ProgressDisplay.While(terminal.Aside, progress, () => comparison = PairedComparison.Run(
            request.Scenarios, request.Seed, request.Since, jobs, new Ensemble(start, request.Threads), check,
            job => [.. recording.WritersOf(job), expected.ObserverOf(job)], progress, cancel));

        PairedCsv.Write(comparison!, recording.Folder["paired.csv"]);
        File.WriteAllText(recording.Folder["comparison.md"], ComparisonReport.Markdown(comparison!));
        recording.Complete(ManifestOf(comparison!, inputs));
        report.Conclude(comparison!, expected, folder, progress.Elapsed);
        return ExitCode.Done;
    }

    private static string FolderOf(Request request) => request.Folder ?? FolderName.OfComparison(
        request.Scenarios, request.Changes, request.Seed, request.Replications, request.SinceAsked ? request.Since : null, request.Everything);

    // Months in which nothing differs yet would dilute what the change does.
    private static Month Since(string? text, IReadOnlyList<Scenario> scenarios)
    {
        var @base = scenarios[0].Blueprint;
        if (text is null)
        {
            var first = scenarios.Skip(1).Select(other => ScenarioDiff.FirstDifference(scenarios[0], other)).Min();
            return first is { } change && change > @base.From && change <= @base.To ? change : @base.From;
        }
        var month = CommonOptions.MonthOf(text, "--since");
        return month >= @base.From && month <= @base.To ? month : throw new BadRequest($"--since {month} is outside the scenario's {@base.From} to {@base.To}.");
    }

    private static void RefuseWhatCannotBePaired(IReadOnlyList<Scenario> scenarios)
    {
        var @base = scenarios[0].Blueprint;
        foreach (var other in scenarios.Skip(1).Where(other => other.Blueprint.From != @base.From || other.Blueprint.To != @base.To))
            throw new BadRequest($"'{other.Id}' covers {other.Blueprint.From} to {other.Blueprint.To}, the base {@base.From} to {@base.To}: only equal periods can be compared.");
        if (scenarios.GroupBy(scenario => scenario.Id).FirstOrDefault(group => group.Count() > 1) is { } same)
            throw new BadRequest($"'{same.Key}' is named {same.Count()} times: every scenario of a comparison needs an id of its own.");
    }

    private static Manifest ManifestOf(PairedComparison comparison, string inputs) => new(
        Manifest.ProgramName, ProgramVersion.Text, "compare", inputs, Fold.InGroups(comparison.Hash), comparison.Seed,
        [.. Enumerable.Range(1, comparison.Replications)], [.. comparison.Scenarios.Select(scenario => ScenarioEntry.Of(scenario, scenario.Blueprint))],
        [
            .. from scenario in Enumerable.Range(0, comparison.Scenarios.Count)
               from replication in Enumerable.Range(0, comparison.Replications)
               select new RunEntry(comparison.Scenarios[scenario].Id, replication + 1, Fold.InGroups(comparison.Outcomes[scenario][replication].Hash)),
        ]);
}
