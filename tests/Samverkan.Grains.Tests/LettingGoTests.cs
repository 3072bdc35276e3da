using Orleans;
using Orleans.Runtime;
using Samverkan.Grains.Actors;
using Samverkan.Grains.Driving;
using Samverkan.Model;
using Xunit;

namespace Samverkan.Grains.Tests;

/// <summary>A run that has ended leaves no actor in memory, persons least of all: there are thousands in each run.</summary>
public sealed class LettingGoTests(OneSilo silo) : IClassFixture<OneSilo>
{
    private static readonly string[] Actors =
    [
        nameof(NationGrain), nameof(CountyGrain), nameof(MunicipalityGrain), nameof(CommitteeGrain), nameof(UnitGrain),
        nameof(TeamGrain), nameof(PersonGrain),
    ];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Actors_of_a_run_down_to_each_person_are_gone_soon_after_its_end()
    {
        var run = await GrainRun.Start(
            silo.Grains, $"gone-{Guid.NewGuid():N}", TestWorlds.Small, 5, 1, Detail.Headline,
            new(Granularity.Person, CheckpointMonths: 12));
        var most = 0;
        while (!run.Finished)
        {
            await run.Advance(Stop);
            most = Math.Max(most, await InMemory());
        }
        Assert.True(most > 100, $"{most} actors at most show little.");

        for (var left = most; left > 0; left = await InMemory()) await Task.Delay(100, Stop);
    }

    private async Task<int> InMemory()
    {
        var all = await silo.Grains.GetGrain<IManagementGrain>(0).GetSimpleGrainStatistics();
        return all.Where(kind => Actors.Any(actor => kind.GrainType.Contains(actor, StringComparison.Ordinal)))
            .Sum(kind => kind.ActivationCount);
    }
}
