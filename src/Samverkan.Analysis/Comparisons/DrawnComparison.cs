using Samverkan.Analysis.Sustainability;
using Samverkan.Runs.Execution;
using Samverkan.Runs.Scenarios;
using Samverkan.Runs.Uncertainty;

namespace Samverkan.Analysis.Comparisons;

/// <summary>Scenarios beside each other under draws of all that is not known: one pair of runs a draw.</summary>
/// <param name="Region">Where the draws come from.</param>
/// <param name="Draws">By pair, in order: the draw, counted from 0.</param>
/// <param name="Outcomes">By scenario, then by pair.</param>
/// <param name="Paths">By scenario, then by pair: the headline figures by quarter.</param>
public sealed record DrawnComparison(
    Region Region, IReadOnlyList<int> Draws,
        IReadOnlyList<IReadOnlyList<RunOutcome>> Outcomes, IReadOnlyList<IReadOnlyList<float[]>> Paths)
{
    public int Pairs => Draws.Count;

    /// <summary>How many cooperations of all pairs ended so.</summary>
    public int Count(int scenario, Ending ending) =>
        Outcomes[scenario].Sum(run => run.Fates.Count(one => one.At(ending) is not null));

    /// <summary>Fold of the hashes of all runs, pair by pair.</summary>
    public ulong Hash => Enumerable.Range(0, Pairs).SelectMany(pair => Outcomes.Select(runs => runs[pair].Hash))
        .Aggregate(Fold.Start, Fold.Into);
}

/// <summary>Takes the runs under draws in the order of <see cref="Job.Drawn"/>, and checks every pair.</summary>
internal sealed class DrawnReduction(IReadOnlyList<Scenario> scenarios, PairCheck check)
{
    private readonly List<int> draws = [];
    private readonly List<RunOutcome>[] outcomes = [.. scenarios.Select(_ => new List<RunOutcome>())];
    private readonly List<float[]>[] paths = [.. scenarios.Select(_ => new List<float[]>())];
    private (Job Job, ComparedRun Run)? pairBase;

    public void Take(Job job, ComparedRun run)
    {
        if (job.Scenario == 0)
        {
            pairBase = (job, run);
            draws.Add(job.Draw!.Value);
        }
        else if (job.SharedUntil is null && pairBase is var (ofBase, lived))
        {
            // Where the past was shared it is the same past.
            var ofPair = check.Allowing([.. Enumerable.Repeat(ScenarioDiff.FirstDifference(ofBase.Blueprint, job.Blueprint),
                job.Scenario + 1)]);
            ofPair.Take(ofBase, lived.Trace);
            ofPair.Take(job, run.Trace);
        }
        outcomes[job.Scenario].Add(run.Outcome());
        paths[job.Scenario].Add([.. run.Trajectory.Values]);
    }

    public DrawnComparison? Comparison(Region? region) =>
        region is null || draws.Count == 0 ? null : new(region, draws, outcomes, paths);
}
