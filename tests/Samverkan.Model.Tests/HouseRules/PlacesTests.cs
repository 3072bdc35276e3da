using Samverkan.Model.Municipalities;
using Samverkan.Model.ServiceUsers;
using static Samverkan.Model.Tests.TestWorlds;

namespace Samverkan.Model.Tests.HouseRules;

/// <summary>Where a person is kept.</summary>
public class PlacesTests
{
    [Fact]
    public void A_persons_status_says_where_the_person_is_kept()
    {
        var world = WatchedWorld.WithCentres().Until(Start + 12);
        Assert.All(world.Only.Everybody.Values, person =>
        {
            Status? expected = person.Place switch
            {
                Keeping.Caseload => Status.InService,
                Keeping.Queue => Status.Waiting,
                Keeping.Placed => Status.Placed,
                Keeping.Resident => Status.Resident,
                _ => null,
            };
            if (expected is { } status) Assert.Equal(status, person.Person.Status);
        });
    }

    [Fact]
    public void Nobody_of_low_severity_is_placed_outside_not_even_at_the_start()
    {
        var town = new Municipality(Examples.World, 0, new("0001", "The municipality", 96_000));
        var placed = town.Persons().Where(person => person.Keeping == Keeping.Placed).ToList();
        Assert.InRange(placed.Count, 5, 40);
        Assert.All(placed, one => Assert.True(one.Person.Severity >= Examples.P.Placement.LeastSeverity));
    }

    [Fact]
    public void Whoever_leaves_the_world_never_comes_back()
    {
        var world = WatchedWorld.WithCentres();
        var gone = new HashSet<ulong>();
        Dictionary<ulong, Found> before = [];
        while (world.Next < Start + 6)
        {
            world.Step();
            var now = world.Only.Everybody;
            Assert.DoesNotContain(now.Keys, gone.Contains);
            gone.UnionWith(before.Keys.Where(id => !now.ContainsKey(id)));
            before = now;
        }
        Assert.NotEmpty(gone);
    }

    [Fact]
    public void Nobody_is_in_the_ward_and_placed_outside()
    {
        var world = new WatchedWorld(Town().With(("placement.rate", .02)).With(Each("ward.stay", 8)));
        while (world.Next < Start + 24)
        {
            world.Step();
            Assert.All(world.Only.Everybody.Values.Where(p => p.Place == Keeping.Placed), p => Assert.False(p.Person.InWard));
        }
    }

    [Fact]
    public void No_more_people_have_a_place_in_supported_housing_than_there_are_places()
    {
        var world =
            new WatchedWorld(Town().With(("placement.rate", .02), ("placement.return", .5), ("services.housingPlaces", 40)));
        while (world.Next < Start + 24)
        {
            world.Step();
            var housed = world.Only.Everybody.Values.Count(p => p.Person.Has(Traits.Housed));
            Assert.InRange(housed, 0, Math.Min(40, int.Parse(world.Only.Field("housing.supported.taken"))));
        }
    }

    [Fact]
    public void A_mild_person_is_sent_to_no_placement_and_hardly_any_stays_in_one_for_three_years()
    {
        var world = new WatchedWorld(Town(36).With(("placement.rate", .002)));
        var placedAtFirst = world.Step() is not null ? Placed().ToHashSet() : [];
        var (sent, least) = (0, Examples.P.Placement.LeastSeverity);
        while (world.Next < Start + 36)
        {
            world.Step();
            foreach (var id in Placed())
                if (placedAtFirst.Add(id))
                {
                    sent++;
                    Assert.True(world.Only.Everybody[id].Person.Severity >= least);
                }
        }
        Assert.InRange(sent, 20, 1_000);
        // One who was placed before the world began: at worst one in ten.
        var stays = 1 - Model.Municipalities.OutsidePlacement.ReturnProbability(Examples.P.Placement, .6, readiness: 0);
        Assert.InRange(Math.Pow(stays, 36), 0, .1);

        IEnumerable<ulong> Placed() => world.Only.Everybody.Where(p => p.Value.Place == Keeping.Placed).Select(p => p.Key);
    }
}
