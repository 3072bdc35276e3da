using Samverkan.Model.Chance;
using Samverkan.Model.Economy;
using Samverkan.Model.Housing;
using Samverkan.Model.Municipalities;
using Samverkan.Model.Needs;
using Samverkan.Model.Rules;
using Samverkan.Model.ServiceUsers;
using Samverkan.Model.Teams;
using Samverkan.Model.Units;

namespace Samverkan.Model.Tests.Housing;

/// <summary>Housing with support: it is granted, built and given, and people keep it or move on.</summary>
public sealed class HousingTests
{
    private const uint NoHome = 1u << (int)Domain.Accommodation;
    private const uint Drugs = 1u << (int)Domain.Drugs;

    private static readonly Model.Parameters.ParameterSet AtOnce = Examples.P.With(("housing.assessment", 1),
        ("housing.treatmentFirst", 1));

    private static readonly RandomStreams Luck = Examples.World.RandomStreams;

    [Fact]
    public void An_application_is_decided_after_months_and_lapses_when_nobody_asks_any_more()
    {
        var p = Examples.P.With(("housing.assessment", 4));
        var queue = new HousingQueue();
        Assert.InRange(queue.Assess(Asking(1000, NoHome), p.Housing, false, false, _ => false, Luck, Examples.Some), 200, 300);
        Assert.Equal(queue.Granted.Count, queue.WaitForHome());
        var waiting = queue.Granted[0].Person;
        queue.Assess([], p.Housing, false, false, person => person == waiting, Luck, Examples.Some + 1);
        Assert.Equal([waiting], queue.Granted.Select(g => g.Person));
        // Who is on the way between two teams gets nothing yet.
        Assert.Null(queue.Next(HousingForm.Supported));
        queue.Assess([], p.Housing, false, false, _ => false, Luck, Examples.Some + 2);
        Assert.Empty(queue.Granted);
    }

    [Fact]
    public void A_place_goes_to_who_is_in_the_ward_then_to_who_has_waited_longest()
    {
        var queue = new HousingQueue();
        queue.Assess([Ask(1)], AtOnce.Housing, false, false, _ => false, Luck, Examples.Some);
        queue.Assess([Ask(3, ward: true), Ask(2), Ask(1)], AtOnce.Housing, false, false, _ => false, Luck, Examples.Some + 1);
        var order = new List<ulong>();
        while (queue.Next(HousingForm.Supported) is { } next)
        {
            order.Add(next.Person);
            queue.Remove(next.Person);
        }
        Assert.Equal([3, 1, 2], order);
    }

    [Theory]
    [InlineData(1.0, 0u, false, false, HousingForm.Supported)]
    [InlineData(.3, 0u, false, false, null)]
    [InlineData(.3, 0u, false, true, HousingForm.Floating)]
    [InlineData(1.0, Drugs, false, false, null)]
    [InlineData(1.0, Drugs, true, false, HousingForm.First)]
    [InlineData(1.0, Drugs, true, true, HousingForm.First)]
    [InlineData(1.0, Drugs, false, true, HousingForm.Floating)]
    public void What_is_granted_follows_from_severity_and_from_treatment_first(double severity, uint substances, bool first,
        bool floating, HousingForm? granted)
    {
        var queue = new HousingQueue();
        var asks = Tenancy.Asks(Examples.Person(unmet: NoHome | substances, severity: (float)severity), AtOnce.Housing, floating,
            false)!.Value;
        queue.Assess([new(asks, default)], AtOnce.Housing, first, floating, _ => false, Luck, Examples.Some);
        Assert.Equal(granted, queue.Granted.Count == 0 ? null : queue.Granted[0].Form);
    }

    [Fact]
    public void A_flat_of_Housing_First_that_nobody_else_waits_for_goes_to_who_waits_for_supported_housing()
    {
        var queue = new HousingQueue();
        queue.Assess([Ask(1, severity: 1), Ask(2, substances: true)], AtOnce.Housing, true, false, _ =>
            false, Luck, Examples.Some);
        Assert.Equal(2ul, queue.Next(HousingForm.First)!.Value.Person);
        queue.Remove(2);
        Assert.Equal(1ul, queue.Next(HousingForm.First)!.Value.Person);
        Assert.Null(queue.Next(HousingForm.Floating));
    }

    [Fact]
    public void A_decided_place_stands_after_its_lag_and_its_capital_is_paid_meanwhile()
    {
        var stock = new HousingStock();
        stock.Found(10);
        stock.Plan(14, 8, Examples.Some);
        long paid = 0;
        for (var month = Examples.Some; month < Examples.Some + 8; month += 1)
        {
            stock.Complete(month);
            Assert.Equal((10, 4), (stock.Places, stock.Underway));
            paid += stock.Capital(1_000_000);
        }
        Assert.Equal(4_000_000, paid);
        Assert.Equal(4, stock.Complete(Examples.Some + 8));
        Assert.Equal((14, 0, 0), (stock.Places, stock.Underway, stock.Capital(1_000_000)));
    }

    [Fact]
    public void Places_that_are_abolished_are_not_built_first_and_are_paid_for_while_tenants_stay()
    {
        var stock = new HousingStock();
        stock.Found(10);
        for (var i = 0; i < 10; i++) stock.Take();
        stock.Order(3, 24, Examples.Some, own: true);
        stock.Plan(5, 24, Examples.Some);
        Assert.Equal((8, 0, 10, 0), (stock.Places, stock.Underway, stock.Paid, stock.Free));
        stock.Leave(3);
        Assert.Equal((8, 1), (stock.Paid, stock.Free));
    }

    [Fact]
    public void What_politics_decided_on_is_told_from_what_the_municipality_built_by_itself()
    {
        var stock = new HousingStock();
        stock.Found(10);
        stock.Order(3, 4, Examples.Some, own: true);
        stock.Plan(12, 4, Examples.Some);
        Assert.Equal((5_000, 2_000), (stock.Capital(4_000), stock.Capital(4_000, decided: true)));
        stock.Complete(Examples.Some + 4);
        Assert.Equal((15, 12), (stock.Paid, stock.Decided));
        stock.Plan(0, 4, Examples.Some + 5);
        Assert.Equal((3, 0), (stock.Paid, stock.Decided));
    }

    [Fact]
    public void Whatever_presses_for_places_is_built_for_where_there_is_money()
    {
        var p = Examples.P.With(("housing.tolerated", .2), ("housing.response", 1), ("housing.mostAYear", .5));
        HousingDemand calm = new(0, 0, 16);
        Assert.Equal(0, Built(calm));
        Assert.InRange(Built(calm with { Delayed = 30 }), 8, 12); // 30 less a fifth of a hundred
        Assert.InRange(Built(calm with { Placed = 120 }), 8, 12);
        Assert.InRange(Built(calm, waiting: 30), 8, 12);
        Assert.InRange(Built(calm with { Beds = 136 }, bedsAfter: 0), 5, 25); // a half for each, for a year
        Assert.Equal(0, Built(calm with { Delayed = 30 }, slack: 0));
        Assert.Equal(2, Built(calm with { Delayed = 30 }, slack: (long)(p.Cost.HousingPlace + p.Cost.HousingBuilt / 2)));

        int Built(HousingDemand demand, int waiting = 0, long slack = 100_000_000, int? bedsAfter = null)
        {
            var housing = new MunicipalHousing();
            housing.Found(p.With(("services.housingPlaces", 100)), 96_000);
            var now = Month.Of(2001);
            for (var month = 0; month < 60; month++)
            {
                housing.Queue.Assess(Asking(waiting, NoHome), AtOnce.Housing, false, false, _ => false, Luck, now);
                // Only the last budget has money.
                housing.Consider(p, month > 48 && bedsAfter is { } beds ? demand with { Beds = beds } : demand, month == 59
                    ? slack : 0, Ruleset.Usual.Housing, now);
                now += 1;
            }
            return housing.Supported.Underway;
        }
    }

    [Fact]
    public void No_home_is_lost_without_addiction_and_fewer_are_lost_in_Housing_First()
    {
        Assert.Equal(0, After(Traits.Housed, 0).Lost);
        var (supported, first) = (After(Traits.Housed, Drugs), After(Traits.HousingFirst, Drugs));
        Assert.InRange(supported.Lost, 40, 90);
        Assert.InRange(first.Lost, 10, supported.Lost / 2);
        Assert.Equal((supported.Lost, first.Lost), (supported.Supported, first.First));

        static HousingLeft After(Traits home, uint unmet) => Months(2000,
            Examples.Person(unmet: unmet, met: NoHome) with { Traits = home });
    }

    [Fact]
    public void Who_loses_a_home_has_an_unmet_need_of_one()
    {
        var person = Examples.Person(unmet: Drugs, met: NoHome) with { Traits = Traits.Housed | Traits.FloatingSupport };
        var left = new HousingLeft();
        Tenancy.Month(ref person, Examples.P.With(("housing.loss", 1)).Housing, Examples.P.Crisis, Luck, Examples.Some, ref left);
        Assert.Equal((NoHome | Drugs, 0u, Traits.None), (person.Unmet, person.Met, person.Traits));
        Assert.Equal(new HousingLeft(1, 0, 1, 0, 1), left);
    }

    [Fact]
    public void Only_who_needs_no_home_with_staff_moves_on()
    {
        Assert.InRange(Months(2000, Examples.Person() with { Traits = Traits.Housed }).MovedOn, 10, 40);
        Assert.Equal(0, Months(2000, Examples.Person(met: NoHome) with { Traits = Traits.Housed }).MovedOn);
        Assert.Equal(0, Months(2000, Examples.Person() with { Traits = Traits.Housed, Instability = 1 }).MovedOn);
        Assert.Equal(0, Months(2000, Examples.Person() with { Traits = Traits.Housed, WardDays = 9 }).MovedOn);
        var needy = Examples.Person(unmet: Domains.OfMunicipality & ~NoHome);
        Assert.Equal(0, Months(2000, needy with { Traits = Traits.Housed }).MovedOn);
    }

    [Fact]
    public void Who_moves_on_asks_for_floating_support_where_there_is_any()
    {
        Assert.Null(Tenancy.Asks(Examples.Person(), Examples.P.Housing, floating: false, movedOn: true));
        var asks = Tenancy.Asks(Examples.Person(), Examples.P.Housing, floating: true, movedOn: true)!.Value;
        var queue = new HousingQueue();
        queue.Assess([new(asks, default)], Examples.P.Housing, false, true, _ => false, Luck, Examples.Some);
        Assert.Equal(HousingForm.Floating, queue.Granted.Single().Form);
        // It is no home: it does not press for places.
        Assert.Equal(0, queue.WaitForHome());
    }

    [Fact]
    public void Floating_support_meets_needs_of_the_municipality_and_ends_when_they_are_met()
    {
        Assert.InRange(Unmet(Traits.FloatingSupport), 0, Unmet(Traits.None) - 100);
        var needy = Examples.Person(unmet: Domains.OfMunicipality);
        Assert.Equal(0, Months(2000, needy with { Traits = Traits.FloatingSupport }).Floating);
        Assert.InRange(Months(2000, Examples.Person() with { Traits = Traits.FloatingSupport }).Floating, 150, 250);

        static int Unmet(Traits traits)
        {
            var unmet = 0;
            for (ulong id = 1; id <= 400; id++)
            {
                var person = Examples.Person(unmet: Domains.OfMunicipality, id: id) with { Traits = traits };
                for (var month = 0; month < 6; month++) RosterNeeds.Move(ref person, Examples.Offer(municipality: .3f),
                    Examples.P, Luck, Examples.Some + month);
                unmet += person.UnmetCount;
            }
            return unmet;
        }
    }

    [Fact]
    public void Housing_First_meets_needs_of_accommodation_that_nobody_else_meets()
    {
        Assert.InRange(Met(Traits.HousingFirst), Met(Traits.None) + 10, 400);

        static int Met(Traits traits)
        {
            var met = 0;
            for (ulong id = 1; id <= 400; id++)
            {
                var person = Examples.Person(unmet: NoHome, id: id) with { Traits = traits };
                RosterNeeds.Move(ref person, Examples.Offer(municipality: 0), Examples.P, Luck, Examples.Some);
                met += person.MetCount;
            }
            return met;
        }
    }

    [Fact]
    public void Who_has_a_home_with_staff_asks_the_team_for_no_hours_of_the_municipality()
    {
        foreach (var home in new[] { Traits.Housed, Traits.HousingFirst })
        {
            var (usual, tenant) = (new Workload(), new Workload());
            var person = Examples.Person(unmet: Domains.OfMunicipality | Domains.OfCounty, met: Domains.OfBoth);
            usual.Add(person, 5, Leads.Of(false));
            tenant.Add(person with { Traits = home }, 5, Leads.Of(false));
            Assert.Equal(usual.County(Examples.P.Care, 1), tenant.County(Examples.P.Care, 1));
            // What both share, and planning.
            Assert.Equal(.5 * 5 * Examples.P.Care.HoursPerMetNeed + 1, tenant.Municipality(Examples.P.Care, 1), 9);
            Assert.True(usual.Municipality(Examples.P.Care, 1) > 10 * Examples.P.Care.HoursPerUnmetNeed);

            var linked = person with { Link = LinkStage.Active, Traits = home };
            Assert.Equal(0, PartnerLink.Note(default, linked, Domains.OfMunicipality, Domains.OfBoth).Unmet);
            Assert.Equal(6, PartnerLink.Note(default, linked, Domains.OfCounty, Domains.OfBoth).Unmet);
        }
    }

    [Fact]
    public void Floating_support_comes_beside_the_work_of_the_team()
    {
        var (usual, supported) = (new Workload(), new Workload());
        var person = Examples.Person(unmet: Domains.OfMunicipality);
        usual.Add(person, 5, Leads.Of(false));
        supported.Add(person with { Traits = Traits.FloatingSupport }, 5, Leads.Of(false));
        Assert.Equal(usual, supported);
        Assert.True(Met(Traits.FloatingSupport, .6f) > Met(Traits.None, .6f) + 20);

        static int Met(Traits traits, float care)
        {
            var met = 0;
            for (ulong id = 1; id <= 400; id++)
            {
                var one = Examples.Person(unmet: Domains.OfMunicipality, id: id) with { Traits = traits };
                RosterNeeds.Move(ref one, Examples.Offer(municipality: care), Examples.P, Luck, Examples.Some);
                met += one.MetCount;
            }
            return met;
        }
    }

    [Fact]
    public void Staff_of_housing_helps_at_home_and_not_in_the_ward()
    {
        var needs = Domains.OfMunicipality & ~NoHome;
        Assert.True(Met(0) > Met(20) + 100);

        int Met(ushort wardDays)
        {
            var met = 0;
            for (ulong id = 1; id <= 200; id++)
            {
                var person = Examples.Person(unmet: needs, id: id) with { Traits = Traits.Housed, WardDays = wardDays };
                RosterNeeds.Move(ref person, Examples.Offer(municipality: 0), Examples.P, Luck, Examples.Some);
                met += person.MetCount;
            }
            return met;
        }
    }

    [Fact]
    public void Support_ends_with_contact_and_a_home_with_staff_does_not()
    {
        var closing = new TeamClosing();
        closing.Begin(default, 5, new());
        closing.Depart(Examples.Person() with { Traits = Traits.Housing }, LifeEvents.DroppedOut);
        closing.Depart(Examples.Person() with { Traits = Traits.Housed }, LifeEvents.Died);
        Assert.Equal(new HousingLeft(1, 0, 1, 0, 0), closing.HousingLeft);
    }

    [Fact]
    public void Each_form_has_its_cost()
    {
        var p = Examples.P.With(("cost.housingPlace", 1_200), ("cost.housingFirst", 600), ("cost.floatingSupport", 120),
            ("cost.housingBuilt", 24_000),
            ("services.housingPlaces", 10), ("housing.firstPlaces", 5), ("housing.floatingPlaces", 20), ("housing.lag", 24));
        var housing = new MunicipalHousing();
        housing.Found(p, 96_000);
        housing.Floating.Take();
        var flows = new Flows();
        housing.Pay(ref flows, p.Cost);
        // Places stand ready whoever lives there; support is paid for persons who get it.
        Assert.Equal(10 * 100 + 5 * 50 + 10, flows.Of(Flow.MunicipalHousing));
        housing.Open(p.With(("services.housingPlaces", 12)), 96_000, Examples.Some);
        housing.Pay(ref flows, p.Cost);
        Assert.Equal(2 * 1_000, flows.Of(Flow.MunicipalBuilding));
    }

    private static HousingLeft Months(int persons, ServiceUser person)
    {
        var left = new HousingLeft();
        for (ulong id = 1; id <= (ulong)persons; id++)
        {
            var one = person with { Id = id };
            Tenancy.Month(ref one, Examples.P.Housing, Examples.P.Crisis, Luck, Examples.Some, ref left);
        }
        return left;
    }

    private static SentApplication[] Asking(int persons, uint unmet) =>
        [.. Enumerable.Range(1, persons).Select(id => new SentApplication(
            Tenancy.Asks(Examples.Person(unmet: unmet, id: (ulong)id), Examples.P.Housing, false, false)!.Value, default))];

    private static SentApplication Ask(ulong id, bool ward = false, bool substances = false, float severity = 1) => new(
        new(id, severity, Circumstances.NoHome | (ward ? Circumstances.InWard : 0) | (substances ? Circumstances.Substances : 0)),
            default);
}
