using Samverkan.Model.Chance;
using Samverkan.Model.Municipalities;
using Samverkan.Model.Needs;
using Samverkan.Model.Parameters;

namespace Samverkan.Model.ServiceUsers;

/// <summary>
/// What a month leads to for a person: leaving the population, dropping out, being discharged as
/// helped, a crisis, a placement outside, another coordinator. At most one way out is taken; each has its own number.
/// </summary>
internal static class Fate
{
    public static Answer Of(ref ServiceUser person, in CareOffer offer, ParameterSet p, in PersonDraws drawn, Month month)
    {
        var (crisis, placement, dropout, exit) = drawn.Fate;
        var (coordinator, _, _, cause) = drawn.Contact;
        var group = (int)person.Group;

        var dies = p.Hazards.Dies(group) * p.Transitions.Ageing(Identity.ArrivalOf(person.Id), month);
        var u = RandomStreams.Unit(exit);
        if (u < dies + p.Hazards.MovesAway(group)) return u < dies ? Answer.Died : Answer.Left;
        if (person.Status == Status.Placed) return Answer.Nothing;
        if (person.Status == Status.InService)
        {
            if (IsHelped(ref person, p.Engagement))
                return RandomStreams.Unit(cause) < p.Population.Recovered[group] ? Answer.Helped | Answer.Left : Answer.Helped;
            if (!person.InWard && RandomStreams.Unit(dropout) < p.Engagement.Dropout * (1 - person.Engagement)) return Answer.DroppedOut;
        }
        if (person.InWard) return CoordinatorChange(ref person, offer, p, coordinator);
        var toPlacement = RandomStreams.Unit(placement);
        if (toPlacement < p.Hazards.PlacementAtMost(person.Severity, offer.Placement) && toPlacement < OutsidePlacement.Hazard(
            p.Placement, person.Severity, offer.Placement, p.Hazards.Placement(person.UnmetIn(Domains.OfMunicipality))))
            return Answer.ToPlacement;

        var answer = CoordinatorChange(ref person, offer, p, coordinator);
        var toCrisis = RandomStreams.Unit(crisis);
        if (toCrisis >= p.Hazards.CrisisAtMost(group, person.Severity)) return answer;
        var hazard = Crisis.Hazard(p.Crisis, group, person.Severity, p.Hazards.Crisis(person.UnmetIn(Domains.OfCounty)), offer.County);
        return toCrisis < ExactMath.Probability((float)hazard) ? answer | Answer.Crisis : answer;
    }

    private static Answer CoordinatorChange(ref ServiceUser person, in CareOffer offer, ParameterSet p, uint word)
    {
        if (person.Status != Status.InService || RandomStreams.Unit(word) >= offer.CoordinatorLeaves) return Answer.Nothing;
        Engaging.NewCoordinator(ref person, p.Engagement);
        return Answer.NewCoordinator;
    }

    private static bool IsHelped(ref ServiceUser person, EngagementParameters p)
    {
        var calm = person.Unmet == 0 && person.MetCount <= p.NeedsAtDischarge && !person.InWard;
        person.CalmMonths = (byte)(calm ? Math.Min(255, person.CalmMonths + 1) : 0);
        return person.CalmMonths >= p.MonthsToDischarge;
    }
}
