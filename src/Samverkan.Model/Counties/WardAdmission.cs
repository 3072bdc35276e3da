using System.Collections.Immutable;
using Samverkan.Model.Chance;
using Samverkan.Model.Teams;

namespace Samverkan.Model.Counties;

/// <summary>What became of a branch's crises in a month.</summary>
/// <param name="Outcomes">One for each crisis, in the order of their lot.</param>
/// <param name="Used">Bed days of the month, those already in the ward included.</param>
/// <param name="Met">Crises that a mobile crisis team met.</param>
internal readonly record struct WardMonth(
    ImmutableArray<(Emergency Emergency, CrisisOutcome Outcome, int DaysNow)> Outcomes, int Used, int Met)
{
    public int Count(CrisisOutcome outcome) => Outcomes.Count(o => o.Outcome == outcome);
}

/// <summary>
/// Who gets a bed: crises of a branch come in the order of their lot. A share is treated at home where somebody comes there,
/// and a mobile crisis team meets some of the rest before a bed is asked for. Of the others one is admitted if the bed days
/// used and its own of this month fit into those granted; else it is a crisis without a bed.
/// </summary>
internal static class WardAdmission
{
    /// <param name="emergencies">The crises of the month; left in the order of their lot.</param>
    /// <param name="used">Bed days of the month used by those already in the ward.</param>
    /// <param name="treatedAtHome">Share of crises that are treated at home.</param>
    /// <param name="ofAssertive">The same of those whom an assertive team keeps, if that is more.</param>
    /// <param name="team">The mobile crisis team, if there is one.</param>
    public static WardMonth Admit(
        WardParameters p, Span<Emergency> emergencies, int granted, int used, double treatedAtHome, RandomStreams random,
        Month month, double ofAssertive = 0, CrisisTeam team = default)
    {
        var outcomes = ImmutableArray.CreateBuilder<(Emergency, CrisisOutcome, int)>(emergencies.Length);
        RandomOrder.Order(emergencies, e => e.Person, random, month);
        var met = 0;
        foreach (var emergency in emergencies)
        {
            var atHome = emergency.Assertive ? Math.Max(treatedAtHome, ofAssertive) : treatedAtHome;
            var staysAtHome = random.Unit(emergency.Person, month, Purpose.HomeTreatment) < atHome;
            if (!staysAtHome && team.Meets(emergency.Person, met, random, month))
            {
                met++;
                staysAtHome = team.KeepsAtHome(emergency.Person, random, month);
            }
            if (staysAtHome)
            {
                outcomes.Add((emergency, CrisisOutcome.TreatedAtHome, 0));
                continue;
            }
            var now = Math.Min((int)p.FirstMonthDays, emergency.Days);
            var fits = used + now <= granted;
            if (fits) used += now;
            outcomes.Add((emergency, fits ? CrisisOutcome.Admitted : CrisisOutcome.NoBed, fits ? now : 0));
        }
        return new(outcomes.DrainToImmutable(), used, met);
    }
}
