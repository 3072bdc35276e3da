using Samverkan.Model.Chance;
using Samverkan.Model.Economy;

namespace Samverkan.Model.SteeringCommittees;

/// <summary>
/// Persons of both sectors who carry the cooperation, the county's and the municipality's in turn, and the tie of each pair
/// across the sectors. A tie belongs to two persons: it goes when either goes, and a successor has to be trusted anew.
/// </summary>
internal sealed class Leaders
{
    private readonly List<bool> filled = [];
    private readonly List<bool> champions = [];

    // Of seats a and b at a * seats + b; within a sector there are none.
    private readonly List<double> ties = [];

    public int Seats => filled.Count;

    /// <summary>Persons in their seats.</summary>
    public int Count => filled.Count(seat => seat);

    /// <summary>Mean tie over all pairs of seats across the sectors, 0 to 1; an empty seat has none.</summary>
    public double Ties => Pairs == 0 ? 0 : ties.Sum() / Pairs;

    private int Pairs => (Seats + 1) / 2 * (Seats / 2);

    /// <summary>Whether one of them burns for the cooperation.</summary>
    public bool HaveChampion => filled.Where((seat, i) => seat && champions[i]).Any();

    /// <summary>The sector of the first of them; null: nobody does.</summary>
    public Sector? Champion
    {
        get
        {
            for (var seat = 0; seat < Seats; seat++)
                if (filled[seat] && champions[seat])
                    return SideOf(seat);
            return null;
        }
    }

    /// <summary>Whether who has a seat burns for the cooperation.</summary>
    public bool IsChampion(int seat) => champions[seat];

    public int CountOf(Sector side) => filled.Where((seat, i) => seat && SideOf(i) == side).Count();

    /// <summary>Whether a sector has seats and nobody in them.</summary>
    public bool LeavesUnheard(Sector side) => Seats > (int)side && CountOf(side) == 0;

    public static Sector SideOf(int seat) => seat % 2 == 0 ? Sector.County : Sector.Municipality;

    /// <summary>Part of all ties that is one person's.</summary>
    public double ShareOf(int seat)
    {
        var all = ties.Sum();
        return all <= 0 ? 0 : Of(seat).Sum(at => ties[at]) / all;
    }

    /// <summary>Seats are filled with persons who know each other when they are made, and given up from the last.</summary>
    /// <param name="champions">Share of persons who burn for the cooperation.</param>
    /// <param name="first">Number of the first seat among all whose luck is drawn in this place.</param>
    public void Seat(int wanted, double tie, double champions, in RandomStreams random, ulong who, uint first)
    {
        if (wanted == Seats) return;
        var (before, kept) = (Seats, ties.ToArray());
        filled.RemoveRange(Math.Min(wanted, before), Math.Max(0, before - wanted));
        this.champions.RemoveRange(Math.Min(wanted, before), Math.Max(0, before - wanted));
        while (filled.Count < wanted)
        {
            this.champions.Add(random.Unit(who, new Month(0), Purpose.Champion, first + (uint)filled.Count) < champions);
            filled.Add(true);
        }
        ties.Clear();
        for (var a = 0; a < wanted; a++)
            for (var b = 0; b < wanted; b++)
                ties.Add(SideOf(a) != Sector.County || SideOf(b) == Sector.County ? 0
                    : a < before && b < before ? kept[a * before + b]
                    : filled[a] && filled[b] ? tie : 0);
    }

    /// <summary>A person leaves; the seat is empty.</summary>
    public void Leave(int seat)
    {
        filled[seat] = false;
        foreach (var at in Of(seat))
            ties[at] = 0;
    }

    /// <summary>Who leaves in a month, by seat; nobody has left yet.</summary>
    /// <param name="sentAway">So many leave whatever their luck.</param>
    /// <param name="first">Number of the first seat among all whose luck is drawn in this place.</param>
    public List<int> Leaving(double perYear, int sentAway, in RandomStreams random, ulong who, Month month, uint first)
    {
        var leaving = new List<int>();
        for (var seat = 0; seat < Seats; seat++)
            if (filled[seat] && (leaving.Count < sentAway
                || random.Unit(who, month, Purpose.LeaderExit, first + (uint)seat) < perYear / 12))
                leaving.Add(seat);
        return leaving;
    }

    /// <summary>Empty seats for which a successor is found this month.</summary>
    public List<int> Fill(double vacancyMonths, double champions, in RandomStreams random, ulong who, Month month, uint first)
    {
        var found = new List<int>();
        for (var seat = 0; seat < Seats; seat++)
            if (!filled[seat] && random.Unit(who, month, Purpose.Successor, first + (uint)seat) < 1 / Math.Max(1, vacancyMonths))
            {
                filled[seat] = true;
                this.champions[seat] = random.Unit(who, month, Purpose.Champion, first + (uint)seat) < champions;
                found.Add(seat);
            }
        return found;
    }

    /// <summary>Those who are there come to know each other.</summary>
    /// <param name="share">Part of the way to a full tie.</param>
    public void Meet(double share)
    {
        for (var a = 0; a < Seats; a += 2)
            for (var b = 1; b < Seats; b += 2)
                if (filled[a] && filled[b])
                    ties[a * Seats + b] += Math.Min(1, share) * (1 - ties[a * Seats + b]);
    }

    private IEnumerable<int> Of(int seat)
    {
        for (var other = SideOf(seat) == Sector.County ? 1 : 0; other < Seats; other += 2)
            yield return SideOf(seat) == Sector.County ? seat * Seats + other : other * Seats + seat;
    }
}
