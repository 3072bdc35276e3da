using CsCheck;
using Samverkan.Model.Needs;
using Samverkan.Model.Parameters;
using Samverkan.Model.ServiceUsers;
using Samverkan.Model.Teams;

namespace Samverkan.Model.Tests.Needs;

/// <summary>Who leads which needs, before and after a law gives alcohol and drugs to the county.</summary>
public sealed class LeadsTests
{
    private static readonly ParameterSet Before = Examples.P, After = Examples.P.With(("needs.countyLeadsAddiction", 1));

    [Fact]
    public void The_law_moves_alcohol_and_drugs_and_nothing_else()
    {
        Assert.Equal(new Leads(Domains.OfCounty, Domains.OfBoth), Before.Transitions.Leads);
        for (var d = 0; d < Domains.Count; d++)
        {
            var (before, after) = (Before.Transitions.CarerOf(d), After.Transitions.CarerOf(d));
            if ((1u << d & Domains.Substances) != 0) Assert.Equal((Carer.Both, Carer.County), (before, after));
            else Assert.Equal(before, after);
        }
    }

    [Fact]
    public void After_it_the_countys_care_alone_meets_them()
    {
        Assert.Equal((0, 0), (MetBy(Before, new(1, 0, 0, 0)), MetBy(After, new(0, 1, 1, 1))));
        Assert.InRange(MetBy(After, new(1, 0, 0, 0)), 100, 1000);
        Assert.Equal(MetBy(Before, new(0, 0, 1, 0)), MetBy(After, new(1, 0, 0, 0)));

        static int MetBy(ParameterSet p, EffectiveNeedsCare care) => Enumerable.Range(1, 1000).Count(id =>
        {
            var (unmet, met) = (Domains.Substances, 0u);
            NeedTransitions.Plainly(
                ref unmet, ref met, 0, 1, care, p.Transitions, Examples.World.RandomStreams, (ulong)id, Examples.Some);
            return (met & Domains.Substances) != 0;
        });
    }

    [Fact]
    public void Their_hours_move_from_the_municipality_to_the_county_and_none_is_lost() =>
        Gen.Select(Gen.UInt[0, Domains.All], Gen.UInt[0, Domains.All]).Sample((one, other) =>
        {
            var (before, after) = (new Workload(), new Workload());
            var person = Examples.Person(unmet: one, met: other & ~one);
            before.Add(person, 5, Before.Transitions.Leads);
            after.Add(person, 5, After.Transitions.Leads);
            var care = Examples.P.Care;
            var moved = before.Municipality(care, 1) - after.Municipality(care, 1);
            return Math.Abs(after.County(care, 1) - before.County(care, 1) - moved) < 1e-9
                && ((one | other) & Domains.Substances) == 0 == (moved == 0);
        });

    [Fact]
    public void A_partner_is_asked_for_what_it_leads()
    {
        var person = Examples.Person(unmet: Domains.Substances) with { Link = LinkStage.Active };
        Assert.Equal((1, 2), (Asked(Before), Asked(After)));

        float Asked(ParameterSet p) =>
            PartnerLink.Note(default, person, p.Transitions.Leads.County, p.Transitions.Leads.Both).Unmet;
    }

    [Fact]
    public void The_clinic_sees_whoever_was_in_its_ward_or_in_a_crisis_as_before()
    {
        var before = Reach(Before);
        Assert.Equal((1000, 1000), before);
        Assert.Equal(before, Reach(After));

        static (int Discharged, int AfterCrisis) Reach(ParameterSet law)
        {
            var p = law.With(("link.followUp", 1), ("link.own", 0), ("link.referral", 0), ("link.atDischarge", 0));
            return (Referred(p, 5, false), Referred(p, 0, true));
        }

        static int Referred(ParameterSet p, ushort dischargeDay, bool crisis) => Enumerable.Range(1, 1000).Count(id =>
        {
            var person = Examples.Person(unmet: Domains.OfCounty, id: (ulong)id) with { DischargeDay = dischargeDay };
            PartnerLink.Close(ref person, p.Link, [Examples.Partner(3)], p.Transitions.Leads.County, 0, false,
                Examples.World.RandomStreams, Examples.Some, crisis: crisis);
            return person.Link == LinkStage.Pending;
        });
    }
}
