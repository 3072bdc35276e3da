using Samverkan.Model.ServiceUsers;

namespace Samverkan.Model.Teams;

/// <summary>
/// Who of a team's persons has a job specialist (IPS): those who want to work and have none, as far as there is room. Whoever
/// has been in the team for longest comes first. Support goes on in work. It ends after some years, and with the
/// team's care.
/// </summary>
/// <param name="room">Persons of the team whom specialists can support; null: there are no specialists.</param>
internal struct JobSupport(int? room)
{
    private readonly bool any = room is not null;

    private int left = room ?? 0;

    public JobSupport(int? room, ReadOnlySpan<ServiceUser> persons) : this(room)
    {
        foreach (ref readonly var person in persons)
            if (person.HasJobSpecialist)
                left--;
    }

    /// <summary>A month of a person who stays in the team.</summary>
    public void Month(ref ServiceUser person, IpsParameters p)
    {
        if (person.HasJobSpecialist)
        {
            person.MonthsOfJobSupport = !any || person.MonthsOfJobSupport >= p.Months
                ? (byte)0 : (byte)(person.MonthsOfJobSupport + 1);
            return;
        }
        if (left <= 0 || person.Work != Work.Wants) return;
        left--;
        person.MonthsOfJobSupport = 1;
    }
}
