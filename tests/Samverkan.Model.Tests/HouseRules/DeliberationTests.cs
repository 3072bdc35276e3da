using Samverkan.Model.Needs;
using Samverkan.Model.SteeringCommittees;
using static Samverkan.Model.Tests.TestWorlds;

namespace Samverkan.Model.Tests.HouseRules;

/// <summary>What the committee knows, and from when it binds.</summary>
public class DeliberationTests
{
    [Fact]
    public void A_committee_deliberates_on_the_closes_of_last_month()
    {
        var world = WatchedWorld.WithCentres().Until(Start + 9);
        for (var i = 0; i < 6; i++)
        {
            var last = world.Only.Report;
            world.Step();
            for (var g = 0; g < TargetGroups.Count; g++)
                Assert.Equal((last.MonthlyCounts[g].Persons, last.MonthlyCounts[g].Unmet),
                    (world.Only.Brief.Groups[g].Persons, world.Only.Brief.Groups[g].Unmet));
        }
    }

    [Fact]
    public void A_decision_for_others_binds_from_a_later_month()
    {
        var world = WatchedWorld.WithCentres(48).Until(Start);
        var decisions = 0;
        while (world.Next < Start + 48)
        {
            world.Step();
            foreach (var decision in world.Only.Resolution.Decisions.Where(d => d.Remedy != Remedy.ReviseAgreement))
            {
                decisions++;
                Assert.True(decision.From > world.Next - 1);
            }
        }
        Assert.NotEqual(0, decisions);
    }

    [Fact]
    public void A_longer_lag_makes_a_decision_bind_later()
    {
        var p = Examples.P.Committee;
        Assert.True(Consensus.Lag(p, 12, .5) > Consensus.Lag(p, 6, .5));
        Assert.True(Consensus.Lag(p, 6, .5) > Consensus.Lag(p, 6, 1));
    }

    [Fact]
    public void Meetings_of_one_month_share_its_data_and_have_minutes_of_their_own()
    {
        var world = new WatchedWorld(Town(12).With(("committee.meetingsPerYear", 36), ("committee.adaptsSchedule", 0)));
        world.Until(Start);
        var number = 0;
        while (world.Next < Start + 12)
        {
            world.Step();
            var minutes = world.Only.Resolution.Minutes;
            Assert.Equal(3, minutes.Length);
            Assert.Equal([number + 1, number + 2, number + 3], minutes.Select(m => m.Number));
            Assert.Single(minutes.Select(m => m.Seen with { Review = null }).Distinct());
            number += 3;
        }
    }

    [Fact]
    public void There_is_no_committee_before_the_first_reported_month()
    {
        var world = new WatchedWorld(Town());
        while (world.Next < Start)
        {
            world.Step();
            Assert.Equal((0, 0), (world.Only.Resolution.Meetings, world.Only.Resolution.Members));
        }
    }
}
