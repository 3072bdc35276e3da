using Samverkan.Model.ServiceUsers;
using static Samverkan.Model.Tests.TestWorlds;

namespace Samverkan.Model.Tests.HouseRules;

/// <summary>What teams of separate services tell each other.</summary>
public class PartnerLinkTests
{
    [Fact]
    public void What_a_team_tells_of_a_link_its_partner_knows_the_month_after()
    {
        var world = new WatchedWorld(Town().Separate()).Until(Start);
        for (var i = 0; i < 3; i++)
        {
            var told = world.Only.TeamReports.SelectMany(r => r.Notes)
                .OrderBy(n => (n.From.Unit, n.From.Team, n.To.Unit, n.To.Team)).ToArray();
            Assert.NotEmpty(told);
            world.Step();
            Assert.Equal(told, world.Only.TeamMandates.SelectMany(m => m.Guests)
                .OrderBy(n => (n.From.Unit, n.From.Team, n.To.Unit, n.To.Team)));
        }
    }

    [Fact]
    public void A_partners_support_is_felt_two_months_after_the_referral_at_the_earliest()
    {
        var world = new WatchedWorld(Town().Separate().With(("link.partnerStrain", 1.5))).Until(Start);
        var referred = new Dictionary<ulong, Month>();
        var lags = new List<int>();
        var before = Links(world);
        while (world.Next < Start + 8)
        {
            world.Step();
            var now = Links(world);
            foreach (var (id, link) in now)
            {
                var was = before.GetValueOrDefault(id);
                if (link == LinkStage.Pending && was != LinkStage.Pending) referred[id] = world.Next - 1;
                if (link == LinkStage.Active && was == LinkStage.Pending && referred.TryGetValue(id, out var month))
                    lags.Add(world.Next - 1 - month);
            }
            before = now;
        }
        Assert.NotEmpty(lags);
        Assert.Equal(2, lags.Min());

        static Dictionary<ulong, LinkStage> Links(WatchedWorld world) =>
            world.Only.Teams.SelectMany(t => t.Caseload.Persons.ToArray()).ToDictionary(p => p.Id, p => p.Link);
    }

    [Fact]
    public void The_partner_forgets_a_person_the_month_after_the_person_has_left()
    {
        var world = new WatchedWorld(Town().Separate()).Until(Start);
        for (var i = 0; i < 6; i++)
        {
            world.Step();
            var linked = world.Only.Teams.SelectMany(t => t.Caseload.Persons.ToArray()).CountBy(p => p.Link).ToDictionary();
            world.Step();
            var guests = world.Only.TeamMandates.SelectMany(m => m.Guests).ToArray();
            Assert.Equal(
                (linked.GetValueOrDefault(LinkStage.Active), linked.GetValueOrDefault(LinkStage.Pending)),
                (guests.Sum(g => g.Active), guests.Sum(g => g.Pending)));
        }
    }

    [Fact]
    public void Persons_reach_the_other_sector_by_themselves_where_referrals_are_lost()
    {
        Assert.True(Links(.08) > 1.5 * Links(0));

        static int Links(double own)
        {
            var world = new WatchedWorld(Town().Separate()
                .With(("link.own", own), ("link.referral", .05), ("link.loss", 1), ("link.initial", 0))).Until(Start + 6);
            return world.Only.Teams.SelectMany(t => t.Caseload.Persons.ToArray()).Count(p => p.Link == LinkStage.Active);
        }
    }

    [Fact]
    public void Joint_teams_have_no_partner_links()
    {
        var world = WatchedWorld.WithCentres().Until(Start + 10);
        var joint = world.Only.Teams.Where(t => t.IsJoint).ToArray();
        Assert.NotEmpty(joint);
        Assert.All(joint.SelectMany(t => t.Caseload.Persons.ToArray()), p => Assert.Equal(LinkStage.None, p.Link));
    }
}
