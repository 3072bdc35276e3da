namespace Samverkan.Analysis.Results;

/// <summary>The budget over the whole horizon, in MSEK, whatever the months that other tables count.</summary>
/// <param name="Inhabitants">Of all municipalities.</param>
/// <param name="Totals">Net effect by sector and of both; none for the base.</param>
public sealed record BudgetResult(double Inhabitants, IReadOnlyList<BudgetLine> Lines, IReadOnlyList<BudgetTotal> Totals)
{
    /// <summary>Of net effects a year, where nobody asks for another.</summary>
    public const double UsualDiscountRate = 0.03;

    /// <summary>What is above it is a slip: guidelines have 0 to 10 % a year.</summary>
    public const double HighestDiscountRate = 0.2;

    /// <summary>Names both sectors together.</summary>
    public const string Both = "both";

    /// <summary>The same with net effects discounted at another rate.</summary>
    /// <param name="rate">A year: 0.03 is 3 %.</param>
    /// <param name="from">The calendar year that counts in full: the policy's first.</param>
    public BudgetResult DiscountedAt(double rate, int from) => this with
    {
        Totals = [.. Totals.Select(total => total with
        {
            Discounted = Lines.Where(line => line.Sector == total.Sector)
                .Sum(line => line.Effect * Math.Pow(1 + rate, from - line.Year)),
        })],
    };
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
/// <param name="Discounted">
/// The same discounted at <see cref="ComparisonResult.DiscountRate"/> a year from the policy's first year.
/// </param>
public sealed record BudgetTotal(string Sector, double Net, double Low, double High, double Discounted);
