using Samverkan.Model.Cooperation;
using Samverkan.Model.ServiceUsers;
using Samverkan.Model.SteeringCommittees;
using Samverkan.Model.Teams;

namespace Samverkan.Model.Rules;

/// <summary>
/// A rule of the model that another can replace. A rule is a pure function of its arguments: it keeps nothing between calls,
/// draws nothing and reads no clock, so that same arguments give the same bits. Many threads call it at a time.
/// </summary>
public interface IRule;

/// <summary>How a month of dealings between the sectors changes what holds a committee together.</summary>
public interface ITrustRule : IRule
{
    /// <param name="p">The parameters of the place in this month.</param>
    /// <param name="cooperation">As it was before the month.</param>
    /// <param name="dealings">What happened between the sectors.</param>
    /// <returns>Each from 0 to 1, conflict 0 or more.</returns>
    CooperationState Month(CooperationParameters p, in CooperationState cooperation, in Dealings dealings);
}

/// <summary>How likely a cooperation with joint units is to be dissolved. In its first years it never is.</summary>
public interface IDissolutionRule : IRule
{
    /// <param name="stress">Deficit over what can be decided on, from 0.</param>
    /// <param name="deepest">The deepest deficit that counts.</param>
    /// <returns>0 to 1.</returns>
    double MonthlyProbability(CooperationParameters p, in CooperationState cooperation, double stress, double deepest);
}

/// <summary>How likely a committee is to agree on an item.</summary>
public interface IConsensusRule : IRule
{
    /// <returns>0 to 1.</returns>
    double Probability(CommitteeParameters p, in Matter matter);
}

/// <summary>
/// Whom a team takes in first of those who are equally urgent: whoever has most. Of equals, who stands later in the queue.
/// </summary>
public interface ITriageRule : IRule
{
    double Priority(CareParameters p, in ServiceUser person);
}

/// <summary>An item before a committee.</summary>
/// <param name="Cost">As the sectors judge it, SEK a year.</param>
/// <param name="Slack">What the sectors have left, SEK a year.</param>
/// <param name="Frames">Their frames together, SEK a year.</param>
/// <param name="Deciders">Members who must agree.</param>
/// <param name="Freshness">How far what they know of needs is of today, 0 to 1.</param>
/// <param name="Voice">Whether associations of users and relatives are at the table.</param>
/// <param name="Resistance">Of people in the place to this very matter, on the scale of the logit.</param>
public readonly record struct Matter(
    CooperationState Cooperation, double Cost, double Slack, double Frames, int Deciders, double Freshness, bool Voice,
    double Resistance);
