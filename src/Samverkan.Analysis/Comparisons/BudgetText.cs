using System.Globalization;
using Samverkan.Analysis.Results;
using Samverkan.Runs.Scenarios.Values;
using Samverkan.Runs.Wording;

namespace Samverkan.Analysis.Comparisons;

/// <summary>The words and printed numbers of the budget, the same in the terminal, the report, documents and pages.</summary>
public static class BudgetText
{
    private const double SekOfMillion = 1e6;
    private const double MuchLeft = .15;

    /// <summary>Heads of the table by year and sector.</summary>
    public static IReadOnlyList<string> YearHeads { get; } =
    [
        "year", "sector", "frame and grants", "staff and premises", "training, committee, administration", "demand-driven cost",
            "paid to the other sector",
        "left (below 0: deficit)", "left per inhabitant, SEK", "net effect", "95 % interval", "net effect per inhabitant, SEK",
    ];

    /// <summary>Heads of the table of net effects over the horizon.</summary>
    public static IReadOnlyList<string> TotalHeads(ComparisonResult result) =>
        ["sector", "net effect, MSEK", "95 % interval", $"discounted at {TypedShare.InWords(result.DiscountRate)} a year",
            "SEK per inhabitant"];

    /// <summary>"Net effect of The county's funding cut from January 1995 to December 2015"</summary>
    public static string TotalTitle(ComparisonResult result, ScenarioResult scenario) =>
        Localized.Of($"Net effect of {scenario.Title} from {Localized.OfMonth(result.From)} to {Localized.OfMonth(result.To)}");

    public static string YearTitle(ScenarioResult scenario) =>
        Localized.Of($"{scenario.Title}: budget by year and sector, MSEK");

    /// <summary>Heads of the table of net effects year by year.</summary>
    public static IReadOnlyList<string> EffectHeads { get; } =
    [
        "years", "county: frame", "demand-driven", "left", "net effect", "municipality: frame", "demand-driven", "left",
            "net effect", "both: net effect",
        "SEK per inhabitant",
    ];

    public static string EffectTitle(ScenarioResult scenario) =>
        Localized.Of($"{scenario.Title}: frame, demand-driven cost, deficit and net effect by year, MSEK");

    /// <summary>The budget in few rows: each year, or sums of as many years as keep it within the number.</summary>
    /// <param name="from">First calendar year.</param>
    /// <param name="most">Rows at most.</param>
    public static IEnumerable<IReadOnlyList<string>> Effects(BudgetResult budget, int from, int most)
    {
        var years = budget.Lines.Select(line => line.Year).Where(year => year >= from).Distinct().ToList();
        var each = Math.Max(1, (years.Count + most - 1) / most);
        foreach (var together in years.Chunk(each))
        {
            double Sum(string sector, Func<BudgetLine, double> of) =>
                budget.Lines.Where(line => line.Sector == sector && together.Contains(line.Year)).Sum(of);
            IEnumerable<string> Of(string sector) =>
            [
                TableText.Number(Sum(sector, line => line.Income), 1), TableText.Number(Sum(sector, line => line.Demand), 1),
                TableText.Number(Sum(sector, line => line.Left), 1), Signed(Sum(sector, line => line.Effect)),
            ];
            var both = Sum(BudgetResult.Both, line => line.Effect);
            var name = together.Length == 1 ? $"{together[0]}" : Localized.Of($"{together[0]} to {together[^1]}");
            yield return [name, .. Of("county"), .. Of("municipality"), Signed(both), PerHead(both, budget)];
        }
    }

    /// <summary>What the two tables count.</summary>
    public static string Note(BudgetResult budget) =>
        Localized.Of("Net effect: what the policy makes a sector spend more (+) or less than without it, "
            + "after what the other sector pays it.")
        + " " + Localized.Of($"MSEK in the model's price year; per inhabitant in SEK, of {budget.Inhabitants:N0} inhabitants.")
        + string.Concat(LeftOver(budget).Select(sentence => " " + sentence));

    // A frame that pays for more than these services was stated for something else, and a cut of it changes little.
    private static IEnumerable<string> LeftOver(BudgetResult budget)
    {
        foreach (var sector in budget.Lines.Where(line => line.Sector != BudgetResult.Both).GroupBy(line => line.Sector))
            if (sector.Average(line => line.Left) is var left && sector.Average(line => line.Income) is var income
                && left > MuchLeft * income)
                yield return Localized.Of(
                    $"{Localized.Capital(Sector(sector.Key))} leaves {left:0.0} of {income:0.0} MSEK a year unspent: its frame "
                        + "is more "
                    + "than what the services of the model cost, and a cut takes what is left over first. See that the frame "
                    + "is for these services alone.");
    }

    /// <param name="from">First calendar year that is shown.</param>
    public static IEnumerable<IReadOnlyList<string>> Years(BudgetResult budget, int from = int.MinValue) =>
        budget.Lines.Where(line => line.Year >= from).Select(line => Year(line, budget));

    public static IEnumerable<IReadOnlyList<string>> Totals(BudgetResult budget) =>
        budget.Totals.Select(total => (IReadOnlyList<string>)
    [
        Sector(total.Sector), Signed(total.Net), Interval(total.Low, total.High), Signed(total.Discounted),
            PerHead(total.Net, budget),
    ]);

    public static string Sector(string id) => id == BudgetResult.Both ? "both sectors" : $"the {id}";

    /// <summary>Millions as they are printed, with a sign.</summary>
    public static string Signed(double millions) => double.IsNaN(millions) ? ""
        : TableText.WithSign(TableText.Number(millions, 2));

    public static string PerHead(double millions, BudgetResult budget) => double.IsNaN(millions) || budget.Inhabitants == 0
        ? "" : TableText.WithSign(TableText.Number(millions * SekOfMillion / budget.Inhabitants, 0));

    public static string Interval(double low, double high) => double.IsNaN(low) ? "" : $"{Signed(low)} .. {Signed(high)}";

    private static IReadOnlyList<string> Year(BudgetLine line, BudgetResult budget) =>
    [
        line.Year.ToString(CultureInfo.InvariantCulture), Sector(line.Sector),
        .. new[] { line.Income, line.Staff, line.Steering, line.Demand, line.Between,
            line.Left }.Select(value => TableText.Number(value, 2)),
        PerHead(line.Left, budget), Signed(line.Effect), Interval(line.Low, line.High), PerHead(line.Effect, budget),
    ];
}
