using Samverkan.Model.Indicators;

namespace Samverkan.Model.Tests;

/// <summary>
/// What the model must show whatever its calibration, over a few paired replications: signs, not sizes.
/// </summary>
public class PatternTests
{
    private const int Replications = 6;

    [Fact]
    public void Separate_services_leave_more_needs_unmet_than_joint_ones()
    {
        var months = 72;
        var joint = Mean(TestWorlds.Town(months).WithCentres(3).With(("cooperation.safeMonths", 60)),
            IndicatorCatalogue.UnmetPerPerson, months);
        var separate = Mean(TestWorlds.Town(months).Separate(), IndicatorCatalogue.UnmetPerPerson, months);
        Assert.True(separate > joint, $"separate {separate:0.000}, joint {joint:0.000}");
    }

    [Fact]
    public void Joint_teams_with_the_same_posts_change_needs_and_bed_days_by_little()
    {
        // ACCESS and RWJF: organisation alone, with the services as they are, moved clients' outcomes little or not at all.
        var months = 72;
        var together = TestWorlds.Town(months).WithCentres(3).With(
            ("services.newPosts", 0), ("services.postsMoved", 1), ("services.personsMoved", 1), ("committee.decidesStructure", 0),
            ("committee.dailyDecisions", 0),
            ("element.allowed.joint-training", 0), ("cooperation.safeMonths", 60)).With(TestWorlds.Each("services.included", 1));
        var apart = TestWorlds.Town(months).Separate();
        var (joint, separate) = (Mean(together, IndicatorCatalogue.UnmetPerPerson, months),
            Mean(apart, IndicatorCatalogue.UnmetPerPerson, months));
        Assert.InRange(joint / separate, .88, 1.02);
        Assert.InRange(Mean(together, IndicatorCatalogue.BedDays, months) / Mean(apart, IndicatorCatalogue.BedDays, months), .88,
            1.08);
    }

    [Fact]
    public void Case_managers_lose_fewer_people()
    {
        var with = TestWorlds.Town(72).Separate().Having(
            TestWorlds.Event(Model.Policies.EventKind.IntroduceElement, TestWorlds.Start, element: "case-managers"));
        Assert.True(Mean(with, IndicatorCatalogue.LongOut, 72)
            < Mean(TestWorlds.Town(72).Separate(), IndicatorCatalogue.LongOut, 72));
    }

    [Fact]
    public void Places_that_are_abolished_leave_more_needs_unmet()
    {
        var abolished = TestWorlds.Town(96).Having(TestWorlds.Set("services.housingPlaces", 0, Month.Of(1997)));
        Assert.True(Mean(abolished, IndicatorCatalogue.UnmetPerEligible, 96)
            > Mean(TestWorlds.Town(96), IndicatorCatalogue.UnmetPerEligible, 96));
    }

    [Fact]
    public void Without_a_committee_trust_decays()
    {
        var trust = TestWorlds.Town(60).With(("element.allowed.steering-committee", 0)).Run().Series(IndicatorCatalogue.Trust);
        Assert.All(trust.Zip(trust.Skip(1)), x => Assert.True(x.Second < x.First));
        Assert.True(trust[^1] < .6 * trust[0]);
    }

    [Fact]
    public void A_committee_that_meets_builds_trust() =>
        Assert.True(Mean(TestWorlds.Town(60), IndicatorCatalogue.Trust, 60)
            > Mean(TestWorlds.Town(60).With(("committee.meetingsPerYear", 0)), IndicatorCatalogue.Trust, 60));

    [Fact]
    public void Without_staff_there_is_no_care()
    {
        var none = TestWorlds.Town(24).With(("services.clinicPosts", 0), ("services.officePosts", 0), ("ward.beds", 0),
            ("services.housingPlaces", 0)).Separate();
        var served = TestWorlds.Town(24).Separate();
        Assert.True(Mean(none, IndicatorCatalogue.UnmetPerEligible, 24) > Mean(served, IndicatorCatalogue.UnmetPerEligible, 24)
            + .5);
        Assert.All(none.Run().Series(IndicatorCatalogue.Benefit), benefit => Assert.Equal(0, benefit));
    }

    [Fact]
    public void Without_money_there_is_ever_less_care()
    {
        var cut = TestWorlds.Town(72).Having(
            TestWorlds.Set("funding.controllable.county", 0, Month.Of(1996)),
            TestWorlds.Set("funding.controllable.municipality", 0, Month.Of(1996)));
        var months = cut.Run();
        var (posts, reach) = (months.Series(IndicatorCatalogue.Posts), months.Series(IndicatorCatalogue.Reach));
        Assert.True(posts[^1] < .6 * posts[0], $"{posts[0]} posts became {posts[^1]}");
        Assert.True(reach[^1] < reach[0]);
    }

    [Fact]
    public void Without_people_there_is_no_cost_that_follows_demand()
    {
        var months = TestWorlds.Town(24).With(("nation.incidenceFactor", 0), ("services.housingPlaces", 0))
            .With(TestWorlds.Each("population.initial", 0)).Run();
        Assert.All(months.Series(IndicatorCatalogue.CountyDemandCost), cost => Assert.Equal(0, cost));
        Assert.All(months.Series(IndicatorCatalogue.MunicipalDemandCost), cost => Assert.Equal(0, cost));
    }

    [Fact]
    public void Fewer_beds_mean_more_crises_without_one() =>
        Assert.True(Mean(TestWorlds.Town(24).With(("ward.beds", 4)), IndicatorCatalogue.UnmetCrises, 24)
            > Mean(TestWorlds.Town(24).With(("ward.beds", 30)), IndicatorCatalogue.UnmetCrises, 24));

    [Fact]
    public void Leaders_who_leave_take_trust_along()
    {
        var world = TestWorlds.Town(36).WithCentres();
        var left = world.Having(TestWorlds.Event(Model.Policies.EventKind.LeadersLeave, Month.Of(1996), amount: 3));
        Assert.True(left.Run().Series(IndicatorCatalogue.Trust)[12] < world.Run().Series(IndicatorCatalogue.Trust)[12]);
    }

    [Fact]
    public void With_the_same_teams_given_a_committee_that_seldom_meets_moves_needs_by_less_than_a_tenth()
    {
        var often = SameTeams(12, daily: 1);
        Assert.InRange(SameTeams(1, daily: 1) / often - 1, -.1, .1);
    }

    [Fact]
    public void Where_all_waits_for_a_meeting_more_needs_are_unmet() =>
        Assert.True(SameTeams(1, daily: 0) > SameTeams(1, daily: 1));

    // Unmet needs where changes of structure are dated, so that no meeting can move them.
    private static double SameTeams(double meetings, double daily) => Mean(
        TestWorlds.Town(72).WithCentres(3)
        .With(("committee.meetingsPerYear", meetings), ("committee.adaptsSchedule", 0), ("committee.decidesStructure", 0),
            ("committee.dailyDecisions", daily), ("cooperation.safeMonths", 60)), IndicatorCatalogue.UnmetPerPerson, 72);

    // Mean over replications and over the second half of the months.
    private static double Mean(Blueprint blueprint, Indicator indicator, int months) =>
        Enumerable.Range(0, Replications).Average(k => blueprint.Run(7, k).Series(indicator).Skip(months / 2).Average());
}
