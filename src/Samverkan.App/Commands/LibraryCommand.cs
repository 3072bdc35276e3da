using System.CommandLine;
using Samverkan.Analysis.Comparisons;
using Samverkan.Analysis.Results;
using Samverkan.Model;
using Samverkan.Runs.Execution;
using Samverkan.Runs.Results;
using Samverkan.Runs.Scenarios;
using Samverkan.Runs.Uncertainty;

namespace Samverkan.App.Commands;

/// <summary><c>library</c>: runs every scenario of a folder against the one that it goes back to, and writes the page of their
/// answers.</summary>
public static class LibraryCommand
{
    private const int DefaultReplications = 20;
    private const string Page = "docs/scenarios.md";

    public static Command Create(StartRun start)
    {
        var folder = new Argument<string?>("FOLDER")
        {
            Description = "Where to look [default: the shipped scenarios]",
            Arity = ArgumentArity.ZeroOrOne
        };
        var replications = new Option<int>("--replications")
        {
            Description = "Replications of each scenario",
            DefaultValueFactory = _ => DefaultReplications
        }.AtLeast(2);
        var seed = CommonOptions.Seed();
        var parallel = CommonOptions.Parallel();
        var page =
            new Option<string>("--out") { Description = "Page to write", DefaultValueFactory = _ => Page, HelpName = "FILE" };
        var command = new Command("library", "Run every shipped scenario and write the page of their answers") { folder,
            replications, seed, parallel, page, Terminal.JsonOption() };
        command.Acts((parsed, terminal, cancel) =>
        {
            var scenarios = ScenarioPage.InOrder(ListCommand.In(parsed.GetValue(folder))
                .Select(listed => ScenarioReader.Read(listed.Path)));
            var (answers, told) = (new Dictionary<string, string>(), new List<ScenarioResult>());
            foreach (var family in scenarios.GroupBy(scenario => scenario.Chain[^1].Path))
                Answer(family, parsed.GetValue(replications), (ulong)parsed.GetValue(seed),
                    new Ensemble(start, parsed.GetValue(parallel)), start, answers, told, terminal, cancel);
            var file = parsed.GetValue(page)!;
            WholeFile.Write(file, ScenarioPage.Markdown(
                scenarios, scenario => answers.GetValueOrDefault(scenario.Id), SignsTable.Markdown(told)));
            terminal.Say($"{file} is written.");
            terminal.Object(new { status = "done", exitCode = ExitCode.Done, file, answers });
            return ExitCode.Done;
        });
        return command;
    }

    /// <summary>All that go back to one scenario, in one comparison, so that expectations about each other can be
    /// judged.</summary>
    private static void Answer(
        IEnumerable<Scenario> family, int replications, ulong seed, Ensemble ensemble, StartRun start,
        Dictionary<string, string> answers, List<ScenarioResult> told, Terminal terminal, CancellationToken cancel)
    {
        var all = family.OrderBy(scenario => scenario.Chain.Length).ToList();
        // Another map or period is another world: there is no replication to pair with.
        var compared = all.Where(scenario => IsComparable(scenario.Blueprint, all[0].Blueprint)).ToList();
        var jobs = Job.Paired([.. compared.Select(scenario => scenario.Blueprint)], replications, seed);
        // Read here and not once for all: another command of the same process may have made it again.
        var region = RegionFile.ReadShipped();
        if (region is not null)
            jobs = [.. jobs, .. Job.Drawn(DrawnPair.Of(region, compared, seed, replications), seed, jobs.Count)];
        var check = new PairCheck(start, [.. compared.Select(other => ScenarioDiff.FirstDifference(compared[0], other))], cancel);
        var expected = new ExpectationWatch(compared);
        var progress = EnsembleProgress.Of(jobs);
        PairedComparison? comparison = null;
        ProgressDisplay.While(terminal.Aside, progress, () => comparison = PairedComparison.Run(
            compared, seed, compared[0].Blueprint.From, jobs, ensemble, check, job =>
                [expected.ObserverOf(job)], progress, cancel,
            region));
        var result = ResultMaker.Of(comparison!, expected, ProgramVersion.Text, "", "");
        told.AddRange(result.Scenarios.Skip(1));
        for (var i = 1; i < compared.Count; i++)
            answers[compared[i].Id] = $"{result.Scenarios[i].Answer} ({replications} replications)\n"
                + string.Concat(result.Scenarios[i].Expectations.Select(verdict => $"\n- {VerdictText.Line(verdict)}"));
    }

    private static bool IsComparable(Blueprint a, Blueprint b) =>
        a.From == b.From && a.To == b.To
            && a.Counties.SelectMany(c => c.Municipalities).SequenceEqual(b.Counties.SelectMany(c => c.Municipalities));
}
