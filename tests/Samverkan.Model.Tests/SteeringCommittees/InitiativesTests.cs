using Samverkan.Model.Chance;
using Samverkan.Model.Needs;
using Samverkan.Model.Parameters;
using Samverkan.Model.SteeringCommittees;

namespace Samverkan.Model.Tests.SteeringCommittees;

/// <summary>Places differ in what somebody takes up, and in what people resist.</summary>
public class InitiativesTests
{
    private static readonly RandomStreams Random = RandomStreams.Of(1, 0);

    private static readonly Proposal Plan = new() { Remedy = Remedy.JointPlan };

    [Fact]
    public void A_champion_and_a_window_bring_matters_up_sooner()
    {
        var usual = Months(champion: false, window: false);
        Assert.True(Months(champion: true, window: false) < usual);
        Assert.True(Months(champion: false, window: true) < usual);
    }

    [Fact]
    public void What_was_refused_comes_back_later_unless_a_window_opens()
    {
        Assert.True(Months(refusals: 3) > 2 * Months(refusals: 0));
        Assert.Equal(Months(window: true), Months(window: true, refusals: 3));
    }

    [Fact]
    public void What_is_decided_or_refused_is_no_longer_prepared()
    {
        var initiatives = Prepared();
        initiatives.Decided(Plan);
        Assert.Equal(0u, initiatives.Prepared >> Initiatives.Plan & 1);
        initiatives.Refused(new() { Remedy = Remedy.Include, Group = TargetGroup.Refugees });
        Assert.Equal(0u, initiatives.Prepared >> (int)TargetGroup.Refugees & 1);
        Assert.NotEqual(0u, initiatives.Prepared);
    }

    [Fact]
    public void What_nobody_has_taken_up_is_not_raised()
    {
        var apart = Examples.Brief() with { PlanStands = false, JointUnits = 0 };
        Assert.Contains(Raised(Examples.Table(apart)), i => i.Remedy == Remedy.JointPlan);
        Assert.DoesNotContain(Raised(Examples.Table(apart) with { Prepared = 0 }), i => i.Remedy == Remedy.JointPlan);
        var outside = Examples.Brief()
            with
        { Groups = [.. Examples.Brief().Groups.Select(g => g with { Unmet = 900, UnmetInJointCare = 0 })] };
        Assert.Contains(Raised(Examples.Table(outside)), i => i.Remedy == Remedy.Include);
        Assert.DoesNotContain(Raised(Examples.Table(outside) with { Prepared = 0 }), i => i.Remedy == Remedy.Include);
    }

    [Fact]
    public void Resistance_is_a_trait_of_the_place_and_of_the_group_and_concerns_nothing_else()
    {
        var p = Examples.P.Agenda;
        double Of(ulong place, TargetGroup group) =>
            new Initiatives(place).Resistance(p, new() { Remedy = Remedy.Include, Group = group }, Random);
        Assert.Equal(Of(1, TargetGroup.Refugees), Of(1, TargetGroup.Refugees));
        Assert.NotEqual(Of(1, TargetGroup.Refugees), Of(2, TargetGroup.Refugees));
        Assert.NotEqual(Of(1, TargetGroup.Refugees), Of(1, TargetGroup.Depression));
        Assert.Equal(0, new Initiatives(1).Resistance(p, new() { Remedy = Remedy.Review }, Random));
        Assert.Equal(0, Enumerable.Range(0, 4_000).Average(place => Of((ulong)place, TargetGroup.Refugees)), .15);
    }

    [Fact]
    public void Where_people_resist_there_is_less_consensus() => Assert.True(
        Examples.Consent(Examples.P.Committee, new(.5, .5, 0, 0, 0), 0, Examples.Brief(), 4, new(.5, true, 1))
            < Examples.Consent(Examples.P.Committee, new(.5, .5, 0, 0, 0), 0, Examples.Brief(), 4, new(.5, true)));

    [Fact]
    public void Fresh_data_and_those_concerned_at_the_table_make_consensus_likelier()
    {
        double Chance(double freshness, bool voice) =>
            Examples.Consent(Examples.P.Committee, new(.5, .5, 0, 0, 0), 0, Examples.Brief(), 4, new(freshness, voice));
        Assert.True(Chance(.9, false) > Chance(.1, false));
        Assert.True(Chance(.5, true) > Chance(.5, false));
    }

    private static List<AgendaItem> Raised(MeetingTable table) => Agenda.Of(table, Random, 1, 0);

    private static Initiatives Prepared()
    {
        var initiatives = new Initiatives(1);
        for (var month = 0; month < 600; month++)
            initiatives.Month(Examples.P.Agenda, true, true, Random, TestWorlds.Start + month);
        return initiatives;
    }

    // Mean months until somebody takes up a joint plan, over places.
    private static double Months(bool champion = false, bool window = false, int refusals = 0)
    {
        const int places = 400;
        double months = 0;
        for (ulong place = 0; place < places; place++)
        {
            var initiatives = new Initiatives(place);
            for (var i = 0; i < refusals; i++) initiatives.Refused(Plan);
            for (var month = TestWorlds.Start; (initiatives.Prepared >> Initiatives.Plan & 1) == 0; month += 1, months++)
                initiatives.Month(Examples.P.Agenda, champion, window, Random, month);
        }
        return months / places;
    }
}
