namespace Samverkan.Analysis.Results;

/// <summary>The budget over the whole horizon, in MSEK, whatever the months that other tables count.</summary>
/// <param name="Inhabitants">Of all municipalities.</param>
/// <param name="Totals">Net effect by sector and of both; none for the base.</param>
public sealed record BudgetResult(double Inhabitants, IReadOnlyList<BudgetLine> Lines, IReadOnlyList<BudgetTotal> Totals)
{
    /// <summary>A year.</summary>
    public const double DiscountRate = 0.03;

    /// <summary>Names both sectors together.</summary>
    public const string Both = "both";
}

/// <summary>A sector's calendar year: means over replications.</summary>
/// <param name="Sector">county, municipality or both.</param>
/// <param name="Income">Frame and state grants.</param>
/// <param name="Staff">Staff and premises.</param>
/// <param name="Steering">Training, committee, administration.</param>
/// <param name="Demand">Cost that follows demand.</param>
/// <param name="Between">Paid to the other sector less received from it.</param>
/// <param name="Left">Income less all that is spent; below 0 a deficit.</param>
/// <param name="Effect">What the sector spends more than in the base; null for the base.</param>
/// <param name="Low">Lower end of the 95 % interval of the effect.</param>
public sealed record BudgetLine(
    int Year, string Sector, double Income, double Staff, double Steering, double Demand, double Between, double Left,
        double Effect, double Low, double High);

/// <summary>What a sector, or both, spends more than in the base over the horizon.</summary>
/// <param name="Sector">county, municipality or both.</param>
/// <param name="Discounted">The same at <see cref="BudgetResult.DiscountRate"/> a year from the policy's first year.</param>
public sealed record BudgetTotal(string Sector, double Net, double Low, double High, double Discounted);
