using Samverkan.Model.Cooperation;
using Samverkan.Model.Economy;
using Samverkan.Model.Housing;
using Samverkan.Model.Needs;
using Samverkan.Model.ServiceUsers;
using Samverkan.Model.SteeringCommittees;
using Samverkan.Model.Teams;

namespace Samverkan.Model.Rules;

/// <summary>The rules of a world that can be replaced. Two sets are equal where each rule is the same object.</summary>
public sealed record Ruleset
{
    /// <summary>The rules that the model ships with.</summary>
    public static Ruleset Usual { get; } = new();

    /// <summary>Identifies rules of one's own, such as the hash of their assembly; empty: they are the usual ones.</summary>
    public string Hash { get; init; } = "";

    public ITrustRule Trust { get; init; } = UsualTrust.Rule;

    public IDissolutionRule Dissolution { get; init; } = UsualDissolution.Rule;

    public IConsensusRule Consensus { get; init; } = UsualConsensus.Rule;

    public ITriageRule Triage { get; init; } = UsualTriage.Rule;

    public ICrisisRule Crisis { get; init; } = UsualCrisis.Rule;

    public IHousingRule Housing { get; init; } = UsualHousing.Rule;

    public IHiringRule Hiring { get; init; } = UsualHiring.Rule;

    /// <summary>A rule of crises that is not the model's; null: it is the model's, by its tables.</summary>
    internal ICrisisRule? OwnCrisis => ReferenceEquals(Crisis, UsualCrisis.Rule) ? null : Crisis;

    public bool IsUsual => this == Usual;

    private sealed class UsualTrust : ITrustRule
    {
        public static readonly ITrustRule Rule = new UsualTrust();

        public CooperationState Month(CooperationParameters p, in CooperationState cooperation, in Dealings dealings) =>
            Cooperation.TrustRule.Month(p, cooperation, dealings);
    }

    private sealed class UsualDissolution : IDissolutionRule
    {
        public static readonly IDissolutionRule Rule = new UsualDissolution();

        public double MonthlyProbability(
            CooperationParameters p, in CooperationState cooperation, double stress, double deepest) =>
            Cooperation.Dissolution.MonthlyProbability(p, cooperation, stress, deepest);
    }

    private sealed class UsualConsensus : IConsensusRule
    {
        public static readonly IConsensusRule Rule = new UsualConsensus();

        public double Probability(CommitteeParameters p, in Matter matter) => SteeringCommittees.Consensus.Probability(p, matter);
    }

    private sealed class UsualTriage : ITriageRule
    {
        public static readonly ITriageRule Rule = new UsualTriage();

        public double Priority(CareParameters p, in ServiceUser person) => Teams.Triage.Need(person);
    }

    private sealed class UsualCrisis : ICrisisRule
    {
        public static readonly ICrisisRule Rule = new UsualCrisis();

        public double MonthlyHazard(CrisisParameters p, in ServiceUser person, double countyCare) => Needs.Crisis.Hazard(
            p, (int)person.Group, Needs.Crisis.Proneness(p, person), person.Unmet,
            Needs.Crisis.OfNeeds(p, person.UnmetIn(Domains.OfCounty)), countyCare);
    }

    private sealed class UsualHousing : IHousingRule
    {
        public static readonly IHousingRule Rule = new UsualHousing();

        public double Wanted(HousingParameters p, in HousingPressure pressure) => MunicipalHousing.Wanted(p, pressure);
    }

    private sealed class UsualHiring : IHiringRule
    {
        public static readonly IHiringRule Rule = new UsualHiring();

        public StaffBudget Month(FundingParameters p, in Staffing staffing) => Budget.Of(p, staffing);
    }
}
