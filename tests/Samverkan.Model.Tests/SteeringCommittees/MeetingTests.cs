using Samverkan.Model.Cooperation;
using Samverkan.Model.Economy;
using Samverkan.Model.SteeringCommittees;
using Samverkan.Model.Units;

namespace Samverkan.Model.Tests.SteeringCommittees;

/// <summary>What becomes of the items on a table.</summary>
public class MeetingTests
{
    private static readonly Month Now = TestWorlds.Start + 11;

    private static readonly (string, double)[] OneMind =
        [("committee.consensusBase", 100), ("committee.sizeExponent", 0), ("committee.meetingsPerYear", 12)];

    // Two matters at least: a strained team, and needs that nobody has reviewed.
    private static readonly Brief Busy = Examples.Brief(Now) with { Teams = [Centre(4, waiting: 12, need: 1.6)] };

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
        var items = Meet(Busy with { County = poor, Municipality = poor }, [.. OneMind, ("committee.itemsPerMeeting", 20)])
            .Minutes.Single().Items;
        var capacity = Assert.Single(items, item => item.Item.Occasion is TeamStrained);
        Assert.Equal(Outcome.Deferred, capacity.Outcome);
    }

    [Fact]
    public void A_committee_that_cannot_agree_is_left_with_a_conflict()
    {
        var divided = Meet(Busy, [.. OneMind, ("committee.itemsPerMeeting", 20), ("committee.consensusBase", -100)]);
        Assert.All(divided.Minutes.Single().Items, item => Assert.NotEqual(Outcome.Agreed, item.Outcome));
        Assert.True(divided.CooperationState.Conflict > Meet(Busy, [.. OneMind, ("committee.itemsPerMeeting", 20)])
            .CooperationState.Conflict);
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
        var items = Meet(brief, [.. OneMind, ("committee.itemsPerMeeting", 20), ("funding.takeOverTrust", -1_000)])
            .Minutes.Single().Items;
        Assert.Equal(outcome, items.Single(item => item.Item.Occasion is UnitUnderThreat).Outcome);
    }

    [Theory]
    [InlineData(24, false)]
    [InlineData(6, true)]
    public void A_cooperation_does_not_dissolve_in_its_first_months(int safeMonths, bool dissolves) =>
        Assert.Equal(dissolves, Meet([Examples.Brief(Now - 11), Examples.Brief(Now)], ("cooperation.dissolution", 1e9),
            ("cooperation.safeMonths", safeMonths)).Dissolves);

    [Fact]
    public void Joint_services_that_have_just_opened_are_not_given_up_however_long_the_committee_has_met() =>
        Assert.False(Meet([Examples.Brief(Now - 11) with { JointUnits = 0 }, Examples.Brief(Now)],
            ("cooperation.dissolution", 1e9), ("cooperation.safeMonths", 6)).Dissolves);

    [Fact]
    public void What_needs_no_meeting_is_settled_without_one()
    {
        var settled = Meet(Examples.Brief(Now), [.. Willing, ("committee.meetingsPerYear", 0)]);
        Assert.Contains(settled.Decisions, d => d.Remedy is Remedy.Adapt or Remedy.Train);
        Assert.All(settled.Decisions, d => Assert.True(d.From > Now));
    }

    [Fact]
    public void Where_all_waits_for_a_meeting_nothing_is_settled_without_one() =>
        Assert.Empty(Meet(Examples.Brief(Now), [.. Willing, ("committee.meetingsPerYear", 0), ("committee.dailyDecisions", 0)])
            .Decisions);

    [Fact]
    public void A_committee_does_not_decide_what_daily_work_settles()
    {
        Assert.DoesNotContain(Meet(Examples.Brief(Now), OneMind).Minutes.Single().Items,
            i => i.Proposal.Remedy is Remedy.Adapt or Remedy.Train);
        Assert.Contains(Meet(Examples.Brief(Now), [.. OneMind, ("committee.dailyDecisions", 0)]).Minutes.Single().Items,
            i => i.Proposal.Remedy is Remedy.Adapt or Remedy.Train);
    }

    [Fact]
    public void Daily_work_never_decides_what_binds_both_organisations()
    {
        var settled = Meet(Busy with { Teams = [.. Busy.Teams, Centre(5, waiting: 0, need: .6)] },
            [.. Willing, ("committee.meetingsPerYear", 0), ("committee.dailyMatters", 6)]);
        Assert.All(settled.Decisions, d => Assert.True(d.Remedy is Remedy.Adapt or Remedy.Train
            || d.Proposal is { Remedy: Remedy.Capacity, Source: not null, Cost: 0 }));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Posts_move_between_joint_teams_in_daily_work_only_where_leaders_work_in_pairs(bool inPairs)
    {
        var structure = inPairs ? new StructuralElements(0).With(Element.CoLeadership) : new StructuralElements(0);
        var brief = Busy with
        {
            Structure = structure,
            Teams = [.. Busy.Teams, Centre(5, waiting: 0, need: .6)]
        };
        var settled = Meet(brief, [.. Willing, ("committee.meetingsPerYear", 0), ("committee.dailyMatters", 6)]);
        Assert.Equal(inPairs, settled.Decisions.Any(d => d.Remedy == Remedy.Capacity));
    }

    [Fact]
    public void Where_nobody_speaks_for_a_sector_nothing_is_decided()
    {
        var world = new World(TestWorlds.Town().With([.. OneMind, ("committee.vacancyMonths", 1e9)])
            .Having(TestWorlds.Event(Model.Policies.EventKind.LeadersLeave, Now, amount: 4)), 1, 0);
        var committee = new SteeringCommittee(world, 0, "0001", world.ParametersOf(0, Busy.Context));
        committee.Open(Busy);
        Assert.All(committee.Close().Minutes.Single().Items, item => Assert.Equal(Deferral.NoQuorum, item.Reason));
    }

    private static TeamState Centre(ushort unit, int waiting, double need) => new()
    {
        Address = new(unit, 0),
        Kind = UnitKind.Centre,
        Groups = new(1),
        Joint = true,
        Persons = 90,
        Waiting = waiting,
        Need = need,
        Posts = 100,
        Vacant = 0,
    };

    private static readonly (string, double)[] Willing = [("committee.dailyConsent", 1)];

    private static Resolution Meet(Brief brief, params (string, double)[] values) => Meet([brief], values);

    // Month by month; returns what the last one led to.
    private static Resolution Meet(Brief[] months, params (string, double)[] values)
    {
        var world = new World(TestWorlds.Town().With(values), 1, 0);
        var committee = new SteeringCommittee(world, 0, "0001", world.ParametersOf(0, months[0].Context));
        Resolution last = null!;
        foreach (var brief in months)
        {
            committee.Open(brief);
            last = committee.Close();
        }
        return last;
    }
}
