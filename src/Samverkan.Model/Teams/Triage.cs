using Samverkan.Model.Rules;
using Samverkan.Model.ServiceUsers;

namespace Samverkan.Model.Teams;

/// <summary>
/// Whom a team takes in next. Urgent are those in the ward, those who left it last month and those after a crisis: they come
/// first, and even where the team is full. Of the others a share of places goes to whoever has waited longest, the rest to the
/// greatest need: (1 + unmet needs) x severity x (1 + instability).
/// </summary>
internal struct Triage
{
    private double turn;

    /// <summary>The position in the queue of the next person, who is there.</summary>
    public readonly int Next(Roster queue, CareParameters p, ITriageRule rule, out bool urgent)
    {
        var best = 0;
        urgent = IsUrgent(queue[0], p);
        for (var i = 1; i < queue.Count; i++)
        {
            var isUrgent = IsUrgent(queue[i], p);
            if (isUrgent == urgent ? rule.Priority(p, queue[i]) <= rule.Priority(p, queue[best]) : urgent) continue;
            (best, urgent) = (i, isUrgent);
        }
        return !urgent && turn + p.FirstCome >= 1 ? 0 : best;
    }

    /// <summary>A person was taken in: every so many places it is the turn of whoever has waited longest.</summary>
    public void Took(bool urgent, CareParameters p)
    {
        if (urgent) return;
        turn += p.FirstCome;
        if (turn >= 1) turn -= 1;
    }

    public static bool IsUrgent(in ServiceUser person, CareParameters p) =>
        person.InWard || person.DischargeDay > 0 || person.Instability >= p.UrgentAfterCrisis;

    public static double Need(in ServiceUser person) =>
        (1 + person.UnmetCount) * (double)person.Severity * (1 + person.Instability);

    /// <summary>The position of whoever has waited longest of those for whom another month would be longer than the guarantee;
    /// -1: nobody.</summary>
    public static int Overdue(Roster queue, double guarantee)
    {
        var longest = -1;
        for (var i = 0; i < queue.Count; i++)
            if (Indicators.Waits.Days(queue[i].WaitingMonths + 1) > guarantee
                && (longest < 0 || queue[i].WaitingMonths > queue[longest].WaitingMonths))
                longest = i;
        return longest;
    }
}
