using Samverkan.Model.Indicators;
using Samverkan.Model.Parameters;
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
            ("services.clinicPosts", 29), ("services.personsPerTeam", 150), ("population.inContact", .8))
            .With(Each("population.initial", 75)));
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

    // A place has what the reference municipality has, in proportion: so a world does not change if all figures that are declared
    // to follow inhabitants are stated for a reference municipality of another size. Powers of two leave the bits alone.
    [Theory]
    [InlineData(192_000, 2)]
    [InlineData(48_000, .5)]
    public void What_follows_inhabitants_is_declared(int population, double scale)
    {
        var stated = Town(48, population).WithCentres(20).With(("nation.stimulusGrant", 8e6), ("agenda.evaluationTerm", 24));
        var forItself = stated with
        {
            Parameters = stated.Parameters.With([
                KeyValuePair.Create(Catalogue.Get("population.reference"), (double)population),
                .. Catalogue.All.Where(p => p.Scaling != Scaling.None)
                    .Select(p => KeyValuePair.Create(p, p.Get(stated.Parameters) * p.FactorAt(scale)))]),
        };

        Assert.Equal(stated.Run().SelectMany(month => month.Observations),
            forItself.Run().SelectMany(month => month.Observations));
    }

    [Fact]
    public void The_figures_that_follow_inhabitants_are_those_that_users_know()
    {
        Assert.Equal(
            ["agenda.agreement", "agenda.deficitBase", "agenda.evaluation", "agenda.inclusionThreshold", "agenda.leastPosts",
             "agenda.member", "agenda.mostPosts", "agenda.review", "agenda.reviewGrowth", "assertive.posts",
                 "cost.administration", "crisisTeam.posts", "funding.bedsClosed",
             "housing.firstPlaces", "housing.floatingPlaces", "ips.posts", "nation.stimulusGrant", "peers.posts",
             "population.initial",
                 "population.newPerYear", "services.clinicPosts", "services.firstCentres",
             "services.housingPlaces", "services.officePosts", "ward.beds"],
            Catalogue.All.Where(p => p.Scaling != Scaling.None)
                .Select(p => string.Join('.', p.Id.Split('.')[..2])).Distinct().Order(StringComparer.Ordinal));
    }
}
