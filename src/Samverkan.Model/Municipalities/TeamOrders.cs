using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Samverkan.Model.Economy;
using Samverkan.Model.Housing;
using Samverkan.Model.Needs;
using Samverkan.Model.ServiceUsers;
using Samverkan.Model.Teams;

namespace Samverkan.Model.Municipalities;

/// <summary>What the municipality gathers during a month for one team's next mandate.</summary>
internal sealed class TeamOrders
{
    private StaffChange county, municipality;

    public List<ServiceUser> Transferred { get; } = [];
    public List<ServiceUser> Referred { get; } = [];
    public List<CrisisNotice> Crises { get; } = [];
    public List<HousingGiven> Homes { get; } = [];

    /// <summary>Persons who are picked for an assertive team.</summary>
    public List<ulong> Picked { get; } = [];

    public List<PartnerNote> Guests { get; } = [];
    public GroupSet Train { get; set; }
    public GroupSet Adapt { get; set; }
    public double Freshness { get; set; }
    public Release Release { get; set; }

    /// <summary>Persons of the team whom job specialists can support; null: there are no specialists.</summary>
    public int? JobSeats { get; set; }

    /// <summary>Creates (or, negative, abolishes) posts, in tenths.</summary>
    public void Change(Sector sector, int tenths) => Of(sector).Posts += tenths;

    /// <summary>Moves posts here with their holders (or, negative, away), in tenths.</summary>
    public void Receive(Sector sector, int tenths, int filled)
    {
        Of(sector).ReceivedPosts += tenths;
        Of(sector).ReceivedFilled += filled;
    }

    /// <summary>Posts, and those with holders, that come by this month's moves; negative: go.</summary>
    public (int Posts, int Filled) Moved(Sector sector) => (Of(sector).ReceivedPosts, Of(sector).ReceivedFilled);

    public StaffOrder Staff(Sector sector, bool refill) =>
        new(Of(sector).Posts, Of(sector).ReceivedPosts, Of(sector).ReceivedFilled, refill);

    /// <summary>The mandate is out: a new month's orders are gathered.</summary>
    public void Clear()
    {
        (county, municipality) = (default, default);
        Transferred.Clear();
        Referred.Clear();
        Crises.Clear();
        Homes.Clear();
        Picked.Clear();
        Guests.Clear();
        (Train, Adapt, Freshness, Release, JobSeats) = (default, default, 0, default, null);
    }

    private ref StaffChange Of(Sector sector) => ref sector == Sector.County ? ref county : ref municipality;

    /// <summary>Persons on their way to the team.</summary>
    public int Persons => Transferred.Count + Referred.Count;

    public ImmutableArray<ServiceUser> ByLot(World world, Month month)
    {
        if (Referred.Count == 0) return [];
        var referred = Referred.ToArray();
        Chance.RandomOrder.Order(referred, p => p.Id, world.RandomStreams, month, 1);
        return ImmutableCollectionsMarshal.AsImmutableArray(referred);
    }

    /// <summary>Of one sector, in tenths of a post.</summary>
    private record struct StaffChange(int Posts, int ReceivedPosts, int ReceivedFilled);
}
