using System.Globalization;
using System.Text.RegularExpressions;
using Samverkan.App.Comparing;
using Samverkan.App.Web.Parts;
using Samverkan.Model.Indicators;
using Samverkan.Model.Needs;
using Samverkan.Runs.Wording;

namespace Samverkan.App.Web.Results;

/// <summary>The charts of a comparison, made from what its folder holds.</summary>
internal sealed partial class ComparisonCharts(ComparisonObject comparison, Trajectories series, Texts words)
{
    private const double Million = 1e6;
    private const double Thousand = 1e3;

    /// <summary>What is shown first: people, then money, then the cooperation.</summary>
    public static IReadOnlyList<Indicator> First { get; } =
    [
        IndicatorCatalogue.UnmetPerPerson, IndicatorCatalogue.InService, IndicatorCatalogue.Waiting, IndicatorCatalogue.BedDays,
        IndicatorCatalogue.CostPerPerson, IndicatorCatalogue.CountyDemandCost, IndicatorCatalogue.MunicipalDemandCost,
        IndicatorCatalogue.CooperationIndex, IndicatorCatalogue.Trust, IndicatorCatalogue.Strain, IndicatorCatalogue.JointUnits, IndicatorCatalogue.Meetings,
    ];

    /// <summary>What can be shown besides.</summary>
    public static IReadOnlyList<Indicator> Others { get; } = [.. IndicatorCatalogue.All.Where(i => i.Headline).Except(First)];

    [GeneratedRegex(@"(January|February|March|April|May|June|July|August|September|October|November|December) (\d{4})")]
    private static partial Regex MonthInWords();

    /// <summary>The dated changes of all scenarios, numbered; the number stands at the line in every chart over time.</summary>
    public IReadOnlyList<(int Number, string At, string Scenario, string Words)> Changes { get; } =
    [
        .. comparison.Scenarios.Skip(1).SelectMany(scenario => scenario.Changes.Select(words => (At: MonthOf(words), scenario.Title, Words: words)))
            .Where(change => change.At is not null).Take(12).Select((change, i) => (i + 1, change.At!, change.Title, change.Words)),
    ];

    public ChartSpec Over(Indicator indicator)
    {
        var (scale, unit) = UnitOf(indicator);
        var lines = comparison.Scenarios.Select((scenario, place) =>
            series.Bands.TryGetValue((scenario.Scenario, indicator.Id), out var band)
                ? new ChartSeries(scenario.Title, place, Smooth(band.Mean, indicator, scale), Smooth(band.Low, indicator, scale), Smooth(band.High, indicator, scale))
                : new ChartSeries(scenario.Title, place, [], [], []));
        var title = Capital(words[indicator.Title]);
        return new("band", indicator.Id, title, unit, InWords(indicator.Id), series.Months, [.. lines], Markers());
    }

    /// <summary>The share of cooperations that are not dissolved; of results of 0.1.0, that last.</summary>
    public ChartSpec Survival() => new(
        "step", "survival", words[IsOld ? "Share of cooperations that last" : "Share of cooperations not dissolved"], "%",
        string.Join("; ", comparison.Scenarios.Select(s => $"{s.Title}: {Ends(s).OfType<string>().Count()} {words[IsOld ? "lost of" : "dissolved of"]} {Ends(s).Count}")), series.Months,
        [
            .. comparison.Scenarios.Select((scenario, place) =>
            {
                var ends = Ends(scenario).OfType<string>().ToList();
                return new ChartSeries(scenario.Title, place, [.. series.Months.Select(month => (double?)(100.0 * (Ends(scenario).Count - ends.Count(at => string.CompareOrdinal(at, month) <= 0)) / Math.Max(1, Ends(scenario).Count)))], [], []);
            }),
        ], Markers(), FromZero: true);

    private bool IsOld => comparison.Scenarios[0].DissolvedAt is null;

    private static IReadOnlyList<string?> Ends(ScenarioObject scenario) => scenario.DissolvedAt ?? scenario.LostAt;

    /// <summary>What every scenario changes in each figure, with its interval, in per cent of the base.</summary>
    public ChartSpec Differences()
    {
        var rows = comparison.Scenarios[1].Rows.Where(row => row is { AsPercent: false, Base: not null and not 0, Difference: not null }).ToList();
        return new(
            "interval", "differences", words["Paired differences with 95 % intervals"], words["% of the base"], InWords(null), [.. rows.Select(row => Capital(words[row.Label]))],
            [
                .. comparison.Scenarios.Skip(1).Select((scenario, i) =>
                {
                    var own = rows.Select(row => scenario.Rows.First(r => r.Indicator == row.Indicator)).ToList();
                    return new ChartSeries(
                        scenario.Title, i + 1, [.. own.Select(r => Share(r.Difference, r.Base))], [.. own.Select(r => Share(r.Low, r.Base))], [.. own.Select(r => Share(r.High, r.Base))]);
                }),
            ], [], Height: 120 + 36 * rows.Count);
    }

    /// <summary>Who gains and who loses: a figure by target group in the first replication, against the base.</summary>
    public ChartSpec Groups(Indicator indicator)
    {
        var @base = comparison.Scenarios[0].Scenario;
        var groups = TargetGroups.Ids.Where(group => !double.IsNaN(series.Groups.Of(@base, indicator.Id, group))).ToList();
        return new(
            "bar", $"groups-{indicator.Id}", Capital(words[indicator.Title]), words["difference, {0}", words[indicator.Unit]], words["by target group, in the first replication"],
            [.. groups.Select(group => Capital(words[TargetGroups.Find(group)!.Value.InWords()]))],
            [
                .. comparison.Scenarios.Skip(1).Select((scenario, i) => new ChartSeries(
                    scenario.Title, i + 1, [.. groups.Select(group => Finite(series.Groups.Of(scenario.Scenario, indicator.Id, group) - series.Groups.Of(@base, indicator.Id, group)))], [], [])),
            ], [], Height: 110 + 36 * groups.Count);
    }

    public static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    public static string? MonthOf(string sentence) => MonthInWords().Match(sentence) is { Success: true } found
        ? DateTime.ParseExact(found.Value, "MMMM yyyy", CultureInfo.InvariantCulture).ToString("yyyy-MM", CultureInfo.InvariantCulture)
        : null;

    private List<ChartMarker> Markers() =>
        [.. Changes.GroupBy(change => change.At).Select(together => new ChartMarker(together.Key, string.Join(",", together.Select(change => change.Number))))];

    private string InWords(string? indicator) => string.Join("; ", comparison.Scenarios.Skip(1).SelectMany(scenario => scenario.Rows
        .Where(row => indicator is null || row.Indicator == indicator)
        .Select(row => $"{scenario.Title}, {words[row.Label]}: {Digits(row.Difference, row.Decimals)} ({Digits(row.Low, row.Decimals)} {words["to"]} {Digits(row.High, row.Decimals)})")));

    private static string Digits(double? value, int decimals) => value?.ToString("F" + decimals, CultureInfo.InvariantCulture) ?? "–";

    private (double Scale, string Unit) UnitOf(Indicator indicator) => indicator switch
    {
        { Unit: "SEK", Over: Reduction.Sum } => (Million, words["MSEK a year"]),
        { Unit: "SEK" } => (Thousand, "kSEK"),
        { Unit: "share" } => (.01, "%"),
        { Over: Reduction.Sum } => (1, words["{0} a year", words[indicator.Unit]]),
        _ => (1, words[indicator.Unit]),
    };

    /// <summary>What is summed over a year is shown as the sum of the twelve months up to each; the rest as it is.</summary>
    private static double?[] Smooth(double?[] values, Indicator indicator, double scale)
    {
        if (indicator.Over != Reduction.Sum) return [.. values.Select(value => value / scale)];
        var shown = new double?[values.Length];
        for (var i = 11; i < values.Length; i++)
        {
            double? sum = 0;
            for (var back = 0; back < 12; back++) sum += values[i - back];
            shown[i] = sum / scale;
        }
        return shown;
    }

    private static double? Share(double? value, double? of) => value / Math.Abs(of ?? 1) * 100;

    private static double? Finite(double value) => double.IsFinite(value) ? value : null;
}
