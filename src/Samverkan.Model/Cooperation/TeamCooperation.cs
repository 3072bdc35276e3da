namespace Samverkan.Model.Cooperation;

/// <summary>
/// Cooperation in a team: working together raises it, turnover and time lower it, and the committee's trust
/// pulls at it: c += eta contact (1 - c) - (delta + turnover) c + pull (T - c).
/// </summary>
internal static class TeamCooperation
{
    public static double Month(CooperationParameters p, double c, double contact, double turnover, double trust) =>
        Math.Clamp(c + p.TeamGain * contact * (1 - c) - (p.TeamLoss + turnover) * c + p.TrustPull * (trust - c), 0, 1);
}
