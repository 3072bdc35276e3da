using System.CommandLine;
using Samverkan.Analysis.Results;
using Samverkan.App.Comparing;
using Samverkan.Grains;
using Samverkan.Model;
using Samverkan.Runs.Execution;
using Samverkan.Runs.Scenarios;
using Samverkan.Runs.Scenarios.Values;
using Samverkan.Runs.Uncertainty;

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
        var @base = ScenarioArguments.One("BASE");
        var others = ScenarioArguments.Several("OTHER");
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
            Description =
                "First month that counts in the table, such as 2003-01 [default: from the first month in which the scenarios "
                    + "differ]",
            HelpName = "YYYY-MM",
        };
        var known =
            new Option<bool>("--known")
            {
                Description =
                "Take the shipped values for known: tell chance alone, without the range of all that is not known"
            };
        var region = new Option<string?>("--region")
        {
            Description =
                "Draws of all that is not known, such as the draws.csv of a calibration of your own [default: the shipped ones]",
            HelpName = "FILE",
        };
        var folder = CommonOptions.Out();
        var force = CommonOptions.Force();
        var csv = new Option<bool>("--csv")
        {
            Description =
            "Keep the series as text too: series.csv, some ten times as large as series.parquet, and persons.csv.gz"
        };
        var persons = PersonsOption.Create();
        var rank = RankOption.Create();
        var discount = DiscountOption.Create(TypedShare.InWords(BudgetResult.UsualDiscountRate));
        var rules = RulesOption.Create();
        var noReport = new Option<bool>("--no-report")
        {
            Description =
            "Write no report, figures, workbook, document and slides; 'report' makes them later"
        };
        var grains = GrainOptions.Grains("replication on a cluster, else none");
        var cluster = ClusterOptions.Cluster();

        var command = new Command("compare", "Compare scenarios with a base over paired replications")
        {
            @base, others, replications, seed, parallel, sets, series, since, csv, persons, rank, noReport, known, region,
                discount, rules, folder, force, grains, cluster, Terminal.JsonOption(),
        };
        command.Acts((parsed, terminal, cancel) =>
        {
            var place = parsed.GetValue(folder);
            var rate = DiscountOption.Of(parsed, discount) ?? BudgetResult.UsualDiscountRate;
            var own = RulesOption.Of(parsed, rules);
            var granularity = RulesOption.WithoutGrains(
                own, GrainOptions.Of(parsed, grains), ClusterOptions.Named(parsed, cluster) is not null);
            using var executor = Executor.Of(granularity, Granularity.Replication,
                ClusterOptions.Named(parsed, cluster), start, () => place!, cancel);
            var changes = parsed.GetValue(sets)!;
            var read = ScenarioReader.ReadAll([parsed.GetValue(@base)!, .. parsed.GetValue(others)!], changes);
            IReadOnlyList<Scenario> scenarios = [.. read.Select(scenario => scenario.Under(own))];
            var request = new ComparisonRequest(scenarios, changes, parsed.GetValue(replications), (ulong)parsed.GetValue(seed),
                Since(parsed.GetValue(since)), parsed.GetValue(series) == AllSeries,
                parsed.GetValue(csv), !parsed.GetValue(noReport))
            {
                Persons = PersonsOption.Of(parsed, persons),
                Rank = RankOption.Of(parsed, rank),
                Discount = rate,
                Known = parsed.GetValue(known),
                OwnRegion = RegionOf(parsed.GetValue(known), parsed.GetValue(region))
                    ?? (parsed.GetValue(known) ? null : FitCommand.RegionOf(scenarios[0])),
            };
            place ??= request.Folder;
            using var job = new ComparisonJob(request, place, parsed.GetValue(force));
            return Compare(request, job, terminal, () => job.Run(executor.Start, start, parsed.GetValue(parallel), cancel));
        });
        return command;
    }

    private static int Compare(ComparisonRequest request, ComparisonJob job, Terminal terminal, Func<ComparisonResult> run)
    {
        var report = new ComparisonReport(terminal, request.Rank);
        terminal.Left(job.Result);
        report.Introduce(request.Scenarios);
        ComparisonResult? result = null;
        ProgressDisplay.While(terminal.Aside, job.Progress, () => result = run());
        report.Conclude(result!, job.Folder, job.Progress.Elapsed);
        return ExitCode.Done;
    }

    internal static Region? RegionOf(bool known, string? own) => (known, own) switch
    {
        (true, not null) => throw new BadRequest("--known leaves out what --region draws from. Keep one."),
        (_, null) => null,
        _ => RegionFile.Read(own),
    };

    private static Month? Since(string? text) => text is null ? null : CommonOptions.MonthOf(text, "--since");
}
