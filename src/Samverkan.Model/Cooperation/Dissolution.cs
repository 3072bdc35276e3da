using Samverkan.Model.Chance;

namespace Samverkan.Model.Cooperation;

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
