using CsCheck;
using Samverkan.Model.Indicators;
using Samverkan.Model.Parameters;
using Samverkan.Model.Policies;
using Samverkan.Model.ServiceUsers;

namespace Samverkan.Model.Tests;

/// <summary>Same blueprint, seed and replication: same bits, whatever the order of execution.</summary>
public class DeterminismTests
{
    private static readonly Month Later = Month.Of(1996, 3);

    [Fact]
    public void A_run_can_be_repeated_to_the_bit() => Assert.Equal(Town().Run().Hashes(), Town().Run().Hashes());

    [Fact]
    public void Seeds_and_replications_give_other_worlds()
    {
        ulong[] last = [Town(1).Run(1).Hashes()[^1], Town(1).Run(2).Hashes()[^1], Town(1).Run(1, 1).Hashes()[^1]];
        Assert.Equal(3, last.Distinct().Count());
    }

    [Fact]
    public void The_order_of_siblings_changes_no_bit_of_a_town() =>
        Assert.Equal(Town().WithCentres().Run().Hashes(), Town().WithCentres().Run(backwards: true).Hashes());

    [Fact]
    public void The_order_of_siblings_changes_no_bit_of_two_counties() =>
        Assert.Equal(TestWorlds.TwoCounties(36).Run().Hashes(), TestWorlds.TwoCounties(36).Run(backwards: true).Hashes());

    [Fact]
    public void The_order_of_siblings_changes_no_observation()
    {
        var forwards = TestWorlds.TwoCounties(12).Run().SelectMany(m => m.Observations);
        var backwards = TestWorlds.TwoCounties(12).Run(backwards: true).SelectMany(m => m.Observations);
        Assert.Equal(forwards, backwards);
    }

    [Fact]
    public void Several_threads_at_once_change_no_bit()
    {
        var blueprint = Town(12).Having(TestWorlds.Set("committee.meetingsPerYear", 9, Later - 6));
        var alone = Enumerable.Range(0, 6).Select(k => blueprint.Run(1, k).Hashes()).ToArray();
        var together = new ulong[6][];
        var threads = Enumerable.Range(0, 6).Select(k => new Thread(() => together[k] = blueprint.Run(1, k).Hashes())).ToArray();
        foreach (var thread in threads) thread.Start();
        foreach (var thread in threads) thread.Join();
        Assert.Equal(alone, together);
    }

    [Fact]
    public void The_level_of_detail_changes_no_bit()
    {
        var all = new Simulation(Town(6), 1, 0, Detail.All);
        Assert.Equal(Town(6).Run().Hashes(), all.Rest().Hashes());
    }

    /// <summary>Comparisons take money and groups from runs that are broken down: each must tell every payment.</summary>
    [Fact]
    public void A_run_that_is_broken_down_tells_every_payment()
    {
        var (broken, all) = (new Simulation(Town(6), 1, 0, Detail.Breakdown), new Simulation(Town(6), 1, 0, Detail.All));
        for (var month = 0; month < 6; month++)
        {
            var (told, whole) = (Payments(broken.Advance()), Payments(all.Advance()));
            Assert.Equal(IndicatorCatalogue.Payments.Count, told.Count);
            Assert.Equal(whole, told);
        }

        static List<(string, double)> Payments(MonthResult month) =>
        [
            .. month.Observations.Where(seen => seen.Actor.Kind == ActorKind.Municipality && seen.Group is null
                && IndicatorCatalogue.Payments.Contains(seen.Indicator)).Select(seen => (seen.Indicator.Id, seen.Value)),
        ];
    }

    [Fact]
    public void A_longer_run_begins_like_a_shorter_one() =>
        Assert.Equal(Town(12).Run().Hashes(), Town(30).Run().Hashes()[..12]);

    [Theory]
    [InlineData("committee.meetingsPerYear", 24)]
    [InlineData("ward.beds", 2)]
    [InlineData("nation.incidenceFactor", 3)]
    [InlineData("funding.controllable.county", .8)]
    [InlineData("cost.post", 700_000)]
    [InlineData("services.housingPlaces", 90)]
    [InlineData("assertive.posts", 8)]
    [InlineData("housing.firstPlaces", 10)]
    [InlineData("housing.floatingPlaces", 30)]
    [InlineData("element.allowed.steering-committee", 0)]
    [InlineData("needs.referenceCare", .6)]
    [InlineData("population.reference", 90_000)]
    public void Scenarios_are_equal_to_the_bit_until_their_first_difference(string parameter, double value)
    {
        var before = Later - Town().From;
        var base_ = Town().Run().Hashes();
        var other = Town().Having(TestWorlds.Set(parameter, value, Later)).Run().Hashes();
        Assert.Equal(base_[..before], other[..before]);
        Assert.NotEqual(base_[before..], other[before..]);
    }

    [Theory]
    [InlineData(EventKind.LeadersLeave)]
    [InlineData(EventKind.Law)]
    [InlineData(EventKind.Influx)]
    [InlineData(EventKind.CloseUnit)]
    public void What_comes_from_outside_changes_nothing_before_it_comes(EventKind kind)
    {
        var world = Town().WithCentres();
        var before = Later - world.From;
        var other = world.Having(TestWorlds.Event(kind, Later, group: "psychosis", amount: 3, by: "county"));
        Assert.Equal(world.Run().Hashes()[..before], other.Run().Hashes()[..before]);
    }

    [Theory]
    [InlineData(Operation.Set)]
    [InlineData(Operation.Add)]
    [InlineData(Operation.Multiply)]
    public void A_change_of_nothing_changes_nothing(Operation operation)
    {
        var parameter = Catalogue.Get("ward.beds");
        var value = operation switch { Operation.Set => parameter.Default, Operation.Add => 0, _ => 1.0 };
        var nothing = new Intervention("nothing", parameter.Id, Scope.Everywhere, operation, value, Later);
        Assert.Equal(Town().Run().Hashes(), Town().Having(nothing).Run().Hashes());
    }

    [Fact]
    public void A_change_in_one_municipality_leaves_the_other_county_alone()
    {
        var world = TestWorlds.TwoCounties(15);
        var changed =
            world.Having(TestWorlds.Set("committee.meetingsPerYear", 1, Month.Of(1995, 6), new Scope(Municipality: "0102")));
        var (a, b) = (world.Run(), changed.Run());
        for (var m = 0; m < a.Length; m++)
            Assert.Equal(a[m].Hashes.Skip(3), b[m].Hashes.Skip(3));
        Assert.NotEqual(a[^1].Hashes[1], b[^1].Hashes[1]);
    }

    [Fact]
    public void Newcomers_give_nobody_else_another_identity_or_fate_at_the_start()
    {
        // Without services nobody meets anybody: what is left is each person's own luck.
        var alone = Town(14)
            .With(("services.clinicPosts", 0), ("services.officePosts", 0), ("ward.beds", 0), ("services.housingPlaces", 0));
        var joined = alone.Having(TestWorlds.Event(EventKind.Influx, Month.Of(1995, 3), "psychosis", 25));
        var (a, b) = (alone.Simulate(), joined.Simulate());
        while (!a.Finished)
        {
            a.Advance();
            b.Advance();
            var others = Census.Take(b).ToDictionary(p => p.Id, p => p.Person.Severity);
            Assert.All(Census.Take(a), p => Assert.Equal(p.Person.Severity, others.GetValueOrDefault(p.Id)));
        }
    }

    [Fact]
    public void A_person_has_the_same_severity_and_first_needs_in_every_scenario()
    {
        var (base_, other) =
            (Firsts(Town(6)), Firsts(Town(6).With(("nation.incidenceFactor", 3))
                .Having(TestWorlds.Event(EventKind.Influx, Month.Of(1995, 2), "dual", 10))));
        Assert.NotEmpty(base_);
        Assert.All(base_, person => Assert.Equal(person.Value, other[person.Key]));

        static Dictionary<ulong, ServiceUser> Firsts(Blueprint blueprint)
        {
            var random = new World(blueprint, 1, 0);
            var newcomers = new Model.Municipalities.Newcomers(random, "0001");
            return Enumerable.Range(0, Model.Needs.TargetGroups.Count)
                .SelectMany(g => newcomers.Persons(blueprint.Parameters, g, Month.Of(1995, 2), 5))
                .ToDictionary(p => p.Id);
        }
    }

    private static Blueprint Town(int months = 24) => TestWorlds.Town(months);
}
