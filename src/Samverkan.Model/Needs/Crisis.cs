using Samverkan.Model.Chance;

namespace Samverkan.Model.Needs;

/// <summary>
/// When needs become an emergency: the hazard is the group's rate times severity, rises a little with
/// unmet clinical needs and falls with clinical care. Contact must protect: the slope on needs alone moves nothing.
/// </summary>
internal static class Crisis
{
    /// <param name="ofNeeds"><see cref="OfNeeds"/> of the unmet clinical needs.</param>
    public static double Hazard(CrisisParameters p, int group, double severity, double ofNeeds, double countyCare) =>
        p.Rate[group] * severity
        * ofNeeds
        * Math.Max(p.Least, 1 - p.Protection * countyCare / p.ReferenceCare);

    public static double OfNeeds(CrisisParameters p, int unmetClinical) => ExactMath.Exp(p.NeedSlope * (unmetClinical - 1));
}
