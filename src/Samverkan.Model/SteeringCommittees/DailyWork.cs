using Samverkan.Model.Cooperation;

namespace Samverkan.Model.SteeringCommittees;

/// <summary>
/// What does not wait for a meeting: the leaders and teams of joint services adapt content, train staff and move posts
/// among themselves as they see the need. Money, groups, units, agreements and roles bind both organisations, and are the
/// committee's.
/// </summary>
internal static class DailyWork
{
    /// <summary>Matters that a committee leaves to daily work, one bit each.</summary>
    public const uint Remedies = 1u << (int)Remedy.Adapt | 1u << (int)Remedy.Train;

    /// <summary>Matters of a month in order of urgency. Teams know their own persons, so that what they see is not a
    /// report's.</summary>
    /// <param name="table">As for a meeting.</param>
    /// <param name="inPairs">Whether services have a leader of each sector, with a mandate to move both sectors' staff.</param>
    public static IEnumerable<AgendaItem> Matters(MeetingTable table, bool inPairs)
    {
        var seen = table with { Heard = 1, Freshness = Math.Max(table.Freshness, table.P.Committee.DailyFreshness) };
        return new[] { AgendaOfContent.Adapting(seen), AgendaOfContent.Training(seen), inPairs ? AgendaOfServices.Moving(seen)
            : null }
            .OfType<AgendaItem>().Where(item => item.Affordable && item.Urgency > 0)
            .OrderByDescending(item => item.Urgency).ThenBy(item => item.Remedy);
    }

    /// <summary>Chance that those who would have to act settle a matter among themselves.</summary>
    public static double Consent(CommitteeParameters p, double teamCooperation) =>
        p.DailyConsent + (1 - p.DailyConsent) * teamCooperation;

    /// <summary>
    /// Contact between the sectors that no meeting is needed for: the two project managers', and that of leaders who run their
    /// services in pairs.
    /// </summary>
    public static double Contact(CommitteeParameters p, StructuralElements structure, int jointUnits, double managersTie) =>
        jointUnits == 0 ? 0 : p.DailyContact * (managersTie + (structure.Has(Element.CoLeadership) ? 1 : 0)) / 2;
}
