using Samverkan.Model.Indicators;
using Samverkan.Model.Units;
using static Samverkan.Model.Tests.TestWorlds;

namespace Samverkan.Model.Tests.HouseRules;

/// <summary>Small and large municipalities.</summary>
public class ScalingTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(3_000, 1)]
    [InlineData(96_000, 2)]
    [InlineData(2_000_000, 37)]
    public void Services_are_laid_out_by_need(int population, int teams)
    {
        var world = new WatchedWorld(Town(1, population).With(
            ("services.clinicPosts", 29), ("services.personsPerTeam", 150), ("population.inContact", .8)).With(Each("population.initial", 75)));
        world.Step();
        Assert.InRange(world.Only.MandateOf(UnitKind.OutpatientClinic).Teams.Length, teams - teams / 10, teams + teams / 10);
        var posts = world.Only.MandateOf(UnitKind.OutpatientClinic).Teams.Sum(t => t.County.ReceivedPosts);
        Assert.Equal(Math.Floor(290.0 * population / 96_000 + .5), posts);
    }

    [Theory]
    [InlineData(3_000)]
    [InlineData(400_000)]
    public void Small_and_large_municipalities_start_with_the_same_strain_and_reach(int population)
    {
        var month = Town(1, population).Run()[0];
        var strain = month.Observations.First(o => o.Indicator == IndicatorCatalogue.Strain).Value;
        var reach = month.Observations.First(o => o.Indicator == IndicatorCatalogue.Reach).Value;
        Assert.InRange(strain, .6, 1.4);
        Assert.InRange(reach, .4, .95);
    }
}
