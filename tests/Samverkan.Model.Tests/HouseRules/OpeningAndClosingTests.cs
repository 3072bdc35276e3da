using Samverkan.Model.Economy;
using Samverkan.Model.Needs;
using Samverkan.Model.Policies;
using Samverkan.Model.SteeringCommittees;
using Samverkan.Model.Units;
using static Samverkan.Model.Tests.TestWorlds;

namespace Samverkan.Model.Tests.HouseRules;

/// <summary>What moves when units open, close, are taken over or dissolved.</summary>
public class OpeningAndClosingTests
{
    [Fact]
    public void Persons_and_posts_move_into_a_new_service_in_the_month_in_which_it_opens()
    {
        var world = new WatchedWorld(Town(24).WithCentres(2));
        world.Until(Start + 3);
        var before = world.Only.TeamReports.Sum(r => r.County.Posts + r.Municipality.Posts);
        Assert.Empty(world.Only.Mandates.Where(u => u.Kind == UnitKind.Centre));
        world.Step();
        var centres = world.Only.Mandates.Where(u => u.Kind == UnitKind.Centre).SelectMany(u => u.Teams).ToArray();
        Assert.Equal(3, centres.Length);
        Assert.All(centres, m =>
        {
            Assert.NotEmpty(m.Transferred);
            Assert.True(m.County.ReceivedPosts > 0 && m.Municipality.ReceivedPosts > 0);
        });
        Assert.Equal(0, world.Only.TeamMandates.Sum(m => m.County.ReceivedPosts + m.Municipality.ReceivedPosts));
        var orders = world.Only.TeamMandates.Sum(m => m.County.Posts + m.Municipality.Posts);
        Assert.Equal(before + orders, world.Only.TeamReports.Sum(r => r.County.Posts + r.Municipality.Posts));
    }

    [Fact]
    public void A_group_that_the_centres_take_in_moves_to_them_with_its_posts()
    {
        var world = WatchedWorld.WithCentres().Until(Start + 8);
        var group = TargetGroup.Depression;
        Decide(world, new Decision(new() { Remedy = Remedy.Include, Group = group, Posts = 10 }, world.Next + 1));
        var there = Persons(world, group);
        world.Step();
        world.Only.Resolve = null;
        world.Step();
        var centre = world.Only.MandateOf(UnitKind.Centre).Teams[0];
        var moved = centre.Transferred.Count(p => p.Group == group);
        Assert.InRange(moved, .6 * there, there);
        Assert.True(centre.County.ReceivedPosts + centre.Municipality.ReceivedPosts > 0);
    }

    [Theory]
    [InlineData(Remedy.Capacity)]
    [InlineData(Remedy.TakeOver)]
    public void A_decision_about_a_unit_that_is_there_moves_nobody(Remedy remedy)
    {
        // Not all of the group's persons moved with the plan; now more of them would.
        var world = new WatchedWorld(Town().WithCentres().With(("services.personsMoved", .3))
            .Having(Set("services.personsMoved", 1, Start + 7))).Until(Start + 8);
        var centre = world.Only.MandateOf(UnitKind.Centre).Teams[0].Address;
        Decide(world, new Decision(
            new() { Remedy = remedy, Team = centre, UnitKind = UnitKind.Centre, Posts = 10 }, world.Next + 1));
        world.Step();
        Assert.Empty(world.Only.TeamReports.SelectMany(r => r.HandedOver));
    }

    [Fact]
    public void When_a_unit_closes_all_of_its_persons_go_to_the_teams_that_are_left()
    {
        // Without meetings nobody rescues it.
        var world = new WatchedWorld(Town(36).WithCentres().With(("committee.meetingsPerYear", 0))
            .Having(Event(EventKind.CloseUnit, Start + 8, by: "county")));
        world.Until(Start + 8);
        while (!world.Only.Mandates.Any(u => u.State == UnitState.Closing)) world.Step();
        var closing = world.Only.Mandates.First(u => u.State == UnitState.Closing);
        var left = world.Only.Reports.First(u => u.Ordinal == closing.Ordinal).Teams.SelectMany(t => t.HandedOver)
            .Select(p => p.Id).ToArray();
        Assert.NotEmpty(left);
        world.Step();
        Assert.DoesNotContain(world.Only.Mandates, u => u.Ordinal == closing.Ordinal);
        var transferred = world.Only.TeamMandates.SelectMany(m => m.Transferred.Concat(m.Referred)).Select(p => p.Id).ToHashSet();
        Assert.All(left, id => Assert.Contains(id, transferred));
    }

    [Fact]
    public void A_dissolution_closes_every_joint_team_and_returns_all_staff_to_their_own()
    {
        var world = WatchedWorld.WithCentres().Until(Start + 9);
        Decide(world, resolution => resolution with { Dissolves = true });
        world.Step();
        world.Only.Resolve = null;
        var joint = world.Only.Reports.Where(u => u.Kind.IsJoint()).SelectMany(u => u.Teams).ToArray();
        Assert.NotEmpty(joint);
        var (county, municipal) = (joint.Sum(t => t.County.Filled), joint.Sum(t => t.Municipality.Filled));
        world.Step();
        Assert.DoesNotContain(world.Only.Mandates, u => u.Kind.IsJoint());
        Assert.Equal(county, world.Only.MandateOf(UnitKind.OutpatientClinic).Teams.Sum(t => t.County.ReceivedFilled));
        Assert.Equal(municipal, world.Only.MandateOf(UnitKind.SocialOffice).Teams.Sum(t => t.Municipality.ReceivedFilled));
    }

    [Fact]
    public void A_dissolution_halves_trust_and_ends_the_agreement()
    {
        var world = new WatchedWorld(Town(36).WithCentres().With(("cooperation.safeMonths", 0), ("cooperation.dissolution", 1e9)))
            .Until(Start);
        double before = 0;
        while (!world.Only.Resolution.Dissolves)
        {
            before = world.Only.Resolution.CooperationState.Trust;
            world.Step();
        }
        Assert.Equal(0, world.Only.Resolution.CooperationState.Agreement);
        Assert.InRange(world.Only.Resolution.CooperationState.Trust, before * .35, before * .65);
    }

    [Fact]
    public void A_unit_that_is_taken_over_stays_open_and_its_rescuer_pays_its_fixed_cost()
    {
        var world = new WatchedWorld(Town(36).WithCentres().Having(
            Event(EventKind.CloseUnit, Start + 8, by: "county"), Event(EventKind.TakeOverUnit, Start + 9)));
        world.Until(Start + 24);
        var centre = world.Only.MandateOf(UnitKind.Centre);
        Assert.Equal((Sector.Municipality, false, UnitState.Open), (centre.Owner, centre.Shared, centre.State));
    }

    private static int Persons(WatchedWorld world, TargetGroup group) =>
        world.Only.Teams.Where(t => !t.IsJoint).Sum(t => t.Caseload.Persons.ToArray().Count(p => p.Group == group));

    private static void Decide(WatchedWorld world, Decision decision) =>
        Decide(world, resolution => resolution with { Decisions = [decision], Dissolves = false });

    private static void Decide(WatchedWorld world, Func<Resolution, Resolution> change) =>
        world.Only.Resolve = (_, resolution) => change(resolution);
}
