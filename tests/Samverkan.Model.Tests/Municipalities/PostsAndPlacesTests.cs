using Samverkan.Model.Cooperation;
using Samverkan.Model.Economy;
using Samverkan.Model.Municipalities;
using Samverkan.Model.SteeringCommittees;
using Samverkan.Model.Units;

namespace Samverkan.Model.Tests.Municipalities;

/// <summary>Posts that move, staff that stays behind, places that are given away.</summary>
public class PostsAndPlacesTests
{
    private readonly ServiceRegister services = new(Examples.World);

    [Fact]
    public void Posts_that_move_between_teams_leave_the_one_and_reach_the_other()
    {
        var (from, to) = (Open(UnitKind.Centre), Open(UnitKind.DayCentre));
        var implementation = new Implementation(services, []);
        implementation.Receive([new(
            new() { Remedy = Remedy.Capacity, Team = to.Address, Source = new(UnitKind.Centre, from.Address), Posts = 20 },
            Examples.Some)]);

        implementation.CarryOut(Examples.P, new CooperationState(), Examples.Some);

        foreach (var sector in new[] { Sector.County, Sector.Municipality })
        {
            Assert.Equal((10, 10), Received(to, sector));
            Assert.Equal((-10, -10), Received(from, sector));
        }
    }

    [Fact]
    public void A_team_gives_away_no_more_than_it_has_left_in_a_month()
    {
        var (from, to) = (Open(UnitKind.Centre), Open(UnitKind.DayCentre));

        from.Give(to, Sector.County, 70, 60);
        from.Give(to, Sector.County, 70, 60);

        Assert.Equal((-100, -90), Received(from, Sector.County));
        Assert.Equal((100, 90), Received(to, Sector.County));
    }

    [Fact]
    public void Who_closes_a_unit_saves_a_part_of_its_own_staff_and_the_others_go_to_the_sectors_own_teams()
    {
        var (clinic, office) = (Open(UnitKind.OutpatientClinic), Open(UnitKind.SocialOffice));
        var closed = services.Find(Open(UnitKind.Centre).Address.Unit)!;
        (closed.Closing, closed.State) = ((Examples.Some, Sector.County), UnitState.Closed);

        StaffPlan.Return(services, Examples.P.With(("funding.savedByClosing", .4)).Funding, closed, closed.Teams[0]);

        Assert.Equal((60, 60), Received(clinic, Sector.County));
        Assert.Equal((100, 100), Received(office, Sector.Municipality));
    }

    private static (int Posts, int Filled) Received(TeamCard team, Sector sector) =>
        team.Orders.Staff(sector, true) is var order ? (order.ReceivedPosts, order.ReceivedFilled) : default;

    // With a hundred tenths of posts of each sector.
    private TeamCard Open(UnitKind kind)
    {
        var team = services.Open(kind, new(1), Sector.County).AddTeam();
        team.Last = Examples.Report(team.Address);
        return team;
    }
}

public class MonthlyCostsTests
{
    [Fact]
    public void Every_cost_is_paid_once_to_the_crown()
    {
        var p = Examples.P.With(("cost.placement", 1_000), ("placement.municipalShare", .6), ("cost.memberHour", 101),
            ("cost.bedDay", 10), ("cost.bedElsewhere", 7), ("cost.homeTreatment", 5));
        var resolution = new Resolution
        {
            CooperationState = new CooperationState(),
            Decisions = [],
            Minutes = [],
            Members = 5,
            Meetings = 1,
            PlannedMeetings = 6,
            Agreed = 0,
            Deferred = 0,
            LagMonths = 0,
            Revised = false,
            Dissolves = false,
            MemberHours = 1,
            Cost = 0,
            Hash = 0,
        };
        var flows = new Flows();

        MonthlyCosts.Pay(ref flows, p, new()
        {
            Units = [],
            Resolution = resolution,
            Scale = 0,
            BedDays = 3,
            WithoutBed = 2,
            TreatedAtHome = 1,
            LiableDays = 0,
            Placed = 2,
            UnmetOutside = 0,
            TrainingPosts = 0,
        });

        Assert.Equal((1_200, 800), (flows.Of(Flow.MunicipalPlacements), flows.Of(Flow.CountyPlacements)));
        // Half of 101 crowns each, and nobody keeps the odd one.
        Assert.Equal((50, 51), (flows.Of(Flow.CountyCommittee), flows.Of(Flow.MunicipalCommittee)));
        Assert.Equal(3 * 10 + 2 * 7 + 5, flows.Of(Flow.CountyBedDays));
    }
}
