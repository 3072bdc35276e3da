using Samverkan.Model.Chance;

namespace Samverkan.Model.Needs;

/// <summary>
/// When needs become an emergency (model 4.4, notes): the hazard is the group's rate times severity, rises a little with
/// unmet clinical needs and falls with clinical care. Contact must protect: the slope on needs alone moves nothing.
/// </summary>
internal static class Crisis
{
    public static double Hazard(CrisisParameters p, int group, double severity, int unmetClinical, double countyCare) =>
        p.Rate[group] * severity
        * ExactMath.Exp(p.NeedSlope * (unmetClinical - 1))
        * Math.Max(p.Least, 1 - p.Protection * countyCare / p.ReferenceCare);
}
