using Samverkan.Model.Chance;
using Samverkan.Model.Units;

namespace Samverkan.Model.Municipalities;

/// <summary>Places in supported housing: a quota, since drawn per person their cost would spread widely (model notes, trap 7).</summary>
internal sealed class SupportedHousing
{
    /// <summary>Places that are paid for, taken or not.</summary>
    public int Places { get; set; }

    /// <summary>Persons who have a place.</summary>
    public int Taken { get; private set; }

    public void Free(int places) => Taken -= places;

    /// <summary>Free places go to persons with an unmet need of accommodation, by lot.</summary>
    public void Allot(ServiceRegister services, Outbox outbox, Luck luck, Month month)
    {
        if (Taken >= Places) return;
        var applicants = services.All.Where(s => s.State == UnitState.Open).SelectMany(s => s.Teams)
            .SelectMany(t => t.Last!.HousingApplicants.Select(id => (id, team: t, lot: luck.Unit(id, month, Purpose.Lot, 2))))
            .OrderBy(x => x.lot).ThenBy(x => x.id).Take(Places - Taken);
        foreach (var (id, team, _) in applicants.ToArray())
        {
            if (outbox.Contains(id)) continue;
            team.Orders.Housed.Add(id);
            Taken++;
        }
    }
}
