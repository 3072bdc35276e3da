using Samverkan.Model.Chance;
using Samverkan.Model.Economy;
using Samverkan.Model.Municipalities;

namespace Samverkan.Model.Counties;

/// <summary>The county's books for one municipality: it holds accounts, the municipality's branch holds the units.</summary>
internal sealed class CountyBranch(int municipality, string code, int population)
{
    /// <summary>Position in the map, counted through all counties.</summary>
    public int Municipality { get; } = municipality;

    public string Code { get; } = code;

    public int Population { get; } = population;

    public SectorAccount Account { get; } = new(Sector.County);

    /// <summary>Payment liability on its way from the municipality.</summary>
    public long Transit { get; set; }

    /// <summary>Bed days that persons in the ward will use next month, and what crises asked for last month.</summary>
    public int DaysAhead { get; set; }

    public double DaysWanted { get; set; }

    /// <summary>Last month's report; null before the first.</summary>
    public MunicipalityReport? Last { get; set; }

    public void Hash(ref StateHash hash)
    {
        Account.Hash(ref hash);
        hash.Add(Transit);
        hash.Add(DaysAhead);
        hash.Add(DaysWanted);
    }
}
