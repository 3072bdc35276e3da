using CsCheck;
using Samverkan.Model.Chance;
using Samverkan.Model.Needs;
using Samverkan.Model.ServiceUsers;
using Samverkan.Model.Teams;

namespace Samverkan.Model.Tests.ServiceUsers;

/// <summary>What a crisis leaves behind, and what a crisis without a bed costs the person.</summary>
public class AftermathTests
{
    private const uint Clinical = 1u << (int)Domain.PsychoticSymptoms | 1u << (int)Domain.PsychologicalDistress | 1u
        << (int)Domain.SafetyToSelf;

    private static readonly RandomStreams Streams = RandomStreams.Of(1, 0);

    private static ServiceUser After(CrisisOutcome outcome, ulong id = 1UL << 63 | 7)
    {
        var person = Examples.Person(id: id, met: Clinical);
        Aftermath.AfterCrisis(ref person);
        Aftermath.Hear(ref person, new(id, outcome, 20), Examples.P.Crisis, Streams, Examples.Some);
        return person;
    }

    [Fact]
    public void A_crisis_without_a_bed_leaves_more_behind_than_one_that_is_treated()
    {
        Assert.Equal(After(CrisisOutcome.Admitted).Instability, After(CrisisOutcome.TreatedAtHome).Instability);
        Assert.True(After(CrisisOutcome.NoBed).Instability > After(CrisisOutcome.Admitted).Instability);
    }

    [Fact]
    public void Whoever_has_just_had_a_crisis_is_not_calm_and_becomes_so()
    {
        var person = After(CrisisOutcome.TreatedAtHome);
        var months = 0;
        for (; !Aftermath.IsCalm(person, Examples.P.Crisis); months++) Aftermath.Fade(ref person, Examples.P.Crisis);
        Assert.Equal(Math.Ceiling(Math.Log(Examples.P.Crisis.Calm) / Math.Log(Examples.P.Crisis.Stays)), months);
        for (; person.Instability > 0; months++) Aftermath.Fade(ref person, Examples.P.Crisis);
        Assert.Equal(Math.Ceiling(Math.Log(Examples.P.Crisis.Forgotten) / Math.Log(Examples.P.Crisis.Stays)), months);
    }

    [Fact]
    public void Only_the_admitted_are_in_the_ward()
    {
        Assert.True(After(CrisisOutcome.Admitted).InWard);
        Assert.False(After(CrisisOutcome.TreatedAtHome).InWard);
        Assert.False(After(CrisisOutcome.NoBed).InWard);
    }

    [Fact]
    public void Clinical_needs_come_back_without_a_bed_and_only_then()
    {
        var unmet = Enumerable.Range(0, 300).Sum(i => After(CrisisOutcome.NoBed, 1UL << 63 | (uint)i).UnmetCount) / 900.0;
        Assert.InRange(unmet, Examples.P.Crisis.Relapse - .06, Examples.P.Crisis.Relapse + .06);
        Assert.Equal(0, After(CrisisOutcome.Admitted).UnmetCount);
        Assert.Equal(0, After(CrisisOutcome.TreatedAtHome).UnmetCount);
    }

    [Fact]
    public void What_a_crisis_left_behind_fades_at_home_and_not_in_the_ward() => Gen.Float[.02f, 5].Sample(instability =>
    {
        var atHome = Examples.Person() with { Instability = instability };
        var inWard = atHome with { WardDays = 3 };
        Aftermath.Fade(ref atHome, Examples.P.Crisis);
        Aftermath.Fade(ref inWard, Examples.P.Crisis);
        return atHome.Instability < instability && inWard.Instability == instability;
    });

    [Fact]
    public void Recent_crises_and_lasting_proneness_make_the_next_one_likelier()
    {
        var calm = Examples.Person();
        Assert.True(Crisis.Proneness(Examples.P.Crisis, calm with { Instability = 1 })
            > Crisis.Proneness(Examples.P.Crisis, calm));
        Assert.Equal(2 * Crisis.Proneness(Examples.P.Crisis, calm),
            Crisis.Proneness(Examples.P.Crisis, calm with { Proneness = 2 }), 9);
    }

    [Fact]
    public void A_stay_that_was_cut_short_is_felt_at_home()
    {
        var person = Examples.Person() with { Traits = Traits.CutShort };
        Aftermath.AfterShortStay(ref person, Examples.P.Ward);
        Assert.Equal((float)Examples.P.Ward.ShortStay, person.Instability);
        Aftermath.AfterShortStay(ref person, Examples.P.Ward);
        Assert.Equal((float)Examples.P.Ward.ShortStay, person.Instability);
    }

    [Fact]
    public void More_die_and_drop_out_after_a_crisis()
    {
        var p = Examples.P.With(TestWorlds.Each("population.exit", .3));
        int Departed(float instability, LifeEvents reason, float engagement) => Enumerable.Range(0, 60_000).Count(i =>
        {
            var person = Examples.Person(id: Identity.OfPerson(1, 0, Examples.Some, i), unmet: 1, engagement: engagement)
                with
            { Instability = instability };
            return (Examples.Live(ref person, Examples.Offer(), p, Examples.Some) & reason) != 0;
        });
        Assert.True(Departed(5, LifeEvents.Died, .5f) > 1.5 * Departed(0, LifeEvents.Died, .5f));
        Assert.True(Departed(5, LifeEvents.DroppedOut, 0) > 1.5 * Departed(0, LifeEvents.DroppedOut, 0));
    }

    [Fact]
    public void Short_stays_come_back()
    {
        var p = Examples.P.With(TestWorlds.Each("population.exit", 0)).With(("placement.rate", 0), ("engagement.dropout", .012));
        var (full, cut) = (Crises(Traits.None), Crises(Traits.CutShort));
        Assert.InRange(full, 50, 1_000);
        Assert.InRange(cut, full * 5 / 4, 2_000);

        int Crises(Traits stay) => Enumerable.Range(1, 4_000).Count(id =>
        {
            var person = Examples.Person(unmet: 0b11100000, id: (ulong)id) with { Traits = stay };
            Aftermath.AfterShortStay(ref person, p.Ward);
            return (Examples.Live(ref person, Examples.Offer(), p, Examples.Some) & LifeEvents.Crisis) != 0;
        });
    }
}
