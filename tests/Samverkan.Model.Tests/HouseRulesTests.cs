using Samverkan.Model.Cooperation;
using Samverkan.Model.Economy;
using Samverkan.Model.Indicators;
using Samverkan.Model.Needs;
using Samverkan.Model.Policies;
using Samverkan.Model.ServiceUsers;
using Samverkan.Model.SteeringCommittees;
using Samverkan.Model.Teams;
using Samverkan.Model.Units;

namespace Samverkan.Model.Tests;

/// <summary>"Who keeps whom, and when things move", rule by rule, seen in a world whose messages are watched.</summary>
public class HouseRulesTests
{
    private static readonly Month Start = TestWorlds.Start;

    // 1. Places

    [Fact]
    public void A_persons_status_says_where_the_person_is_kept()
    {
        var world = Joint().Until(Start + 12);
        Assert.All(world.Only.Everybody.Values, person =>
        {
            var expected = person.Place switch { "caseload" => "InService", "queue" => "Waiting", "placed" => "Placed", "resident" => "Resident", _ => null };
            if (expected is not null) Assert.Contains($" {expected} ", person.State);
        });
    }

    [Fact]
    public void Whoever_leaves_the_world_never_comes_back()
    {
        var world = Joint();
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
        var world = new WatchedWorld(TestWorlds.Town().With(("placement.rate", .02)).With(TestWorlds.Each("ward.stay", 8)));
        while (world.Next < Start + 24)
        {
            world.Step();
            Assert.All(world.Only.Everybody.Values.Where(p => p.Place == "placed"), p => Assert.Contains(" ward 0+0 ", p.State));
        }
    }

    [Fact]
    public void No_more_people_have_a_place_in_supported_housing_than_there_are_places()
    {
        var world = new WatchedWorld(TestWorlds.Town().With(("placement.rate", .02), ("placement.return", .5), ("services.housingPlaces", 40)));
        while (world.Next < Start + 24)
        {
            world.Step();
            var housed = world.Only.Everybody.Values.Count(p => p.State.Contains("Housed", StringComparison.Ordinal));
            Assert.InRange(housed, 0, Math.Min(40, int.Parse(world.Only.Field("housed"))));
        }
    }

    // 2. Crises and wards

    [Fact]
    public void Without_beds_nobody_is_admitted()
    {
        var world = new WatchedWorld(TestWorlds.Town().With(("ward.beds", 0)));
        while (world.Next < Start + 6)
        {
            world.Step();
            Assert.All(world.Only.TeamMandates, m => Assert.Empty(m.Admissions));
            Assert.Equal(0, world.Only.Report.BedDaysUsed);
        }
    }

    [Fact]
    public void Nobody_is_admitted_beyond_the_bed_days_granted()
    {
        var world = new WatchedWorld(TestWorlds.TwoCounties().With(("ward.beds", 6)));
        while (world.Next < Start + 18)
        {
            world.Step();
            Assert.All(world.Municipalities, m =>
                Assert.InRange(m.Report.BedDaysUsed, 0, Math.Max(m.Mandate.BedDays, m.Report.Tally.All().BedDays)));
        }
    }

    [Fact]
    public void A_county_grants_no_more_bed_days_than_it_has_unless_its_ward_is_full_already()
    {
        var world = new WatchedWorld(TestWorlds.TwoCounties());
        var ahead = 0;
        while (world.Next < Start + 12)
        {
            world.Step();
            var north = world.Municipalities.Take(3).ToArray();
            var beds = north.Sum(m => m.Mandate.Beds);
            Assert.InRange(north.Sum(m => m.Mandate.BedDays), 0, Math.Max(ahead, (int)(beds * 30.4)));
            ahead = north.Sum(m => m.Report.WardDaysAhead);
        }
    }

    [Fact]
    public void The_days_that_persons_in_the_ward_will_use_are_reported_ahead_even_when_their_team_closes()
    {
        var world = new WatchedWorld(TestWorlds.Town().WithCentres().With(("ward.beds", 80)).With(TestWorlds.Each("ward.stay", 60)));
        world.Until(Start + 9);
        world.Only.Resolve = (_, resolution) => resolution with { Dissolves = true };
        world.Step();
        var onTheWay = world.Only.Everybody.Values.Where(p => p.Place == "on the way");
        var inWard = world.Only.Everybody.Values.Where(p => p.Place != "placed").Sum(p => Math.Min(30, WardDays(p.State)));
        Assert.NotEmpty(onTheWay);
        Assert.True(world.Only.Report.WardDaysAhead >= inWard, $"{world.Only.Report.WardDaysAhead} days are reported, {inWard} will be used");
    }

    [Fact]
    public void A_crisis_of_one_month_is_an_admission_of_the_next()
    {
        var world = Joint().Until(Start + 3);
        var crises = Crises(world);
        var admitted = 0;
        while (world.Next < Start + 9)
        {
            world.Step();
            var admissions = world.Only.TeamMandates.SelectMany(m => m.Admissions).Select(a => a.Person).ToArray();
            Assert.All(admissions, person => Assert.Contains(person, crises));
            admitted += admissions.Length;
            crises = Crises(world);
        }
        Assert.NotEqual(0, admitted);

        static HashSet<ulong> Crises(WatchedWorld world) => [.. world.Only.TeamReports.SelectMany(r => r.Emergencies).Select(e => e.Person)];
    }

    [Fact]
    public void Ward_care_is_felt_the_month_after_the_crisis()
    {
        var world = Joint().Until(Start + 3);
        var felt = 0;
        while (world.Next < Start + 9)
        {
            world.Step();
            foreach (var emergency in world.Only.TeamReports.SelectMany(r => r.Emergencies))
                if (world.Only.Find(emergency.Person) is { } atHome)
                    Assert.False(atHome.InWard);
            foreach (var mandate in world.Only.TeamMandates)
                foreach (var admission in mandate.Admissions.Where(a => a.DaysLeft > 0))
                {
                    var team = world.Only.TeamAt(mandate.Address);
                    if (team.Caseload.Find(admission.Person) < 0) continue;
                    felt++;
                }
        }
        Assert.NotEqual(0, felt);
    }

    // 3. Ownership is not place

    [Fact]
    public void The_countys_units_are_children_of_the_municipality_that_they_serve()
    {
        var world = new WatchedWorld(TestWorlds.TwoCounties());
        world.Step();
        Assert.All(world.Municipalities, m =>
        {
            Assert.Equal(Sector.County, m.MandateOf(UnitKind.InpatientWard).Owner);
            Assert.Equal(Sector.County, m.MandateOf(UnitKind.OutpatientClinic).Owner);
        });
    }

    [Fact]
    public void What_a_county_does_alone_hits_the_branch_with_the_largest_deficit()
    {
        var poor = new Scope(Municipality: "0102");
        var blueprint = TestWorlds.TwoCounties(48).With(("funding.actBase", 100))
            .Having(TestWorlds.Set("funding.controllable.county", .5, Start + 3, poor));
        var world = new WatchedWorld(blueprint).Until(Start + 6);
        var acts = 0;
        while (world.Next < Start + 36)
        {
            world.Step();
            foreach (var (municipality, i) in world.Municipalities.Take(3).Select((m, i) => (m, i)))
                if (municipality.Mandate.Act >= Act.Freeze)
                {
                    acts++;
                    Assert.Equal(1, i);
                    Assert.True(municipality.Mandate.Conflict > 0);
                }
        }
        Assert.NotEqual(0, acts);
    }

    // 4. Committee

    [Fact]
    public void A_committee_deliberates_on_the_closes_of_last_month()
    {
        var world = Joint().Until(Start + 9);
        for (var i = 0; i < 6; i++)
        {
            var last = world.Only.Report;
            world.Step();
            for (var g = 0; g < TargetGroups.Count; g++)
                Assert.Equal((last.Tally[g].Persons, last.Tally[g].Unmet), (world.Only.Brief.Groups[g].Persons, world.Only.Brief.Groups[g].Unmet));
        }
    }

    [Fact]
    public void A_decision_for_others_binds_from_a_later_month()
    {
        var world = Joint(48).Until(Start);
        var decisions = 0;
        while (world.Next < Start + 48)
        {
            world.Step();
            foreach (var decision in world.Only.Resolution.Decisions.Where(d => d.Remedy != Remedy.ReviseAgreement))
            {
                decisions++;
                Assert.True(decision.From > world.Next - 1);
            }
        }
        Assert.NotEqual(0, decisions);
    }

    [Fact]
    public void A_longer_lag_makes_a_decision_bind_later()
    {
        var p = Examples.P.Committee;
        Assert.True(Consensus.Lag(p, 12, .5) > Consensus.Lag(p, 6, .5));
        Assert.True(Consensus.Lag(p, 6, .5) > Consensus.Lag(p, 6, 1));
    }

    [Fact]
    public void Meetings_of_one_month_share_its_data_and_have_minutes_of_their_own()
    {
        var world = new WatchedWorld(TestWorlds.Town(12).With(("committee.meetingsPerYear", 36), ("committee.adaptsSchedule", 0)));
        world.Until(Start);
        var number = 0;
        while (world.Next < Start + 12)
        {
            world.Step();
            var minutes = world.Only.Resolution.Minutes;
            Assert.Equal(3, minutes.Length);
            Assert.Equal([number + 1, number + 2, number + 3], minutes.Select(m => m.Number));
            Assert.Single(minutes.Select(m => m.Seen[^1]).Distinct());
            number += 3;
        }
    }

    [Fact]
    public void There_is_no_committee_before_the_first_reported_month()
    {
        var world = new WatchedWorld(TestWorlds.Town());
        while (world.Next < Start)
        {
            world.Step();
            Assert.Equal((0, 0), (world.Only.Resolution.Meetings, world.Only.Resolution.Members));
        }
    }

    // 6. Referral

    [Fact]
    public void Who_becomes_known_in_one_month_is_with_a_team_in_the_next()
    {
        var world = Joint().Until(Start + 3);
        var met = 0;
        for (var i = 0; i < 6; i++)
        {
            var known = world.Only.Everybody.Values.Where(p => p.Place == "on the way" && !p.State.Contains(" InService ")).Select(p => p.Id).ToArray();
            world.Step();
            var referred = world.Only.TeamMandates.SelectMany(m => m.Referred).Select(p => p.Id).Order().ToArray();
            Assert.Equal(known.Order(), referred);
            met += referred.Length;
        }
        Assert.NotEqual(0, met);
    }

    [Fact]
    public void A_person_who_waits_gets_no_care_and_loses_engagement()
    {
        var world = new WatchedWorld(TestWorlds.Town().With(("care.admissionCap", 0)).Separate()).Until(Start + 3);
        var waiting = world.Only.Teams.SelectMany(t => t.Queue.Persons.ToArray()).Where(p => p.WaitingMonths > 0).ToArray();
        Assert.NotEmpty(waiting);
        world.Step();
        var keeps = (float)Examples.P.Engagement.Waiting;
        Assert.All(waiting, person =>
        {
            if (world.Only.Find(person.Id) is { Status: Status.Waiting } now)
                Assert.Equal(person.Engagement * keeps, now.Engagement, 1e-6f);
        });
    }

    // 7. Partner link

    [Fact]
    public void What_a_team_tells_of_a_link_its_partner_knows_the_month_after()
    {
        var world = new WatchedWorld(TestWorlds.Town().Separate()).Until(Start);
        for (var i = 0; i < 3; i++)
        {
            var told = world.Only.TeamReports.SelectMany(r => r.Notes).OrderBy(n => (n.From.Unit, n.From.Team, n.To.Unit, n.To.Team)).ToArray();
            Assert.NotEmpty(told);
            world.Step();
            Assert.Equal(told, world.Only.TeamMandates.SelectMany(m => m.Guests).OrderBy(n => (n.From.Unit, n.From.Team, n.To.Unit, n.To.Team)));
        }
    }

    [Fact]
    public void A_partners_support_is_felt_two_months_after_the_referral_at_the_earliest()
    {
        var world = new WatchedWorld(TestWorlds.Town().Separate().With(("link.partnerStrain", 1.5))).Until(Start);
        var referred = new Dictionary<ulong, Month>();
        var lags = new List<int>();
        var before = Links(world);
        while (world.Next < Start + 8)
        {
            world.Step();
            var now = Links(world);
            foreach (var (id, link) in now)
            {
                var was = before.GetValueOrDefault(id);
                if (link == LinkStage.Pending && was != LinkStage.Pending) referred[id] = world.Next - 1;
                if (link == LinkStage.Active && was == LinkStage.Pending && referred.TryGetValue(id, out var month)) lags.Add(world.Next - 1 - month);
            }
            before = now;
        }
        Assert.NotEmpty(lags);
        Assert.Equal(2, lags.Min());

        static Dictionary<ulong, LinkStage> Links(WatchedWorld world) =>
            world.Only.Teams.SelectMany(t => t.Caseload.Persons.ToArray()).ToDictionary(p => p.Id, p => p.Link);
    }

    [Fact]
    public void The_partner_forgets_a_person_the_month_after_the_person_has_left()
    {
        var world = new WatchedWorld(TestWorlds.Town().Separate()).Until(Start);
        for (var i = 0; i < 6; i++)
        {
            world.Step();
            var linked = world.Only.Teams.SelectMany(t => t.Caseload.Persons.ToArray()).CountBy(p => p.Link).ToDictionary();
            world.Step();
            var guests = world.Only.TeamMandates.SelectMany(m => m.Guests).ToArray();
            Assert.Equal(
                (linked.GetValueOrDefault(LinkStage.Active), linked.GetValueOrDefault(LinkStage.Pending)),
                (guests.Sum(g => g.Active), guests.Sum(g => g.Pending)));
        }
    }

    [Fact]
    public void Joint_teams_have_no_partner_links()
    {
        var world = Joint().Until(Start + 10);
        var joint = world.Only.Teams.Where(t => t.IsJoint).ToArray();
        Assert.NotEmpty(joint);
        Assert.All(joint.SelectMany(t => t.Caseload.Persons.ToArray()), p => Assert.Equal(LinkStage.None, p.Link));
    }

    // 8. Opening, closing, dissolution

    [Fact]
    public void Persons_and_posts_move_into_a_new_service_in_the_month_in_which_it_opens()
    {
        var world = new WatchedWorld(TestWorlds.Town(24).WithCentres(2));
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
        var world = Joint().Until(Start + 8);
        var group = TargetGroup.Depression;
        Decide(world, new Decision(Remedy.Include, world.Next + 1, group, Posts: 10));
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
        var world = new WatchedWorld(TestWorlds.Town().WithCentres().With(("services.personsMoved", .3))
            .Having(TestWorlds.Set("services.personsMoved", 1, Start + 7))).Until(Start + 8);
        var centre = world.Only.MandateOf(UnitKind.Centre).Teams[0].Address;
        Decide(world, new Decision(remedy, world.Next + 1, Team: centre, UnitKind: UnitKind.Centre, Posts: 10));
        world.Step();
        Assert.Empty(world.Only.TeamReports.SelectMany(r => r.HandedOver));
    }

    [Fact]
    public void When_a_unit_closes_all_of_its_persons_go_to_the_teams_that_are_left()
    {
        // Without meetings nobody rescues it.
        var world = new WatchedWorld(TestWorlds.Town(36).WithCentres().With(("committee.meetingsPerYear", 0))
            .Having(TestWorlds.Event(EventKind.CloseUnit, Start + 8, by: "county")));
        world.Until(Start + 8);
        while (!world.Only.Mandates.Any(u => u.State == UnitState.Closing)) world.Step();
        var closing = world.Only.Mandates.First(u => u.State == UnitState.Closing);
        var left = world.Only.Reports.First(u => u.Ordinal == closing.Ordinal).Teams.SelectMany(t => t.HandedOver).Select(p => p.Id).ToArray();
        Assert.NotEmpty(left);
        world.Step();
        Assert.DoesNotContain(world.Only.Mandates, u => u.Ordinal == closing.Ordinal);
        var transferred = world.Only.TeamMandates.SelectMany(m => m.Transferred.Concat(m.Referred)).Select(p => p.Id).ToHashSet();
        Assert.All(left, id => Assert.Contains(id, transferred));
    }

    [Fact]
    public void A_dissolution_closes_every_joint_team_and_returns_all_staff_to_their_own()
    {
        var world = Joint().Until(Start + 9);
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
        var world = new WatchedWorld(TestWorlds.Town(36).WithCentres().With(("cooperation.safeMonths", 0), ("cooperation.dissolution", 1e9))).Until(Start);
        double before = 0;
        while (!world.Only.Resolution.Dissolves)
        {
            before = world.Only.Resolution.Bond.Trust;
            world.Step();
        }
        Assert.Equal(0, world.Only.Resolution.Bond.Agreement);
        Assert.InRange(world.Only.Resolution.Bond.Trust, before * .35, before * .65);
    }

    [Fact]
    public void A_unit_that_is_taken_over_stays_open_and_its_rescuer_pays_its_fixed_cost()
    {
        var world = new WatchedWorld(TestWorlds.Town(36).WithCentres().Having(
            TestWorlds.Event(EventKind.CloseUnit, Start + 8, by: "county"), TestWorlds.Event(EventKind.TakeOverUnit, Start + 9)));
        world.Until(Start + 24);
        var centre = world.Only.MandateOf(UnitKind.Centre);
        Assert.Equal((Sector.Municipality, false, UnitState.Open), (centre.Owner, centre.Shared, centre.State));
    }

    // 9. Timing of levers

    [Fact]
    public void A_lever_dated_in_a_month_is_in_force_in_that_month()
    {
        var at = Start + 7;
        var world = new WatchedWorld(TestWorlds.Town().Having(TestWorlds.Set("ward.beds", 60, at))).Until(at);
        Assert.InRange(world.Only.Mandate.Beds, 0, 16);
        world.Step();
        Assert.InRange(world.Only.Mandate.Beds, 30, 60);
    }

    [Theory]
    [InlineData(24)]
    [InlineData(1)]
    public void The_number_of_meetings_can_be_set_at_any_date(int perYear)
    {
        var world = new WatchedWorld(TestWorlds.Town(72).WithCentres().Having(TestWorlds.Set("committee.meetingsPerYear", perYear, Month.Of(1999)))).Until(Month.Of(1999));
        var meetings = 0;
        while (world.Next < Month.Of(2000))
        {
            world.Step();
            meetings += world.Only.Resolution.Meetings;
        }
        Assert.Equal(perYear, meetings);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void A_trigger_reads_last_months_reports(int forMonths)
    {
        var eligible = TestWorlds.Town(12).Run().Series(IndicatorCatalogue.Eligible);
        var threshold = eligible[4] - .5;
        var trigger = new Trigger(IndicatorCatalogue.Eligible.Id, true, threshold, forMonths, false);
        var world = new WatchedWorld(TestWorlds.Town(12).Having(new Intervention("when", "cost.evaluation", Scope.Everywhere, Operation.Set, 1, null, When: trigger)));
        // The warm-up's last month is read by the first reported one.
        world.Until(Start);
        var readings = new List<bool> { world.Only.Report.People > threshold };
        Month? expected = null;
        while (world.Next < Start + 12)
        {
            if (readings.Count >= forMonths && readings.TakeLast(forMonths).All(x => x)) expected ??= world.Next;
            var report = world.Step();
            Assert.Equal(expected, report.Context.FiredAt(0));
            readings.Add(world.Only.Report.People > threshold);
        }
        Assert.NotNull(expected);
    }

    // 10. Money

    [Fact]
    public void Payment_liability_of_one_month_reaches_the_county_in_the_next()
    {
        var world = new WatchedWorld(TestWorlds.Town().With(("ward.legalDays", 0), ("ward.delay", 10))).Until(Start);
        long paid = 0;
        for (var i = 0; i < 6; i++)
        {
            var before = world.Only.Report.Flows.Of(Flow.LiabilityPaid);
            world.Step();
            Assert.Equal(before, world.Only.Report.Flows.Of(Flow.LiabilityReceived));
            paid += before;
        }
        Assert.True(paid > 0);
    }

    [Fact]
    public void In_the_warm_up_money_follows_cost()
    {
        var world = new WatchedWorld(TestWorlds.TwoCounties());
        while (world.Next < Start)
        {
            world.Step();
            Assert.All(world.Municipalities, m => Assert.Equal((0, 0), (m.Report.Flows.Net(Account.County), m.Report.Flows.Net(Account.Municipality))));
        }
    }

    // 11. Scaling

    [Theory]
    [InlineData(0, 1)]
    [InlineData(3_000, 1)]
    [InlineData(96_000, 2)]
    [InlineData(2_000_000, 37)]
    public void Services_are_laid_out_by_need(int population, int teams)
    {
        var world = new WatchedWorld(TestWorlds.Town(1, population).With(
            ("services.clinicPosts", 29), ("services.personsPerTeam", 150), ("population.inContact", .8)).With(TestWorlds.Each("population.initial", 75)));
        world.Step();
        Assert.InRange(world.Only.MandateOf(UnitKind.OutpatientClinic).Teams.Length, teams - teams / 10, teams + teams / 10);
        var posts = world.Only.MandateOf(UnitKind.OutpatientClinic).Teams.Sum(t => t.County.ReceivedPosts);
        Assert.Equal(Math.Floor(290.0 * population / 96_000 + .5), posts);
    }

    [Theory]
    [InlineData(3_000)]
    [InlineData(400_000)]
    public void Small_and_large_municipalities_start_with_the_same_strain_and_reach(int population)
    {
        var month = TestWorlds.Town(1, population).Run()[0];
        var strain = month.Observations.First(o => o.Indicator == IndicatorCatalogue.Strain).Value;
        var reach = month.Observations.First(o => o.Indicator == IndicatorCatalogue.Reach).Value;
        Assert.InRange(strain, .6, 1.4);
        Assert.InRange(reach, .4, .95);
    }

    // 13. Forcing

    [Fact]
    public void What_is_documented_lapses_where_there_is_nothing_to_do_it_in_and_the_minutes_say_so()
    {
        var months = TestWorlds.Town(12).With(("element.allowed.inter-professional-teams", 0))
            .Having(TestWorlds.Event(EventKind.AdaptContent, Start + 3, "psychosis"), TestWorlds.Event(EventKind.ReviseAgreement, Start + 4)).Run();
        var notes = months.SelectMany(m => m.Minutes).SelectMany(m => m.Notes).Where(n => n.StartsWith("Lapsed", StringComparison.Ordinal));
        Assert.Equal(2, notes.Count());
    }

    [Fact]
    public void A_documented_plan_is_carried_out_and_the_minutes_say_so()
    {
        var months = TestWorlds.Town(12).WithCentres().Run();
        Assert.Contains(months.SelectMany(m => m.Minutes).SelectMany(m => m.Notes), n => n.StartsWith("Carried out as documented", StringComparison.Ordinal));
        Assert.Equal(3, months.Series(IndicatorCatalogue.JointUnits)[^1]);
    }

    [Theory]
    [InlineData(EventKind.IntroduceElement, Element.CaseManagers)]
    [InlineData(EventKind.RemoveElement, Element.CoLocatedCentres)]
    public void An_element_can_be_dated(EventKind kind, Element element)
    {
        var world = new WatchedWorld(TestWorlds.Town(24).WithCentres().Having(TestWorlds.Event(kind, Start + 8, element: element.Id())));
        world.Until(Start + 8);
        Assert.Equal(kind == EventKind.RemoveElement, Has());
        world.Until(Start + 13);
        Assert.Equal(kind == EventKind.IntroduceElement, Has());

        bool Has() => world.Only.MandateOf(UnitKind.Centre).Teams[0].Structure.Has(element);
    }

    [Fact]
    public void A_forbidden_element_acts_nowhere()
    {
        var world = new WatchedWorld(TestWorlds.Town(24).WithCentres().With(("element.allowed.coordinators", 0))).Until(Start + 12);
        Assert.All(world.Only.TeamMandates, m => Assert.False(m.Structure.Has(Element.Coordinators)));
    }

    private static WatchedWorld Joint(int months = 24) => new(TestWorlds.Town(months).WithCentres());

    private static int Persons(WatchedWorld world, TargetGroup group) =>
        world.Only.Teams.Where(t => !t.IsJoint).Sum(t => t.Caseload.Persons.ToArray().Count(p => p.Group == group));

    private static void Decide(WatchedWorld world, Decision decision) =>
        Decide(world, resolution => resolution with { Decisions = [decision], Dissolves = false });

    private static void Decide(WatchedWorld world, Func<Resolution, Resolution> change) => world.Only.Resolve = (_, resolution) => change(resolution);

    private static int WardDays(string state)
    {
        var words = state[(state.IndexOf(" ward ", StringComparison.Ordinal) + 6)..];
        var days = words[..words.IndexOf(' ', StringComparison.Ordinal)].Split('+');
        return int.Parse(days[0]) + int.Parse(days[1]);
    }
}
