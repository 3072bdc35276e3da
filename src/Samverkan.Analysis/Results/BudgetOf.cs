using Samverkan.Analysis.Comparisons;
using Samverkan.Model.Economy;
using Samverkan.Model.Indicators;

namespace Samverkan.Analysis.Results;

/// <summary>
/// The budget of a scenario by year and sector, in MSEK: means over replications, with what the scenario changes. Nothing is
/// discounted yet.
/// </summary>
internal static class BudgetOf
{
    private const double Million = 1e6;

    public static BudgetResult Scenario(PairedComparison comparison, int place)
    {
        var world = comparison.Base.Blueprint;
        var years = Enumerable.Range(world.From.Year, world.To.Year - world.From.Year + 1).ToList();
        return new(
            world.Counties.Sum(county => county.Municipalities.Sum(municipality =>
                municipality.Population * municipality.GrowthUntil(world.From, world.Begins))),
            [.. years.SelectMany(year => Lines(comparison, place, year))],
            place == 0 ? [] : [.. SpendingKinds.Sectors.Select(sector => Total(comparison, place, years, [sector])),
                Total(comparison, place, years, SpendingKinds.Sectors)]);
    }

    private static IEnumerable<BudgetLine> Lines(PairedComparison comparison, int place, int year)
    {
        foreach (var sectors in (IEnumerable<IReadOnlyList<Account>>)[.. SpendingKinds.Sectors.Select(sector =>
            new[] { sector }), SpendingKinds.Sectors])
        {
            double Paid(RunOutcome run, Func<Account, Func<Flow, double>, double> sum) =>
                sectors.Sum(sector => sum(sector, flow => run.Horizon.Paid(year, flow)));
            double Mean(Spending kind) => comparison.Outcomes[place].Average(run =>
                Paid(run, (sector, paid) => SpendingKinds.Of(sector, kind, paid))) / Million;
            var net = comparison.Outcomes[place].Average(run => Paid(run, SpendingKinds.Net)) / Million;
            var effect = place == 0 ? null : comparison.Estimate(place, run => Paid(run, SpendingKinds.Net),
                Better.Neither).In(Million);
            yield return new(
                year, Name(sectors), Mean(Spending.Income), Mean(Spending.Staff), Mean(Spending.Steering),
                    Mean(Spending.Demand), Mean(Spending.Between),
                Mean(Spending.Income) - net, effect?.Difference ?? double.NaN, effect?.Low ?? double.NaN,
                    effect?.High ?? double.NaN);
        }
    }

    private static BudgetTotal Total(PairedComparison comparison, int place, IReadOnlyList<int> years,
        IReadOnlyList<Account> sectors)
    {
        var total = comparison.Estimate(
            place, run => years.Sum(year => sectors.Sum(sector =>
                SpendingKinds.Net(sector, flow => run.Horizon.Paid(year, flow)))),
            Better.Neither).In(Million);
        return new(Name(sectors), total.Difference, total.Low, total.High, double.NaN);
    }

    private static string Name(IReadOnlyList<Account> sectors) => sectors.Count > 1 ? BudgetResult.Both
        : sectors[0].ToString().ToLowerInvariant();
}
