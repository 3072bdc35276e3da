using Samverkan.Model;
using Samverkan.Runs.Execution;
using Samverkan.Runs.Scenarios;
using Xunit;

namespace Samverkan.Runs.Tests.Execution;

/// <summary>A past that is simulated once for several scenarios is, to the bit, the past that each would have had by
/// itself.</summary>
public class SharedPastTests
{
    private static readonly string[] Names = ["baseline", "funding-cut", "null-change", "committee-yearly",
        "core-members-replaced", "no-stimulus", "refugees-2015"];

    private static Blueprint[] Scenarios(int years) =>
        [.. Names.Select(name => ScenarioReader.Read(name).Blueprint).Select(b => b with { To = b.From + (years * 12 - 1) })];

    [Fact]
    public void Every_month_of_every_scenario_is_what_it_is_alone()
    {
        var jobs = Job.Paired(Scenarios(years: 11), 2, seed: 5);
        Assert.Contains(jobs, job => job.SharedUntil is not null);

        var together = Marks(jobs);
        var alone = Marks([.. jobs.Select(job => job with { SharedUntil = null })]);

        Assert.Equal(alone, together);
    }

    [Fact]
    public void Replication_1_and_a_scenario_that_never_differs_live_their_own_past()
    {
        var jobs = Job.Paired(Scenarios(years: 21), 3, seed: 5);

        Assert.All(jobs.Where(job => job.Replication == 1 || job.Scenario == 0), job => Assert.Null(job.SharedUntil));
        Assert.All(jobs.Where(job => Names[job.Scenario] == "null-change"), job => Assert.Null(job.SharedUntil));
        Assert.All(jobs.Where(job => Names[job.Scenario] == "funding-cut" && job.Replication > 1),
            job => Assert.Equal(Month.Of(2003), job.SharedUntil));
    }

    [Fact]
    public void A_past_in_common_is_lived_once()
    {
        var started = 0;
        var jobs = Job.Paired(Scenarios(years: 9)[..2], 3, seed: 5);
        IRun Start(Blueprint blueprint, ulong seed, int replication, Detail detail)
        {
            Interlocked.Increment(ref started);
            return InProcessRun.Start(blueprint, seed, replication, detail);
        }

        new Ensemble(Start, 1).Run(jobs, job => new Trace(job.Blueprint.From), (_, _) => { }, EnsembleProgress.Of(jobs),
            CancellationToken.None);

        Assert.Equal(4, started);
    }

    private static List<MonthMark[]> Marks(IReadOnlyList<Job> jobs)
    {
        var marks = new List<MonthMark[]>();
        var progress = EnsembleProgress.Of(jobs);
        new Ensemble(InProcessRun.Start, 2).Run(
            jobs, job => new Trace(job.Blueprint.From), (_, trace) => marks.Add([.. trace.Marks]), progress,
            CancellationToken.None);
        Assert.Equal(1, progress.Share);
        return marks;
    }
}
