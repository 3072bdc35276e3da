using Samverkan.Model;
using Samverkan.Model.Cooperation;
using Samverkan.Model.Economy;
using Samverkan.Model.Housing;
using Samverkan.Model.Needs;
using Samverkan.Model.Rules;
using Samverkan.Model.ServiceUsers;
using Samverkan.Model.SteeringCommittees;
using Samverkan.Model.Teams;
using Samverkan.Runs.Execution;
using Samverkan.Runs.Rules;
using Samverkan.Runs.Scenarios;
using Samverkan.Runs.Tests.Results;
using Xunit;

namespace Samverkan.Runs.Tests.Rules;

/// <summary>Assemblies of rules of one's own: what is read from them, what is refused, and what a check of them finds.</summary>
public sealed class OwnRulesTests
{
    private static readonly Blueprint Short = Blueprint.Case with { To = Month.Of(1999, 12) };

    private static string Sample { get; } = Path.Combine(AppContext.BaseDirectory, "OwnRules.dll");

    [Fact]
    public void The_sample_replaces_the_rule_of_trust_and_keeps_every_promise()
    {
        var rules = RulesFile.Read(Sample);

        Assert.Equal([new("trust", "OwnRules.TrustFollowsContact")], rules.Replaces);
        Assert.Equal(64, rules.Hash.Length);
        Assert.Same(Ruleset.Usual.Triage, rules.Rules.Triage);
        Assert.All(RulesCheck.Of(() => RulesFile.Read(Sample), Short, CancellationToken.None),
            promise => Assert.True(promise.IsKept, promise.Why));
    }

    [Fact]
    public void A_scenario_under_other_rules_differs_from_the_start_and_has_other_inputs()
    {
        var usual = ScenarioReader.Read("baseline");
        var own = usual.Under(RulesFile.Read(Sample));

        Assert.NotEqual(usual.InputHash, own.InputHash);
        Assert.True(ScenarioDiff.FirstDifference(usual, own) < usual.Blueprint.From);
        Assert.Null(ScenarioDiff.FirstDifference(own, usual.Under(own.Rules)));
        Assert.Null(SharedPast.Until(usual.Blueprint, own.Blueprint));
        Assert.Contains(ScenarioDiff.InWords(usual, own).Lines, line => line.Contains("rules", StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_no_assembly_of_rules_is_refused_with_a_sentence()
    {
        using var place = new TemporaryFolder();
        File.WriteAllText(place["text.dll"], "no assembly");

        Refused(place["none.dll"], "cannot be read");
        Refused(place["text.dll"], "is no .NET assembly");
        Refused(typeof(Blueprint).Assembly.Location,
            "has no rule: no public class implements one of ITrustRule, IDissolutionRule");
        Refused(typeof(OwnRulesTests).Assembly.Location, "has 2 rules of trust: Counting, NoNumber. Keep one public.");

        static void Refused(string path, string told) =>
            Assert.Contains(told, Assert.Throws<RulesRefused>(() => RulesFile.Read(path)).Message);
    }

    [Fact]
    public void A_rule_that_keeps_something_is_found()
    {
        var promises = RulesCheck.Of(() => new("own.dll", "1", [], Ruleset.Usual with { Trust = new Counting() }), Short,
            CancellationToken.None);

        Assert.Contains(promises,
            promise => !promise.IsKept && promise.Why.Contains("a rule keeps something", StringComparison.Ordinal));
    }

    [Fact]
    public void What_a_rule_must_not_say_ends_the_run_with_a_sentence()
    {
        Told("trust", new NoNumber(), "The rule 'NoNumber' gave a trust of NaN, which is from 0 to 1.");
        Told("dissolution", new Failing(), "The rule 'Failing' failed: InvalidOperationException: no idea");
        Told("crisis", new Failing(), "The rule 'Failing' gave a hazard that is not 0 or more.");
        Told("housing", new Failing(), "The rule 'Failing' gave places that are no number.");
        Told("hiring", new Failing(), "The rule 'Failing' failed: NotSupportedException: no money");
        Told("consensus", new Failing(), "The rule 'Failing' gave a probability of 2, which is from 0 to 1.");

        static void Told(string name, IRule own, string told)
        {
            var rules = GuardedRules.All.First(rule => rule.Name == name).Put(Ruleset.Usual, own);
            var run = InProcessRun.Start(Short with { To = Month.Of(2004, 12), Rules = rules }, 1, 1, Detail.Headline);
            var thrown = Assert.Throws<ModelCheckFailed>(() =>
            {
                while (!run.Finished) _ = run.Advance().Result;
            });
            Assert.Equal(told, thrown.Message);
        }
    }

    /// <summary>Keeps what it must not.</summary>
    public sealed class Counting : ITrustRule
    {
        private static int calls;

        public CooperationState Month(CooperationParameters p, in CooperationState cooperation, in Dealings dealings) =>
            cooperation with { Trust = Interlocked.Increment(ref calls) % 997 / 997.0 };
    }

    /// <summary>Gives no number.</summary>
    public sealed class NoNumber : ITrustRule
    {
        public CooperationState Month(CooperationParameters p, in CooperationState cooperation, in Dealings dealings) =>
            cooperation with { Trust = double.NaN };
    }

    private sealed class Failing : IDissolutionRule, IConsensusRule, ICrisisRule, IHousingRule, IHiringRule
    {
        public double MonthlyHazard(CrisisParameters p, in ServiceUser person, double countyCare) => -1;

        public double Wanted(HousingParameters p, in HousingPressure pressure) => double.NaN;

        public StaffBudget Month(FundingParameters p, in Staffing staffing) => throw new NotSupportedException("no money");

        public double MonthlyProbability(CooperationParameters p, in CooperationState cooperation, double stress,
            double deepest) =>
            throw new InvalidOperationException("no idea");

        public double Probability(CommitteeParameters p, in Matter matter) => 2;
    }
}
