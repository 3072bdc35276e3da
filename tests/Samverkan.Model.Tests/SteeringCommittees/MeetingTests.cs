using Samverkan.Model.Economy;
using Samverkan.Model.SteeringCommittees;
using Samverkan.Model.Units;

namespace Samverkan.Model.Tests.SteeringCommittees;

/// <summary>What becomes of the items on a table.</summary>
public class MeetingTests
{
    private static readonly Month Now = TestWorlds.Start + 11;

    private static readonly (string, double)[] OneMind = [("committee.consensusBase", 100), ("committee.sizeExponent", 0), ("committee.meetingsPerYear", 12)];

    // Two matters at least: a strained team, and needs that nobody has reviewed.
    private static readonly Brief Busy = Examples.Brief(Now) with { Teams = [new(new(4, 0), UnitKind.Centre, 1, true, 90, 12, 1.6, 100, 0)] };

    [Fact]
    public void A_meeting_takes_the_most_urgent_item_and_defers_what_it_has_no_time_for()
    {
        var items = Meet(Busy, [.. OneMind, ("committee.itemsPerMeeting", 1)]).Minutes.Single().Items;
        Assert.True(items.Length >= 2);
        Assert.Equal(Outcome.Agreed, items[0].Outcome);
        Assert.All(items.Skip(1), item => Assert.Equal(Outcome.Deferred, item.Outcome));
    }

    [Fact]
    public void What_nobody_can_pay_for_is_deferred()
    {
        var poor = new SectorState(0, 0, 60_000_000, false, false, false);
        var items = Meet(Busy with { County = poor, Municipality = poor }, [.. OneMind, ("committee.itemsPerMeeting", 20)]).Minutes.Single().Items;
        var capacity = Assert.Single(items, item => item.Item.Occasion is TeamStrained);
        Assert.Equal(Outcome.Deferred, capacity.Outcome);
    }

    [Fact]
    public void A_committee_that_cannot_agree_is_left_with_a_conflict()
    {
        var divided = Meet(Busy, [.. OneMind, ("committee.itemsPerMeeting", 20), ("committee.consensusBase", -100)]);
        Assert.All(divided.Minutes.Single().Items, item => Assert.NotEqual(Outcome.Agreed, item.Outcome));
        Assert.True(divided.CooperationState.Conflict > Meet(Busy, [.. OneMind, ("committee.itemsPerMeeting", 20)]).CooperationState.Conflict);
    }

    [Theory]
    [InlineData(Sector.County, Outcome.NotAgreed)]
    [InlineData(Sector.Municipality, Outcome.Agreed)]
    public void A_unit_is_rescued_where_the_other_sector_has_the_means(Sector closes, Outcome outcome)
    {
        // The county is rich and the municipality broke.
        var brief = Examples.Brief(Now) with
        {
            Threat = new(4, UnitKind.Centre, closes, 80, Now + 6, 3_000_000),
            County = new(0, 50_000_000, 60_000_000, false, false, false),
            Municipality = new(0, -60_000_000, 60_000_000, false, false, false),
        };
        var items = Meet(brief, [.. OneMind, ("committee.itemsPerMeeting", 20), ("funding.takeOverTrust", -1_000)]).Minutes.Single().Items;
        Assert.Equal(outcome, items.Single(item => item.Item.Occasion is UnitUnderThreat).Outcome);
    }

    [Theory]
    [InlineData(24, false)]
    [InlineData(6, true)]
    public void A_cooperation_does_not_dissolve_in_its_first_months(int safeMonths, bool dissolves) =>
        Assert.Equal(dissolves, Meet(Examples.Brief(Now), ("cooperation.dissolution", 1e9), ("cooperation.safeMonths", safeMonths)).Dissolves);

    private static Resolution Meet(Brief brief, params (string, double)[] values)
    {
        var world = new World(TestWorlds.Town().With(values), 1, 0);
        var committee = new SteeringCommittee(world, 0, "0001", world.ParametersOf(0, brief.Context));
        committee.Open(brief);
        return committee.Close();
    }
}
