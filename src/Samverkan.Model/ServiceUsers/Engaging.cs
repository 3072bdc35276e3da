using Samverkan.Model.Chance;

namespace Samverkan.Model.ServiceUsers;

/// <summary>
/// Engagement: moves towards involvement x continuity. Continuity approaches 1 as the months with the same
/// coordinator pass: 1 - exp(-months / 9).
/// </summary>
internal static class Engaging
{
    public static void Month(ref ServiceUser person, in CareOffer offer, EngagementParameters p, float continuityGain)
    {
        if (person.CoordinatorMonths < ushort.MaxValue) person.CoordinatorMonths++;
        person.Continuity += (1 - person.Continuity) * continuityGain;
        var level = offer.Involvement * (float)(1 - p.ContinuityWeight + p.ContinuityWeight * person.Continuity);
        person.Engagement += (float)p.Pace * (level - person.Engagement);
    }

    /// <summary>Share of the way to full continuity that a month goes.</summary>
    public static float ContinuityGain(EngagementParameters p) => ExactMath.Probability((float)(1 / p.ContinuityMonths));

    /// <summary>A new coordinator: engagement drops and continuity starts afresh.</summary>
    public static void NewCoordinator(ref ServiceUser person, EngagementParameters p)
    {
        person.Engagement *= (float)p.NewCoordinator;
        person.Continuity = 0;
        person.CoordinatorMonths = 0;
    }
}
