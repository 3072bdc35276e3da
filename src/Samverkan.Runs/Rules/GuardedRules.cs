using Samverkan.Model.Cooperation;
using Samverkan.Model.Economy;
using Samverkan.Model.Housing;
using Samverkan.Model.Needs;
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
        ("crisis", typeof(ICrisisRule), (rules, own) => rules with { Crisis = new GuardedCrisis((ICrisisRule)own) }),
        ("housing", typeof(IHousingRule), (rules, own) => rules with { Housing = new GuardedHousing((IHousingRule)own) }),
        ("hiring", typeof(IHiringRule), (rules, own) => rules with { Hiring = new GuardedHiring((IHiringRule)own) }),
    ];

    // In tenths: what is more is a mistake, and would overflow sums.
    private const int MostPosts = 1_000_000;

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

    private sealed class GuardedCrisis(ICrisisRule own) : ICrisisRule
    {
        public double MonthlyHazard(CrisisParameters p, in ServiceUser person, double countyCare)
        {
            try
            {
                return own.MonthlyHazard(p, person, countyCare) is >= 0 and < double.PositiveInfinity and var hazard ? hazard
                    : throw Wrong(own, "a hazard that is not 0 or more");
            }
            catch (Exception e) when (e is not ModelCheckFailed)
            {
                throw Failed(own, e);
            }
        }
    }

    private sealed class GuardedHousing(IHousingRule own) : IHousingRule
    {
        public double Wanted(HousingParameters p, in HousingPressure pressure)
        {
            try
            {
                return own.Wanted(p, pressure) is var places && double.IsFinite(places) ? places
                    : throw Wrong(own, "places that are no number");
            }
            catch (Exception e) when (e is not ModelCheckFailed)
            {
                throw Failed(own, e);
            }
        }
    }

    private sealed class GuardedHiring(IHiringRule own) : IHiringRule
    {
        public StaffBudget Month(FundingParameters p, in Staffing staffing)
        {
            try
            {
                return own.Month(p, staffing) is var budget && budget.Posts >= -staffing.Posts && budget.Posts <= MostPosts
                    ? budget : throw Wrong(own, $"{budget.Posts} tenths of posts to create, where {staffing.Posts} are there");
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
