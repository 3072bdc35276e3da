using Samverkan.Model.Chance;
using Samverkan.Model.Counties;
using Samverkan.Model.Needs;
using Samverkan.Model.Teams;

namespace Samverkan.Model.ServiceUsers;

/// <summary>
/// What a crisis leaves behind. Each crisis adds 1 to a person's instability I; one without a bed adds more and brings
/// clinical needs back; so does a stay that was cut short. I fades by a fifth a month, and while it lasts
/// <code>
/// crisis    x (1 + recent I)      onset of needs  x (1 + onset I)
/// dropout   x (1 + dropout I)     death           x (1 + mortality I)
/// </code>
/// So crises cluster in time, and beds that are closed are paid for by those who would have needed them.
/// </summary>
internal static class Aftermath
{
    private static readonly Domain[] Clinical = [Domain.PsychoticSymptoms, Domain.PsychologicalDistress, Domain.SafetyToSelf];

    /// <summary>Before the month's events: what was left behind fades, but not in the ward.</summary>
    public static void Fade(ref ServiceUser person, CrisisParameters p)
    {
        if (person.Instability == 0 || person.InWard) return;
        person.Instability *= (float)p.Stays;
        if (person.Instability < (float)p.Forgotten) person.Instability = 0;
    }

    /// <summary>Whether a person is steady enough to move on to less support.</summary>
    public static bool IsCalm(in ServiceUser person, CrisisParameters p) => person.Instability < (float)p.Calm;

    public static void AfterCrisis(ref ServiceUser person) => person.Instability += 1;

    /// <summary>The notice of what became of last month's crisis.</summary>
    public static void Hear(ref ServiceUser person, in CrisisNotice notice, CrisisParameters p, in RandomStreams random,
        Month month)
    {
        person.CostOfYear += notice.Cost;
        if (notice.Outcome == CrisisOutcome.Admitted)
        {
            person.WardDays = (ushort)notice.DaysLeft;
            person.Traits |= Traits.Admitted;
            return;
        }
        person.Traits &= ~Traits.CutShort;
        if (notice.Outcome == CrisisOutcome.NoBed) WithoutBed(ref person, p, random, month);
    }

    // No bed was free.
    private static void WithoutBed(ref ServiceUser person, CrisisParameters p, in RandomStreams random, Month month)
    {
        person.Instability += (float)p.WithoutBed;
        foreach (var domain in Clinical)
            if (RandomStreams.Unit(random.Words(person.Id, month, Purpose.Relapse, (uint)domain).W0) < p.Relapse)
                (person.Unmet, person.Met) = (person.Unmet | 1u << (int)domain, person.Met & ~(1u << (int)domain));
    }

    /// <summary>Home from a stay that others had to make room in.</summary>
    public static void AfterShortStay(ref ServiceUser person, WardParameters ward)
    {
        if (!person.Has(Traits.CutShort)) return;
        person.Traits &= ~Traits.CutShort;
        person.Instability += (float)ward.ShortStay;
    }
}
