using Samverkan.Model.Economy;
using static Samverkan.Model.Tests.TestWorlds;

namespace Samverkan.Model.Tests.HouseRules;

/// <summary>When money arrives.</summary>
public class MoneyTests
{
    [Fact]
    public void Payment_liability_of_one_month_reaches_the_county_in_the_next()
    {
        var world = new WatchedWorld(Town().With(("ward.legalDays", 0), ("ward.delay", 10))).Until(Start);
        long paid = 0;
        for (var i = 0; i < 6; i++)
        {
            var before = world.Only.Report.Flows.Of(Flow.LiabilityPaid);
            world.Step();
            Assert.Equal(before, world.Only.Report.Flows.Of(Flow.LiabilityReceived));
            paid += before;
        }
        Assert.True(paid > 0);
    }

    [Fact]
    public void In_the_warm_up_money_follows_cost()
    {
        var world = new WatchedWorld(TwoCounties());
        while (world.Next < Start)
        {
            world.Step();
            Assert.All(world.Municipalities, m => Assert.Equal((0, 0), (m.Report.Flows.Net(Account.County), m.Report.Flows.Net(Account.Municipality))));
        }
    }
}
