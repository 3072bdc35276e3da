using Samverkan.Model.ServiceUsers;
using static Samverkan.Model.Tests.TestWorlds;

namespace Samverkan.Model.Tests.HouseRules;

/// <summary>From becoming known to a team's care.</summary>
public class ReferralTests
{
    [Fact]
    public void Who_becomes_known_in_one_month_is_with_a_team_in_the_next()
    {
        var world = WatchedWorld.WithCentres().Until(Start + 3);
        var met = 0;
        for (var i = 0; i < 6; i++)
        {
            var known = world.Only.Everybody.Values.Where(p => p.Place == Keeping.OnTheWay && p.Person.Status != Status.InService).Select(p => p.Id).ToArray();
            world.Step();
            var referred = world.Only.TeamMandates.SelectMany(m => m.Referred).Select(p => p.Id).Order().ToArray();
            Assert.Equal(known.Order(), referred);
            met += referred.Length;
        }
        Assert.NotEqual(0, met);
    }

    [Fact]
    public void A_person_who_waits_gets_no_care_and_loses_engagement()
    {
        var world = new WatchedWorld(Town().With(("care.admissionCap", 0)).Separate()).Until(Start + 3);
        var waiting = world.Only.Teams.SelectMany(t => t.Queue.Persons.ToArray()).Where(p => p.WaitingMonths > 0).ToArray();
        Assert.NotEmpty(waiting);
        world.Step();
        var keeps = (float)Examples.P.Engagement.Waiting;
        Assert.All(waiting, person =>
        {
            if (world.Only.Find(person.Id) is { Status: Status.Waiting } now)
                Assert.Equal(person.Engagement * keeps, now.Engagement, 1e-6f);
        });
    }
}
