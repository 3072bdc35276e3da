using Samverkan.Model;

namespace Samverkan.Runs.Execution;

/// <summary>One replication of one scenario, to be run by itself.</summary>
/// <param name="Index">Place in the plan: results are reduced and written in this order.</param>
/// <param name="Scenario">Place of the scenario in the comparison; 0 is the base.</param>
/// <param name="Replication">1 or more.</param>
/// <param name="SharedUntil">The month before which it may take its past from the base of its replication; null: it lives its
/// own.</param>
public sealed record Job(int Index, int Scenario, Blueprint Blueprint, ulong Seed, int Replication, Detail Detail,
    Month? SharedUntil = null)
{
    /// <summary>The draw of the region that it lives under, counted from 0; null: the shipped values.</summary>
    public int? Draw { get; init; }

    public int Months => Blueprint.To - Blueprint.From + 1;

    /// <summary>
    /// Every replication of every scenario with common random numbers. A replication's scenarios are neighbours and the
    /// base comes first, so that pairs can be checked and reduced while later ones still run.
    /// </summary>
    /// <param name="everything">All series of all runs; otherwise replication 1 alone is reported in full, the others by
    /// group.</param>
    /// <param name="alone">Replications of which no run takes its past from the base; null: the first alone.</param>
    public static IReadOnlyList<Job> Paired(
        IReadOnlyList<Blueprint> scenarios, int replications, ulong seed, bool everything = false,
        IReadOnlyCollection<int>? alone = null)
    {
        var shared = scenarios.Select((scenario, i) => i == 0 ? null : SharedPast.Until(scenarios[0], scenario)).ToArray();
        return
        [
            .. from replication in Enumerable.Range(1, replications)
               from scenario in Enumerable.Range(0, scenarios.Count)
               let detail = everything || replication == 1 ? Detail.All : Detail.Breakdown
               select new Job(
                   (replication - 1) * scenarios.Count + scenario, scenario, scenarios[scenario], seed, replication, detail,
                   replication == 1 || alone?.Contains(replication) == true ? null : shared[scenario]),
        ];
    }

    /// <summary>
    /// Pairs that live each under a draw, with the luck of the replication of their number: one run of every scenario, the base
    /// first.
    /// </summary>
    /// <param name="first">Index of the first.</param>
    public static IReadOnlyList<Job> Drawn(IReadOnlyList<DrawnPair> pairs, ulong seed, int first) =>
    [
        .. from pair in pairs
           from scenario in Enumerable.Range(0, pair.Worlds.Count)
           select new Job(
               first + (pair.Number - 1) * pair.Worlds.Count + scenario, scenario, pair.Worlds[scenario], seed, pair.Number,
                   Detail.Breakdown,
               scenario == 0 ? null : SharedPast.Until(pair.Worlds[0], pair.Worlds[scenario])) { Draw = pair.Draw },
    ];

    /// <summary>Whether this run can branch off from a base that reports as much.</summary>
    public bool BranchesOff(Job @base) =>
        SharedUntil is not null && @base.Scenario == 0
            && (@base.Seed, @base.Replication, @base.Detail, @base.Draw) == (Seed, Replication, Detail, Draw);
}
