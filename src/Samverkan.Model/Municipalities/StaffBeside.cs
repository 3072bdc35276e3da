using Samverkan.Model.Economy;
using Samverkan.Model.Parameters;

namespace Samverkan.Model.Municipalities;

/// <summary>
/// Staff beside the teams: a mobile crisis team, peer workers, job specialists. They follow their levers alone: no caseload,
/// plan, cut or joint training takes them in, and a post that may be filled is. Both sectors pay their parts out of their frames.
/// </summary>
/// <param name="CrisisTeam">Posts filled, in tenths.</param>
/// <param name="Peers">The same.</param>
/// <param name="JobSpecialists">The same.</param>
/// <param name="OfMunicipality">How many of all of them the municipality pays.</param>
internal readonly record struct StaffBeside(int CrisisTeam, int Peers, int JobSpecialists, int OfMunicipality)
{
    /// <param name="scale">Inhabitants as share of the reference municipality's.</param>
    public static StaffBeside Of(ParameterSet p, double scale)
    {
        var (crisisTeam, peers, jobs) = (Filled(p.CrisisTeam.Posts), Filled(p.Peers.Posts), Filled(p.Ips.Posts));
        return new(
            crisisTeam, peers, jobs,
            Part(crisisTeam, p.CrisisTeam.MunicipalShare) + Part(peers, p.Peers.MunicipalShare)
                + Part(jobs, p.Ips.MunicipalShare));

        int Filled(double posts) => (int)Math.Floor(posts * 10 * scale * p.Team.PostsOpen + .5);
        int Part(int posts, double share) => (int)Math.Floor(posts * share + .5);
    }

    /// <summary>In tenths of posts.</summary>
    public int All => CrisisTeam + Peers + JobSpecialists;

    public void Pay(ref Flows flows, double costOfPost)
    {
        flows.Pay(Flow.CountyUnits, Wages.OfPosts(All - OfMunicipality, costOfPost));
        flows.Pay(Flow.MunicipalUnits, Wages.OfPosts(OfMunicipality, costOfPost));
    }
}
