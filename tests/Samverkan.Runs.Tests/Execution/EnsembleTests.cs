using Samverkan.Model;
using Samverkan.Runs.Execution;
using Xunit;

namespace Samverkan.Runs.Tests.Execution;

public class EnsembleTests
{
    private static readonly Blueprint[] Two = [FakeWorld.Scenario("base"), FakeWorld.Scenario("other")];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public void Runs_are_reduced_in_the_order_of_the_jobs_however_many_go_on_at_a_time(int threads)
    {
        // The first run is by far the slowest, so that all others end before it.
        var world = new FakeWorld
        {
            BeforeMonth = (blueprint, replication, _) =>
                Thread.Sleep(blueprint.Name == "base" && replication == 1 ? 5 : 0)
        };
        var jobs = Job.Paired(Two, 10, seed: 1);
        var order = new List<int>();

        Run(world, threads, jobs, (job, _) => order.Add(job.Index));

        Assert.Equal(Enumerable.Range(0, 20), order);
    }

    [Fact]
    public void The_number_of_threads_changes_no_bit()
    {
        var jobs = Job.Paired(Two, 10, seed: 1);

        ulong[] Hashes(int threads)
        {
            var hashes = new List<ulong>();
            Run(new FakeWorld(), threads, jobs, (_, trace) => hashes.Add(trace.Hash));
            return [.. hashes];
        }

        Assert.Equal(Hashes(1), Hashes(5));
        Assert.NotEqual(Hashes(1)[0], Hashes(1)[2]);
    }

    [Fact]
    public void A_failing_run_stops_the_others_and_is_told()
    {
        var world = new FakeWorld
        {
            BeforeMonth = (_, replication, _) =>
            {
                if (replication == 3)
                    throw new InvalidDataException("replication 3 is broken");
            },
        };
        var reduced = 0;

        var failure =
            Assert.Throws<InvalidDataException>(() => Run(world, 2, Job.Paired(Two, 1000, seed: 1), (_, _) => reduced++));

        Assert.Equal("replication 3 is broken", failure.Message);
        Assert.InRange(reduced, 0, 4);
    }

    [Fact]
    public void Cancelling_ends_all_runs_between_two_months()
    {
        using var cancel = new CancellationTokenSource();
        var world = new FakeWorld { BeforeMonth = (_, replication, _) => { if (replication == 2) cancel.Cancel(); } };
        var jobs = Job.Paired(Two, 1000, seed: 1);

        Assert.Throws<OperationCanceledException>(() =>
            new Ensemble(world.Start, 2)
            .Run(jobs, job => new Trace(job.Blueprint.From), (_, _) => { }, EnsembleProgress.Of(jobs), cancel.Token));
    }

    [Fact]
    public void A_krona_that_comes_from_nowhere_stops_the_run()
    {
        var world = new FakeWorld { Unbalanced = month => month == Month.Of(1996, 5) ? 1 : 0 };

        var failure = Assert.Throws<ModelCheckFailed>(() => Run(world, 2, Job.Paired(Two, 2, seed: 1), (_, _) => { }));

        Assert.Contains("the accounts of 1996-05 are 1 SEK out of balance", failure.Message);
    }

    [Fact]
    public void Progress_counts_replications_that_every_scenario_has_finished()
    {
        var jobs = Job.Paired(Two, 4, seed: 1);
        var progress = EnsembleProgress.Of(jobs);

        new Ensemble(new FakeWorld().Start, 2)
            .Run(jobs, job => new Trace(job.Blueprint.From), (_, _) => { }, progress, CancellationToken.None);

        Assert.Equal((4, 1.0, 1996), (progress.ReplicationsDone, progress.Share, progress.Year));
    }

    [Fact]
    public void Replication_1_alone_is_reported_in_full_unless_everything_is_asked_for()
    {
        Assert.All(Job.Paired(Two, 3, seed: 1),
            job => Assert.Equal(job.Replication == 1 ? Detail.All : Detail.Breakdown, job.Detail));
        Assert.All(Job.Paired(Two, 3, seed: 1, everything: true), job => Assert.Equal(Detail.All, job.Detail));
    }

    private static void Run(FakeWorld world, int threads, IReadOnlyList<Job> jobs, Action<Job, Trace> reduce) =>
        new Ensemble(world.Start, threads)
        .Run(jobs, job => new Trace(job.Blueprint.From), reduce, EnsembleProgress.Of(jobs), CancellationToken.None);
}
