using Samverkan.Model.ServiceUsers;
using Samverkan.Model.Snapshots;

namespace Samverkan.Model.Teams;

/// <summary>
/// Persons in one place - a caseload, a queue, the residents out of contact - as compact values in an array, in the order
/// in which they came.
/// </summary>
public sealed class Roster
{
    [CountedBy(nameof(Count))] private ServiceUser[] persons = [];

    public int Count { get; private set; }

    public Span<ServiceUser> Persons => persons.AsSpan(0, Count);

    public ref ServiceUser this[int index] => ref persons[index];

    public void Add(in ServiceUser person)
    {
        if (Count == persons.Length) Array.Resize(ref persons, Math.Max(16, persons.Length * 3 / 2));
        persons[Count++] = person;
    }

    /// <summary>Goes through all persons in their order; whoever it does not keep is gone at its end.</summary>
    internal RosterSweep Sweep() => new(this);

    /// <summary>Takes a person out; the others keep their order.</summary>
    public ServiceUser RemoveAt(int index)
    {
        var person = persons[index];
        Array.Copy(persons, index + 1, persons, index, --Count - index);
        return person;
    }

    /// <summary>Persons who get support by a partner team.</summary>
    public int ActiveLinks
    {
        get
        {
            var active = 0;
            foreach (ref readonly var person in Persons)
                if (person.Link == LinkStage.Active)
                    active++;
            return active;
        }
    }

    internal IEnumerable<KeptPerson> KeptAt(ActorPath keeper, Keeping where) =>
        Enumerable.Range(0, Count).Select(i => new KeptPerson(keeper, where, persons[i]));

    /// <param name="persons">Counts by target group, to which this roster's are added.</param>
    public void CountByGroup(Span<int> persons)
    {
        foreach (ref readonly var person in Persons)
            persons[(int)person.Group]++;
    }

    /// <summary>The position of a person, or -1.</summary>
    public int Find(ulong id)
    {
        for (var i = 0; i < Count; i++)
            if (persons[i].Id == id)
                return i;
        return -1;
    }

    /// <summary>One pass through a roster, whose persons keep their order.</summary>
    internal ref struct RosterSweep(Roster roster)
    {
        private int kept;

        /// <summary>The person at a position stays.</summary>
        public void Keep(int position)
        {
            if (kept != position) roster.persons[kept] = roster.persons[position];
            kept++;
        }

        /// <summary>The others are gone.</summary>
        public readonly void Dispose() => roster.Count = kept;
    }
}
