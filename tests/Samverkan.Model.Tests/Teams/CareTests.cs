using CsCheck;
using Samverkan.Model.Chance;
using Samverkan.Model.Economy;
using Samverkan.Model.Needs;
using Samverkan.Model.ServiceUsers;
using Samverkan.Model.Teams;

namespace Samverkan.Model.Tests.Teams;

public class EffectiveCareTests
{
    private static readonly CareParameters P = Examples.P.Care;

    [Fact]
    public void Cover_is_a_share_that_rises_with_hours_and_falls_with_need() =>
        Gen.Select(Gen.Double[0, 5_000], Gen.Double[.1, 5_000], Gen.Double[0, 500]).Sample((hours, needed, more) =>
    {
        var cover = EffectiveCare.Cover(P, hours, needed);
        // Exponential and logarithm are right to some ulps: so is the order of neighbours.
        const double ulps = 1e-14;
        return cover is >= 0 and <= 1 + ulps
            && EffectiveCare.Cover(P, hours + more, needed) >= cover - ulps
            && EffectiveCare.Cover(P, hours, needed + more) <= cover + ulps;
    });

    [Fact]
    public void Cover_by_hand() => Assert.Equal(Math.Pow(2, -.25),
        EffectiveCare.Cover(Examples.P.With(("care.coverExponent", 4)).Care, 100, 100), 1e-12);

    [Theory]
    [InlineData(0, 100, 0)]
    [InlineData(100, 0, 1)]
    [InlineData(0, 0, 0)]
    public void Cover_at_the_edges(double hours, double needed, double expected) =>
        Assert.Equal(expected, EffectiveCare.Cover(P, hours, needed));

    private static float Felt(CareParameters p, double quality, float engagement) =>
        EffectiveCare.Felt(p, quality, EffectiveCare.Engaged(p, engagement));

    [Fact]
    public void Informal_help_is_felt_without_any_care() => Assert.Equal((float)P.InformalCare, Felt(P, 0, 1));

    [Fact]
    public void Care_is_felt_as_a_share_and_more_by_the_engaged() =>
        Gen.Select(Gen.Double[0, 2], Gen.Float[0, 1], Gen.Float[0, 1]).Sample((quality, a, b) =>
        Felt(P, quality, Math.Max(a, b)) >= Felt(P, quality, Math.Min(a, b)) && Felt(P, quality, a) is >= 0 and <= 1);

    [Fact]
    public void Care_felt_by_hand()
    {
        var p = Examples.P.With(("care.informalCare", .25), ("care.withoutEngagement", .5), ("care.referenceMatch", .88)).Care;
        var quality = EffectiveCare.Quality(p, .8, .7, .77);
        Assert.Equal(.8 * .7 * .77 / .88, quality, 1e-12);
        Assert.Equal(.25 + .75 * quality * .8, Felt(p, quality, .6f), 1e-6);
    }

    [Fact]
    public void In_the_ward_its_care_takes_the_place_of_what_is_offered_outside()
    {
        var person = Examples.Person() with { WardDays = 31 };
        var offer = OfferWriter.InWard(Examples.Offer(), person, Examples.P);
        Assert.Equal((P.InWard, P.InWardSocial), (offer.County, offer.Municipality),
            (a, b) => Math.Abs(a.Item1 - b.Item1) + Math.Abs(a.Item2 - b.Item2) < 1e-5);
        Assert.Equal(Examples.Offer(), OfferWriter.InWard(Examples.Offer(), Examples.Person(), Examples.P));
    }
}

public class WorkloadTests
{
    private static readonly CareParameters P = Examples.P.Care;

    private static readonly Gen<ServiceUser> AnyPerson =
        Gen.Select(Gen.UInt[0, Domains.All], Gen.UInt[0, Domains.All], Gen.Enum<LinkStage>(), Gen.Bool)
        .Select((unmet, met, link, ward) => Examples.Person(unmet: unmet, met: met & ~unmet)
            with
        { Link = link, WardDays = (ushort)(ward ? 5 : 0) });

    [Fact]
    public void Every_person_asks_for_hours_of_both_sectors() =>
        Gen.Select(AnyPerson.Array[0, 20], AnyPerson).Sample((persons, another) =>
    {
        var workload = new Workload();
        foreach (var person in persons) workload.Add(person, 5, Leads.Of(false));
        var (county, municipality) = (workload.County(P, 1), workload.Municipality(P, 1));
        workload.Add(another, 5, Leads.Of(false));
        return workload.Persons == persons.Length + 1 && workload.County(P, 1) >= county + 1 - 1e-9
            && workload.Municipality(P, 1) >= municipality + 1 - 1e-9;
    });

    [Fact]
    public void A_need_that_both_share_asks_half_of_each()
    {
        var workload = new Workload();
        workload.Add(Examples.Person(unmet: 1u << (int)Domain.Company | 1u << (int)Domain.PsychoticSymptoms,
            met: 1u << (int)Domain.Food), 5, Leads.Of(false));
        Assert.Equal(1.5 * P.HoursPerUnmetNeed + 1, workload.County(P, 1), 1e-6);
        Assert.Equal(.5 * P.HoursPerUnmetNeed + P.HoursPerMetNeed + 1, workload.Municipality(P, 1), 1e-6);
    }

    [Fact]
    public void A_person_in_the_ward_asks_for_planning_alone()
    {
        var workload = new Workload();
        workload.Add(Examples.Person(unmet: Domains.All) with { WardDays = 10 }, 5, Leads.Of(false));
        Assert.Equal((1.5, 1.5), (workload.County(P, 1.5), workload.Municipality(P, 1.5)));
    }

    [Fact]
    public void A_guest_asks_for_planning_until_the_link_is_active_and_for_care_then()
    {
        var (pending, active) = (new Workload(), new Workload());
        pending.AddGuests(new(new(0, 0), new(1, 0), 0, 1, 0, 0), P);
        active.AddGuests(new(new(0, 0), new(1, 0), 1, 0, 2, 1), P);
        Assert.Equal(P.PlanningReferral, pending.County(P, 1), 1e-9);
        Assert.Equal(2 * P.HoursPerUnmetNeed + P.HoursPerMetNeed + P.PlanningSeparate, active.County(P, 1), 1e-6);
    }
}

public class StaffTests
{
    private static readonly TeamParameters P = Examples.P.Team;

    private static readonly Gen<Staff> AnyStaff = Gen.Select(Gen.Int[0, 3000], Gen.Int[0, 3000])
        .Select((a, b) => new Staff { Posts = Math.Max(a, b), Filled = Math.Min(a, b) });

    [Fact]
    public void Filled_posts_stay_between_none_and_all() =>
        Gen.Select(AnyStaff, Gen.Double[0, 3], Gen.Double[0, 1], Gen.Double[.5, 12], Gen.Bool, Gen.ULong)
        .Sample((staff, strain, c, lag, refill, who) =>
        {
            staff.Month(P, Staff.TurnoverRate(P, strain, c), lag, refill, RandomStreams.Of(1, 0), who, Examples.Some,
                Sector.County);
            return staff.Filled >= 0 && staff.Filled <= staff.Posts && staff.Leavers >= 0 && staff.Hired >= 0;
        });

    [Fact]
    public void Who_leaves_and_who_comes_explains_the_change() =>
        Gen.Select(AnyStaff, Gen.Bool, Gen.ULong).Sample((staff, refill, who) =>
    {
        var before = staff.Filled;
        staff.Month(P, Staff.TurnoverRate(P, 1.5, .2), 3, refill, RandomStreams.Of(1, 0), who, Examples.Some, Sector.County);
        return staff.Filled == before - staff.Leavers + staff.Hired;
    });

    [Fact]
    public void Without_money_no_vacancy_is_filled() => Gen.Select(AnyStaff, Gen.ULong).Sample((staff, who) =>
    {
        var before = staff.Filled;
        staff.Month(P, Staff.TurnoverRate(P, 1, .5), 1, false, RandomStreams.Of(1, 0), who, Examples.Some, Sector.County);
        return staff.Hired == 0 && staff.Filled <= before;
    });

    [Fact]
    public void Vacant_posts_go_first_when_posts_are_abolished()
    {
        var staff = new Staff { Posts = 100, Filled = 80 };
        staff.Change(-15);
        Assert.Equal((85, 80), (staff.Posts, staff.Filled));
        staff.Change(-15);
        Assert.Equal((70, 70), (staff.Posts, staff.Filled));
        staff.Change(-500);
        Assert.Equal((0, 0), (staff.Posts, staff.Filled));
    }

    [Fact]
    public void Posts_that_move_bring_their_holders()
    {
        var staff = new Staff { Posts = 100, Filled = 80 };
        staff.Receive(20, 15);
        Assert.Equal((120, 95), (staff.Posts, staff.Filled));
    }

    [Fact]
    public void Turnover_rises_with_strain_up_to_a_cap_and_falls_with_good_climate() =>
        Gen.Select(Gen.Double[0, 3], Gen.Double[0, 1], Gen.Double[0, 1]).Sample((strain, c, more) =>
    {
        var rate = Staff.TurnoverRate(P, strain, c);
        return rate is >= 0 and <= 1 && Staff.TurnoverRate(P, strain + more, c) >= rate
            && Staff.TurnoverRate(P, strain, Math.Min(1, c + more)) <= rate
            && Staff.TurnoverRate(P, 2, c) == Staff.TurnoverRate(P, 3, c);
    });

    [Fact]
    public void Turnover_by_hand()
    {
        var p = Examples.P.With(("team.turnover", .0095), ("team.turnoverStrain", 1.5), ("team.climate", .3)).Team;
        Assert.Equal(.0095 * Math.Exp(1.5 * .2) * (1 - .3 * .5), Staff.TurnoverRate(p, 1.2, .5), 1e-12);
    }
}

public class PartnerLinkTests
{
    private static readonly LinkParameters P = Examples.P.Link;

    private static readonly RandomStreams RandomStreams = RandomStreams.Of(1, 0);

    private const uint TheirNeed = 1u << (int)Domain.Food;

    private static readonly Partner[] Partners =
        [Examples.Partner(3), Examples.Partner(4, strain: .9), Examples.Partner(5, strain: .5, groups: default(GroupSet))];

    [Fact]
    public void A_person_is_referred_to_the_least_strained_partner_that_takes_the_group() => Gen.ULong.Sample(id =>
    {
        var person = Examples.Person(unmet: TheirNeed, id: id);
        PartnerLink.Refer(ref person, Partners, RandomStreams);
        return person is { Link: LinkStage.Pending, PartnerUnit: 4, LinkMonths: 0 };
    });

    [Fact]
    public void Nobody_is_referred_without_a_need_in_the_partners_sector() => Gen.ULong.Sample(id =>
    {
        var person = Examples.Person(unmet: 1u << (int)Domain.PsychoticSymptoms, id: id);
        PartnerLink.Close(ref person, P, Partners, Domains.OfMunicipality, 1, false, RandomStreams, Examples.Some);
        return person.Link == LinkStage.None;
    });

    [Fact]
    public void Support_starts_when_the_partner_has_known_the_person_for_a_month_and_is_not_too_strained()
    {
        Assert.Equal(LinkStage.Pending, Opened(0, 4));
        Assert.Equal(LinkStage.Active, Opened(1, 4));
        Assert.Equal(LinkStage.Pending, Opened(1, 9));
        Assert.Equal(LinkStage.None, Opened(1, 77));

        static LinkStage Opened(byte months, ushort unit)
        {
            var person = Examples.Person() with { Link = LinkStage.Pending, LinkMonths = months, PartnerUnit = unit };
            PartnerLink.Open(ref person, P, [.. Partners, Examples.Partner(9, strain: P.PartnerStrain + .1)]);
            return person.Link;
        }
    }

    [Fact]
    public void A_referral_that_is_not_taken_up_is_given_up()
    {
        var person = Examples.Person() with { Link = LinkStage.Pending, LinkMonths = (byte)P.GivenUp, PartnerUnit = 4 };
        PartnerLink.Close(ref person, P, Partners, Domains.OfMunicipality, 0, false, RandomStreams, Examples.Some);
        Assert.Equal((LinkStage.None, 0), (person.Link, person.PartnerUnit));
    }

    [Fact]
    public void A_new_coordinator_ends_some_links()
    {
        // Four standard deviations of 4,000 trials around what breaks anyhow and what a change breaks; a partner has a turnover
        // of its own.
        Assert.Equal(P.Break + P.BreakAtChange, Ended(true), 4 * Math.Sqrt(.25 / 4000));
        Assert.InRange(Ended(false), 0, P.Break + P.BreakAtChange / 2);

        static double Ended(bool newCoordinator) => Enumerable.Range(0, 4000).Count(id =>
        {
            var person = Examples.Person(id: (ulong)id) with { Link = LinkStage.Active, PartnerUnit = 4 };
            PartnerLink.Close(ref person, P, Partners, Domains.OfMunicipality, 1, newCoordinator, RandomStreams, Examples.Some);
            return person.Link == LinkStage.None;
        }) / 4000.0;
    }

    [Fact]
    public void A_case_manager_and_the_plan_for_a_discharge_bring_a_person_to_the_other_sector()
    {
        Assert.Equal(1 - (1 - P.Own) * (1 - P.Managed), Referred(managed: 1), .03);
        Assert.Equal(1 - (1 - P.Own) * (1 - P.Managed / 2), Referred(managed: .5f), .03);
        Assert.Equal(1 - (1 - P.Own) * (1 - P.AtDischarge), Referred(day: 5), .03);
        Assert.Equal(1 - (1 - P.Own) * (1 - P.FollowUp), Referred(day: 5, partner: Domains.OfCounty), .03);
        Assert.Equal(1 - (1 - P.Own) * (1 - P.FollowUp), Referred(crisis: true, partner: Domains.OfCounty), .03);
        Assert.Equal(P.Own, Referred(crisis: true), .03);

        static double Referred(float managed = 0, ushort day = 0, bool crisis = false, uint partner = Domains.OfMunicipality) =>
            Enumerable.Range(0, 4000).Count(id =>
        {
            var nobodyRefers = Examples.P.With(("link.referral", 0)).Link;
            var person = Examples.Person(unmet: partner, id: (ulong)id) with { DischargeDay = day };
            PartnerLink.Close(ref person, nobodyRefers, Partners, partner, 0, false, RandomStreams, Examples.Some, managed,
                crisis);
            return person.Link == LinkStage.Pending;
        }) / 4000.0;
    }

    [Fact]
    public void Cooperation_saves_referrals_from_being_lost()
    {
        Assert.True(Referred(.9) > Referred(0));
        // Four standard deviations of 4,000 trials around those who come by themselves, and referral x (1 - loss) of the others.
        var expected = P.Own + (1 - P.Own) * P.Referral * (1 - P.Loss);
        Assert.Equal(expected, Referred(0), 4 * Math.Sqrt(expected / 4000));

        static double Referred(double cooperation) => Enumerable.Range(0, 4000).Count(id =>
        {
            var person = Examples.Person(unmet: TheirNeed, id: (ulong)id);
            PartnerLink.Close(ref person, P, Partners, Domains.OfMunicipality, cooperation, false, RandomStreams, Examples.Some);
            return person.Link == LinkStage.Pending;
        }) / 4000.0;
    }
}

public class PartnerNoteTests
{
    [Fact]
    public void A_record_counts_those_who_get_support_with_their_needs_and_those_who_wait_for_it()
    {
        var note = new PartnerNote(new(0, 0), new(1, 0), 0, 0, 0, 0);
        var active = Examples.Person(unmet: 1u << (int)Domain.Food | 1u << (int)Domain.Company, met: 1u << (int)Domain.Money)
            with
        { Link = LinkStage.Active };
        note = PartnerLink.Note(note, active, Domains.OfMunicipality, Domains.OfBoth);
        note = PartnerLink.Note(note, active with { Link = LinkStage.Pending }, Domains.OfMunicipality, Domains.OfBoth);
        Assert.Equal((1, 1, 1.5f, 1f), (note.Active, note.Pending, note.Unmet, note.Met));
    }
}
