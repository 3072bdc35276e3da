using Samverkan.Model.Counties;
using Samverkan.Model.Economy;
using Samverkan.Model.Indicators;
using Samverkan.Model.Municipalities;
using Samverkan.Model.Needs;
using Samverkan.Model.ServiceUsers;
using Samverkan.Model.Teams;
using Samverkan.Model.Units;
using static Samverkan.Model.Tests.TestWorlds;

namespace Samverkan.Model.Tests.Teams;

/// <summary>Assertive teams: few persons a post, picked for their use of the ward or since others lose them.</summary>
public sealed class AssertiveTests
{
    private static readonly AssertiveSearch Search = new(30, 10, 20);

    [Fact]
    public void The_most_urgent_use_the_ward_most_or_are_lost_to_others()
    {
        var calm = Urgency(Examples.Person());
        var used = Urgency(Examples.Person() with { RecentBedDays = 40 });
        var crisis = Urgency(Examples.Person() with { Instability = 2 });
        var lost = Urgency(Examples.Person(status: Status.Resident) with { RefusalMonths = 12 });
        var severe = Urgency(Examples.Person(status: Status.Resident, severity: 2) with { RefusalMonths = 12 });
        Assert.Equal((0, 40, 20, 20, 40), (calm, used, crisis, lost, severe));

        static double Urgency(ServiceUser person) => Assertive.Urgency(person, Search);
    }

    [Fact]
    public void A_team_lets_go_of_who_has_been_well_for_long_alone()
    {
        Assert.InRange(Left(Examples.Person()), 30, 90);
        Assert.Equal(0, Left(Examples.Person() with { RecentBedDays = 20 }));
        Assert.Equal(0, Left(Examples.Person() with { Instability = 1 }));
        Assert.Equal(0, Left(Examples.Person() with { WardDays = 3 }));

        static int Left(ServiceUser person) => Enumerable.Range(1, 2000).Count(id =>
            Assertive.StepsDown(person with { Id = (ulong)id }, Examples.P.Assertive, Examples.P.Crisis,
                Examples.World.RandomStreams, Examples.Some));
    }

    [Fact]
    public void An_assertive_team_keeps_hold_of_some_who_would_drop_out()
    {
        var p = Examples.P.With(Each("population.exit", 0)).With(Each("crisis.rate", 0)).With(("engagement.dropout", .035),
            ("placement.rate", 0));
        var (usual, assertive) = (Dropouts(false), Dropouts(true));
        Assert.InRange(usual, 80, 200);
        Assert.InRange(assertive, usual / 4, usual * 3 / 4);

        int Dropouts(bool isAssertive) => Enumerable.Range(1, 4000).Count(id =>
        {
            var person = Examples.Person(unmet: 2, id: (ulong)id, engagement: 0);
            return (Examples.Live(ref person, Examples.Offer() with { Assertive = isAssertive }, p,
                Examples.Some) & LifeEvents.DroppedOut) != 0;
        });
    }

    [Fact]
    public void An_assertive_team_treats_a_part_of_its_persons_crises_at_home()
    {
        Assert.Equal(0, AtHome(false, 0));
        Assert.InRange(AtHome(true, 0), 200, 300);
        Assert.Equal(1000, AtHome(true, 1));

        static int AtHome(bool assertive, double usual)
        {
            var crises = Enumerable.Range(1, 1000).Select(id =>
                new Emergency(default, (ulong)id, 10, default, false, assertive)).ToArray();
            return WardAdmission.Admit(Examples.P.Ward, crises, 0, 0, usual, Examples.World.RandomStreams, Examples.Some, .25)
                .Count(CrisisOutcome.TreatedAtHome);
        }
    }

    [Fact]
    public void It_picks_the_most_urgent_of_all_who_are_looked_for_as_far_as_there_is_room()
    {
        var p = Examples.P.With(("assertive.caseload", 4));
        var services = new ServiceRegister(Examples.World);
        var teams = new AssertiveTeams(services);
        teams.Follow(p.With(("assertive.posts", 1)), 1);
        var own = services.OpenAssertive!.Teams[0];
        own.Last = Examples.Report(own.Address, countyPosts: 5, municipalPosts: 5);
        var other = services.Open(UnitKind.OutpatientClinic, GroupSet.All, Sector.County).AddTeam();
        other.Last = Examples.Report(other.Address) with { Candidates = [new(1, 35), new(2, 90), new(3, 31)] };
        var residents = new Residents(Examples.World, new());
        residents.Add(Examples.Person(id: 4) with { RecentBedDays = 50 }, Status.Resident);
        residents.Add(Examples.Person(id: 5) with { RecentBedDays = 33 }, Status.Resident);
        residents.Add(Examples.Person(id: 6) with { RecentBedDays = 3 }, Status.Resident);
        var outbox = new Outbox();
        outbox.Add([Examples.Person(id: 2)]);
        Assert.NotNull(teams.Search(p.Assertive, outbox));

        // Person 2 is on the way between two teams already.
        teams.Pick(p.Assertive, residents, outbox);
        Assert.Equal([1, 3], other.Orders.Picked);
        Assert.Equal((2, 1), (outbox.Picked, residents.Hidden.Count));

        outbox.Send(services, residents);
        Assert.Equal([4, 5], own.Orders.Transferred.Select(person => person.Id));
        Assert.All(own.Orders.Transferred, person => Assert.False(person.Has(Traits.Picked)));
    }

    [Fact]
    public void The_team_has_both_sectors_posts_and_closes_when_they_are_given_up()
    {
        var world = new WatchedWorld(Town(48).With(("assertive.caseload", 8), ("team.hiringLag", 1))
            .Having(Set("assertive.posts", 10, Start + 3)).Having(Set("assertive.posts", 0, Start + 36)));
        world.Until(Start + 35);
        var report = world.Only.Reports.Single(unit => unit.Kind == UnitKind.ActTeam).Teams[0];
        Assert.Equal((70, 30), (report.County.Posts, report.Municipality.Posts));
        Assert.InRange(report.InService, 30, 80);
        Assert.Equal(report.InService, (int)Seen(IndicatorCatalogue.InAssertive));
        world.Until(Start + 40);
        Assert.Equal(0, Seen(IndicatorCatalogue.InAssertive));
        Assert.DoesNotContain(world.Only.Reports, unit => unit.Kind == UnitKind.ActTeam);
        Assert.DoesNotContain(world.Only.Everybody.Values, found =>
            found.Person.Has(Traits.Picked) && found.Place != Keeping.OnTheWay);

        double Seen(Indicator indicator) => world.Only.Report.Indicators.Read(indicator.Id)!.Value;
    }

    [Fact]
    public void It_takes_no_part_in_plans_and_is_no_joint_service_of_the_cooperation()
    {
        var world = new WatchedWorld(Town(24).Separate().Having(Set("assertive.posts", 10, Start + 3))).Until(Start + 20);
        Assert.Equal(0, world.Only.Report.Indicators.Read(IndicatorCatalogue.JointUnits.Id));
        Assert.DoesNotContain(world.Only.Brief.Teams, team => team.Kind == UnitKind.ActTeam);
        Assert.False(world.Only.Brief.PlanStands);
        Assert.True(world.Only.Report.Indicators.Read(IndicatorCatalogue.InAssertive.Id) > 20);
    }

    [Fact]
    public void Its_persons_have_used_the_ward_more_than_others()
    {
        var world = new WatchedWorld(Town(30).Having(Set("assertive.posts", 6, Start + 3))).Until(Start + 18);
        var team = world.Only.Reports.Single(unit => unit.Kind == UnitKind.ActTeam).Ordinal;
        var found = world.Only.Teams.ToDictionary(t => t.Path, t => t.Caseload.Persons.ToArray());
        var (own, others) = (found.Where(x => IsOwn(x.Key)).SelectMany(x => x.Value).ToArray(),
            found.Where(x => !IsOwn(x.Key)).SelectMany(x => x.Value).ToArray());
        Assert.True(own.Average(p => p.RecentBedDays) > 3 * others.Average(p => p.RecentBedDays));
        Assert.True(own.Average(p => p.Severity * p.Proneness) > 1.3 * others.Average(p => p.Severity * p.Proneness));

        bool IsOwn(ActorPath path) => path == ActorPath.Team("0001", new(team, 0));
    }

    [Fact]
    public void Without_a_team_its_figures_change_nothing() => Assert.Equal(
        Town().Run().Hashes(), Town().With(("assertive.keeps", .9), ("assertive.atHome", .6),
            ("assertive.stepDown", .2)).Run().Hashes());

    [Fact]
    public void Who_has_the_shared_caseload_keeps_the_coordinator_for_longer()
    {
        Assert.True(Changes(1) < Changes(0));

        static double Changes(double shared)
        {
            var world = new WatchedWorld(Town(40).With(("assertive.posts", 10), ("assertive.sharedCaseload", shared),
                ("team.turnover", .014))).Until(Start + 36);
            var persons = world.Only.Teams.Single(t => t.Path.ToString().Contains(world.Only.Reports.Single(u =>
                u.Kind == UnitKind.ActTeam).Ordinal + "/0")).Caseload.Persons.ToArray();
            return -persons.Average(p => p.CoordinatorMonths);
        }
    }
}
