using Samverkan.Model.Cooperation;
using Samverkan.Model.Needs;
using Samverkan.Model.ServiceUsers;
using Samverkan.Model.Teams;

namespace Samverkan.Model.Tests.Teams;

/// <summary>How a team divides its hours among those who come.</summary>
public class TeamMonthTests
{
    private static readonly Month Now = TestWorlds.Start + 5;

    [Fact]
    public void A_team_admits_as_long_as_it_can_bear_and_the_others_wait()
    {
        var team =
            Opened(Mandate() with
            {
                Referred =
                [.. Enumerable.Range(0, 400).Select(id => Examples.Person(unmet: Domains.All, id: (ulong)id))]
            });
        Assert.InRange(team.Caseload.Count, 1, 399);
        Assert.Equal(400, team.Caseload.Count + team.Queue.Count);
        Assert.InRange(team.Strain, 0, Examples.P.Care.AdmissionCap);
    }

    [Fact]
    public void A_team_that_closes_admits_nobody()
    {
        var team = Opened(Mandate() with { Closes = true, Referred = [Examples.Person(id: 1), Examples.Person(id: 2)] });
        Assert.Equal((0, 2), (team.Caseload.Count, team.Queue.Count));
    }

    [Fact]
    public void A_joint_team_plans_once_where_two_sectors_plan_apart()
    {
        (string, double)[] hours = [("care.planningJoint", 1), ("care.planningSeparate", 3)];
        var joint = Opened(Mandate(county: 100, municipality: 100) with { Transferred = [Examples.Person()] }, hours);
        var apart = Opened(Mandate(county: 200, municipality: 0) with { Transferred = [Examples.Person()] }, hours);
        // The same staff: two sectors plan for an hour each, or one for three.
        Assert.Equal(1.5, apart.Strain / joint.Strain, 1e-9);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void In_a_joint_team_the_sector_that_leads_needs_no_coordination(bool countyLeads)
    {
        var person = Examples.Person(engagement: 1) with { Traits = countyLeads ? Traits.ClinicFirst : Traits.None };
        var team = Opened(Mandate() with { Transferred = [person] }, ("care.otherSector", 0), ("cooperation.initialTeam", 0));
        var offer = team.Offers[0];
        var (leads, follows) = countyLeads ? (offer.County, offer.Municipality) : (offer.Municipality, offer.County);
        Assert.True(leads > .5);
        Assert.Equal((float)Examples.P.Care.InformalCare, follows, 1e-6f);
    }

    [Fact]
    public void Training_lasts_a_year()
    {
        var p = Examples.P.Competence;
        var skills = new TeamCompetence(p);
        skills.Begin(p, Mandate() with { Train = new(1) });
        for (var month = 0; month < 12; month++)
        {
            Assert.Equal(new(1), skills.InTraining);
            skills.Month(p, new int[TargetGroups.Count], 0, true, 0);
        }
        Assert.Equal(default, skills.InTraining);
    }

    private static TeamMandate Mandate(int county = 100, int municipality = 100) => new(
        new(Now, []), new(9, 0), GroupSet.All, new StructuralElements(0), .5, new(0, county, county, true),
        new(0, municipality, municipality, true));

    private static Team Opened(TeamMandate mandate, params (string, double)[] values)
    {
        var team =
            new Team(new World(TestWorlds.Town().With(values), 1, 0), 0, ActorPath.Team("0001", new(9, 0)), mandate.Context);
        team.Open(mandate);
        return team;
    }
}
