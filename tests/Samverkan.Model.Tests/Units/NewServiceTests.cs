using CsCheck;
using Samverkan.Model.Needs;
using Samverkan.Model.Units;

namespace Samverkan.Model.Tests.Units;

public class NewServiceTests
{
    [Fact]
    public void A_larger_service_gets_more_posts_in_proportion_to_its_persons() =>
        Gen.Select(Gen.Int[0, 500], Gen.Int[0, 500]).Sample((a, b) =>
        NewService.Posts(Examples.P, Math.Max(a, b)) >= NewService.Posts(Examples.P, Math.Min(a, b))
        && NewService.Posts(Examples.P, a) >= Examples.P.Services.FewestNewPosts);

    [Fact]
    public void A_unit_of_its_own_costs_its_premises_too()
    {
        var p = Examples.P;
        Assert.Equal((long)p.Cost.Unit, NewService.FirstYearCost(p, 2, true) - NewService.FirstYearCost(p, 2, false), 1.0);
        Assert.Equal((long)(2 * p.Cost.Post), NewService.FirstYearCost(p, 2, false));
    }

    [Fact]
    public void Every_group_has_a_joint_kind_of_unit() =>
        Assert.All(Enum.GetValues<TargetGroup>(), g => Assert.True(NewService.KindFor(g).IsJoint()));
}

public class UnitTests
{
    [Fact]
    public void Both_sectors_share_a_joint_units_fixed_cost_and_each_pays_its_staff()
    {
        var unit = new Unit(Examples.World, 0, ActorPath.Unit("0001", 4, UnitKind.Centre));
        unit.Open(new(new(Examples.Some, []), 4, UnitKind.Centre, UnitState.Open, Model.Economy.Sector.Municipality, true, 1001,
            []));
        var report = unit.Close([Examples.Report(new(4, 0), countyPosts: 120, municipalPosts: 60)]);
        var post = (long)Examples.P.Cost.Post;
        Assert.Equal((post + 500, post / 2 + 501), (report.CountyCost, report.MunicipalCost));
    }

    [Fact]
    public void A_unit_that_was_closing_is_closed_at_the_months_end()
    {
        var unit = new Unit(Examples.World, 0, ActorPath.Unit("0001", 4, UnitKind.Centre));
        unit.Open(
            new(new(Examples.Some, []), 4, UnitKind.Centre, UnitState.Closing, Model.Economy.Sector.County, false, 100, []));
        var report = unit.Close([]);
        Assert.Equal((UnitState.Closed, 100, 0), (report.State, report.CountyCost, report.MunicipalCost));
    }
}
