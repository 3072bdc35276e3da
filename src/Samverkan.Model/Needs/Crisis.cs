using Samverkan.Model.Chance;

namespace Samverkan.Model.Needs;

/// <summary>
/// When needs become an emergency: the hazard is the group's rate times severity, rises a little with
/// unmet clinical needs and falls with clinical care. Contact must protect: the slope on needs alone moves nothing. Persons
/// differ lastingly in proneness, and crises cluster in time (<see cref="ServiceUsers.Aftermath"/>).
/// </summary>
internal static class Crisis
{
    /// <param name="ofNeeds"><see cref="OfNeeds"/> of the unmet clinical needs.</param>
    public static double Hazard(CrisisParameters p, int group, double proneness, uint unmet, double ofNeeds, double countyCare) =>
        p.Rate[group] * proneness
        * ofNeeds
        * ((unmet & Domains.Substances) != 0 ? p.Addiction : 1)
        * Math.Max(p.Least, 1 - p.Protection * countyCare / p.ReferenceCare);

    /// <summary>Severity, lasting proneness and what recent crises left behind, as one factor on the hazard.</summary>
    public static double Proneness(CrisisParameters p, in ServiceUsers.ServiceUser person) =>
        (double)person.Severity * person.Proneness * (1 + p.Recent * person.Instability);

    public static double OfNeeds(CrisisParameters p, int unmetClinical) => ExactMath.Exp(p.NeedSlope * (unmetClinical - 1));
}
