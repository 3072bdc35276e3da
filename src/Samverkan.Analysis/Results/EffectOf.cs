using Samverkan.Analysis.Comparisons;
using Samverkan.Analysis.Statistics;
using Samverkan.Analysis.Sustainability;
using Samverkan.Model.Economy;
using Samverkan.Model.Indicators;

namespace Samverkan.Analysis.Results;

/// <summary>What a scenario does to cooperations, people and money over the whole horizon.</summary>
internal static class EffectOf
{
    private const double Million = 1e6;
    private const double MonthsOfAYear = 12;
    private const double Half = 0.5;

    public static EffectResult Scenario(PairedComparison comparison, int place)
    {
        ResultRow People(string id, string label, string unit, Indicator indicator, double per) =>
            ResultRow.Of(id, label, unit, comparison.Total(place, indicator, per), 0, indicator.Better);
        ResultRow Money(string id, string label, Func<Func<Flow, double>, double> sum) =>
            ResultRow.Of(id, label, "MSEK", comparison.Total(place, sum).In(Million), 1, Better.Neither);
        IEnumerable<ResultRow> MoneyOf(Account sector) =>
        [
            Money(Outcome.SpentBy(sector), $"spent by the {sector.ToString().ToLowerInvariant()}",
                paid => SpendingKinds.Net(sector, paid)),
            .. Enum.GetValues<SpendingPart>().Select(part => Money(
                Outcome.SpentBy(sector, part), Label(part),
                paid => KindsOf(part).Sum(kind => SpendingKinds.Of(sector, kind, paid)))),
        ];
        return new(
            comparison.Outcomes[0].Zip(comparison.Outcomes[place]).All(pair => pair.First.Hash == pair.Second.Hash),
            Survival(comparison, place),
            [
                People(Outcome.UnmetNeedYears, "person-years of unmet need", "person-years", IndicatorCatalogue.UnmetNeedMonths,
                    MonthsOfAYear),
                People(Outcome.CrisesWithoutBed, "crises without a bed", "crises", IndicatorCatalogue.UnmetCrises, 1),
                Money(Outcome.Spent, "spent by both sectors",
                    paid => SpendingKinds.Sectors.Sum(sector => SpendingKinds.Net(sector, paid))),
                .. SpendingKinds.Sectors.SelectMany(MoneyOf),
            ])
        {
            HangsOn = comparison.Drawn is { } drawn ? HangsOn.Of(drawn, UnderDraws(drawn, place)) : [],
        };
    }

    private static IReadOnlyList<double> UnderDraws(DrawnComparison drawn, int place)
    {
        double Unmet(int scenario, int pair) => drawn.Outcomes[scenario][pair].Horizon.Total(IndicatorCatalogue.UnmetNeedMonths);
        return [.. Enumerable.Range(0, drawn.Pairs).Select(pair => Unmet(place, pair) - Unmet(0, pair))];
    }

    private static IReadOnlyList<Spending> KindsOf(SpendingPart part) => part switch
    {
        SpendingPart.Services => [Spending.Staff, Spending.Steering],
        SpendingPart.Demand => [Spending.Demand],
        _ => [Spending.Between],
    };

    private static string Label(SpendingPart part) => part switch
    {
        SpendingPart.Services => "put into services",
        SpendingPart.Demand => "cost that follows demand",
        _ => "paid to the other sector",
    };

    private static SurvivalResult Survival(PairedComparison comparison, int place) => new(
        comparison.Count(place, _ => true), comparison.Count(place, one => one.Began), StandingOf(comparison, place),
        Ended(comparison, place, Ending.Dissolved),
        Ended(comparison, place, Ending.Hollow))
    {
        DrawnAll = comparison.Drawn?.Outcomes[place].Sum(run => run.Fates.Count) ?? 0,
        DrawnDissolved = comparison.Drawn is not { } drawn ? null
            : new(drawn.Count(0, Ending.Dissolved), drawn.Count(place, Ending.Dissolved), MayBeChance: false),
    };

    private static EndingCount Ended(PairedComparison comparison, int place, Ending ending)
    {
        var (before, after) = (comparison.Count(0, ending), comparison.Count(place, ending));
        return new(before, after, before != after && !comparison.Estimate(place, ending).IsClear);
    }

    /// <summary>Whether more than half of the cooperations stand, as far as so many runs can tell.</summary>
    private static Standing StandingOf(PairedComparison comparison, int place)
    {
        double[] standing = [.. comparison.Outcomes[place].Select(run => run.Escaped(Ending.Dissolved))];
        var (low, high) = ShareInterval.OfLevel(Crossed.Of(standing));
        return low > Half ? (standing.All(share => share == 1) ? Standing.All : Standing.Most)
            : high < Half ? (standing.All(share => share == 0) ? Standing.None : Standing.Few) : Standing.Unclear;
    }
}
