using CsCheck;
using Samverkan.Model.Chance;
using Samverkan.Model.Counties;
using Samverkan.Model.Needs;
using Samverkan.Model.ServiceUsers;
using Samverkan.Model.Teams;

namespace Samverkan.Model.Tests.Counties;

public class WardDoorTests
{
    private static readonly WardParameters P = Examples.P.Ward;

    private static readonly RandomStreams RandomStreams = RandomStreams.Of(1, 0);

    private static readonly Gen<Emergency[]> Crises = Gen.Int[1, 200].Array[0, 40]
        .Select(days => days.Select((d, i) => new Emergency(new(1, 0), (ulong)i, d, TargetGroup.Psychosis, false)).ToArray());

    [Fact]
    public void Nobody_is_admitted_beyond_what_is_granted_and_nobody_is_forgotten() =>
        Gen.Select(Crises, Gen.Int[0, 600], Gen.Int[0, 600], Gen.Double[0, 1]).Sample((crises, granted, used, atHome) =>
        {
            var ward = WardAdmission.Admit(P, crises, granted, used, atHome, RandomStreams, Examples.Some);
            return ward.Used <= Math.Max(granted, used) && ward.Used == used + ward.Outcomes.Sum(o => o.DaysNow)
                && ward.Outcomes.Length == crises.Length
                && ward.Outcomes.All(o => o.DaysNow <= o.Emergency.Days && o.DaysNow <= P.FirstMonthDays
                    && (o.Outcome == CrisisOutcome.Admitted || o.DaysNow == 0));
        });

    [Fact]
    public void Who_comes_first_is_settled_by_lot_and_not_by_arrival() =>
        Gen.Select(Crises, Gen.Int[0, 300]).Sample((crises, granted) =>
        WardAdmission.Admit(P, crises, granted, 0, .2, RandomStreams, Examples.Some).Outcomes
            .SequenceEqual(WardAdmission.Admit(P, crises.Reverse().ToArray(), granted, 0, .2, RandomStreams, Examples.Some)
                .Outcomes));

    [Fact]
    public void A_free_ward_takes_everybody_who_is_not_treated_at_home() =>
        Crises.Sample(crises => WardAdmission.Admit(P, crises, int.MaxValue, 0, 0, RandomStreams, Examples.Some)
            .Count(CrisisOutcome.Admitted) == crises.Length);

    [Fact]
    public void What_is_treated_at_home_needs_no_bed_and_leaves_room_for_others() =>
        Gen.Select(Crises, Gen.Int[0, 300]).Sample((crises, granted) =>
    {
        var without = WardAdmission.Admit(P, crises, granted, 0, 0, RandomStreams, Examples.Some);
        var with = WardAdmission.Admit(P, crises, granted, 0, .4, RandomStreams, Examples.Some);
        return with.Count(CrisisOutcome.NoBed) <= without.Count(CrisisOutcome.NoBed)
            && WardAdmission.Admit(P, crises, 0, 0, 1, RandomStreams, Examples.Some).Count(CrisisOutcome.TreatedAtHome)
            == crises.Length;
    });

    [Theory]
    [InlineData(10, 0)]
    [InlineData(9, 1)]
    public void The_last_day_granted_can_be_used(int granted, int refused) => Assert.Equal(
        refused,
        WardAdmission.Admit(P, [new(new(1, 0), 1, 4, TargetGroup.Psychosis, false)], granted, 6, 0, RandomStreams, Examples.Some)
        .Count(CrisisOutcome.NoBed));
}

public class BedGrantsTests
{
    private static readonly Gen<CountyBranch[]> Branches = Gen.Select(Gen.Int[0, 100_000], Gen.Int[0, 200], Gen.Double[0, 300])
        .Array[1, 12]
        .Select(all => all.Select((b, i) =>
            new CountyBranch(i, new($"{i}", "", b.Item1)) { DaysAhead = b.Item2, DaysWanted = b.Item3 }).ToArray());

    [Fact]
    public void All_that_is_free_is_granted_and_nothing_more() =>
        Gen.Select(Branches, Gen.Int[0, 5_000]).Sample((branches, days) =>
    {
        var ahead = branches.Length == 1 ? 0 : branches.Sum(b => b.DaysAhead);
        return BedGrants.Divide(days, branches, Examples.P.Ward).Sum() == Math.Max(days, ahead);
    });

    [Fact]
    public void Persons_in_the_ward_keep_their_beds() => Gen.Select(Branches, Gen.Int[0, 5_000]).Sample((branches, days) =>
        branches.Length == 1
            || BedGrants.Divide(days, branches, Examples.P.Ward).Zip(branches).All(x => x.First >= x.Second.DaysAhead));

    [Fact]
    public void More_crises_get_more_beds()
    {
        CountyBranch[] branches =
            [new(0, new("a", "", 10_000)) { DaysWanted = 20 }, new(1, new("b", "", 10_000)) { DaysWanted = 200 }];
        var granted = BedGrants.Divide(300, branches, Examples.P.Ward);
        Assert.True(granted[1] > granted[0]);
    }
}

public class WardStayTests
{
    private static readonly WardParameters P = Examples.P.Ward;

    private static readonly RandomStreams RandomStreams = RandomStreams.Of(1, 0);

    private static readonly Discharge Calm = new(1, .5, true, false);

    private static readonly Gen<Discharge> AnyDischarge = Gen.Select(Gen.Double[0, 3], Gen.Double[0, 1], Gen.Bool, Gen.Bool)
        .Select((strain, cooperation, known, shifts) => new Discharge(strain, cooperation, known, shifts));

    [Fact]
    public void Days_are_never_more_than_the_month_has_and_end_some_day() =>
        Gen.Select(Gen.UShort[0, 1500], AnyDischarge, Gen.ULong).Sample((days, discharge, id) =>
        {
            var person = Examples.Person(id: id) with { WardDays = days, Traits = Traits.Admitted };
            var (used, treated) = (0, 0);
            for (var month = 0; month < 120 && (person.InWard || person.Has(Traits.Admitted)); month++)
            {
                var (bedDays, delayed, liable) = WardStay.Month(ref person, P, discharge, RandomStreams, Examples.Some + month);
                if (bedDays > 30 || delayed > bedDays || liable > delayed || liable < 0) return false;
                used += bedDays;
                treated += bedDays - delayed;
            }
            return treated == days && used >= treated && !person.InWard;
        });

    [Fact]
    public void The_municipality_pays_for_the_days_beyond_the_legal_period_and_for_no_other()
    {
        var p = Examples.P.With(("ward.legalDays", 42)).Ward;
        var person = Examples.Person() with { DelayDays = 60 };
        var (first, second, third) = (Next(), Next(), Next());
        Assert.Equal((30, 30, 0), first);
        Assert.Equal((30, 30, 18), second);
        Assert.Equal((0, 0, 0), third);

        (int, int, int) Next() => WardStay.Month(ref person, p, Calm, RandomStreams, Examples.Some);
    }

    [Fact]
    public void A_short_stay_may_still_be_followed_by_a_delay()
    {
        var p = Examples.P.With(("ward.delay", 10), ("ward.delaySpread", .3)).Ward;
        var person = Examples.Person() with { Traits = Traits.Admitted };
        var (days, delayed, _) = WardStay.Month(ref person, p, Calm, RandomStreams, Examples.Some);
        Assert.True(days == delayed && delayed > 0);
        Assert.False(person.Has(Traits.Admitted));
    }

    [Theory]
    [InlineData("strain")]
    [InlineData("less cooperation")]
    [InlineData("unknown to the other sector")]
    [InlineData("no case manager")]
    [InlineData("cost shifting")]
    [InlineData("unmet municipal needs")]
    [InlineData("no home")]
    public void Delays_grow_with(string what)
    {
        var person = Examples.Person();
        var (easy, hard) = (Calm, Calm);
        var patient = person;
        switch (what)
        {
            case "strain": hard = hard with { Strain = 1.3 }; break;
            case "less cooperation": hard = hard with { Cooperation = .1 }; break;
            case "unknown to the other sector": hard = hard with { KnownToBoth = false }; break;
            case "no case manager": easy = easy with { Managed = 1 }; break;
            case "cost shifting": hard = hard with { MunicipalityShifts = true }; break;
            case "unmet municipal needs": patient.Unmet = 1u << (int)Domain.Food; break;
            default:
                person.Unmet = 1u << (int)Domain.Food;
                patient.Unmet = 1u << (int)Domain.Accommodation;
                break;
        }
        Assert.True(Delay(patient, hard) > Delay(person, easy));
    }

    [Fact]
    public void Delays_follow_the_strain_between_two_bounds()
    {
        var person = Examples.Person();
        Assert.Equal(Delay(person, Calm with { Strain = P.DelayLeastStrain }), Delay(person, Calm with { Strain = 0 }));
        Assert.Equal(Delay(person, Calm with { Strain = P.DelayMostStrain }), Delay(person, Calm with { Strain = 9 }));
        Assert.True(Delay(person, Calm with { Strain = P.DelayLeastStrain }) < Delay(person, Calm));
        Assert.True(Delay(person, Calm) < Delay(person, Calm with { Strain = P.DelayMostStrain }));
    }

    [Fact]
    public void Whoever_was_in_the_ward_for_long_is_known_to_the_other_sector()
    {
        var stranger = Calm with { KnownToBoth = false };
        var person = Examples.Person();
        var long_ = person with { RecentBedDays = (ushort)P.PlanningDays };
        var half = person with { RecentBedDays = (ushort)(P.PlanningDays / 2) };
        Assert.Equal(Delay(long_, Calm), Delay(long_, stranger));
        Assert.InRange(Delay(half, stranger), Delay(half, Calm) + 1, Delay(person, stranger) - 1);
    }

    [Fact]
    public void Treatment_takes_a_day_at_least_and_is_shorter_while_the_county_shifts_cost() => Gen.ULong.Sample(id =>
    {
        var person = Examples.Person(id: id);
        var days = WardStay.TreatmentDays(P, ref person, 0, false, RandomStreams, Examples.Some);
        return days >= 1 && WardStay.TreatmentDays(P, ref person, 0, true, RandomStreams, Examples.Some) <= days;
    });

    [Fact]
    public void A_crowded_ward_cuts_stays_short_and_marks_some_of_them() => Gen.ULong.Sample(id =>
    {
        var person = Examples.Person(id: id);
        var calm = person;
        var days = WardStay.TreatmentDays(P, ref calm, P.Crowded, false, RandomStreams, Examples.Some);
        return WardStay.TreatmentDays(P, ref person, P.Crowded + P.CrowdedSpan, false, RandomStreams, Examples.Some) <= days
            && !calm.Has(Traits.CutShort);
    });

    [Fact]
    public void The_share_of_stays_that_are_marked_is_the_share_that_is_cut()
    {
        var marked = Enumerable.Range(0, 20_000).Count(id =>
        {
            var person = Examples.Person(id: (ulong)id);
            WardStay.TreatmentDays(P, ref person, 2, false, RandomStreams, Examples.Some);
            return person.Has(Traits.CutShort);
        });
        Assert.InRange(marked / 20_000.0, P.CutShort - .02, P.CutShort + .02);
    }

    [Theory]
    [InlineData(10, 10)]
    [InlineData(100, 0)]
    public void The_day_of_discharge_is_known_for_a_month_once_the_stay_has_ended(int treatment, int day)
    {
        var person = Examples.Person() with { WardDays = (ushort)treatment, Unmet = 0 };
        var p = Examples.P.With(("ward.delay", 0), ("ward.delaySocial", 0), ("ward.delayAccommodation", 0),
            ("ward.delayUnknown", 0)).Ward;
        WardStay.Month(ref person, p, Calm, RandomStreams, Examples.Some);
        Assert.Equal(day, person.DischargeDay);
    }

    [Fact]
    public void Treatment_takes_its_mean_on_average()
    {
        var mean = Enumerable.Range(0, 20_000).Average(id =>
        {
            var person = Examples.Person(id: (ulong)id);
            return WardStay.TreatmentDays(P, ref person, 0, false, RandomStreams, Examples.Some);
        });
        var expected = P.Stay[(int)TargetGroup.Psychosis];
        Assert.InRange(mean, .96 * expected, 1.04 * expected);
    }

    private static double Delay(ServiceUser person, Discharge discharge) => Enumerable.Range(0, 500).Sum(id =>
    {
        var one = person with { Id = (ulong)id, Traits = Traits.Admitted };
        var delayed = WardStay.Month(ref one, P, discharge, RandomStreams, Examples.Some).Delayed;
        return delayed + one.DelayDays;
    });
}
