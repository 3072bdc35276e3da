using System.Collections.Immutable;
using Orleans;
using Orleans.Configuration;
using Orleans.Hosting;
using Orleans.Runtime;
using Samverkan.Grains.Clusters;
using Samverkan.Grains.Driving;
using Samverkan.Grains.Live;
using Samverkan.Model;
using Xunit;

namespace Samverkan.Grains.Tests;

/// <summary>Runs that have ended go by themselves when they are too old, too many or too large; what goes on stays.</summary>
public sealed class RetentionTests(SilosThatKeepTwo silos) : IClassFixture<SilosThatKeepTwo>
{
    private static readonly DateTimeOffset Now = new(2026, 1, 31, 0, 0, 0, TimeSpan.Zero);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public void The_oldest_go_first_by_age_by_number_and_by_size()
    {
        RunStanding[] runs = [Ended("b", 20, 10), Ended("a", 30, 10), Going("c", 50), Ended("d", 1, 10)];

        Assert.Empty(new Retention(Days: 40, Runs: 3, Megabytes: 80).Over(runs, Now));
        Assert.Equal(["a"], new Retention(Days: 25, Runs: 3, Megabytes: 80).Over(runs, Now));
        Assert.Equal(["a", "b"], new Retention(Days: 40, Runs: 1, Megabytes: 80).Over(runs, Now));
        Assert.Equal(["a", "b"], new Retention(Days: 40, Runs: 3, Megabytes: 60).Over(runs, Now));
        // What goes on is never touched, however much it takes.
        Assert.Equal(["a", "b", "d"], new Retention(Days: 40, Runs: 3, Megabytes: 1).Over(runs, Now));
    }

    [Fact]
    public async Task More_runs_than_are_kept_leave_storage_and_the_list_and_those_that_go_on_stay()
    {
        var list = silos.Grains.GetGrain<IRunList>(0);
        var paused = await Started(Month.Of(1996, 3));
        var done = new List<string>();
        for (var i = 0; i < 4; i++)
        {
            var run = await Started(null);
            while (!run.Finished) await run.Advance(Stop);
            while (!(await run.Look(Stop)).HasEnded) await Task.Delay(20, Stop);
            done.Add(run.Id);
            Assert.True(run.Progress!.Bytes > 1000, "Nobody knows how large the run is.");
        }

        await list.Tidy();

        var left = await list.All();
        Assert.Contains(paused.Id, left);
        Assert.True(left.Count(done.Contains) <= 2);
        Assert.Equal(2, left.Length - left.Count(id => id == paused.Id));
        foreach (var gone in done.Except(left))
            Assert.DoesNotContain(silos.Storage.Keys, key => key.Contains(gone, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_run_that_has_ended_leaves_memory_and_is_listed_all_the_same()
    {
        var run = await Started(null);
        while (!run.Finished) await run.Advance(Stop);
        while (!(await run.Look(Stop)).HasEnded) await Task.Delay(20, Stop);
        var list = silos.Grains.GetGrain<IRunList>(0);
        while ((await list.Listed()).Of<ListedRuns>().Ended.All(ended => ended.Id != run.Id)) await Task.Delay(20, Stop);

        var paused = await Started(Month.Of(1996, 3));
        while ((await paused.Look(Stop)).State != RunState.Paused) await Task.Delay(20, Stop);

        var management = silos.Grains.GetGrain<IManagementGrain>(0);
        while (await management.GetActivationAddress(silos.Grains.GetGrain<IRunGrain>(run.Id), Stop) is not null)
            await Task.Delay(100, Stop);

        var standing = (await list.Listed()).Of<ListedRuns>().Ended.Single(ended => ended.Id == run.Id);
        Assert.Equal((RunState.Done, 1.0), (standing.State, standing.Share));
        // One that stands still is not taken for idle, though nobody asks for it.
        Assert.NotNull(await management.GetActivationAddress(silos.Grains.GetGrain<IRunGrain>(paused.Id), Stop));
        await silos.Grains.GetGrain<IRunGrain>(paused.Id).Forget();
        Assert.Null(await management.GetActivationAddress(silos.Grains.GetGrain<IRunGrain>(run.Id), Stop));
    }

    private Task<GrainRun> Started(Month? pauseAt) => GrainRun.Start(
        silos.Grains, $"kept-{Guid.NewGuid():N}", TestWorlds.Small with { To = Month.Of(1996, 12) }, 5, 1, Detail.Headline,
        new(Granularity.Municipality, CheckpointMonths: 12, PauseAt: pauseAt));

    private static RunStanding Ended(string id, int daysAgo, int megabytes) =>
        Standing(id, RunState.Done) with { EndedAt = Now.AddDays(-daysAgo).ToUnixTimeSeconds(), Bytes = megabytes * 1_000_000L };

    private static RunStanding Going(string id, int megabytes) =>
        Standing(id, RunState.Running) with { Bytes = megabytes * 1_000_000L };

    private static RunStanding Standing(string id, RunState state) => new(
        id, id, state, Month.Of(1996), Month.Of(1995), Month.Of(1996), 1, 0, 0, null, null, null, Granularity.Municipality, 1, 1,
        [], [], null, null, new(0, 0, 0));
}

/// <summary>Silos that keep two runs that have ended.</summary>
public sealed class SilosThatKeepTwo() : TestSilos(1)
{
    protected override Retention? Retention => new(Runs: 2);

    // What leaves memory after minutes leaves it after seconds.
    protected override void Configure(ISiloBuilder silo) => silo.Configure<GrainCollectionOptions>(options =>
    {
        options.CollectionQuantum = TimeSpan.FromSeconds(1);
        options.ClassSpecificCollectionAge[typeof(RunGrain).FullName!] = TimeSpan.FromSeconds(3);
    });
}
