using Samverkan.Model.Needs;
using Samverkan.Model.ServiceUsers;

namespace Samverkan.Model.Teams;

/// <summary>
/// Hours that persons ask of a team, by sector (model 4.3): per unmet and met need of the sector, half of each that both
/// share, and planning. A person in the ward asks for planning alone.
/// </summary>
internal struct Workload
{
    private float countyUnmet, countyMet, municipalUnmet, municipalMet;
    private int pendingReferrals;
    private double guestHours;

    /// <summary>Persons of the team itself.</summary>
    public int Persons { get; private set; }

    public void Add(in ServiceUser person)
    {
        Persons++;
        if (person.Link == LinkStage.Pending) pendingReferrals++;
        if (person.InWard) return;
        float sharedUnmet = .5f * person.UnmetIn(Domains.OfBoth), sharedMet = .5f * person.MetIn(Domains.OfBoth);
        countyUnmet += person.UnmetIn(Domains.OfCounty) + sharedUnmet;
        countyMet += person.MetIn(Domains.OfCounty) + sharedMet;
        municipalUnmet += person.UnmetIn(Domains.OfMunicipality) + sharedUnmet;
        municipalMet += person.MetIn(Domains.OfMunicipality) + sharedMet;
    }

    /// <summary>Persons of a partner team: full care once their link is active, planning before.</summary>
    public void AddGuests(in PartnerNote note, CareParameters p) => guestHours +=
        p.HoursPerUnmetNeed * note.Unmet + p.HoursPerMetNeed * note.Met + p.PlanningSeparate * note.Active
        + p.PlanningReferral * note.Pending;

    /// <param name="planning">Planning hours per person and sector.</param>
    public readonly double County(CareParameters p, double planning) =>
        p.HoursPerUnmetNeed * countyUnmet + p.HoursPerMetNeed * countyMet + planning * Persons
        + p.PlanningReferral * pendingReferrals + guestHours;

    /// <param name="planning">Planning hours per person and sector.</param>
    public readonly double Municipality(CareParameters p, double planning) =>
        p.HoursPerUnmetNeed * municipalUnmet + p.HoursPerMetNeed * municipalMet + planning * Persons
        + p.PlanningReferral * pendingReferrals + guestHours;
}
