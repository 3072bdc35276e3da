using Samverkan.Model.Economy;

namespace Samverkan.Analysis.Results;

/// <summary>
/// Ids of the outcomes that are totals over the whole horizon. A further outcome gets an id here and a row in
/// <see cref="EffectOf"/>; the
/// answer and all tables find it by its id.
/// </summary>
public static class Outcome
{
    public const string UnmetNeedYears = "total.unmetNeedYears";
    public const string CrisesWithoutBed = "total.crisesWithoutBed";

    /// <summary>What both sectors together spend.</summary>
    public const string Spent = "total.spent";

    /// <summary>What a sector spends, net of what the other pays it.</summary>
    public static string SpentBy(Account sector) => $"{Spent}.{sector.ToString().ToLowerInvariant()}";

    /// <summary>A part of <see cref="SpentBy(Account)"/>.</summary>
    public static string SpentBy(Account sector, SpendingPart part) => $"{SpentBy(sector)}.{part.ToString().ToLowerInvariant()}";
}

/// <summary>What a sector's spending is made of in the answer.</summary>
public enum SpendingPart
{
    /// <summary>Staff, premises, training, committee and administration.</summary>
    Services,
    /// <summary>Cost that follows demand.</summary>
    Demand,
    /// <summary>Paid to the other sector less received from it.</summary>
    Between,
}
