using CsCheck;
using Samverkan.Model.Chance;
using Samverkan.Model.ServiceUsers;

namespace Samverkan.Model.Tests.ServiceUsers;

/// <summary>Staying away from services: for long, by who one is, and shorter where somebody was kept.</summary>
public class RefusalTests
{
    private static readonly RandomStreams Streams = RandomStreams.Of(1, 0);

    private static double MeanMonths(float reluctance, float continuity) => Enumerable.Range(0, 2_000).Average(i =>
    {
        var person = Examples.Person(id: 1UL << 63 | (uint)i) with { Reluctance = reluctance, Continuity = continuity };
        Refusal.Begin(ref person, Examples.P.Engagement, Streams, Examples.Some);
        return person.RefusalMonths;
    });

    [Fact]
    public void A_refusal_lasts_for_years_longer_for_the_reluctant_and_shorter_after_a_kept_coordinator()
    {
        Assert.InRange(MeanMonths(1, 0), 20, 28);
        Assert.InRange(MeanMonths(2, 0), 40, 56);
        Assert.InRange(MeanMonths(1, 1), 10, 14);
    }

    [Fact]
    public void The_reluctant_decline_more_often() => Gen.Float[.1f, 8].Sample(reluctance =>
        Refusal.Declines(Examples.P.Engagement, reluctance) is > 0 and < 1
        && Refusal.Declines(Examples.P.Engagement, reluctance * 1.1f) > Refusal.Declines(Examples.P.Engagement, reluctance)
        && Math.Abs(Refusal.Declines(Examples.P.Engagement, 1) - Examples.P.Engagement.Declines) < 1e-12);

    [Fact]
    public void Outreach_wears_a_refusal_down()
    {
        static int MonthsUntilOpen(bool outreach)
        {
            var person = Examples.Person() with { RefusalMonths = 30 };
            var months = 0;
            for (; person.RefusalMonths > 0; months++)
                Refusal.Month(ref person, Examples.P.Engagement, outreach);
            Assert.Equal(months, person.MonthsOut);
            return months;
        }
        Assert.Equal(30, MonthsUntilOpen(false));
        Assert.True(MonthsUntilOpen(true) < 20);
    }

    [Fact]
    public void Who_has_had_no_need_for_years_leaves_the_population()
    {
        var p = Examples.P.With(TestWorlds.Each("population.exit", 0)).With(TestWorlds.Each("crisis.rate", 0));
        var person = Examples.Person(status: Status.Resident);
        var answers = new List<LifeEvents>();
        for (var month = Examples.Some; answers.Count < 24; month += 1)
            answers.Add(Examples.Live(ref person, Examples.Offer(0, 0), p, month));
        Assert.Equal(LifeEvents.Left, answers[^1] & LifeEvents.Left);
        Assert.All(answers.SkipLast(1), a => Assert.Equal(LifeEvents.Nothing, a & LifeEvents.Left));
    }
}
