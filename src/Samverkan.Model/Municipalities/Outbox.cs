using System.Runtime.InteropServices;
using Samverkan.Model.Chance;
using Samverkan.Model.ServiceUsers;
using Samverkan.Model.Teams;

namespace Samverkan.Model.Municipalities;

/// <summary>
/// Persons on their way between two keepers over the turn of a month: handed over by a team, or known since this month.
/// </summary>
internal sealed class Outbox
{
    private readonly List<ServiceUser> persons = [];

    public IReadOnlyList<ServiceUser> Persons => persons;

    public void Add(ReadOnlySpan<ServiceUser> leaving) => persons.AddRange(leaving);

    /// <summary>Persons who are on the way to an assertive team.</summary>
    public int Picked
    {
        get
        {
            var picked = 0;
            foreach (var person in persons)
                if (person.Has(Traits.Picked))
                    picked++;
            return picked;
        }
    }

    /// <summary>A resident who is picked for an assertive team.</summary>
    public void AddPicked(in ServiceUser person) => persons.Add(person with { Traits = person.Traits | Traits.Picked });

    public bool Contains(ulong person) => Find(person) >= 0;

    /// <summary>
    /// Each goes to where the group is served now; who is served nowhere stays a resident. Who comes home from a placement
    /// comes to a team and not to a queue.
    /// </summary>
    public void Send(ServiceRegister services, Residents residents)
    {
        var assertive = services.OpenAssertive;
        foreach (var sent in persons)
        {
            var person = sent with { Traits = sent.Traits & ~Traits.Picked };
            if (sent.Has(Traits.Picked) && assertive is not null)
            {
                assertive.Teams[0].Orders.Transferred.Add(person);
                continue;
            }
            var handedOver = person.Status is Status.InService or Status.Waiting;
            var team = handedOver ? services.RouteByLot(person) : services.Route(person);
            if (team is null) residents.Add(person, Status.Resident);
            else if (person.Status is Status.InService or Status.Placed) team.Orders.Transferred.Add(person);
            else team.Orders.Referred.Add(person);
        }
        persons.Clear();
    }

    /// <summary>Tells a person on the way what became of its crisis; false if the person is not here.</summary>
    public bool Hear(in CrisisNotice notice, Needs.CrisisParameters p, in RandomStreams random, Month month)
    {
        var at = Find(notice.Person);
        if (at < 0) return false;
        Aftermath.Hear(ref CollectionsMarshal.AsSpan(persons)[at], notice, p, random, month);
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
