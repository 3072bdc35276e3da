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
            var known = world.Only.Everybody.Values.Where(p => p.Place == Keeping.OnTheWay
                && p.Person.Status is not (Status.InService or Status.Placed)).Select(p => p.Id).ToArray();
            world.Step();
            var referred = world.Only.TeamMandates.SelectMany(m => m.Referred).Select(p => p.Id).Order().ToArray();
            Assert.Equal(known.Order(), referred);
            met += referred.Length;
        }
        Assert.NotEqual(0, met);
    }

    [Fact]
    public void Who_comes_home_from_a_placement_comes_to_a_team_and_not_to_a_queue()
    {
        var world = new WatchedWorld(Town().WithCentres().With(("placement.return", .1), ("population.placed", .2)))
            .Until(Start + 1);
        var home = 0;
        for (var i = 0; i < 6; i++)
        {
            var returning = world.Only.Everybody.Values.Where(p => p.Place == Keeping.OnTheWay
                && p.Person.Status == Status.Placed).Select(p => p.Id).ToArray();
            world.Step();
            Assert.Subset(world.Only.TeamMandates.SelectMany(m => m.Transferred).Select(p => p.Id).ToHashSet(),
                returning.ToHashSet());
            home += returning.Length;
        }
        Assert.NotEqual(0, home);
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
