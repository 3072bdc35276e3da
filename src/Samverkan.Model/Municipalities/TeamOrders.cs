using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Samverkan.Model.Economy;
using Samverkan.Model.ServiceUsers;
using Samverkan.Model.Teams;

namespace Samverkan.Model.Municipalities;

/// <summary>What the municipality gathers during a month for one team's next mandate.</summary>
internal sealed class TeamOrders
{
    private readonly int[] posts = new int[Sectors.Count], receivedPosts = new int[Sectors.Count], receivedFilled = new int[Sectors.Count];

    public List<ServiceUser> Transferred { get; } = [];
    public List<ServiceUser> Referred { get; } = [];
    public List<CrisisNotice> Crises { get; } = [];
    public List<ulong> Housed { get; } = [];
    public List<PartnerNote> Guests { get; } = [];
    public uint Train { get; set; }
    public uint Adapt { get; set; }
    public double Freshness { get; set; }
    public Release Release { get; set; }

    /// <summary>Creates (or, negative, abolishes) posts, in tenths.</summary>
    public void Change(Sector sector, int tenths) => posts[(int)sector] += tenths;

    /// <summary>Moves posts here with their holders (or, negative, away), in tenths.</summary>
    public void Receive(Sector sector, int tenths, int filled)
    {
        receivedPosts[(int)sector] += tenths;
        receivedFilled[(int)sector] += filled;
    }

    public StaffOrder Staff(Sector sector, bool refill) =>
        new(posts[(int)sector], receivedPosts[(int)sector], receivedFilled[(int)sector], refill);

    /// <summary>The mandate is out: a new month's orders are gathered.</summary>
    public void Clear()
    {
        Array.Clear(posts);
        Array.Clear(receivedPosts);
        Array.Clear(receivedFilled);
        Transferred.Clear();
        Referred.Clear();
        Crises.Clear();
        Housed.Clear();
        Guests.Clear();
        (Train, Adapt, Freshness, Release) = (0, 0, 0, default);
    }

    /// <summary>Persons on their way to the team.</summary>
    public int Persons => Transferred.Count + Referred.Count;

    public ImmutableArray<ServiceUser> ByLot(World world, Month month)
    {
        if (Referred.Count == 0) return [];
        var referred = Referred.ToArray();
        Chance.RandomOrder.Order(referred, p => p.Id, world.RandomStreams, month, 1);
        return ImmutableCollectionsMarshal.AsImmutableArray(referred);
    }
}
