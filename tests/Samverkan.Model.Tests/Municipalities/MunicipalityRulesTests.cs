using CsCheck;
using Samverkan.Model.Cooperation;
using Samverkan.Model.Economy;
using Samverkan.Model.Indicators;
using Samverkan.Model.Municipalities;
using Samverkan.Model.Needs;
using Samverkan.Model.ServiceUsers;
using Samverkan.Model.Units;

namespace Samverkan.Model.Tests.Municipalities;

public class PrimaryCareTests
{
    private static readonly Gen<double> Share = Gen.Double[0, 1];

    [Fact]
    public void Cooperation_with_primary_care_stays_within_0_and_1_and_private_providers_wear_it_down() =>
        Gen.Select(Share, Share, Share, Share).Sample((c, contact, a, b) =>
    {
        var p = Examples.P.Referral;
        var (few, many) = (Math.Min(a, b), Math.Max(a, b));
        return PrimaryCare.Month(p, c, contact, few) is >= 0 and <= 1
            && PrimaryCare.Month(p, c, contact, many) <= PrimaryCare.Month(p, c, contact, few)
            && PrimaryCare.Month(p, c, Math.Min(1, contact + .1), few) >= PrimaryCare.Month(p, c, contact, few);
    });

    [Fact]
    public void A_month_of_primary_care_by_hand()
    {
        var p = Examples.P.With(("referral.gain", .03), ("referral.loss", .014), ("referral.privateLoss", .06)).Referral;
        Assert.Equal(.5 + .03 * .8 * .5 - (.014 + .06 * .3) * .5, PrimaryCare.Month(p, .5, .8, .3), 1e-12);
    }

    [Fact]
    public void Needs_cooperation_and_outreach_raise_referrals()
    {
        var structure = new StructuralElements(0).With(Element.MobileUnits);
        var plain = Referral(0b11, .5, false, default);
        Assert.True(Referral(0, .5, false, default) < plain);
        Assert.True(Referral(0b11, .3, false, default) < plain);
        Assert.Equal(plain, Referral(0b11, .5, false, structure));
        Assert.Equal(plain + Examples.P.Referral.Outreach, Referral(0b11, .5, true, structure), 1e-12);

        static double Referral(uint unmet, double cooperation, bool included, StructuralElements structure) =>
            PrimaryCare.Referral(Examples.P, Examples.Person(unmet: unmet), cooperation, included, structure);
    }
}

public class OutsidePlacementTests
{
    [Fact]
    public void The_hazard_by_hand()
    {
        var p = Examples.P.With(("placement.rate", .0006), ("placement.needSlope", .25)).Placement;
        var person = Examples.Person(unmet: 1u << (int)Domain.Food | 1u << (int)Domain.Money | 1u
            << (int)Domain.PsychoticSymptoms, severity: 2);
        Assert.Equal(.0006 * 2 * .6 * Math.Exp(.5),
            OutsidePlacement.Hazard(p, person.Severity, .6f, OutsidePlacement.OfNeeds(p, person.UnmetIn(Domains.OfMunicipality))),
            1e-9);
    }

    [Fact]
    public void A_ready_team_brings_people_home() => Gen.Select(Gen.Double[0, 1], Gen.Double[0, 1]).Sample((a, b) =>
        OutsidePlacement.ReturnProbability(Examples.P.Placement, 1, Math.Max(a, b))
        >= OutsidePlacement.ReturnProbability(Examples.P.Placement, 1, Math.Min(a, b)));

    [Fact]
    public void The_mild_are_not_placed_and_those_of_little_severity_come_home_sooner() =>
        Gen.Select(Gen.Double[0, 5], Gen.Double[0, 5]).Sample((a, b) =>
        OutsidePlacement.Hazard(Examples.P.Placement, (float)Math.Min(a, Examples.P.Placement.LeastSeverity - .01), 1, 10) == 0
        && OutsidePlacement.ReturnProbability(Examples.P.Placement, Math.Min(a, b), .5)
        >= OutsidePlacement.ReturnProbability(Examples.P.Placement, Math.Max(a, b), .5));
}

public class ResidentsTests
{
    [Fact]
    public void Who_is_placed_in_a_month_does_not_live_it_twice()
    {
        var p = Examples.P.With(("placement.rate", 1e6), ("placement.return", 1)).With(TestWorlds.Each("population.exit", 0));
        var residents = new Residents(Examples.World, new());
        residents.Add(Examples.Person(unmet: 0b111), Status.Resident);
        var counts = new MonthlyCounts();
        var home = new MonthAtHome
        {
            Included = default,
            Structure = default,
            PrimaryCare = .5,
            Readiness = new double[TargetGroups.Count],
            AnyService = true,
            CountyShifts = false,
            MunicipalityShifts = false,
            WardCrowding = 0,
        };
        residents.Live(p, home, counts, Examples.Some);
        Assert.Equal((0, 1, 0), (residents.Hidden.Count, residents.Placed.Count, residents.Known.Count));
        residents.Live(p, home, counts, Examples.Some + 1);
        Assert.Single(residents.Known);
    }

    [Fact]
    public void Who_loses_the_home_in_supported_housing_to_a_placement_frees_it_once()
    {
        var p = Examples.P.With(("placement.rate", 1e6), ("placement.return", 0)).With(TestWorlds.Each("population.exit", 0));
        var residents = new Residents(Examples.World, new());
        residents.Add(Examples.Person() with { Traits = Traits.Housed }, Status.Resident);
        var counts = new MonthlyCounts();
        var home = new MonthAtHome
        {
            Included = default,
            Structure = default,
            PrimaryCare = .5,
            Readiness = new double[TargetGroups.Count],
            AnyService = true,
            CountyShifts = false,
            MunicipalityShifts = false,
            WardCrowding = 0,
        };
        residents.Live(p, home, counts, Examples.Some);
        Assert.Equal(1, residents.HousingLeft.Supported);
        residents.Live(p.With(TestWorlds.Each("population.exit", 12)), home, counts, Examples.Some + 1);
        Assert.Equal(0, residents.HousingLeft.Supported);
    }

    [Fact]
    public void Who_refuses_contact_is_referred_by_nobody_and_brought_back_by_some_crises()
    {
        var p = Examples.P.With(TestWorlds.Each("population.exit", 0))
            .With(("placement.rate", 0), ("referral.rate", .15), ("engagement.crisisLeadsBack", .5));
        int Known(double crises)
        {
            var residents = new Residents(Examples.World, new());
            for (ulong id = 0; id < 400; id++)
                residents.Add(Examples.Person(id: id, unmet: 0b11) with { RefusalMonths = 20 }, Status.Resident);
            residents.Live(p.With(TestWorlds.Each("crisis.rate", crises)),
                new()
                {
                    Included = default,
                    Structure = default,
                    PrimaryCare = .5,
                    Readiness = new double[TargetGroups.Count],
                    AnyService = true,
                    CountyShifts = false,
                    MunicipalityShifts = false,
                    WardCrowding = 0,
                }, new(), Examples.Some);
            return residents.Known.Count;
        }
        Assert.Equal(0, Known(0));
        Assert.InRange(Known(1e6), 150, 250);
    }

    [Fact]
    public void Who_drops_out_refuses_contact_and_who_is_helped_does_not()
    {
        var residents = new Residents(Examples.World, new());
        residents.TakeBack(new(Examples.Person(id: 1), LifeEvents.DroppedOut), Examples.P, null, Examples.Some);
        residents.TakeBack(new(Examples.Person(id: 2), LifeEvents.Helped), Examples.P, null, Examples.Some);
        Assert.True(residents.Hidden[0].RefusalMonths > 0);
        Assert.Equal(0, residents.Hidden[1].RefusalMonths);
    }

    [Fact]
    public void A_crisis_makes_a_person_known()
    {
        var p = Examples.P.With(TestWorlds.Each("crisis.rate", 1e6)).With(TestWorlds.Each("population.exit", 0))
            .With(("placement.rate", 0), ("placement.leastSeverity", 0), ("referral.rate", 0));
        var residents = new Residents(Examples.World, new());
        for (ulong id = 0; id < 100; id++) residents.Add(Examples.Person(id: id), Status.Resident);
        var counts = new MonthlyCounts();
        residents.Live(p, new()
        {
            Included = default,
            Structure = default,
            PrimaryCare = .5,
            Readiness = new double[TargetGroups.Count],
            AnyService = true,
            CountyShifts = false,
            MunicipalityShifts = false,
            WardCrowding = 0,
        }, counts, Examples.Some);
        Assert.Equal(residents.Emergencies.Select(e => e.Person).Order(), residents.Known.Select(k => k.Id).Order());
        Assert.InRange(residents.Known.Count, 80, 100);
    }
}

public class RoutingTests
{
    [Fact]
    public void A_joint_team_that_takes_the_group_comes_first() => Gen.ULong.Sample(id =>
    {
        var services = Services();
        var joint = services.Open(UnitKind.Centre, new(1), Sector.Municipality);
        joint.AddTeam().Last = Examples.Report(new(joint.Ordinal, 0), strain: 2);
        return services.Route(Person(id, TargetGroup.Psychosis))!.Address.Unit == joint.Ordinal
            && services.Route(Person(id, TargetGroup.Depression))!.Address.Unit != joint.Ordinal
            && services.RouteByLot(Person(id, TargetGroup.Psychosis))!.Address.Unit == joint.Ordinal;
    });

    [Fact]
    public void Where_services_are_separate_a_person_goes_to_the_sector_met_first() =>
        Gen.Select(Gen.ULong, Gen.Bool).Sample((id, clinic) =>
    {
        var services = Services();
        var person = Person(id, TargetGroup.Psychosis) with { Traits = clinic ? Traits.ClinicFirst : Traits.None };
        var kind = clinic ? UnitKind.OutpatientClinic : UnitKind.SocialOffice;
        return services.Find(services.Route(person)!.Address.Unit)!.Kind == kind
            && services.Find(services.RouteByLot(person)!.Address.Unit)!.Kind == kind;
    });

    [Fact]
    public void The_least_strained_team_takes_the_person() => Gen.ULong.Sample(id =>
    {
        var services = Services();
        var centre = services.Open(UnitKind.Centre, new(1), Sector.Municipality);
        double[] strains = [1.2, .8, 1.1];
        foreach (var strain in strains)
        {
            var team = centre.AddTeam();
            team.Last = Examples.Report(team.Address, strain);
        }
        return services.Route(Person(id, TargetGroup.Psychosis))!.Address.Team == 1;
    });

    [Fact]
    public void Ties_are_settled_by_lot_so_that_no_team_is_favoured()
    {
        var services = Services();
        var centre = services.Open(UnitKind.Centre, new(1), Sector.Municipality);
        for (var i = 0; i < 4; i++) centre.AddTeam();
        var counts = Enumerable.Range(0, 4_000)
            .CountBy(id => services.Route(Person((ulong)id, TargetGroup.Psychosis))!.Address.Team).ToDictionary();
        // Four standard deviations of a quarter of 4,000.
        Assert.All(counts.Values, c => Assert.InRange(c, 1000 - 110, 1000 + 110));
    }

    [Fact]
    public void Persons_on_their_way_spread_one_months_referrals()
    {
        var services = Services();
        var centre = services.Open(UnitKind.Centre, new(1), Sector.Municipality);
        for (var i = 0; i < 2; i++) centre.AddTeam();
        for (ulong id = 0; id < 100; id++)
        {
            var person = Person(id, TargetGroup.Psychosis);
            services.Route(person)!.Orders.Referred.Add(person);
        }
        Assert.All(centre.Teams, t => Assert.Equal(50, t.Orders.Persons));
    }

    [Fact]
    public void A_closing_unit_takes_nobody()
    {
        var services = Services();
        var centre = services.Open(UnitKind.Centre, GroupSet.All, Sector.Municipality);
        centre.AddTeam();
        centre.State = UnitState.Closing;
        Assert.NotEqual(centre.Ordinal, services.Route(Person(7, TargetGroup.Psychosis))!.Address.Unit);
        Assert.NotEqual(centre.Ordinal, services.RouteByLot(Person(7, TargetGroup.Psychosis))!.Address.Unit);
    }

    private static ServiceUser Person(ulong id, TargetGroup group) => Examples.Person(group, id: id);

    private static ServiceRegister Services()
    {
        var services = new ServiceRegister(Examples.World);
        services.Open(UnitKind.OutpatientClinic, GroupSet.All, Sector.County).AddTeam();
        services.Open(UnitKind.SocialOffice, GroupSet.All, Sector.Municipality).AddTeam();
        return services;
    }
}

public class StaffPlanTests
{
    [Fact]
    public void All_posts_that_are_created_or_abolished_go_somewhere() =>
        Gen.Select(Gen.Int[0, 100], Gen.Double[0, 1], Gen.Double[.5, 2]).Sample((posts, agreement, strain) =>
    {
        var (more, fewer) = (Services(strain), Services(strain));
        StaffPlan.Create(more, Examples.P.Funding, Sector.County, posts, agreement);
        var (own, joint) = StaffPlan.DivideCut(fewer, Examples.P.Funding, Sector.County, posts, agreement);
        StaffPlan.Abolish(fewer, Sector.County, own, joint);
        return own + joint == posts && Sum(more, Sector.County) == posts && Sum(fewer, Sector.County) == -posts
            && Sum(more, Sector.Municipality) == 0 && Sum(fewer, Sector.Municipality) == 0;
    });

    private static int Sum(ServiceRegister services, Sector sector) =>
        services.Teams.Sum(t => t.Orders.Staff(sector, true).Posts);

    [Fact]
    public void An_agreement_gives_joint_teams_more_of_what_is_new_and_spares_them_in_a_cut()
    {
        Assert.True(New(1) > New(0));
        Assert.True(StaffPlan.DivideCut(Services(1), Examples.P.Funding, Sector.County, 100, 1).Joint
            < StaffPlan.DivideCut(Services(1), Examples.P.Funding, Sector.County, 100, 0).Joint);

        static int New(double agreement)
        {
            var services = Services(1);
            StaffPlan.Create(services, Examples.P.Funding, Sector.County, 100, agreement);
            return services.Joint.Sum(s => s.Teams.Sum(t => t.Orders.Staff(Sector.County, true).Posts));
        }
    }

    [Fact]
    public void A_withdrawal_takes_its_share_of_joint_posts_of_that_sector_alone()
    {
        var services = Services(1);
        StaffPlan.Withdraw(services, Examples.P.With(("funding.withdrawal", .08)).Funding, Sector.County);
        Assert.Equal(-8, services.Joint.Single().Teams[0].Orders.Staff(Sector.County, true).Posts);
        Assert.Equal(0, services.Joint.Single().Teams[0].Orders.Staff(Sector.Municipality, true).Posts);
        Assert.Equal(0, services.First(UnitKind.OutpatientClinic).Teams[0].Orders.Staff(Sector.County, true).Posts);
    }

    [Theory]
    [InlineData(1.4, 1)]
    [InlineData(.6, -1)]
    public void In_the_warm_up_staff_follows_strain(double strain, int sign)
    {
        var services = Services(strain);
        StaffPlan.Steer(services, Examples.P.Funding, 1);
        var order = services.First(UnitKind.OutpatientClinic).Teams[0].Orders.Staff(Sector.County, true);
        Assert.Equal(sign, Math.Sign(order.ReceivedPosts));
        Assert.Equal(order.ReceivedPosts, order.ReceivedFilled);
    }

    [Fact]
    public void Posts_that_are_held_vacant_bring_no_further_posts_in_the_warm_up()
    {
        var services = Services(2);
        var team = services.First(UnitKind.OutpatientClinic).Teams[0];
        // Half of the posts have holders: with all of them the strain would be one.
        team.Last = team.Last! with { County = team.Last.County with { Filled = team.Last.County.Posts / 2 } };
        StaffPlan.Steer(services, Examples.P.With(("funding.warmUpStrain", 1)).Funding, .5);
        Assert.Equal(0, team.Orders.Staff(Sector.County, true).ReceivedPosts);
        StaffPlan.Steer(services, Examples.P.With(("funding.warmUpStrain", 1)).Funding, 1);
        Assert.True(team.Orders.Staff(Sector.County, true).ReceivedPosts > 0);
    }

    private static ServiceRegister Services(double strain)
    {
        var services = new ServiceRegister(Examples.World);
        foreach (var kind in new[] { UnitKind.OutpatientClinic, UnitKind.SocialOffice, UnitKind.Centre })
        {
            var team = services.Open(kind, new(1), Sector.County).AddTeam();
            team.Last = Examples.Report(team.Address, strain, kind == UnitKind.SocialOffice ? 0 : 100,
                kind == UnitKind.OutpatientClinic ? 0 : 100);
        }
        return services;
    }
}

public class LargestRemainderTests
{
    private static readonly Gen<double[]> Shares = Gen.Double[0, 100].Array[1, 30];

    [Fact]
    public void Nothing_is_lost() => Gen.Select(Gen.Int[0, 3_000_000], Shares)
    .Sample((whole, shares) => LargestRemainder.Divide(whole, shares).Sum() == whole);

    [Fact]
    public void Each_part_is_within_one_of_its_exact_share() => Gen.Select(Gen.Int[0, 100_000], Shares).Sample((whole, shares) =>
        shares.Sum() <= 0 || LargestRemainder.Divide(whole, shares).Zip(shares)
        .All(x => Math.Abs(x.First - whole * x.Second / shares.Sum()) < 1 + 1e-6));

    [Fact]
    public void A_larger_share_never_gets_less() => Gen.Select(Gen.Int[0, 1000], Shares).Sample((whole, shares) =>
    {
        var parts = LargestRemainder.Divide(whole, shares);
        return Enumerable.Range(0, shares.Length)
            .All(i => Enumerable.Range(0, shares.Length).All(j => shares[i] <= shares[j] || parts[i] >= parts[j]));
    });

    [Fact]
    public void Ties_go_to_the_earlier() => Assert.Equal([2, 1, 1], LargestRemainder.Divide(4, [1, 1, 1]));

    [Fact]
    public void Without_shares_all_goes_to_the_first() => Assert.Equal([5, 0], LargestRemainder.Divide(5, [0, 0]));

    [Fact]
    public void Among_nobody_nothing_is_divided() => Assert.Empty(LargestRemainder.Divide(5, []));
}
