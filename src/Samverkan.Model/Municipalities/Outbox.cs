using System.Runtime.InteropServices;
using Samverkan.Model.Chance;
using Samverkan.Model.ServiceUsers;

namespace Samverkan.Model.Municipalities;

/// <summary>
/// Persons on their way between two keepers over the turn of a month: handed over by a team, or known since this month.
/// </summary>
internal sealed class Outbox
{
    private readonly List<ServiceUser> persons = [];

    public IReadOnlyList<ServiceUser> Persons => persons;

    public void Add(ReadOnlySpan<ServiceUser> leaving) => persons.AddRange(leaving);

    public bool Contains(ulong person) => Find(person) >= 0;

    /// <summary>Each goes to where the group is served now; who is served nowhere stays a resident.</summary>
    public void Send(ServiceRegister services, Residents residents)
    {
        foreach (var person in persons)
        {
            var handedOver = person.Status is Status.InService or Status.Waiting;
            var team = handedOver ? services.RouteByLot(person) : services.Route(person);
            if (team is null) residents.Add(person, Status.Resident);
            else if (person.Status == Status.InService) team.Orders.Transferred.Add(person);
            else team.Orders.Referred.Add(person);
        }
        persons.Clear();
    }

    /// <summary>Tells a person on the way that a bed was free; false if the person is not here.</summary>
    public bool Admit(ulong id, int daysLeft)
    {
        var at = Find(id);
        if (at < 0) return false;
        persons[at] = persons[at] with { WardDays = (ushort)daysLeft, Traits = persons[at].Traits | Traits.Admitted };
        return true;
    }

    private int Find(ulong id)
    {
        for (var i = 0; i < persons.Count; i++)
            if (CollectionsMarshal.AsSpan(persons)[i].Id == id)
                return i;
        return -1;
    }
}
