using Samverkan.Model.Economy;
using Samverkan.Model.Units;

namespace Samverkan.Model.Municipalities;

/// <summary>
/// Which teams a sector's posts go to, or come from: joint teams get a part of their share of need
/// without an item on the agenda, the more the stronger the agreement; in a cut a sector spares them likewise.
/// </summary>
internal static class StaffPlan
{
    // Where no team is strained, posts still go by need.
    private const double LeastWeight = .05;

    /// <param name="posts">Posts to create (or, negative, to abolish), in tenths.</param>
    public static void Distribute(ServiceRegister services, FundingParameters p, Sector sector, int posts, double agreement)
    {
        if (posts == 0) return;
        var teams = services.All.Where(s => s.IsJoint || s.StaffSector == sector)
            .SelectMany(s => s.Teams.Select(t => (Service: s, Team: t))).Where(x => x.Team.Last is not null).ToArray();
        if (teams.Length == 0) return;
        var joint = posts > 0
            ? p.JointShare * (p.JointShareBase + (1 - p.JointShareBase) * agreement)
            : 1 - p.Spared * agreement;
        var weights = new double[teams.Length];
        for (var i = 0; i < weights.Length; i++)
        {
            var side = teams[i].Team.Last!.Side(sector);
            var need = posts > 0 ? side.Needed * Math.Clamp(teams[i].Team.Strain - p.NeedyStrain, LeastWeight, 1) : side.Posts;
            weights[i] = need * (teams[i].Service.IsJoint ? joint : 1);
        }
        var parts = LargestRemainder.Divide(Math.Abs(posts), weights);
        for (var i = 0; i < parts.Length; i++)
            teams[i].Team.Orders.Change(sector, Math.Sign(posts) * parts[i]);
    }

    /// <summary>In the warm-up single-sector staff is steered to the strain at which reform found it.</summary>
    public static void Steer(ServiceRegister services, FundingParameters p)
    {
        foreach (var service in services.All)
            foreach (var team in service.Teams)
                if (team.Last is { } last)
                {
                    var posts = last.Side(service.StaffSector).Posts;
                    var change = (int)Math.Floor(posts * Math.Clamp(p.SteerPace * (last.Strain / p.WarmUpStrain - 1), -p.SteerMost, p.SteerMost) + .5);
                    team.Orders.Receive(service.StaffSector, change, Math.Max(change, -last.Side(service.StaffSector).Filled));
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
                ? services.Joint.Where(s => (s.Groups & closed.Groups) != 0).SelectMany(s => s.Teams).ToList()
                : [];
            if (closed.Closing?.By == sector) filled -= (int)(filled * p.SavedByClosing);
            if (takers.Count == 0) takers = services.First(sector == Sector.County ? UnitKind.OutpatientClinic : UnitKind.SocialOffice).Teams;
            var parts = LargestRemainder.Divide(filled, [.. takers.Select(t => (double)t.Filled(sector))]);
            for (var i = 0; i < parts.Length; i++)
                takers[i].Orders.Receive(sector, parts[i], parts[i]);
        }
    }
}
