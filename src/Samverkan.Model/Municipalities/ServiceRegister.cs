using Samverkan.Model.Chance;
using Samverkan.Model.Economy;
using Samverkan.Model.Needs;
using Samverkan.Model.ServiceUsers;
using Samverkan.Model.Teams;
using Samverkan.Model.Units;

namespace Samverkan.Model.Municipalities;

/// <summary>The units of a municipality, the county's too, in the order of opening: who serves whom, and where a person
/// goes.</summary>
internal sealed class ServiceRegister(World world)
{
    private readonly List<Service> services = [];
    private ushort next;

    public World World { get; } = world;

    public List<Service> All => services;

    /// <summary>Open joint services.</summary>
    public JointServices Joint => new(services);

    public TeamsOfServices Teams => new(services);

    /// <summary>Posts of a sector in all teams, in tenths.</summary>
    public int Posts(Sector sector)
    {
        var posts = 0;
        foreach (var team in Teams)
            posts += team.Posts(sector);
        return posts;
    }

    /// <summary>Posts of a sector without a holder, in tenths.</summary>
    public int Vacant(Sector sector)
    {
        var vacant = 0;
        foreach (var team in Teams)
            vacant += team.Posts(sector) - team.Filled(sector);
        return vacant;
    }

    /// <summary>Staff of a sector hired from outside to keep a waiting guarantee, in tenths.</summary>
    public int Agency(Sector sector)
    {
        var agency = 0;
        foreach (var team in Teams)
            agency += team.Last?.Side(sector).Agency ?? 0;
        return agency;
    }

    /// <summary>Posts in training, in tenths.</summary>
    public int TrainingPosts
    {
        get
        {
            var posts = 0;
            foreach (var team in Teams)
                posts += team.Last?.TrainingPosts ?? 0;
            return posts;
        }
    }

    /// <summary>Hours that persons in service and those who wait need of a sector's staff, over hours at hand, as last
    /// reported.</summary>
    public double Pressure(Sector sector, TeamParameters p)
    {
        double needed = 0, hours = 0;
        foreach (var service in services)
            foreach (var team in service.Teams)
                if (team.Last is { } last)
                    (needed, hours) = (needed + last.Side(sector).Needed * last.WithQueue, hours + last.Side(sector).Hours);
        return hours <= 0 ? needed > 0 ? p.MostStrain : 0 : needed / hours;
    }

    public Service Open(UnitKind kind, GroupSet groups, Sector owner)
    {
        var service = new Service(next++, kind, groups, owner);
        services.Add(service);
        return service;
    }

    public void RemoveClosed() => services.RemoveAll(s => s.State == UnitState.Closed);

    public Service? Find(ushort ordinal)
    {
        foreach (var service in services)
            if (service.Ordinal == ordinal)
                return service;
        return null;
    }

    public TeamCard? Find(TeamAddress address) =>
        Find(address.Unit) is { } service && address.Team < service.Teams.Count ? service.Teams[address.Team] : null;

    /// <summary>The assertive team that is open; null: none is.</summary>
    public Service? OpenAssertive
    {
        get
        {
            foreach (var service in services)
                if (service.IsAssertive && service.State == UnitState.Open)
                    return service;
            return null;
        }
    }

    public Service First(UnitKind kind) => services.Find(s => s.Kind == kind)!;

    /// <summary>
    /// Where a person is sent: a joint team that takes the group, else a team of the sector that the person meets first;
    /// the least strained, ties by lot. Null where nobody takes the group.
    /// </summary>
    public TeamCard? Route(in ServiceUser person)
    {
        var group = (int)person.Group;
        var sector = person.Has(Traits.ClinicFirst) ? Sector.County : Sector.Municipality;
        return Best(person, s => s.IsJoint && s.Takes(group))
            ?? Best(person, s => !s.IsJoint && s.Takes(group) && s.StaffSector == sector)
            ?? Best(person, s => s.Takes(group));
    }

    /// <summary>Where a person who is handed over goes: spread by lot over the teams that take the group, joint ones
    /// first.</summary>
    public TeamCard? RouteByLot(in ServiceUser person)
    {
        var group = (int)person.Group;
        var sector = person.Has(Traits.ClinicFirst) ? Sector.County : Sector.Municipality;
        return ByLot(person, s => s.IsJoint && s.Takes(group))
            ?? ByLot(person, s => !s.IsJoint && s.Takes(group) && s.StaffSector == sector);
    }

    private TeamCard? ByLot(in ServiceUser person, Func<Service, bool> takes)
    {
        var teams = 0;
        foreach (var service in services)
            if (takes(service))
                teams += service.Teams.Count;
        if (teams == 0) return null;
        var drawn = (int)(StateHash.Mix(person.Id) % (ulong)teams);
        foreach (var service in services)
            if (takes(service) && (drawn -= service.Teams.Count) < 0)
                return service.Teams[drawn + service.Teams.Count];
        return null;
    }

    private TeamCard? Best(in ServiceUser person, Func<Service, bool> takes)
    {
        TeamCard? best = null;
        ulong bestLot = 0;
        foreach (var service in services)
        {
            if (!takes(service)) continue;
            foreach (var team in service.Teams)
            {
                var lot = StateHash.Mix(person.Id ^ ((ulong)team.Address.Unit << 16 | team.Address.Team));
                if (best is null || StrainToCome(team) < StrainToCome(best)
                    || StrainToCome(team) == StrainToCome(best) && lot < bestLot)
                    (best, bestLot) = (team, lot);
            }
        }
        return best;
    }

    // Persons already on their way weigh as those who are there, so that one month's referrals are spread.
    private static double StrainToCome(TeamCard team) =>
        team.Strain * (1 + (double)team.Orders.Persons / Math.Max(1, team.Persons));
}
