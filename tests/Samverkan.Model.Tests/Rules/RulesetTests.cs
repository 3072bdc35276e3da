using Samverkan.Model.Cooperation;
using Samverkan.Model.Economy;
using Samverkan.Model.Housing;
using Samverkan.Model.Needs;
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
            Ruleset.Usual with { Crisis = new Own() }, Ruleset.Usual with { Housing = new Own() },
            Ruleset.Usual with { Hiring = new Own() },
        ];
        var usual = Last(Ruleset.Usual);

        Assert.All(own, rules => Assert.NotEqual(usual, Last(rules)));
        Assert.Equal(usual, Last(Ruleset.Usual));
        Assert.All(own, rules => Assert.False(rules.IsUsual));
    }

    [Fact]
    public void The_models_rules_behind_the_interfaces_are_the_models_rules()
    {
        // Each is asked through an object that is not the model's own: whatever short cut the model takes, it says the same.
        var asked = new Ruleset { Crisis = new Asking(), Housing = new Asking(), Hiring = new Asking(), Triage = new Asking() };

        Assert.Equal(Last(Ruleset.Usual), Last(asked));
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

    private sealed class Asking : ICrisisRule, IHousingRule, IHiringRule, ITriageRule
    {
        public double MonthlyHazard(CrisisParameters p, in ServiceUser person, double countyCare) =>
            Ruleset.Usual.Crisis.MonthlyHazard(p, person, countyCare);

        public double Wanted(HousingParameters p, in HousingPressure pressure) => Ruleset.Usual.Housing.Wanted(p, pressure);

        public StaffBudget Month(FundingParameters p, in Staffing staffing) => Ruleset.Usual.Hiring.Month(p, staffing);

        public double Priority(CareParameters p, in ServiceUser person) => Ruleset.Usual.Triage.Priority(p, person);
    }

    private sealed class Own : ITrustRule, IDissolutionRule, IConsensusRule, ITriageRule, ICrisisRule, IHousingRule, IHiringRule
    {
        public CooperationState Month(CooperationParameters p, in CooperationState cooperation, in Dealings dealings) =>
            cooperation with { Trust = dealings.Contact };

        public double MonthlyProbability(CooperationParameters p, in CooperationState cooperation, double stress,
            double deepest) => 1;

        public double Probability(CommitteeParameters p, in Matter matter) => matter.Cooperation.Trust > 0 ? 1 : 0;

        public double Priority(CareParameters p, in ServiceUser person) => -person.UnmetCount;

        public double MonthlyHazard(CrisisParameters p, in ServiceUser person, double countyCare) => .01;

        public double Wanted(HousingParameters p, in HousingPressure pressure) => 1 - pressure.Underway;

        public StaffBudget Month(FundingParameters p, in Staffing staffing) => new(true, 0);
    }
}
