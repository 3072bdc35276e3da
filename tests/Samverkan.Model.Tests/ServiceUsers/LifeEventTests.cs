using Samverkan.Model.Needs;
using Samverkan.Model.Parameters;
using Samverkan.Model.ServiceUsers;

namespace Samverkan.Model.Tests.ServiceUsers;

/// <summary>What a month leads to, where only one thing can happen.</summary>
public class LifeEventTests
{
    private static readonly ParameterSet NobodyLeaves =
        Examples.P.With(TestWorlds.Each("population.exit", 0)).With(TestWorlds.Each("crisis.rate", 0))
        .With(("placement.rate", 0), ("engagement.dropout", 0));

    [Fact]
    public void Who_is_not_engaged_drops_out_and_who_is_stays()
    {
        var p = NobodyLeaves.With(("engagement.dropout", 1));
        Assert.Equal((1_000, 0), (Count(LifeEvents.DroppedOut, p, Examples.Person(unmet: 1, engagement: 0)),
            Count(LifeEvents.DroppedOut, p, Examples.Person(unmet: 1, engagement: 1))));
    }

    [Fact]
    public void A_case_manager_keeps_hold_of_some_who_would_drop_out()
    {
        var p = NobodyLeaves.With(("engagement.dropout", 1), ("element.managerKeeps", .3));
        var person = Examples.Person(unmet: 1, engagement: 0);
        Assert.Equal(1_000, Count(LifeEvents.DroppedOut, p, person, Examples.Offer() with { Managed = 0 }));
        Assert.InRange(Count(LifeEvents.DroppedOut, p, person, Examples.Offer() with { Managed = .5f }), 800, 900);
        Assert.InRange(Count(LifeEvents.DroppedOut, p, person, Examples.Offer() with { Managed = 1 }), 650, 750);
    }

    [Fact]
    public void A_relapse_starts_the_months_before_discharge_afresh()
    {
        var p = NobodyLeaves.With(("engagement.monthsToDischarge", 2)).With(TestWorlds.Each("population.recovered", 0));
        var person = Examples.Person();
        Assert.Equal(LifeEvents.Nothing, Examples.Live(ref person, Examples.Offer(), p, Examples.Some));
        person.Unmet = 1;
        Assert.Equal(LifeEvents.Nothing, Examples.Live(ref person, Examples.Offer(), p, Examples.Some + 1));
        person.Unmet = 0;
        Assert.Equal(LifeEvents.Nothing, Examples.Live(ref person, Examples.Offer(), p, Examples.Some + 2));
        Assert.Equal(LifeEvents.Helped, Examples.Live(ref person, Examples.Offer(), p, Examples.Some + 3));
    }

    [Fact]
    public void The_countys_care_protects_from_crises_and_the_municipalitys_does_not()
    {
        var p = NobodyLeaves.With(TestWorlds.Each("crisis.rate", 5)).With(("crisis.protection", 10), ("crisis.least", 0));
        Assert.Equal(0, Count(LifeEvents.Crisis, p, Examples.Person(unmet: 1), new(1, 0, 0, .8f, 1, true)));
        Assert.InRange(Count(LifeEvents.Crisis, p, Examples.Person(unmet: 1), new(0, 1, 0, .8f, 1, true)), 900, 1_000);
    }

    [Fact]
    public void Unmet_needs_of_the_municipality_lead_to_placements_and_those_of_the_county_do_not()
    {
        var p = NobodyLeaves.With(("placement.rate", 1e-6), ("placement.needSlope", 10));
        Assert.Equal(1_000, Count(LifeEvents.ToPlacement, p, Examples.Person(unmet: Domains.OfMunicipality)));
        Assert.Equal(0, Count(LifeEvents.ToPlacement, p, Examples.Person(unmet: Domains.OfCounty)));
    }

    [Fact]
    public void Waiting_wears_engagement_away()
    {
        var person = Examples.Person(status: Status.Waiting, engagement: .5f);
        person.Live(Examples.Offer(), NobodyLeaves.With(("engagement.waiting", .9)), Examples.World.RandomStreams, Examples.Some);
        Assert.Equal(.45f, person.Engagement, 1e-6f);
    }

    [Fact]
    public void Without_continuity_a_part_of_involvement_is_lost()
    {
        var p = Examples.P.With(("engagement.continuityWeight", .4), ("engagement.pace", 1)).Engagement;
        var stranger = Examples.Person() with { Continuity = 0 };
        var known = Examples.Person() with { Continuity = 1 };
        Engaging.Month(ref stranger, Examples.Offer(), p, 0);
        Engaging.Month(ref known, Examples.Offer(), p, 0);
        Assert.Equal((.6f * .8f, .8f), (stranger.Engagement, known.Engagement));
    }

    [Fact]
    public void Supported_housing_meets_needs_of_accommodation_that_nobody_else_meets()
    {
        var p = NobodyLeaves.With(("care.inSupportedHousing", 1));
        const uint home = 1u << (int)Domain.Accommodation;
        var nobody = new CareOffer(0, 0, 0, .8f, 1, false);
        Assert.Equal(0, Met(Traits.None));
        Assert.InRange(Met(Traits.Housed), 10, 1_000);

        int Met(Traits traits) => Enumerable.Range(0, 1_000).Count(id =>
        {
            var person = Examples.Person(unmet: home, id: (ulong)id) with { Traits = traits };
            person.Live(nobody, p, Examples.World.RandomStreams, Examples.Some);
            return (person.Met & home) != 0;
        });
    }

    // Of a thousand such persons, to how many it happens.
    private static int Count(LifeEvents what, ParameterSet p, ServiceUser like, CareOffer? offer = null) =>
        Enumerable.Range(0, 1_000).Count(id =>
    {
        var person = like with { Id = (ulong)id };
        return (Examples.Live(ref person, offer ?? Examples.Offer(), p, Examples.Some) & what) != 0;
    });
}
