using Samverkan.Model.Chance;
using Samverkan.Model.Cooperation;
using Samverkan.Model.Economy;

namespace Samverkan.Model.Municipalities;

/// <summary>
/// Posts in joint teams that one sector buys from the other (Klinga 2018, 2011): where a sector may not fill its
/// vacancies, the partner can pay for them as long as it has means. The staff stay the other sector's.
/// </summary>
internal sealed class PurchasedPosts
{
    // Tenths of posts of each sector that its partner pays for, and whether it did so this month.
    private readonly int[] posts = new int[Sectors.Count];
    private readonly bool[] buying = new bool[Sectors.Count];

    /// <summary>Whether a sector's vacancies in joint teams may be filled this month.</summary>
    /// <param name="own">Whether the sector itself would fill them.</param>
    /// <param name="partnersSlack">SEK a year that the partner could commit.</param>
    public bool Refill(
        Sector sector, bool own, StructuralElements structure, ElementParameters p, long partnersSlack, in RandomStreams random,
        ulong who, Month month)
    {
        buying[(int)sector] = !own && structure.Has(Element.CrossSectorPurchase) && partnersSlack > 0
            && random.Unit(who, month, Purpose.Hiring, (uint)sector) < p.Purchase;
        if (own) posts[(int)sector] = 0;
        return own || buying[(int)sector];
    }

    /// <summary>The partner pays for all that was bought, this month's hires included.</summary>
    public void Pay(ServiceRegister services, ref Flows flows, double costOfPost)
    {
        foreach (var sector in new[] { Sector.County, Sector.Municipality })
        {
            if (buying[(int)sector])
                foreach (var service in services.All)
                    if (service.IsJoint)
                        foreach (var team in service.Teams)
                            posts[(int)sector] += team.Last!.Side(sector).Hired;
            // Bought staff who leave are not paid for, nor is anybody after a dissolution.
            var (filled, left) = (0, 0);
            foreach (var service in services.Joint)
                foreach (var team in service.Teams)
                    (filled, left) = (filled + team.Filled(sector), left + team.Last!.Side(sector).Leavers);
            posts[(int)sector] -= filled + left == 0 ? 0 : (int)((long)posts[(int)sector] * left / (filled + left));
            posts[(int)sector] = Math.Min(posts[(int)sector], filled);
            var flow = sector == Sector.County ? Flow.MunicipalPurchase : Flow.CountyPurchase;
            flows.Pay(flow, Wages.OfPosts(posts[(int)sector], costOfPost));
        }
    }
}
