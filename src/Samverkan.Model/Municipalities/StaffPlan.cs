using Samverkan.Model.Economy;
using Samverkan.Model.Units;

namespace Samverkan.Model.Municipalities;

/// <summary>
/// Which teams a sector's posts go to, or come from: joint teams get a part of their share of need
/// without an item on the agenda, the more the stronger the agreement; in a cut a sector spares them likewise.
/// </summary>
internal static class StaffPlan
{
    /// <summary>New posts go where those in service and those who wait need most hours.</summary>
    /// <param name="posts">In tenths.</param>
    public static void Create(ServiceRegister services, FundingParameters p, Sector sector, int posts, double agreement)
    {
        var joint = p.JointShare * (p.JointShareBase + (1 - p.JointShareBase) * agreement);
        Divide(services, sector, posts, (service, team) => team.Last!.Side(sector).Needed
            * Math.Clamp(team.Last.Pressure - p.NeedyStrain, p.CalmTeams, 1) * (service.IsJoint ? joint : 1));
    }

    /// <summary>How a cut falls on a sector's own teams and on joint ones, in tenths: by posts, joint teams spared as far as the
    /// agreement goes.</summary>
    public static (int Own, int Joint) DivideCut(ServiceRegister services, FundingParameters p, Sector sector, int posts,
        double agreement)
    {
        double own = 0, joint = 0;
        foreach (var service in services.All.Where(s => !s.IsAssertive))
            foreach (var team in service.Teams)
                if (service.IsJoint) joint += team.Posts(sector);
                else own += team.Posts(sector);
        var parts = LargestRemainder.Divide(posts, [own, joint * (1 - p.Spared * agreement)]);
        return (parts[0], parts[1]);
    }

    /// <summary>Takes posts out of a sector's own teams and of joint ones, by their posts, in tenths.</summary>
    public static void Abolish(ServiceRegister services, Sector sector, int own, int joint)
    {
        Divide(services, sector, -own, (service, team) => service.IsJoint ? 0 : team.Posts(sector));
        Divide(services, sector, -joint, (service, team) => service.IsJoint ? team.Posts(sector) : 0);
    }

    /// <summary>A sector gets as many posts as are stated, divided among its teams as they are.</summary>
    public static void Meet(ServiceRegister services, Sector sector, double posts) => Divide(
        services, sector, (int)Math.Floor(10 * posts + .5) - services.Posts(sector), (_, team) => team.Posts(sector));

    private static void Divide(ServiceRegister services, Sector sector, int posts, Func<Service, TeamCard, double> weight)
    {
        if (posts == 0) return;
        var teams = services.All.Where(s => s.IsJoint || s.IsSingle && s.StaffSector == sector)
            .SelectMany(s => s.Teams.Select(t => (Service: s, Team: t))).Where(x => x.Team.Last is not null).ToArray();
        if (teams.Length == 0) return;
        var parts = LargestRemainder.Divide(Math.Abs(posts), [.. teams.Select(x => weight(x.Service, x.Team))]);
        for (var i = 0; i < parts.Length; i++)
            teams[i].Team.Orders.Change(sector, Math.Sign(posts) * parts[i]);
    }

    /// <summary>In the warm-up single-sector staff is steered to the strain at which reform found it.</summary>
    /// <param name="open">Share of posts that may be filled: nobody gets more posts for holding some vacant.</param>
    public static void Steer(ServiceRegister services, FundingParameters p, double open)
    {
        foreach (var service in services.All)
            foreach (var team in service.Teams)
                if (team.Last is { } last)
                {
                    var side = last.Side(service.StaffSector);
                    var strain = open >= 1 ? last.Strain : side.Hours <= 0 ? p.WarmUpStrain
                        : side.Needed / side.Hours * side.Filled / side.Posts;
                    var change = (int)Math.Floor(
                        side.Posts * Math.Clamp(p.SteerPace * (strain / p.WarmUpStrain - 1), -p.SteerMost, p.SteerMost) + .5);
                    team.Orders.Receive(service.StaffSector, change, Math.Max(change, -side.Filled));
                }
    }

    /// <summary>A unilateral withdrawal: a share of the sector's posts in joint teams goes.</summary>
    public static void Withdraw(ServiceRegister services, FundingParameters p, Sector sector)
    {
        foreach (var service in services.Joint)
            foreach (var team in service.Teams)
                team.Orders.Change(sector, -(int)Math.Floor(p.Withdrawal * team.Posts(sector) + .5));
    }

    /// <summary>
    /// Staff of a unit that has closed: after a dissolution all return to their own; where one sector closed the unit, it
    /// saves part of its posts, and the other's staff follow the persons to the joint teams that are left.
    /// </summary>
    public static void Return(ServiceRegister services, FundingParameters p, Service closed, TeamCard team)
    {
        foreach (var sector in new[] { Sector.County, Sector.Municipality })
        {
            var filled = team.Filled(sector);
            var takers = closed.Closing is { } closing && closing.By != sector
                ? services.Joint.Where(s => s.Groups.Overlaps(closed.Groups)).SelectMany(s => s.Teams).ToList()
                : [];
            if (closed.Closing?.By == sector) filled -= (int)(filled * p.SavedByClosing);
            if (takers.Count == 0)
                takers = services.First(sector == Sector.County ? UnitKind.OutpatientClinic : UnitKind.SocialOffice).Teams;
            var parts = LargestRemainder.Divide(filled, [.. takers.Select(t => (double)t.Filled(sector))]);
            for (var i = 0; i < parts.Length; i++)
                takers[i].Orders.Receive(sector, parts[i], parts[i]);
        }
    }
}
