using Samverkan.Model.Cooperation;
using Samverkan.Model.Parameters;
using Samverkan.Model.ServiceUsers;

namespace Samverkan.Model.Municipalities;

/// <summary>
/// Primary care at the edge of the cooperation: most people become known through it. Cooperation with it lives on shared
/// cases and withers where it is split up among private providers (Klinga 2018, 2011):
/// P += .03 contact (1 - P) - (.014 + .06 private share) P.
/// </summary>
internal static class PrimaryCare
{
    /// <param name="contact">Share of the eligible who are in service: shared cases.</param>
    public static double Month(ReferralParameters p, double cooperation, double contact, double privateShare) =>
        Math.Clamp(cooperation + p.Gain * contact * (1 - cooperation) - (p.Loss + p.PrivateLoss * privateShare) * cooperation, 0,
            1);

    /// <summary>Probability that a resident out of contact is referred in a month.</summary>
    public static double Referral(ParameterSet p, in ServiceUser person, double cooperation, bool included,
        StructuralElements structure)
    {
        var r = p.Referral;
        var relative = r.InitialCooperation <= 0 ? 1 : Math.Min(r.MostOfUsual, cooperation / r.InitialCooperation);
        var byPrimaryCare = r.Rate
            * (person.UnmetCount >= r.Threshold ? 1 : r.FewNeeds)
            * (r.WithoutCooperation + (1 - r.WithoutCooperation) * relative);
        var outreach = included && structure.Has(Element.MobileUnits) ? r.Outreach : 0;
        return Math.Min(1, byPrimaryCare + outreach);
    }
}
