using Samverkan.Model.Chance;
using Samverkan.Model.Municipalities;
using Samverkan.Model.Needs;
using Samverkan.Model.Parameters;
using Samverkan.Model.Rules;

namespace Samverkan.Model.ServiceUsers;

/// <summary>
/// What a month leads to for a person: leaving the population, dropping out, being discharged as
/// helped, a crisis, a placement outside, another coordinator. At most one way out is taken; each has its own number.
/// </summary>
internal static class LifeEventRule
{
    // Registers count who comes back within 28 days.
    private const double DaysOfReadmission = 28;

    private const double DaysOfMonth = 30.4;

    /// <param name="own">A rule of crises in place of the model's; null: there is none.</param>
    public static LifeEvents Draw(
        ref ServiceUser person, in CareOffer offer, ParameterSet p, in PersonDraws drawn, Month month, ICrisisRule? own)
    {
        var answer = Events(ref person, offer, p, drawn, month, own);
        if (person.DischargeDay == 0) return answer;
        if ((answer & LifeEvents.Crisis) != 0 && IsSoon(person, drawn)) answer |= LifeEvents.SoonAfterWard;
        person.DischargeDay = 0;
        return answer;
    }

    // Days at home in which the month's crisis can have come: those since the discharge of last month too.
    private static double DaysAtHome(in ServiceUser person) =>
        person.DischargeDay == 0 ? DaysOfMonth : Math.Max(DaysOfMonth, 2 * DaysOfMonth - person.DischargeDay);

    // Each of these days is as likely; readmission is counted within 28 days, as registers do.
    private static bool IsSoon(in ServiceUser person, in PersonDraws drawn) =>
        RandomStreams.Unit(drawn.Day) * DaysAtHome(person) <= DaysOfReadmission;

    private static LifeEvents Events(
        ref ServiceUser person, in CareOffer offer, ParameterSet p, in PersonDraws drawn, Month month, ICrisisRule? own)
    {
        var (crisis, placement, dropout, exit) = drawn.Events;
        var (coordinator, _, _, cause) = drawn.Contact;
        var group = (int)person.Group;

        Aftermath.Fade(ref person, p.Crisis);
        var dies = p.Hazards.Dies(group) * p.Transitions.Ageing(Identity.ArrivalOf(person.Id), month)
            * (1 + p.Crisis.Mortality * person.Instability);
        var u = RandomStreams.Unit(exit);
        if (u < dies + p.Hazards.MovesAway(group)) return u < dies ? LifeEvents.Died : LifeEvents.Left;
        if (person.Status == Status.Placed) return LifeEvents.Nothing;
        if (person.Status == Status.InService)
        {
            if (IsHelped(ref person, p.Engagement, offer.OthersWait))
                return RandomStreams.Unit(cause) < p.Population.Recovered[group]
                    ? LifeEvents.Helped | LifeEvents.Left : LifeEvents.Helped;
            if (!person.InWard && RandomStreams.Unit(dropout) < Dropout(person, p, offer)) return LifeEvents.DroppedOut;
        }
        else if (HasRecovered(ref person, p))
        {
            return person.Status == Status.Waiting ? LifeEvents.Helped : LifeEvents.Left;
        }
        if (person.InWard) return CoordinatorChange(ref person, offer, p, coordinator);
        var toPlacement = RandomStreams.Unit(placement);
        var pressure = offer.Placement * (1 + p.Placement.AfterCrisis * person.Instability);
        if (toPlacement < p.Hazards.PlacementAtMost(person.Severity, pressure) && toPlacement < OutsidePlacement.Hazard(
            p.Placement, person.Severity, pressure, p.Hazards.Placement(person.UnmetIn(Domains.OfMunicipality))))
            return LifeEvents.ToPlacement;

        var answer = CoordinatorChange(ref person, offer, p, coordinator);
        if (!HasCrisis(person, offer, p, RandomStreams.Unit(crisis), own)) return answer;
        Aftermath.AfterCrisis(ref person);
        return answer | LifeEvents.Crisis;
    }

    private static bool HasCrisis(in ServiceUser person, in CareOffer offer, ParameterSet p, double lot, ICrisisRule? own)
    {
        var months = DaysAtHome(person) / DaysOfMonth;
        if (own is not null)
            return lot < ExactMath.Probability((float)(own.MonthlyHazard(p.Crisis, person, offer.County) * months));
        var (group, proneness) = ((int)person.Group, Crisis.Proneness(p.Crisis, person) * months);
        return lot < p.Hazards.CrisisAtMost(group, proneness) && lot < ExactMath.Probability((float)Crisis.Hazard(
            p.Crisis, group, proneness, person.Unmet, p.Hazards.Crisis(person.UnmetIn(Domains.OfCounty)), offer.County));
    }

    /// <summary>Probability of leaving the service against its will in a month.</summary>
    private static double Dropout(in ServiceUser person, ParameterSet p, in CareOffer offer) =>
        (offer.Assertive ? 1 - p.Assertive.Keeps : 1) * (1 - p.Element.ManagerKeeps * offer.Managed)
        * p.Engagement.Dropout * (1 - person.Engagement) * person.Reluctance * (1 + p.Crisis.Dropout * person.Instability);

    // Without any need for years, a person out of contact belongs to the target population no more; one who waits leaves the
    // queue.
    private static bool HasRecovered(ref ServiceUser person, ParameterSet p)
    {
        CountCalm(ref person, 0);
        return person.CalmMonths
            >= (person.Status == Status.Waiting ? p.Engagement.MonthsToDischarge : p.Population.RecoveryMonths);
    }

    private static LifeEvents CoordinatorChange(ref ServiceUser person, in CareOffer offer, ParameterSet p, uint word)
    {
        if (person.Status != Status.InService || RandomStreams.Unit(word) >= offer.CoordinatorLeaves) return LifeEvents.Nothing;
        Engaging.NewCoordinator(ref person, p.Engagement);
        return LifeEvents.NewCoordinator;
    }

    private static bool IsHelped(ref ServiceUser person, EngagementParameters p, bool othersWait)
    {
        CountCalm(ref person, othersWait ? Math.Max(p.NeedsAtDischarge, p.NeedsAtReview) : p.NeedsAtDischarge);
        return person.CalmMonths >= p.MonthsToDischarge;
    }

    // Months in a row without unmet needs and with so many met needs at most.
    private static void CountCalm(ref ServiceUser person, double met)
    {
        var calm = person.Unmet == 0 && person.MetCount <= met && !person.InWard;
        person.CalmMonths = (byte)(calm ? Math.Min(byte.MaxValue, person.CalmMonths + 1) : 0);
    }
}
