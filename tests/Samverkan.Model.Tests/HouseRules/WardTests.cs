using Samverkan.Model.ServiceUsers;
using Samverkan.Model.Teams;
using static Samverkan.Model.Tests.TestWorlds;

namespace Samverkan.Model.Tests.HouseRules;

/// <summary>Crises, admissions and the days in the ward.</summary>
public class WardTests
{
    [Fact]
    public void Without_beds_nobody_is_admitted()
    {
        var world = new WatchedWorld(Town().With(("ward.beds", 0)));
        while (world.Next < Start + 6)
        {
            world.Step();
            Assert.All(world.Only.TeamMandates, m => Assert.DoesNotContain(m.Crises, c => c.Outcome == CrisisOutcome.Admitted));
            Assert.Equal(0, world.Only.Report.BedDaysUsed);
        }
    }

    [Fact]
    public void Nobody_is_admitted_beyond_the_bed_days_granted()
    {
        var world = new WatchedWorld(TwoCounties().With(("ward.beds", 6)));
        while (world.Next < Start + 18)
        {
            world.Step();
            Assert.All(world.Municipalities, m =>
                Assert.InRange(m.Report.BedDaysUsed, 0, Math.Max(m.Mandate.BedDays, m.Report.MonthlyCounts.All().BedDays)));
        }
    }

    [Fact]
    public void A_county_grants_no_more_bed_days_than_it_has_unless_its_ward_is_full_already()
    {
        var world = new WatchedWorld(TwoCounties());
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
        var world = new WatchedWorld(Town().WithCentres().With(("ward.beds", 80)).With(Each("ward.stay", 60)));
        world.Until(Start + 9);
        world.Only.Resolve = (_, resolution) => resolution with { Dissolves = true };
        world.Step();
        var onTheWay = world.Only.Everybody.Values.Where(p => p.Place == Keeping.OnTheWay);
        var inWard = world.Only.Everybody.Values.Where(p => p.Place != Keeping.Placed)
            .Sum(p => Math.Min(30, p.Person.WardDays + p.Person.DelayDays));
        Assert.NotEmpty(onTheWay);
        Assert.True(world.Only.Report.WardDaysAhead >= inWard,
            $"{world.Only.Report.WardDaysAhead} days are reported, {inWard} will be used");
    }

    [Fact]
    public void A_crisis_of_one_month_is_an_admission_of_the_next()
    {
        var world = WatchedWorld.WithCentres().Until(Start + 3);
        var crises = Crises(world);
        var admitted = 0;
        while (world.Next < Start + 9)
        {
            world.Step();
            var admissions = world.Only.TeamMandates.SelectMany(m => m.Crises).Where(c => c.Outcome == CrisisOutcome.Admitted)
                .Select(a => a.Person).ToArray();
            Assert.All(admissions, person => Assert.Contains(person, crises));
            admitted += admissions.Length;
            crises = Crises(world);
        }
        Assert.NotEqual(0, admitted);

        static HashSet<ulong> Crises(WatchedWorld world) =>
            [.. world.Only.TeamReports.SelectMany(r => r.Emergencies).Select(e => e.Person)];
    }

    [Fact]
    public void Ward_care_is_felt_the_month_after_the_crisis()
    {
        var world = WatchedWorld.WithCentres().Until(Start + 3);
        var felt = 0;
        while (world.Next < Start + 9)
        {
            // Who is on the way between two teams hears there what became of a crisis.
            var told = world.Only.Everybody.Where(one => one.Value.Place == Keeping.OnTheWay).Select(one => one.Key).ToHashSet();
            world.Step();
            // A stay that ended within its first month leaves the person at home, in need of a discharge, and open to another
            // crisis.
            told.UnionWith(world.Only.TeamMandates.SelectMany(m => m.Crises).Select(notice => notice.Person));
            foreach (var emergency in world.Only.TeamReports.SelectMany(r => r.Emergencies).Where(e => !told.Contains(e.Person)))
                if (world.Only.Everybody.GetValueOrDefault(emergency.Person) is { Place: not Keeping.OnTheWay } kept)
                    Assert.False(kept.Person.InWard);
            foreach (var mandate in world.Only.TeamMandates)
                foreach (var admission in mandate.Crises.Where(a => a.Outcome == CrisisOutcome.Admitted && a.DaysLeft > 0))
                {
                    var team = world.Only.TeamAt(mandate.Address);
                    if (team.Caseload.Find(admission.Person) < 0) continue;
                    felt++;
                }
        }
        Assert.NotEqual(0, felt);
    }
}
