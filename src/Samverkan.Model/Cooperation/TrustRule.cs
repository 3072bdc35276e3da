using Samverkan.Model.Chance;

namespace Samverkan.Model.Cooperation;

/// <summary>What happened in a month between the sectors.</summary>
/// <param name="Contact">From meetings and evaluations, 0 to 1.</param>
/// <param name="Training">Share of joint staff in joint training.</param>
/// <param name="Agreed">Items agreed by consensus.</param>
/// <param name="TeamCooperation">Mean cooperation in joint teams.</param>
/// <param name="JointShare">Share of persons in service in joint care.</param>
/// <param name="Insight">What both came to see alike from a review of needs and from those concerned, in months of full
/// contact.</param>
public readonly record struct Dealings(double Contact, double Training, int Agreed, double TeamCooperation, double JointShare,
    double Insight = 0);

/// <summary>
/// A month of trust:
/// <code>
/// T += .12 contact (T + .30)(1 - T) - .016 T - .15 conflict T + .014 (1 - T) per agreed item + .004 (c - T) joint share
/// S += .06 (contact + training + insight)(1 - S) - .010 S
/// R += .015 a (.50 + S)(1 - R) - .002 R
/// </code>
/// The gain is not linear: trust that was lost is slow to rebuild. The rival rule is that it is: without <c>trustCompounds</c>,
/// (.50 + .30) stands for (T + .30).
/// </summary>
internal static class TrustRule
{
    public static CooperationState Month(CooperationParameters p, in CooperationState cooperation, in Dealings dealings)
    {
        var (t, s, r, conflict, a) = cooperation;
        var grownFrom = p.TrustCompounds >= .5 ? t : p.TrustEven;
        var trust = t
            + p.TrustGain * dealings.Contact * (grownFrom + p.TrustSeed) * (1 - t)
            - p.TrustLoss * t
            - p.ConflictLoss * conflict * t
            + p.Win * dealings.Agreed * (1 - t)
            + p.TeamsPull * (dealings.TeamCooperation - t) * dealings.JointShare;
        var understanding = s + p.UnderstandingGain * Math.Min(1, dealings.Contact + dealings.Training + dealings.Insight)
            * (1 - s) - p.UnderstandingLoss * s;
        var routine = r + p.RoutineGain * a * (p.RoutineAlone + s) * (1 - r) - p.RoutineLoss * r;
        return new(
            Math.Clamp(trust, 0, 1), Math.Clamp(understanding, 0, 1), Math.Clamp(routine, 0, 1),
            conflict * p.ConflictStays, a * (1 - p.AgreementAgeing));
    }

    /// <summary>Contact that one meeting gives: nearly full after a pause, little when the last was just held.</summary>
    public static double ContactOfMeeting(CooperationParameters p, double monthsSinceLast, double tenure) =>
        (1 - ExactMath.Exp(-monthsSinceLast / p.ContactMonths)) * tenure;
}
