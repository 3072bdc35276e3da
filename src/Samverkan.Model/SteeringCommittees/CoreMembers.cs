using Samverkan.Model.Chance;
using Samverkan.Model.Economy;
using Samverkan.Model.Parameters;

namespace Samverkan.Model.SteeringCommittees;

/// <summary>
/// The members who carry the cooperation: managers of both sides, the county's and the municipality's in turn. Each has a
/// tenure in months; a newcomer has to learn whom one can rely on.
/// </summary>
internal sealed class CoreMembers
{
    private readonly List<int> tenure = [];

    public int Count => tenure.Count;

    /// <summary>Mean weight of their contact, 1 when all are experienced.</summary>
    public double Weight(CommitteeParameters p)
    {
        if (tenure.Count == 0) return 0;
        double sum = 0;
        foreach (var months in tenure)
            sum += p.Newcomer + (1 - p.Newcomer) * Math.Min(1, months / p.TenureMonths);
        return sum / tenure.Count;
    }

    /// <summary>Seats are filled with experienced persons when they are made, and given up from the last.</summary>
    public void Seat(CommitteeParameters p)
    {
        var wanted = (int)p.CoreMembers;
        while (tenure.Count > wanted) tenure.RemoveAt(tenure.Count - 1);
        while (tenure.Count < wanted) tenure.Add((int)p.TenureMonths);
    }

    /// <summary>A month passes; returns who leaves, by seat. A successor takes the seat at once.</summary>
    /// <param name="sentAway">So many leave whatever their luck.</param>
    public List<int> Month(ParameterSet p, int sentAway, bool settled, in RandomStreams random, ulong who, Month month)
    {
        var left = new List<int>();
        for (var seat = 0; seat < tenure.Count; seat++)
        {
            tenure[seat]++;
            var leaves = seat < sentAway || random.Unit(who, month, Purpose.LeaderExit, (uint)seat) < p.Cooperation.LeaderExit / 12;
            if (!leaves || !settled) continue;
            tenure[seat] = 0;
            left.Add(seat);
        }
        return left;
    }

    public static Sector SideOf(int seat) => seat % 2 == 0 ? Sector.County : Sector.Municipality;

    public override string ToString() => string.Join(' ', tenure);
}
