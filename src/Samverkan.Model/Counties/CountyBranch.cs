using Samverkan.Model.Cooperation;
using Samverkan.Model.Economy;
using Samverkan.Model.Municipalities;
using Samverkan.Model.Snapshots;

namespace Samverkan.Model.Counties;

/// <summary>The county's books for one municipality: it holds accounts, the municipality's branch holds the units.</summary>
internal sealed class CountyBranch(int municipality, MunicipalityOnMap map)
{
    private double growthBeside = 1;

    /// <summary>Position in the map, counted through all counties.</summary>
    public int Municipality { get; } = municipality;

    [field: StateKey] public string Code { get; } = map.Code;

    /// <summary>Inhabitants this month.</summary>
    public double Inhabitants { get; private set; } = map.Population;

    /// <summary>The same as share of those of the first month.</summary>
    public double Growth { get; private set; } = 1;

    public SectorAccount Account { get; } = new(Sector.County);

    /// <summary>The place grows as its counts say, and as a scenario lets it grow beside them.</summary>
    /// <param name="rateBeside">A year.</param>
    /// <param name="first">The month that the map gives inhabitants for.</param>
    public void Grow(MunicipalityOnMap map, double rateBeside, Month month, Month first)
    {
        if (month <= first) return;
        if (rateBeside != 0) growthBeside *= 1 + rateBeside / 12;
        Growth = map.GrowthUntil(month, first) * growthBeside;
        Inhabitants = map.Population * Growth;
    }

    /// <summary>Payment liability on its way from the municipality.</summary>
    public long Transit { get; set; }

    /// <summary>Bed days that persons in the ward will use next month, and what crises asked for last month.</summary>
    public int DaysAhead { get; set; }

    public double DaysWanted { get; set; }

    /// <summary>What the county keeps of last month's report; null before the first.</summary>
    public BranchStanding? Last { get; set; }
}

/// <summary>How a branch stood at the end of a month, as far as the county acts on it.</summary>
/// <param name="PlanStands">Whether the sectors cooperate, or have agreed to.</param>
/// <param name="Posts">Posts of county staff in the branch, in tenths.</param>
/// <param name="Vacant">Those of them without a holder.</param>
/// <param name="Strain">Hours needed over hours at hand of county staff.</param>
internal sealed record BranchStanding(bool PlanStands, CooperationState Cooperation, bool IsJoint, int Posts, int Vacant,
    double Strain)
{
    public static BranchStanding Of(MunicipalityReport report) =>
        new(report.PlanStands, report.CooperationState, report.JointUnits > 0, report.CountyPosts, report.CountyVacant,
            report.CountyStrain);
}
