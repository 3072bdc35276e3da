using CsCheck;
using Samverkan.Model.Economy;
using Samverkan.Model.Indicators;
using Samverkan.Model.Nations;
using Samverkan.Model.Parameters;
using Samverkan.Model.Policies;

namespace Samverkan.Model.Tests;

/// <summary>People and money are never made and never lost, in any world.</summary>
public class ConservationTests
{
    // Values that are extreme but legal.
    private static readonly (string Id, double Value)[][] Extremes =
    [
        TestWorlds.Each("funding.growth", 0), TestWorlds.Each("funding.growth", -.02), [("ward.beds", 0)], [("ward.beds", 100)],
        [("services.clinicPosts", 0), ("services.officePosts", 0)], [("services.clinicPosts", 0)],
        [("services.officePosts", 300)],
        [("nation.incidenceFactor", 0)], [("nation.incidenceFactor", 100)],
        [("committee.coreMembers", 40), ("committee.associationSeats", 20), ("committee.invitedMost", 100)],
        [("committee.meetingsPerYear", 500)], [("committee.meetingsPerYear", 0)], [("element.allowed.steering-committee", 0)],
        [("committee.coreMembers", 0)], [("services.housingPlaces", 0)], [("services.housingPlaces", 2000)],
        [("crisisTeam.posts", 20), ("peers.posts", 30), ("ips.posts", 20)], [("assertive.posts", 40)],
        [("assertive.posts", 5), ("assertive.stepDown", .2), ("assertive.leastUrgency", 5)],
        [("housing.firstPlaces", 60), ("housing.floatingPlaces", 500)],
            [("housing.response", 1), ("housing.tolerated", 0), ("housing.lag", 1)],
        TestWorlds.Each("funding.controllable", 0), TestWorlds.Each("funding.controllable", 2),
        TestWorlds.Each("population.initial", 0),
        TestWorlds.Each("population.exit", .4), [("cooperation.leaderExit", .5)],
        [("cooperation.safeMonths", 0), ("cooperation.initialTrust", .1)],
        [("nation.stimulusGrant", 50e6)], [("services.firstCentres", 20)], [("services.newPosts", 20)],
        [("services.personsPerTeam", 40)],
        [("placement.rate", .002), ("placement.needSlope", .4), ("placement.return", .1)], [("cost.placement", 120_000)],
        [("committee.randomAgenda", 1)], [("committee.perfectKnowledge", 1)], TestWorlds.Each("services.included", 1),
        TestWorlds.Each("services.included", 0),
        [("services.personsMoved", 1), ("services.postsMoved", 1)], [("team.postsOpen", 0)], [("care.admissionCap", 1)],
        [("cost.post", 500_000)], [("team.hiringLag", 12)], [("ward.legalDays", 0)], TestWorlds.Each("ward.stay", 60),
    ];

    private static readonly Gen<(string, double)[]> Extreme = Gen.Int[0, Extremes.Length - 1].Select(i => Extremes[i]);

    private static readonly Scope[] Scopes =
    [
        Scope.Everywhere, new(Unit: new()), new(Unit: new(Model.Units.UnitKind.Centre)), new(Team: new(Number: 0)),
        new(Person: new()),
        new(Person: new(Model.Needs.TargetGroup.Psychosis)),
    ];

    private static readonly Gen<Intervention> AnyIntervention =
        Gen.Select(Extreme, Gen.Int[0, 17], Gen.Bool, Gen.Int[0, Scopes.Length - 1]).Select((values, month, ramp, scope) =>
            new Intervention($"{values[0].Item1}", values[0].Item1, Scopes[scope], Operation.Set, values[0].Item2,
            TestWorlds.Start + month,
            Ramp: ramp ? new Ramp(6, RampShape.Linear) : null));

    private static readonly Gen<ModelEvent> AnyEvent =
        Gen.Select(Gen.Enum<EventKind>(), Gen.Int[0, 17], Gen.Int[0, 8], Gen.Int[0, 19], Gen.Bool)
        .Select((kind, month, group, element, county) => TestWorlds.Event(
            kind, TestWorlds.Start + month, Model.Needs.TargetGroups.Ids[group], amount: 1 + group, by: county ? "county"
            : "municipality",
            unit: kind == EventKind.OpenUnit ? Model.Units.UnitKinds.Ids[4 + group % 4] : null,
            element: Model.Cooperation.Elements.Ids[element])
            with
        { Id = $"{kind}-{month}-{group}-{element}" });

    private static readonly Gen<Blueprint> AnyWorld =
        Gen.Select(Gen.Int[0, 12_000], Extreme, Extreme, AnyIntervention.Array[0, 3], AnyEvent.Array[0, 6], Gen.Bool).Select(
            (population, first, second, interventions, events, centres) =>
            {
                var world = TestWorlds.Town(18, population).With(first).With(second).Having(interventions).Having(events);
                return centres ? world.WithCentres(1) : world;
            });

    [Fact]
    public void Money_balances_and_people_are_counted_in_any_world() =>
        Gen.Select(AnyWorld, Gen.ULong).Sample((world, seed) => Sound(world, seed, 18), iter: 30, print: x => Print(x.Item1));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3_000)]
    [InlineData(96_000)]
    public void Money_balances_and_people_are_counted_whatever_the_number_of_inhabitants(int population) =>
        Sound(TestWorlds.Town(24, population).WithCentres(), 1, 24);

    [Fact]
    public void Money_balances_and_people_are_counted_among_two_million_inhabitants() =>
        Sound(TestWorlds.Town(3, 2_000_000).With(("funding.warmUpMonths", 12)).WithCentres(0), 1, 3);

    [Fact]
    public void Money_balances_and_people_are_counted_in_two_counties() => Sound(TestWorlds.TwoCounties(36), 1, 36);

    [Fact]
    public void Money_balances_and_people_are_counted_through_closure_takeover_and_new_plans() => Sound(
        TestWorlds.Town(48).WithCentres(1).Having(
            TestWorlds.Event(EventKind.CloseUnit, Month.Of(1995, 8), by: "county"),
            TestWorlds.Event(EventKind.TakeOverUnit, Month.Of(1995, 9)),
            TestWorlds.Event(EventKind.CloseUnit, Month.Of(1996, 8), by: "municipality"),
            TestWorlds.Event(EventKind.OpenUnit, Month.Of(1997, 3), "dual", unit: "addiction-centre"),
            TestWorlds.Event(EventKind.Influx, Month.Of(1996, 3), "refugees", 40),
            TestWorlds.Event(EventKind.Influx, Month.Of(1996, 3), "refugees", 10)),
        3, 48);

    [Fact]
    public void The_months_result_says_that_money_balances() =>
        Assert.All(TestWorlds.TwoCounties(6).Run(), month => Assert.Equal(0, month.Unbalanced));

    [Fact]
    public void The_months_result_counts_the_people_of_the_world()
    {
        var simulation = TestWorlds.TwoCounties(6).Simulate();
        foreach (var month in simulation.Rest())
            Assert.Equal(Census.Take(simulation).Count, month.People);
    }

    [Fact]
    public void Every_kind_of_payment_goes_between_two_accounts() => Assert.All(Enum.GetValues<Flow>(), flow =>
    {
        var (from, to) = FlowKinds.Between(flow);
        Assert.NotEqual(from, to);
    });

    [Fact]
    public void Every_kind_of_payment_is_counted() => Assert.Equal(FlowKinds.Count, Enum.GetValues<Flow>().Length);

    [Fact]
    public void What_one_account_pays_others_receive() =>
        Gen.Long[-1_000_000_000, 1_000_000_000].Array[FlowKinds.Count].Sample(amounts =>
    {
        var flows = new Flows();
        for (var i = 0; i < amounts.Length; i++) flows.Pay((Flow)i, amounts[i]);
        return Enum.GetValues<Account>().Sum(a => flows.Net(a)) == 0
            && Enum.GetValues<Account>().All(a => flows.In(a) - flows.Out(a) == flows.Net(a));
    });

    [Fact]
    public void Demand_driven_cost_is_a_part_of_cost() => Gen.Long[0, 1_000_000].Array[FlowKinds.Count].Sample(amounts =>
    {
        var flows = new Flows();
        for (var i = 0; i < amounts.Length; i++) flows.Pay((Flow)i, amounts[i]);
        return Enum.GetValues<Account>().All(a => flows.DemandDriven(a) >= 0 && flows.DemandDriven(a) <= flows.Out(a));
    });

    // Steps month by month through warm-up and run, and counts everything.
    private static void Sound(Blueprint blueprint, ulong seed, int months)
    {
        var simulation = blueprint.Simulate(seed);
        var before = Founders(blueprint);
        for (var month = simulation.Next; month < blueprint.From + months; month += 1)
        {
            var report = simulation.Step();
            Assert.True(report.Unbalanced == 0, $"{month}: {report.Unbalanced} SEK out of balance");
            var people = Census.Take(simulation);
            var twice = people.GroupBy(p => p.Id).FirstOrDefault(p => p.Count() > 1);
            Assert.True(twice is null,
                $"{month}: {twice?.Key:x} is {string.Join(" and ", twice?.Select(p => $"{p.Place} of {p.Actor}") ?? [])}");
            var (arrived, gone) = (0, 0);
            foreach (var municipality in report.Counties.SelectMany(c => c.Municipalities))
            {
                var all = municipality.MonthlyCounts.All();
                arrived += all.Arrivals;
                gone += all.Deaths + all.Exits;
            }
            Assert.True(people.Count == before + arrived - gone, $"{month}: {before} + {arrived} - {gone} is not {people.Count}");
            Assert.Equal(people.Count, report.Counties.Sum(c => c.Municipalities.Sum(m => m.People)));
            Assert.All(Staff(report),
                s => Assert.True(s.Filled >= 0 && s.Filled <= s.Posts, $"{month}: {s.Filled} of {s.Posts} posts are filled"));
            before = people.Count;
        }
    }

    private static int Founders(Blueprint blueprint)
    {
        var p = blueprint.Parameters.Population;
        var perReference = Enumerable.Range(0, p.Initial.Count).Sum(g => p.Initial[g]);
        return blueprint.Counties.SelectMany(c => c.Municipalities)
            .Sum(m => (int)Math.Floor(perReference * m.Population / p.Reference + .5));
    }

    private static IEnumerable<(int Posts, int Filled)> Staff(NationReport report) =>
        from county in report.Counties
        from municipality in county.Municipalities
        from unit in municipality.Units
        from team in unit.Teams
        from side in new[] { team.County, team.Municipality }
        select (side.Posts, side.Filled);

    private static string Print(Blueprint world) =>
        $"{world.Counties[0].Municipalities[0].Population} inhabitants; "
        + string.Join(", ",
            Catalogue.All.Where(p => p.Get(world.Parameters) != p.Default).Select(p => $"{p.Id}={p.Get(world.Parameters)}"))
        + "; " + string.Join(", ", world.Interventions.Select(i => $"{i.Parameter}:={i.Value} from {i.At} over {i.Ramp?.Months}"))
        + "; " + string.Join(", ", world.Events.Select(e => $"{e.At} {e.What}"));
}
