using Samverkan.Model.Economy;
using Samverkan.Model.Parameters;

namespace Samverkan.Model.Municipalities;

/// <summary>
/// Staff beside the teams: a mobile crisis team and peer workers. They follow their levers alone: no caseload, plan, cut or joint
/// training takes them in, and a post that may be filled is. Both sectors pay their parts out of their frames.
/// </summary>
/// <param name="CrisisTeam">Posts filled, in tenths.</param>
/// <param name="Peers">The same.</param>
/// <param name="OfMunicipality">How many of all of them the municipality pays.</param>
internal readonly record struct StaffBeside(int CrisisTeam, int Peers, int OfMunicipality)
{
    /// <param name="scale">Inhabitants as share of the reference municipality's.</param>
    public static StaffBeside Of(ParameterSet p, double scale)
    {
        var (crisisTeam, peers) = (Filled(p.CrisisTeam.Posts), Filled(p.Peers.Posts));
        return new(crisisTeam, peers, Part(crisisTeam, p.CrisisTeam.MunicipalShare) + Part(peers, p.Peers.MunicipalShare));

        int Filled(double posts) => (int)Math.Floor(posts * 10 * scale * p.Team.PostsOpen + .5);
        int Part(int posts, double share) => (int)Math.Floor(posts * share + .5);
    }

    /// <summary>In tenths of posts.</summary>
    public int All => CrisisTeam + Peers;

    public void Pay(ref Flows flows, double costOfPost)
    {
        flows.Pay(Flow.CountyUnits, (long)((All - OfMunicipality) * costOfPost / MonthlyCosts.TenthsAndMonths));
        flows.Pay(Flow.MunicipalUnits, (long)(OfMunicipality * costOfPost / MonthlyCosts.TenthsAndMonths));
    }
}
