using System.CommandLine;
using System.Globalization;
using Samverkan.Analysis.Deciding;
using Samverkan.App.Deciding;
using Samverkan.Grains;
using Samverkan.Model;
using Samverkan.Runs.Execution;
using Samverkan.Runs.Scenarios;
using Samverkan.Runs.Uncertainty;

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

    /// <param name="usualDraws">Draws that each choice is lived under where nobody says.</param>
    public DecisionOptions(int usualDraws = DecisionRequest.UsualDraws) => draws = new Option<int>("--draws")
    {
        Description = "Draws of all that is not known that each choice is lived under",
        DefaultValueFactory = _ => usualDraws,
    }.AtLeast(DecisionRequest.FewestDraws);

    public IEnumerable<Option> All =>
        [outcome, replications, draws, known, region, since, seed, parallel, sets, folder, force, grains, cluster,
            Terminal.JsonOption()];

    public IReadOnlyList<string> Sets(ParseResult parsed) => parsed.GetValue(sets)!;

    /// <exception cref="BadRequest">There is no such outcome, or it has no good direction and none was said.</exception>
    /// <param name="directed">Whether a direction was said, so that it need not have a good one.</param>
    public DecisionOutcome Outcome(ParseResult parsed, bool directed = false)
    {
        var id = parsed.GetValue(outcome)!;
        var found = DecisionOutcome.Find(id) ?? throw new BadRequest(
            $"--outcome: there is no outcome '{id}'.{DidYouMean.Of(id, DecisionOutcome.All.Select(one => one.Id))} It is one "
                + $"of {string.Join(", ", DecisionOutcome.All.Select(one => one.Id))}.");
        return directed || found.Better != Model.Indicators.Better.Neither ? found : throw new BadRequest(
            $"--outcome {id}: neither more nor less of it is better, so that nothing can be decided by it.");
    }

    public DecisionRequest Request(ParseResult parsed, string kind, IReadOnlyList<Scenario> scenarios, IReadOnlyList<string> said)
    {
        var isKnown = parsed.GetValue(known);
        var request = new DecisionRequest(kind, scenarios, Sets(parsed),
            [.. said, .. Said(parsed)], parsed.GetValue(replications), (ulong)parsed.GetValue(seed))
        {
            Draws = parsed.GetValue(draws),
            Known = isKnown,
            OwnRegion = CompareCommand.RegionOf(isKnown, parsed.GetValue(region)),
            SinceAsked = parsed.GetValue(since) is { } text ? CommonOptions.MonthOf(text, "--since") : null,
        };
        request.RefuseWhatCannotBePaired();
        return request;
    }

    /// <summary>Lives the futures and tells the answer.</summary>
    public int Carry(ParseResult parsed, Terminal terminal, DecisionRequest request, IDecisionMaker maker, StartRun start,
        CancellationToken cancel)
    {
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

    /// <summary>What has no good dose or combination is bad input.</summary>
    public static T Asked<T>(Func<T> make)
    {
        try
        {
            return make();
        }
        catch (Exception e) when (e is NotCombinable or Analysis.Deciding.Goals.NoDose)
        {
            throw new BadRequest(e.Message);
        }
    }

    public static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private IEnumerable<string> Said(ParseResult parsed) =>
        parsed.GetValue(outcome) is { } id && id != DecisionOutcome.Usual.Id ? ["--outcome", id] : [];
}
