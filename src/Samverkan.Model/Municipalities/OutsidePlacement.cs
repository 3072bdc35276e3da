using Samverkan.Model.Chance;
using Samverkan.Model.ServiceUsers;

namespace Samverkan.Model.Municipalities;

/// <summary>
/// Placement in an institution outside the municipality (model notes 4.4; Klinga 2018, 1999: return from outside): the
/// hazard rises steeply with unmet municipal needs. Most of its cost is the municipality's, whoever could have averted it.
/// </summary>
internal static class OutsidePlacement
{
    public static double Hazard(PlacementParameters p, in ServiceUser person, float factor) =>
        p.Rate * person.Severity * factor * ExactMath.Exp(p.NeedSlope * person.UnmetIn(Needs.Domains.OfMunicipality));

    /// <summary>
    /// Return in a month: faster where a cooperating, competent joint team is there to take over.
    /// </summary>
    /// <param name="readiness">Cooperation times competence of the receiving joint team; 0 without one.</param>
    public static double ReturnProbability(PlacementParameters p, double readiness) => p.Return * (1 + readiness);
}
