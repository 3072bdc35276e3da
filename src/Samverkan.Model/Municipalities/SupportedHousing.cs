using System.Runtime.InteropServices;
using Samverkan.Model.Chance;
using Samverkan.Model.Units;

namespace Samverkan.Model.Municipalities;

/// <summary>Places in supported housing: a quota, since drawn per person their cost would spread widely.</summary>
internal sealed class SupportedHousing
{
    /// <summary>Places that there are, taken or not. Fewer than tenants: abolished ones are paid for until their tenants move.</summary>
    public int Places { get; set; }

    /// <summary>Persons who have a place.</summary>
    public int Taken { get; private set; }

    public void Free(int places) => Taken -= places;

    /// <summary>Free places go to persons with an unmet need of accommodation, by lot.</summary>
    public void Allot(ServiceRegister services, Outbox outbox, RandomStreams random, Month month)
    {
        if (Taken >= Places) return;
        var applicants = new List<(ulong Id, TeamCard Team)>();
        foreach (var service in services.All)
            if (service.State == UnitState.Open)
                foreach (var team in service.Teams)
                    foreach (var id in team.Last!.HousingApplicants)
                        applicants.Add((id, team));
        var byLot = CollectionsMarshal.AsSpan(applicants);
        RandomOrder.Order(byLot, x => x.Id, random, month, 2);
        foreach (var (id, team) in byLot[..Math.Min(byLot.Length, Places - Taken)])
        {
            if (outbox.Contains(id)) continue;
            team.Orders.Housed.Add(id);
            Taken++;
        }
    }
}
