using Samverkan.Model.Teams;

namespace Samverkan.Model.Municipalities;

/// <summary>
/// How the time of job specialists (IPS) is divided among teams: whoever has a specialist keeps it, and what is left goes to
/// the teams by those who look for work.
/// </summary>
internal static class JobSeats
{
    /// <param name="posts">Posts that are filled, in tenths.</param>
    public static void Divide(ServiceRegister services, IpsParameters p, int posts)
    {
        if (posts == 0) return;
        TeamCard[] teams = [.. services.Teams];
        var (supported, looking) = (new int[teams.Length], new double[teams.Length]);
        for (var i = 0; i < teams.Length; i++)
            (supported[i], looking[i]) = teams[i].Last?.MonthlyCounts.ForWork ?? (0, 0);
        var free = Math.Max(0, (int)Math.Floor(posts / 10.0 * p.Caseload + .5) - supported.Sum());
        var divided = LargestRemainder.Divide(free, looking);
        for (var i = 0; i < teams.Length; i++)
            teams[i].Orders.JobSeats = supported[i] + divided[i];
    }
}
