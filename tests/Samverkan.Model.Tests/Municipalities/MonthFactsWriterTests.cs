using Samverkan.Model.Counties;
using Samverkan.Model.Economy;
using Samverkan.Model.Indicators;
using Samverkan.Model.Municipalities;
using Samverkan.Model.Needs;
using Samverkan.Model.SteeringCommittees;
using Samverkan.Model.Teams;
using Samverkan.Model.Units;

namespace Samverkan.Model.Tests.Municipalities;

/// <summary>What a municipality gathers from its teams and its committee for its indicators.</summary>
public sealed class MonthFactsWriterTests
{
    private readonly ServiceRegister services = new(Examples.World);
    private readonly MonthFactsWriter writer = new();

    [Fact]
    public void Staff_of_all_teams_is_summed_over_both_sectors()
    {
        Open(UnitKind.OutpatientClinic, new(100, 80, 4, 0, 500, 700), default, inService: 20);
        Open(UnitKind.Centre, new(30, 30, 1, 0, 200, 100), new(50, 40, 5, 0, 300, 400), inService: 10);

        var staff = Facts().Staff;

        Assert.Equal((180, 150, 10), (staff.Posts, staff.Filled, staff.Leavers));
        Assert.Equal(new(1_200, 1_000), staff.Strain);
    }

    [Fact]
    public void Where_nobody_works_strain_is_as_high_as_it_gets()
    {
        Open(UnitKind.OutpatientClinic, new(100, 0, 0, 0, 0, 700), default, inService: 20);

        Assert.Equal(Examples.P.Team.MostStrain, IndicatorCatalogue.Strain.Of(Facts()));
    }

    [Fact]
    public void Cooperation_is_weighed_by_person_and_joint_teams_are_told_apart()
    {
        Open(UnitKind.OutpatientClinic, default, default, inService: 30, cooperation: .2);
        Open(UnitKind.Centre, default, default, inService: 10, cooperation: .8);

        var teams = Facts().Teams;

        Assert.Equal(new(14, 40), teams.Cooperation); // .2 x 30 + .8 x 10
        Assert.Equal(new(8, 10), teams.JointCooperation);
    }

    [Fact]
    public void Drift_is_measured_from_the_capacity_of_its_base_month()
    {
        var before = Facts(Hours(psychosis: 10, elderly: 0), age: 34);
        var atBase = Facts(Hours(psychosis: 30, elderly: 10), age: 35);
        var after = Facts(Hours(psychosis: 20, elderly: 20), age: 60);

        Assert.Equal((0, 0), (before.Capacity.Drift, atBase.Capacity.Drift));
        Assert.Equal(.25, after.Capacity.Drift, 12); // from 3/4 and 1/4 to a half each
    }

    [Fact]
    public void Need_is_spread_by_all_needs_met_or_not()
    {
        var counts = Hours(psychosis: 40, elderly: 0);
        counts.Of(TargetGroup.Psychosis).Unmet = 1;
        counts.Of(TargetGroup.Elderly).Met = 3;

        Assert.Equal(.75, Facts(counts).Capacity.Misfit, 12);
    }

    private static MonthlyCounts Hours(double psychosis, double elderly)
    {
        var counts = new MonthlyCounts();
        counts.Of(TargetGroup.Psychosis).Hours = psychosis;
        counts.Of(TargetGroup.Elderly).Hours = elderly;
        return counts;
    }

    private void Open(UnitKind kind, SectorMonth county, SectorMonth municipal, int inService, double cooperation = .5)
    {
        var counts = new MonthlyCounts();
        counts.Of(TargetGroup.Psychosis).InService = inService;
        var service = services.Open(kind, GroupSet.All, Sector.County);
        var team = service.AddTeam();
        team.Last = Examples.Report(team.Address, cooperation: cooperation, counts: counts)
            with
        { County = county, Municipality = municipal };
    }

    private MonthFacts Facts(MonthlyCounts? counts = null, int age = 0) => writer.Write(new()
    {
        P = Examples.P,
        MonthlyCounts = counts ?? new(),
        Services = services,
        Implementation = new Implementation(services, []),
        Resolution = new()
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
        },
        County = new()
        {
            Context = new(Examples.Some, []),
            Inhabitants = 96_000,
            Growth = 1,
            Payments = new(),
            Beds = 16,
            BedDays = 486,
            Budget = default,
            Stress = 0,
            Slack = 0,
            Frame = 0,
            BringsDeficit = false,
            Shifts = false,
            Freezes = false,
            Act = Act.None,
            Conflict = 0,
        },
        Account = new(Sector.Municipality),
        Flows = new(),
        PrimaryCare = 0,
        Crises = new CrisisRouting(new()),
        Beside = default,
        Housing = default,
        Shifting = 0,
        Acts = 0,
        Age = age,
    });
}
