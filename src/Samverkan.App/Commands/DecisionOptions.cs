using System.CommandLine;
using Samverkan.Analysis.Deciding;
using Samverkan.App.Deciding;
using Samverkan.Grains;
using Samverkan.Runs.Execution;
using Samverkan.Runs.Scenarios;

namespace Samverkan.App.Commands;

/// <summary>Options that mean the same in every decision, and what carries one out.</summary>
internal sealed class DecisionOptions
{
    private readonly Option<int> replications = new Option<int>("--replications")
    {
        Description = "Replications of each choice at the shipped values",
        DefaultValueFactory = _ => DecisionRequest.UsualReplications,
    }.AtLeast(2);

    private readonly Option<int> draws;
    private readonly Option<bool> known = new("--known")
    {
        Description = "Take the shipped values for known: chance alone decides, and no draws are lived",
    };

    private readonly Option<string?> region = new("--region")
    {
        Description = "Draws of all that is not known, such as the draws.csv of a calibration of your own [default: the "
            + "shipped ones]",
        HelpName = "FILE",
    };

    private readonly Option<string?> since = new("--since")
    {
        Description = "First month that counts in means, such as 2003-01 [default: that of the first change]",
        HelpName = "YYYY-MM",
    };

    private readonly Option<long> seed = CommonOptions.Seed();
    private readonly Option<int> parallel = CommonOptions.Parallel();
    private readonly Option<string[]> sets = CommonOptions.Set();
    private readonly Option<string?> folder = CommonOptions.Out();
    private readonly Option<bool> force = CommonOptions.Force();
    private readonly Option<string?> grains = GrainOptions.Grains("replication on a cluster, else none");
    private readonly Option<string?> cluster = ClusterOptions.Cluster();
    private readonly Option<string> outcome = new("--outcome")
    {
        Description = "The outcome that decides, such as people.waiting or total.crisesWithoutBed",
        HelpName = "OUTCOME",
        DefaultValueFactory = _ => DecisionOutcome.Usual.Id,
    };

    /// <param name="kind">The decision that they are of.</param>
    public DecisionOptions(string kind) => draws = new Option<int>("--draws")
    {
        Description = "Draws of all that is not known that each choice is lived under",
        DefaultValueFactory = _ => DecisionQuestion.UsualDrawsOf(kind),
    }.AtLeast(DecisionRequest.FewestDraws);

    public IEnumerable<Option> All =>
        [outcome, replications, draws, known, region, since, seed, parallel, sets, folder, force, grains, cluster,
            Terminal.JsonOption()];

    /// <summary>What every decision is asked with.</summary>
    /// <param name="named">The scenarios, the base first.</param>
    public DecisionQuestion Question(ParseResult parsed, string kind, params IReadOnlyList<string> named)
    {
        var (changes, isKnown) = (parsed.GetValue(sets)!, parsed.GetValue(known));
        return new(kind, ScenarioReader.ReadAll(named, changes))
        {
            Sets = changes,
            OutcomeId = parsed.GetValue(outcome),
            Replications = parsed.GetValue(replications),
            Draws = parsed.GetValue(draws),
            Seed = (ulong)parsed.GetValue(seed),
            Known = isKnown,
            OwnRegion = CompareCommand.RegionOf(isKnown, parsed.GetValue(region)),
            Since = parsed.GetValue(since) is { } text ? CommonOptions.MonthOf(text, "--since") : null,
        };
    }

    /// <summary>Lives the futures and tells the answer.</summary>
    public int Carry(ParseResult parsed, Terminal terminal, DecisionQuestion question, StartRun start, CancellationToken cancel)
    {
        var (request, maker) = question.Understand();
        var place = parsed.GetValue(folder) ?? request.Folder;
        using var executor = Executor.Of(
            GrainOptions.Of(parsed, grains), Granularity.Replication, ClusterOptions.Named(parsed, cluster), start, () =>
                place, cancel);
        using var job = new DecisionJob(request, maker, place, parsed.GetValue(force));
        var report = new DecisionReport(terminal);
        terminal.Left(job.Result);
        report.Introduce(request, job);
        DecisionResult? result = null;
        try
        {
            ProgressDisplay.While(terminal.Aside, job.Progress,
                () => result = job.Run(executor.Start, start, parsed.GetValue(parallel), cancel), "futures");
        }
        catch (OperationCanceledException)
        {
            return report.Interrupted(job);
        }
        report.Conclude(result!, place, job.Progress.Elapsed);
        return ExitCode.Done;
    }
}
