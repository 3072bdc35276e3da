using Samverkan.Model.Needs;
using Samverkan.Model.ServiceUsers;

namespace Samverkan.Model.Teams;

/// <summary>
/// Hours that persons ask of a team, by sector: per unmet and met need of the sector, half of each that both
/// share, and planning. A person in the ward asks for planning alone; the municipality's needs of
/// a person who has a home with staff are that staff's. Floating support comes beside the team's work.
/// </summary>
internal struct Workload
{
    // In halves of a need: whole numbers, so that their order does not matter.
    private int countyUnmet, countyMet, municipalUnmet, municipalMet;
    private int pendingReferrals;
    private double guestHours;

    /// <summary>Persons of the team itself.</summary>
    public int Persons { get; private set; }

    /// <summary>Those of them with complex needs.</summary>
    public int Complex { get; private set; }

    /// <summary>Those of them who come first for a case manager.</summary>
    public int First { get; private set; }

    /// <param name="complexNeeds">Unmet needs from which a person counts as complex.</param>
    /// <param name="leads">Who leads which needs.</param>
    /// <param name="firstBedDays">Recent bed days from which a person comes first for a case manager, as complex ones do.</param>
    public void Add(
        in ServiceUser person, double complexNeeds, in Leads leads, double firstBedDays = double.PositiveInfinity)
    {
        Persons++;
        if (person.UnmetCount >= complexNeeds) Complex++;
        if (ComesFirst(person, complexNeeds, firstBedDays)) First++;
        if (person.Link == LinkStage.Pending) pendingReferrals++;
        if (person.InWard) return;
        int sharedUnmet = person.UnmetIn(leads.Both), sharedMet = person.MetIn(leads.Both);
        countyUnmet += 2 * person.UnmetIn(leads.County) + sharedUnmet;
        countyMet += 2 * person.MetIn(leads.County) + sharedMet;
        municipalUnmet += sharedUnmet;
        municipalMet += sharedMet;
        if (person.Has(Traits.Homes)) return;
        municipalUnmet += 2 * person.UnmetIn(Domains.OfMunicipality);
        municipalMet += 2 * person.MetIn(Domains.OfMunicipality);
    }

    /// <summary>Whether a person comes first for a case manager.</summary>
    public static bool ComesFirst(in ServiceUser person, double complexNeeds, double firstBedDays) =>
        person.UnmetCount >= complexNeeds || person.RecentBedDays >= firstBedDays;

    /// <summary>Persons of a partner team: full care once their link is active, planning before.</summary>
    public void AddGuests(in PartnerNote note, CareParameters p) => guestHours +=
        p.HoursPerUnmetNeed * note.Unmet + p.HoursPerMetNeed * note.Met + p.PlanningSeparate * note.Active
        + p.PlanningReferral * note.Pending;

    /// <param name="planning">Planning hours per person and sector.</param>
    public readonly double County(CareParameters p, double planning) =>
        p.HoursPerUnmetNeed * (.5 * countyUnmet) + p.HoursPerMetNeed * (.5 * countyMet) + planning * Persons
        + p.PlanningReferral * pendingReferrals + guestHours;

    /// <param name="planning">Planning hours per person and sector.</param>
    public readonly double Municipality(CareParameters p, double planning) =>
        p.HoursPerUnmetNeed * (.5 * municipalUnmet) + p.HoursPerMetNeed * (.5 * municipalMet) + planning * Persons
        + p.PlanningReferral * pendingReferrals + guestHours;
}
