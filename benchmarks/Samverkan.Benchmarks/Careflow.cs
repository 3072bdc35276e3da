using System.Runtime.InteropServices;
using Samverkan.Model;
using Samverkan.Model.Chance;

namespace Samverkan.Benchmarks;

/// <summary>What a run of careflow counted: per user, the mean of the months that are measured.</summary>
public readonly record struct CareflowMeans(double Unmet, double Met, double Caseload, double Queue);

/// <summary>
/// careflow, the reduced model by which programs are set beside each other (docs/performance.md): users with 22 needs, teams
/// with a capacity and a queue, ten teams to a municipality, one county whose monthly series is the output. It is built of
/// the model's own kernel of needs and keyed draws, and of its pulse: a month goes down to the teams and their counts come up.
/// </summary>
public sealed class Careflow
{
    private const int UsersPerTeam = 40, TeamsPerMunicipality = 10;

    private readonly CareflowTeam[] teams;
    private readonly int users;

    public Careflow(int users, ulong seed, int replication)
    {
        this.users = users;
        var random = RandomStreams.Of(seed, replication);
        var count = Math.Max(1, users / UsersPerTeam);
        teams = new CareflowTeam[count];
        for (var t = 0; t < count; t++)
            teams[t] = new CareflowTeam(random,
                [.. Enumerable.Range(0, (users - t + count - 1) / count).Select(i => (ulong)(t + i * count))]);
    }

    /// <summary>Runs so many months; the means are over the second half.</summary>
    public CareflowMeans Run(int months)
    {
        var municipalities = new CareflowCounts[(teams.Length + TeamsPerMunicipality - 1) / TeamsPerMunicipality];
        var sum = new CareflowCounts();
        for (var month = 1; month <= months; month++)
        {
            var county = Month(new Month(month), municipalities);
            if (month > months / 2) sum = sum.Plus(county);
        }
        var measured = Math.Max(1.0, (double)(months - months / 2) * users);
        return new(sum.Unmet / measured, sum.Met / measured, sum.Caseload / measured, sum.Queue / measured);
    }

    private CareflowCounts Month(Month month, Span<CareflowCounts> municipalities)
    {
        municipalities.Clear();
        for (var t = 0; t < teams.Length; t++)
            municipalities[t / TeamsPerMunicipality] = municipalities[t / TeamsPerMunicipality].Plus(teams[t].Month(month));
        var county = new CareflowCounts();
        foreach (var municipality in municipalities)
            county = county.Plus(municipality);
        return county;
    }
}

/// <summary>A month's counts of a team, a municipality or the county.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct CareflowCounts(long Unmet, long Met, long Caseload, long Queue)
{
    public CareflowCounts Plus(in CareflowCounts other) =>
        new(Unmet + other.Unmet, Met + other.Met, Caseload + other.Caseload, Queue + other.Queue);
}
