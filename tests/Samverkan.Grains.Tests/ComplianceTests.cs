using Samverkan.Grains.Clusters;
using Samverkan.Grains.Driving;
using Samverkan.Model;
using Xunit;

namespace Samverkan.Grains.Tests;

/// <summary>The same bits at every granularity, on any number of silos, whatever happens to messages on their way.</summary>
public sealed class ComplianceTests(OneSilo one, TwoSilos two) : IClassFixture<OneSilo>, IClassFixture<TwoSilos>
{
    public static TheoryData<Granularity> Granularities =>
        [Granularity.Replication, Granularity.Municipality, Granularity.Team, Granularity.Person];

    [Theory]
    [MemberData(nameof(Granularities))]
    public Task One_silo_gives_the_hashes_of_the_run_in_process(Granularity granularity) =>
        Equal(one, TestWorlds.Small, granularity);

    [Theory]
    [MemberData(nameof(Granularities))]
    public Task Two_silos_give_the_hashes_of_the_run_in_process(Granularity granularity) =>
        Equal(two, TestWorlds.Small, granularity);

    [Theory]
    [MemberData(nameof(Granularities))]
    public Task Changes_for_single_units_teams_and_persons_give_the_hashes_of_the_run_in_process(Granularity granularity) =>
        Equal(two, TestWorlds.Narrow, granularity);

    [Fact]
    public Task The_shipped_baseline_gives_the_same_hashes_down_to_each_person() =>
        Equal(two, TestWorlds.Shipped("baseline", Month.Of(1999, 12)), Granularity.Person);

    internal static async Task Equal(ITestSilos silos, Blueprint blueprint, Granularity granularity, int checkpointMonths = 0,
        ulong seed = 11)
    {
        var expected = TestWorlds.InProcess(blueprint, seed, 1);
        Assert.Equal(blueprint.To - blueprint.From + 1, expected.Count);

        var run = await GrainRun.Start(silos.Grains, $"test-{Guid.NewGuid():N}", blueprint, seed, 1, Detail.Headline,
            new(granularity, Scattered: true, checkpointMonths));

        foreach (var hashes in expected)
        {
            var month = await run.Advance();
            Assert.True(hashes.SequenceEqual(month.Hashes), $"{month.Month} differs at {granularity}.");
            Assert.Equal(0, month.Unbalanced);
        }
        Assert.True(run.Finished);
    }
}
