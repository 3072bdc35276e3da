using Samverkan.Model.Cooperation;
using Samverkan.Model.Economy;
using Samverkan.Model.Housing;
using Samverkan.Model.Needs;
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

/// <summary>How likely a person at home or in contact is to have a crisis.</summary>
public interface ICrisisRule : IRule
{
    /// <param name="p">The parameters of the person's place in this month.</param>
    /// <param name="countyCare">Effective care for needs led by the county, 0 to 1.</param>
    /// <returns>Crises of a month at home, 0 or more: the probability of one is 1 - exp(-hazard).</returns>
    double MonthlyHazard(CrisisParameters p, in ServiceUser person, double countyCare);
}

/// <summary>How many places of housing with support a municipality wants to build, of itself, when a year ends.</summary>
public interface IHousingRule : IRule
{
    /// <returns>Places to begin. What the municipality can afford, and may begin in a year, limits them; nothing is built where
    /// it is 0 or less.</returns>
    double Wanted(HousingParameters p, in HousingPressure pressure);
}

/// <summary>What a sector does about its staff in a month: whether it fills vacancies, and how many posts it creates or
/// abolishes.</summary>
public interface IHiringRule : IRule
{
    StaffBudget Month(FundingParameters p, in Staffing staffing);
}

/// <summary>What presses for places of housing with support.</summary>
/// <param name="Pressure">Persons who press for a place, a year's mean: who waits for a home, is delayed in the ward, is placed
/// outside, or would have had a bed that was closed lately; each counts as far as the parameters say.</param>
/// <param name="Places">Places that there are.</param>
/// <param name="Underway">Places that are being built.</param>
public readonly record struct HousingPressure(double Pressure, int Places, int Underway);

/// <summary>A sector's money and staff as a month ends.</summary>
/// <param name="CostOfPost">SEK a year.</param>
/// <param name="Stress">Deficit over what can be decided on; below 0 is a surplus.</param>
/// <param name="Slack">SEK a year that the last quarter left over; below 0 it was overspent.</param>
/// <param name="Frame">SEK a year.</param>
/// <param name="Posts">In tenths.</param>
/// <param name="Vacant">Those of them without a holder.</param>
/// <param name="Strain">Hours needed over hours at hand, those who wait counted.</param>
/// <param name="Freezes">Whether the sector fills no vacancies, by a decision of its own.</param>
/// <param name="Month">Posts change when a quarter ends.</param>
public readonly record struct Staffing(
    double CostOfPost, double Stress, long Slack, long Frame, int Posts, int Vacant, double Strain, bool Freezes, Month Month);

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
