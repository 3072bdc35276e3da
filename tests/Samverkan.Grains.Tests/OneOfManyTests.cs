using Samverkan.Grains.Driving;
using Samverkan.Model;
using Xunit;

namespace Samverkan.Grains.Tests;

/// <summary>Runs of comparisons and studies are there for their reader alone: a cluster need not keep them, and does
/// not.</summary>
public sealed class OneOfManyTests(ThreeSilos silos) : IClassFixture<ThreeSilos>
{
    // Long enough that a run has to wait for its reader.
    private static readonly Blueprint World = TestWorlds.Small with { To = Month.Of(2002, 12) };
    private static readonly List<ulong[]> Expected = TestWorlds.InProcess(World, 5, 1);

    [Theory]
    [InlineData(Granularity.Replication, 0)]
    [InlineData(Granularity.Municipality, 12)]
    public async Task A_run_that_was_read_leaves_nothing_behind(Granularity granularity, int checkpointMonths)
    {
        var run = await Start(new(granularity, CheckpointMonths: checkpointMonths, IsOneOfMany: true));

        Assert.Equal(Expected, await Rest(run));

        Assert.DoesNotContain(run.Id, await silos.Grains.GetGrain<IRunList>(0).All());
        Assert.DoesNotContain(silos.Storage.Keys, key => key.Contains(run.Id, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_run_that_is_lost_with_its_silo_lives_again_for_its_reader()
    {
        var run = await Start(new(Granularity.Replication, IsOneOfMany: true));
        List<ulong[]> before = [[.. (await run.Advance(TestContext.Current.CancellationToken)).Hashes]];

        await silos.Kill(await silos.HolderOf(run.Id, Granularity.Replication));
        List<ulong[]> found = [.. before, .. await Rest(run)];
        await silos.Refill();

        Assert.Equal(Expected, found);
    }

    [Fact]
    public async Task A_run_whose_reader_stays_away_is_let_go_and_lives_again_when_he_comes_back()
    {
        var run =
            await Start(new(Granularity.Replication, IsOneOfMany: true) { ReaderMayBeAway = TimeSpan.FromMilliseconds(50) });
        List<ulong[]> before = [[.. (await run.Advance(TestContext.Current.CancellationToken)).Hashes]];

        var grain = silos.Grains.GetGrain<IRunGrain>(run.Id);
        Assert.True(SpinWait.SpinUntil(() => IsUnknown(grain), TimeSpan.FromSeconds(30)), "The run still waits for its reader.");

        Assert.Equal(Expected, [.. before, .. await Rest(run)]);
    }

    private static bool IsUnknown(IRunGrain run)
    {
        try
        {
            run.Stands().GetAwaiter().GetResult();
            return false;
        }
        catch (UnknownRun)
        {
            return true;
        }
    }

    private Task<GrainRun> Start(RunOptions options) =>
        GrainRun.Start(silos.Grains, $"many-{Guid.NewGuid():N}", World, 5, 1, Detail.Headline, options);

    private static async Task<List<ulong[]>> Rest(GrainRun run)
    {
        var months = new List<ulong[]>();
        while (!run.Finished)
            months.Add([.. (await run.Advance()).Hashes]);
        return months;
    }
}
