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
    public static double Hazard(PlacementParameters p, float severity, double factor, double ofNeeds) =>
        severity < p.LeastSeverity ? 0 : p.Rate * severity * factor * ofNeeds;

    public static double OfNeeds(PlacementParameters p, int unmetMunicipal) => ExactMath.Exp(p.NeedSlope * unmetMunicipal);

    /// <summary>
    /// Return in a month: the sooner the milder, and where a cooperating, competent joint team is there to take over.
    /// </summary>
    /// <param name="readiness">Cooperation times competence of the receiving joint team; 0 without one.</param>
    public static double ReturnProbability(PlacementParameters p, double severity, double readiness) =>
        Math.Min(1, p.Return * (1 + readiness) / Math.Max(p.LeastSeverity, severity));
}
