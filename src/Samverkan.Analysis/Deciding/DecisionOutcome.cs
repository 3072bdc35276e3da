using Samverkan.Analysis.Comparisons;
using Samverkan.Analysis.Results;
using Samverkan.Analysis.Statistics;
using Samverkan.Model;
using Samverkan.Model.Economy;
using Samverkan.Model.Indicators;

namespace Samverkan.Analysis.Deciding;

/// <summary>A figure of a future by which one decides.</summary>
/// <param name="Id">Of the indicator, or of a figure of the whole horizon.</param>
/// <param name="Label">In English.</param>
/// <param name="Decimals">Digits after the point when it is printed.</param>
/// <param name="AsPercent">Printed in per cent; the numbers are shares.</param>
/// <param name="IsMoney">Whether it is spent and no outcome for people.</param>
public sealed record DecisionOutcome(
    string Id, string Label, string Unit, int Decimals, Better Better, bool AsPercent = false, bool IsMoney = false)
{
    private const double Million = 1e6;
    private const double MonthsOfAYear = 12;

    /// <summary>What both sectors together spend in a year, net of what they pay each other.</summary>
    public const string SpentId = "spent.perYear";

    /// <summary>What bounds it, which decides how its intervals are made.</summary>
    public FigureKind Kind { get; init; } = FigureKind.Amount;

    private Func<HorizonFigures, Month, Blueprint, double> Figure { get; init; } = (_, _, _) => double.NaN;

    /// <summary>All, the outcomes for people first.</summary>
    public static IReadOnlyList<DecisionOutcome> All { get; } =
    [
        .. HeadlineTable.Listed.Select(row => new DecisionOutcome(
            row.Indicator.Id, row.Label, row.Unit, row.Decimals, row.Indicator.Better, row.Unit == "share",
            row.Unit.StartsWith("MSEK", StringComparison.Ordinal))
        {
            Kind = row.Indicator.Kind(),
            Figure = (horizon, since, _) => horizon.From(since, row.Indicator) / row.Scale,
        }),
        OfTotal(Outcome.UnmetNeedYears, "person-years of unmet need", "person-years", IndicatorCatalogue.UnmetNeedMonths,
            MonthsOfAYear),
        OfTotal(Outcome.CrisesWithoutBed, "crises without a bed, in all", "crises", IndicatorCatalogue.UnmetCrises, 1),
        OfMoney(SpentId, "both sectors spend", SpendingKinds.Sectors),
        OfMoney($"{SpentId}.county", "the county spends", [Account.County]),
        OfMoney($"{SpentId}.municipality", "the municipality spends", [Account.Municipality]),
    ];

    /// <summary>Unmet needs per eligible person.</summary>
    public static DecisionOutcome Usual { get; } = Find(IndicatorCatalogue.UnmetPerEligible.Id)!;

    public static DecisionOutcome Spent { get; } = Find(SpentId)!;

    public static DecisionOutcome SpentBy(Account sector) => Find($"{SpentId}.{sector.ToString().ToLowerInvariant()}")!;

    public static DecisionOutcome? Find(string id) => All.FirstOrDefault(one => one.Id == id);

    /// <summary>Its place in the figures of a future.</summary>
    public int Place => places[Id];

    private static readonly Dictionary<string, int> places = All.Select((one, place) => (one.Id, place))
        .ToDictionary(one => one.Id, one => one.place);

    /// <summary>Every outcome of a future.</summary>
    /// <param name="since">First month that counts in means.</param>
    internal static double[] FiguresOf(HorizonFigures horizon, Month since, Blueprint world) =>
        [.. All.Select(one => one.Figure(horizon, since, world))];

    private static DecisionOutcome OfTotal(string id, string label, string unit, Indicator indicator, double per) =>
        new(id, label, unit, 0, indicator.Better) { Figure = (horizon, _, _) => horizon.Total(indicator) / per };

    // Nothing differs before a policy begins, so that a difference of sums over the horizon is that of its years.
    private static DecisionOutcome OfMoney(string id, string label, IReadOnlyList<Account> sectors) =>
        new(id, $"{label} (MSEK a year)", "MSEK a year", 1, Better.Neither, IsMoney: true)
        {
            Figure = (horizon, since, world) => Enumerable.Range(world.From.Year, world.To.Year - world.From.Year + 1)
                .Sum(year => sectors.Sum(sector => SpendingKinds.Net(sector, flow => horizon.Paid(year, flow))))
                / Million / ((world.To - since + 1) / MonthsOfAYear),
        };
}
