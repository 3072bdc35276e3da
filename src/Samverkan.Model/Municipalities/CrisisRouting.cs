using System.Runtime.InteropServices;
using Samverkan.Model.Chance;
using Samverkan.Model.Cooperation;
using Samverkan.Model.Counties;
using Samverkan.Model.Indicators;
using Samverkan.Model.Needs;
using Samverkan.Model.Parameters;
using Samverkan.Model.ServiceUsers;
using Samverkan.Model.Snapshots;
using Samverkan.Model.Teams;

namespace Samverkan.Model.Municipalities;

/// <summary>
/// What becomes of a branch's crises: a bed, treatment at home, or nothing. The notice follows the person, wherever it is
/// kept by then.
/// </summary>
/// <param name="events">Where it is told what became of whose crisis.</param>
internal sealed class CrisisRouting(PersonEvents events)
{
    /// <summary>What crises asked for in the last month and what was in use, as share of the beds granted.</summary>
    public double Crowding { get; private set; }

    /// <summary>Bed days that those admitted this month will use next month.</summary>
    [field: NotState]
    public int DaysAhead { get; private set; }

    /// <summary>Bed days used this month, the newly admitted included.</summary>
    [field: NotState]
    public int Used { get; private set; }

    /// <summary>Bed days that all crises of the month asked for.</summary>
    [field: NotState]
    public int Wanted { get; private set; }

    /// <summary>Crises of the month that a mobile crisis team met.</summary>
    [field: NotState]
    public int Met { get; private set; }

    /// <summary>Share of crises that are treated at home: by mobile units, or by a team for it.</summary>
    public static double TreatedAtHome(CrisisParameters p, StructuralElements structure) =>
        Math.Max(structure.Has(Element.MobileUnits) ? p.TreatedAtHome : 0, p.HomeTreatmentTeam);

    /// <param name="granted">Bed days that the county grants for the month.</param>
    /// <param name="inUse">Bed days used by those already in the ward.</param>
    /// <param name="crisisTeam">The mobile crisis team, if there is one.</param>
    public void Route(
        ParameterSet p, StructuralElements structure, int granted, int inUse, ServiceRegister services, Residents residents,
        Outbox outbox,
        MonthlyCounts counts, RandomStreams random, Month month, CrisisTeam crisisTeam)
    {
        var emergencies = residents.Emergencies;
        foreach (var team in services.Teams)
            emergencies.AddRange(team.Last!.Emergencies.AsSpan());
        Wanted = 0;
        foreach (var emergency in emergencies)
            Wanted += emergency.Days;
        var ward = WardAdmission.Admit(p.Ward, CollectionsMarshal.AsSpan(emergencies), granted, inUse,
            TreatedAtHome(p.Crisis, structure), random, month,
            p.Assertive.AtHome, crisisTeam);
        (Used, DaysAhead, Met) = (ward.Used, 0, ward.Met);
        var asked = inUse;
        foreach (var (emergency, outcome, daysNow) in ward.Outcomes)
        {
            Count(ref counts.Of(emergency.Group), emergency, outcome);
            events.Add(emergency.Person, EventOf(outcome), outcome == CrisisOutcome.Admitted ? emergency.Days : 0);
            if (outcome != CrisisOutcome.TreatedAtHome) asked += Math.Min((int)p.Ward.FirstMonthDays, emergency.Days);
            var left = emergency.Days - daysNow;
            if (outcome == CrisisOutcome.Admitted) DaysAhead += Math.Min((int)p.Ward.DaysPerMonth, left);
            Tell(emergency.Keeper, new(emergency.Person, outcome, left, PersonCost.OfCrisis(p.Prices, outcome, daysNow)), p,
                services, residents, outbox, random, month);
        }
        Crowding = (double)asked / Math.Max(1, granted);
    }

    private static PersonEventKind EventOf(CrisisOutcome outcome) => outcome switch
    {
        CrisisOutcome.Admitted => PersonEventKind.Admitted,
        CrisisOutcome.TreatedAtHome => PersonEventKind.TreatedAtHome,
        _ => PersonEventKind.WithoutBed,
    };

    private static void Count(ref GroupCounts counts, in Emergency emergency, CrisisOutcome outcome)
    {
        // Who needs a bed again so soon is counted though none is free: else closed beds would make discharges look better.
        if (emergency.SoonAfterWard && outcome != CrisisOutcome.TreatedAtHome) counts.Readmissions++;
        switch (outcome)
        {
            case CrisisOutcome.Admitted:
                counts.Admissions++;
                break;
            case CrisisOutcome.TreatedAtHome:
                counts.TreatedAtHome++;
                break;
            case CrisisOutcome.NoBed:
                counts.WithoutBed++;
                break;
        }
    }

    private static void Tell(
        TeamAddress keeper, in CrisisNotice notice, ParameterSet p, ServiceRegister services, Residents residents, Outbox outbox,
        RandomStreams random, Month month)
    {
        if (outbox.Hear(notice, p.Crisis, random, month)) return;
        if (keeper == Residents.Municipality)
        {
            if (residents.Hidden.Find(notice.Person) is >= 0 and var at)
                ServiceUsers.Aftermath.Hear(ref residents.Hidden[at], notice, p.Crisis, random, month);
            return;
        }
        services.Find(keeper)?.Orders.Crises.Add(notice);
    }
}
