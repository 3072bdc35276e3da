using Samverkan.Model.Cooperation;
using Samverkan.Model.Rules;
using Samverkan.Model.ServiceUsers;
using Samverkan.Model.SteeringCommittees;
using Samverkan.Model.Teams;
using Samverkan.Runs.Execution;

namespace Samverkan.Runs.Rules;

/// <summary>
/// Puts rules of one's own behind a check of what they say: what is no probability, or fails, ends the run with a sentence.
/// </summary>
internal static class GuardedRules
{
    /// <summary>The rules that can be replaced, by name, with how each takes its place.</summary>
    public static IReadOnlyList<(string Name, Type Interface, Func<Ruleset, IRule, Ruleset> Put)> All { get; } =
    [
        ("trust", typeof(ITrustRule), (rules, own) => rules with { Trust = new GuardedTrust((ITrustRule)own) }),
        ("dissolution", typeof(IDissolutionRule),
            (rules, own) => rules with { Dissolution = new GuardedDissolution((IDissolutionRule)own) }),
        ("consensus", typeof(IConsensusRule),
            (rules, own) => rules with { Consensus = new GuardedConsensus((IConsensusRule)own) }),
        ("triage", typeof(ITriageRule), (rules, own) => rules with { Triage = new GuardedTriage((ITriageRule)own) }),
    ];

    private sealed class GuardedTrust(ITrustRule own) : ITrustRule
    {
        public CooperationState Month(CooperationParameters p, in CooperationState cooperation, in Dealings dealings)
        {
            CooperationState after;
            try
            {
                after = own.Month(p, cooperation, dealings);
            }
            catch (Exception e)
            {
                throw Failed(own, e);
            }
            Share(own, "trust", after.Trust);
            Share(own, "understanding", after.Understanding);
            Share(own, "routine", after.Routine);
            Share(own, "agreement", after.Agreement);
            return after.Conflict is >= 0 and < double.PositiveInfinity ? after
                : throw Wrong(own, $"a conflict of {after.Conflict}, which is 0 or more");
        }
    }

    private sealed class GuardedDissolution(IDissolutionRule own) : IDissolutionRule
    {
        public double MonthlyProbability(CooperationParameters p, in CooperationState cooperation, double stress, double deepest)
        {
            try
            {
                return Share(own, "probability", own.MonthlyProbability(p, cooperation, stress, deepest));
            }
            catch (Exception e) when (e is not ModelCheckFailed)
            {
                throw Failed(own, e);
            }
        }
    }

    private sealed class GuardedConsensus(IConsensusRule own) : IConsensusRule
    {
        public double Probability(CommitteeParameters p, in Matter matter)
        {
            try
            {
                return Share(own, "probability", own.Probability(p, matter));
            }
            catch (Exception e) when (e is not ModelCheckFailed)
            {
                throw Failed(own, e);
            }
        }
    }

    private sealed class GuardedTriage(ITriageRule own) : ITriageRule
    {
        public double Priority(CareParameters p, in ServiceUser person)
        {
            try
            {
                return own.Priority(p, person) is var priority && !double.IsNaN(priority) ? priority
                    : throw Wrong(own, "a priority that is not a number");
            }
            catch (Exception e) when (e is not ModelCheckFailed)
            {
                throw Failed(own, e);
            }
        }
    }

    private static double Share(IRule own, string what, double value) =>
        value is >= 0 and <= 1 ? value : throw Wrong(own, $"a {what} of {value}, which is from 0 to 1");

    private static ModelCheckFailed Wrong(IRule own, string what) => new($"The rule '{own.GetType().Name}' gave {what}.");

    private static ModelCheckFailed Failed(IRule own, Exception e) => new(
        $"The rule '{own.GetType().Name}' failed: {e.GetType().Name}: {e.Message.ReplaceLineEndings(" ")}"
        + (e is MissingMemberException or TypeLoadException
            ? " It was made for another version of the model: build it anew." : ""));
}
