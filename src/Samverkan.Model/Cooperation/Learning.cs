using Samverkan.Model.Chance;

namespace Samverkan.Model.Cooperation;

/// <summary>
/// Competence of a team for a group, and how well the content of its care matches the group's needs. With K = 0.5 + x,
/// <code>
/// x += ((training + 0.3) * 0.28/12 + 0.020 share^0.3) (0.97 - K) - (turnover (1 - handover) + 0.018) x
/// Q += 0.007 (1 - Q) - 0.010 (Q - 0.70)
/// </code>
/// Content ages because needs change; it is the review-driven adaptation that holds it up.
/// </summary>
internal static class Learning
{
    /// <param name="training">1 in a training year, a fraction for teams that are trained by the way.</param>
    /// <param name="share">The group's share of the caseload.</param>
    public static double Competence(CompetenceParameters p, double competence, double training, double share, double turnover)
    {
        var x = competence - p.Least;
        var practice = share <= 0 ? 0 : p.Practice * ExactMath.Pow(share, p.ShareExponent);
        x += ((training + p.OwnTraining) * p.Training / 12 + practice) * (p.Most - competence)
            - (turnover * (1 - p.Handover) + p.Decay) * x;
        return p.Least + Math.Max(0, x);
    }

    public static double Match(CompetenceParameters p, double match) =>
        match + p.LocalAdaptation * (1 - match) - p.Ageing * Math.Max(0, match - p.AgedMatch);

    /// <summary>A decision to adapt closes part of the gap; how much depends on how fresh the data were.</summary>
    public static double Adapted(CompetenceParameters p, double match, double freshness) =>
        match + p.Adaptation * freshness * (1 - match);
}
