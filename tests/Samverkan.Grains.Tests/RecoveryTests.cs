using Samverkan.Grains.Driving;
using Samverkan.Model;
using Xunit;

namespace Samverkan.Grains.Tests;

/// <summary>What a cluster remembers of a run brings it to the same end, whatever part of the cluster is lost.</summary>
public sealed class RecoveryTests(ThreeSilos silos) : IClassFixture<ThreeSilos>
{
    public static TheoryData<Granularity> Granularities => ComplianceTests.Granularities;

    [Theory]
    [MemberData(nameof(Granularities))]
    public async Task A_run_whose_silo_is_lost_goes_on_from_its_checkpoint_to_the_same_hashes(Granularity granularity)
    {
        var world = TestWorlds.Small;
        var kill = Month.Of(1997, 5);
        var expected = TestWorlds.InProcess(world, 5, 1);
        var id = $"lost-{Guid.NewGuid():N}";
        var run = await GrainRun.Start(silos.Grains, id, world, 5, 1, Detail.Headline,
            new(granularity, Scattered: true, CheckpointMonths: 12, PauseAt: kill));
        while ((await run.Look(TestContext.Current.CancellationToken)).State != RunState.Paused)
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();

        var victim = await silos.HolderOf(id, granularity);
        await silos.Kill(victim);
        var found = await Continued(run);
        await silos.Refill();

        Assert.Equal(expected, found);
        Assert.Equal(RunState.Done, run.Progress!.State);
        Assert.True(run.Progress.Attempt > 1, "Nothing was lost: the test shows nothing.");
    }

    // Whoever wakes from storage stands before the same month again.
    private static async Task<List<ulong[]>> Continued(GrainRun run)
    {
        var months = new List<ulong[]>();
        while (!run.Finished || run.Progress!.State is RunState.Running or RunState.Paused)
        {
            if ((await run.Look()).State == RunState.Paused) await run.Continue();
            while (run.Waiting > 0)
                months.Add([.. (await run.Advance()).Hashes]);
        }
        return months;
    }
}
