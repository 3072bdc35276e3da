using Samverkan.Model.Chance;
using Samverkan.Model.ServiceUsers;

namespace Samverkan.Model.Municipalities;

/// <summary>
/// Placement in an institution outside the municipality (Klinga 2018, 1999: return from outside): the
/// hazard rises steeply with unmet municipal needs. Most of its cost is the municipality's, whoever could have averted it.
/// </summary>
internal static class OutsidePlacement
{
    /// <param name="ofNeeds"><see cref="OfNeeds"/> of the unmet municipal needs.</param>
    public static double Hazard(PlacementParameters p, float severity, float factor, double ofNeeds) =>
        p.Rate * severity * factor * ofNeeds;

    public static double OfNeeds(PlacementParameters p, int unmetMunicipal) => ExactMath.Exp(p.NeedSlope * unmetMunicipal);

    /// <summary>
    /// Return in a month: faster where a cooperating, competent joint team is there to take over.
    /// </summary>
    /// <param name="readiness">Cooperation times competence of the receiving joint team; 0 without one.</param>
    public static double ReturnProbability(PlacementParameters p, double readiness) => p.Return * (1 + readiness);
}
