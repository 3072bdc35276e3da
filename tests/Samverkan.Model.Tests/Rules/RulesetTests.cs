using Samverkan.Model.Cooperation;
using Samverkan.Model.Parameters;
using Samverkan.Model.Rules;
using Samverkan.Model.ServiceUsers;
using Samverkan.Model.Snapshots;
using Samverkan.Model.SteeringCommittees;
using Samverkan.Model.Teams;
using Xunit;

namespace Samverkan.Model.Tests.Rules;

/// <summary>Each rule that can be replaced is asked, and what it says counts.</summary>
public sealed class RulesetTests
{
    private static readonly Blueprint Short = Blueprint.Case with { To = Month.Of(2004, 12) };

    [Fact]
    public void A_rule_of_ones_own_is_what_the_world_works_by()
    {
        Ruleset[] own =
        [
            Ruleset.Usual with { Trust = new Own() }, Ruleset.Usual with { Dissolution = new Own() },
            Ruleset.Usual with { Consensus = new Own() }, Ruleset.Usual with { Triage = new Own() },
        ];
        var usual = Last(Ruleset.Usual);

        Assert.All(own, rules => Assert.NotEqual(usual, Last(rules)));
        Assert.Equal(usual, Last(Ruleset.Usual));
        Assert.All(own, rules => Assert.False(rules.IsUsual));
    }

    [Fact]
    public void Rules_stay_where_they_are_when_a_blueprint_travels()
    {
        var arrived = Snapshot.Read<Blueprint>(
            Snapshot.Of(Short with { Rules = new() { Trust = new Own() }, Parameters = ParameterSet.Defaults }));

        Assert.True(arrived.Rules.IsUsual);
    }

    private static ulong Last(Ruleset rules)
    {
        var run = new Simulation(Short with { Rules = rules }, 1, 1);
        var last = 0UL;
        while (!run.Finished) last = run.Advance().Hashes[0];
        return last;
    }

    private sealed class Own : ITrustRule, IDissolutionRule, IConsensusRule, ITriageRule
    {
        public CooperationState Month(CooperationParameters p, in CooperationState cooperation, in Dealings dealings) =>
            cooperation with { Trust = dealings.Contact };

        public double MonthlyProbability(CooperationParameters p, in CooperationState cooperation, double stress,
            double deepest) => 1;

        public double Probability(CommitteeParameters p, in Matter matter) => matter.Cooperation.Trust > 0 ? 1 : 0;

        public double Priority(CareParameters p, in ServiceUser person) => -person.UnmetCount;
    }
}
