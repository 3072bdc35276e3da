using Samverkan.Model.Chance;
using Samverkan.Model.Economy;
using Samverkan.Model.Parameters;
using Samverkan.Model.ServiceUsers;
using Samverkan.Model.Teams;
using Samverkan.Model.Units;

namespace Samverkan.Model.Municipalities;

/// <summary>
/// An assertive team (ACT or FACT): new posts of both sectors, few persons a post, and persons who are picked: those who use
/// the ward most, and those whom other services lose. It stands beside the cooperation and its committee, follows its lever
/// alone, and takes part in no plan and no cut.
/// </summary>
internal sealed class AssertiveTeams(ServiceRegister services)
{
    /// <summary>The team opens, grows, shrinks or closes as its lever says.</summary>
    /// <param name="scale">Inhabitants as share of the reference municipality's.</param>
    public void Follow(ParameterSet p, double scale)
    {
        var posts = (int)Math.Floor(p.Assertive.Posts * 10 * scale + .5);
        var service = Service;
        if (posts == 0 && service is null) return;
        if (service is null)
        {
            service = services.Open(UnitKind.ActTeam, default, Sector.County);
            service.AddTeam();
        }
        var ofMunicipality = (int)Math.Floor(posts * p.Assertive.MunicipalShare + .5);
        Order(service.Teams[0], Sector.County, posts - ofMunicipality);
        Order(service.Teams[0], Sector.Municipality, ofMunicipality);
        if (posts == 0) service.State = UnitState.Closing;
    }

    /// <summary>What other teams are to look for; null while there is no room.</summary>
    public AssertiveSearch? Search(AssertiveParameters p, Outbox outbox) =>
        Room(p, outbox) > 0 ? new(p.LeastUrgency, p.OfCrisis, p.OfRefusal) : null;

    /// <summary>Picks the most urgent, ties by lot. Residents come at once; other teams hand over next month.</summary>
    public void Pick(AssertiveParameters p, Residents residents, Outbox outbox)
    {
        var room = Room(p, outbox);
        if (room <= 0) return;
        var candidates = new List<(double Urgency, ulong Person, TeamCard? Team)>();
        foreach (var team in services.Teams)
            foreach (var candidate in team.Last!.Candidates)
                if (!outbox.Contains(candidate.Person))
                    candidates.Add((candidate.Urgency, candidate.Person, team));
        var search = new AssertiveSearch(p.LeastUrgency, p.OfCrisis, p.OfRefusal);
        foreach (ref readonly var person in residents.Hidden.Persons)
            if (Assertive.Urgency(person, search) is var urgency && urgency >= p.LeastUrgency)
                candidates.Add((urgency, person.Id, null));
        candidates.Sort(static (a, b) => a.Urgency != b.Urgency
            ? b.Urgency.CompareTo(a.Urgency) : StateHash.Mix(a.Person).CompareTo(StateHash.Mix(b.Person)));
        foreach (var (_, person, team) in candidates.Take(room))
        {
            if (team is not null) team.Orders.Picked.Add(person);
            else if (residents.Hidden.Find(person) is >= 0 and var at) outbox.AddPicked(residents.Hidden.RemoveAt(at));
        }
    }

    private Service? Service => services.OpenAssertive;

    private int Room(AssertiveParameters p, Outbox outbox)
    {
        if (Service is not { } service) return 0;
        var team = service.Teams[0];
        var posts = team.Posts(Sector.County) + team.Posts(Sector.Municipality);
        return (int)Math.Floor(posts / 10.0 * p.Caseload) - team.Persons - outbox.Picked - team.Orders.Persons;
    }

    private static void Order(TeamCard team, Sector sector, int posts) => team.Orders.Change(sector, posts - team.Posts(sector));
}
