using Samverkan.Model.Economy;
using Samverkan.Model.Municipalities;
using Samverkan.Model.SteeringCommittees;
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

    private static readonly Resolution Quiet = new()
    {
        CooperationState = default,
        Decisions = [],
        Minutes = [],
        Members = 0,
        Meetings = 0,
        PlannedMeetings = 0,
        Agreed = 0,
        Deferred = 0,
        LagMonths = 0,
        Revised = false,
        Dissolves = false,
        MemberHours = 0,
        Cost = 0,
        Hash = 0,
    };

    [Theory]
    [InlineData(1)]
    [InlineData(.25)]
    [InlineData(0)]
    public void The_state_pays_for_the_staff_that_its_guarantee_asks_for(double share)
    {
        var flows = new Flows();
        var p = Examples.P.With(("nation.guaranteeFunded", share), ("cost.agencyPost", 1_200_000));
        MonthlyCosts.Pay(ref flows, p, new()
        {
            Units = [],
            Resolution = Quiet,
            Scale = 1,
            BedDays = 0,
            WithoutBed = 0,
            TreatedAtHome = 0,
            LiableDays = 0,
            Placed = 0,
            UnmetOutside = 0,
            TrainingPosts = 0,
            CountyAgency = 20,
            MunicipalAgency = 5,
        });
        Assert.Equal((share * 200_000, share * 50_000), (flows.Of(Flow.CountyGrant), flows.Of(Flow.MunicipalGrant)));
    }

    [Theory]
    [InlineData("county", .1)]
    [InlineData("county", 0)]
    [InlineData("municipality", .1)]
    [InlineData("municipality", 0)]
    public void A_sector_whose_frame_is_gone_is_in_deficit(string sector, double left)
    {
        var world = new WatchedWorld(Town().Having(Set($"funding.frame.{sector}", left, Start + 3))).Until(Start + 20);
        world.Step();
        var brief = world.Only.Brief;
        Assert.True((sector == "county" ? brief.County : brief.Municipality).Stress > .5);
    }

    [Fact]
    public void In_the_warm_up_money_follows_cost()
    {
        var world = new WatchedWorld(TwoCounties());
        while (world.Next < Start)
        {
            world.Step();
            Assert.All(world.Municipalities,
                m => Assert.Equal((0, 0), (m.Report.Flows.Net(Account.County), m.Report.Flows.Net(Account.Municipality))));
        }
    }
}
