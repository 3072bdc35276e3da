using Samverkan.Model.Economy;
using Samverkan.Model.Policies;
using Samverkan.Model.Units;
using static Samverkan.Model.Tests.TestWorlds;

namespace Samverkan.Model.Tests.HouseRules;

/// <summary>Who owns a unit is not where it stands in the tree.</summary>
public class OwnershipTests
{
    [Fact]
    public void The_countys_units_are_children_of_the_municipality_that_they_serve()
    {
        var world = new WatchedWorld(TwoCounties());
        world.Step();
        Assert.All(world.Municipalities, m =>
        {
            Assert.Equal(Sector.County, m.MandateOf(UnitKind.InpatientWard).Owner);
            Assert.Equal(Sector.County, m.MandateOf(UnitKind.OutpatientClinic).Owner);
        });
    }

    [Fact]
    public void What_a_county_does_alone_hits_the_branch_with_the_largest_deficit()
    {
        var poor = new Scope(Municipality: "0102");
        var blueprint = TwoCounties(48).With(("funding.actBase", 100), ("funding.tolerance", 0), ("funding.initialSlack", .001))
            .Having(Set("funding.controllable.county", .5, Start + 3, poor));
        var world = new WatchedWorld(blueprint).Until(Start + 6);
        var acts = 0;
        while (world.Next < Start + 36)
        {
            world.Step();
            foreach (var (municipality, i) in world.Municipalities.Take(3).Select((m, i) => (m, i)))
                if (municipality.Mandate.Act >= Act.Freeze)
                {
                    acts++;
                    Assert.Equal(1, i);
                    Assert.True(municipality.Mandate.Conflict > 0);
                }
        }
        Assert.NotEqual(0, acts);
    }
}
