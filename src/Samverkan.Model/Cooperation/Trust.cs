using Samverkan.Model.Chance;
using Samverkan.Model.Economy;

namespace Samverkan.Model.Cooperation;

/// <summary>
/// What holds a committee together: trust T, shared understanding S, routine R, conflict, and the strength a of the
/// agreement; each 0 to 1 (conflict above 0).
/// </summary>
public record struct CooperationState(double Trust, double Understanding, double Routine, double Conflict, double Agreement)
{
    /// <summary>
    /// A person leaves: trust and understanding lose what the ties of that person carried, less what routine holds. That
    /// is why early loss harms more than late loss.
    /// </summary>
    /// <param name="ties">The person's part of all ties between persons, 0 to 1.</param>
    public readonly CooperationState AfterExit(CooperationParameters p, double ties)
    {
        var kept = 1 - Math.Min(1, p.LeaderWeight * ties) * (1 - p.RoutineProtects * Routine);
        return this with { Trust = Trust * kept, Understanding = Understanding * kept };
    }

    public readonly CooperationState AfterConflict(double conflict) => this with { Conflict = Conflict + conflict };

    /// <summary>An agreement is written or revised: as strong as the understanding behind it.</summary>
    public readonly CooperationState WithAgreement(CooperationParameters p) =>
        this with { Agreement = Math.Max(Agreement, Math.Min(1, p.AgreementBase + p.AgreementOfUnderstanding * Understanding)) };
}

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
internal static class Trust
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

/// <summary>
/// The end of a cooperation (Feinberg 2008): its joint teams close. Never in its first two years; then
/// with a yearly hazard of 1.8 exp(-3T - 3S - 3a(.5 + R) + 15 stress). The rival rule takes .15 of it, as Swedish bodies
/// under a law of their own end far more rarely than the voluntary coalitions of that study.
/// </summary>
internal static class Dissolution
{
    /// <param name="deepest">The deficit beyond which a deeper one counts no further.</param>
    public static double MonthlyProbability(CooperationParameters p, in CooperationState cooperation, double stress,
        double deepest) =>
        ExactMath.Probability(p.Dissolution * (p.EndsAsCoalitions >= .5 ? 1 : p.BodiesEnd) / 12 * ExactMath.Exp(
            -p.DissolutionSlope
                * (cooperation.Trust + cooperation.Understanding
                    + cooperation.Agreement * (p.AgreementAlone + cooperation.Routine))
            + p.DissolutionStress * Math.Clamp(stress, 0, deepest)));
}
