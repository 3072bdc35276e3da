using System.Globalization;
using Samverkan.Analysis.Comparisons;
using Samverkan.Analysis.Reports;
using Samverkan.Analysis.Results;
using Samverkan.Analysis.Sustainability;
using Samverkan.App.Web.Parts;
using Samverkan.Model.Indicators;

namespace Samverkan.App.Web.Results;

/// <summary>The charts of a comparison, made from its result.</summary>
internal sealed class ComparisonCharts(ComparisonResult result, Texts words)
{
    private const int MostMarked = 12;
    private const double Percent = 100;
    private const string PerYear = " per year";

    private readonly string source = Report.SourceOf(result);

    /// <summary>What can be shown besides the bands of the result.</summary>
    public static IReadOnlyList<Indicator> Others { get; } =
        [.. IndicatorCatalogue.All.Where(i => i.Headline).Except(Bands.Drawn)];

    /// <summary>The dated changes of all scenarios, numbered; the number stands at the line in every chart over time.</summary>
    public IReadOnlyList<(int Number, string At, string? Until, string Scenario, string Words)> Changes { get; } =
    [
        .. result.Others.SelectMany(scenario =>
            scenario.Dated.Select(change => (change.At, change.Until, scenario.Title, change.Words)))
            .Take(MostMarked).Select((change, i) => (i + 1, change.At, change.Until, change.Title, change.Words)),
    ];

    public IEnumerable<ChartSpec> OverTime() =>
        result.Base.Bands.Select(band => Over(band.Id, scenario => scenario.Bands.FirstOrDefault(one => one.Id == band.Id)));

    /// <param name="bandsOf">An indicator's band of a scenario; null: it has none.</param>
    public ChartSpec Over(string indicator, Func<ScenarioResult, BandResult?> bandsOf)
    {
        var known = result.Scenarios.Select(bandsOf).OfType<BandResult>().First();
        var (scale, unit) = known.Unit == "share" ? (Percent, "%") : (1, UnitInWords(known.Unit));
        double?[] Shown(float[] values) => [.. values.Select(value => float.IsFinite(value) ? value * scale : (double?)null)];
        return new(
            "band", indicator, Capital(words[known.Title]), unit, InWords(indicator), result.Quarters,
            [
                .. result.Scenarios.Select((scenario, place) => bandsOf(scenario) is { } band
                    ? new ChartSeries(words[scenario.Title], place, Shown(band.Mean), result.Replications > 1 ? Shown(band.Low)
                        : [], result.Replications > 1 ? Shown(band.High) : [])
                    {
                        UnknownLow = Shown(band.DrawnLow),
                        UnknownHigh = Shown(band.DrawnHigh),
                    }
                    : new ChartSeries(words[scenario.Title], place, [], [], [])),
            ],
            Markers())
        {
            Source = source
        };
    }

    /// <summary>A curve for each thing that can happen to a cooperation; of results of 0.1.0 the one that they have.</summary>
    public IReadOnlyList<ChartSpec> Survival() =>
        result.Base.Lasting is { } lasting ? [.. lasting.Endings.Select(ending => Survival(ending.Id))] : [];

    private ChartSpec Survival(string id)
    {
        var endings = result.Scenarios.Select(scenario => (Scenario: scenario, Ending: scenario.Lasting!.Ending(id))).ToList();
        double?[] Shares(EndingResult ending) =>
            [.. result.Quarters.Select(month => (double?)(Percent * ShareAt(ending, month)))];
        return new(
            "step", $"survival-{id}", words[$"Share of cooperations {EndingText.Of(id).Otherwise}"], "%",
            string.Join("; ", endings.Select(one =>
                words["{0}: {1} of {2} ended", one.Scenario.Title, one.Ending.Count, one.Scenario.Lasting!.Began])),
            result.Quarters,
            [.. endings.Select((one, place) => new ChartSeries(words[one.Scenario.Title], place, Shares(one.Ending), [], []))],
            Markers(), FromZero: true)
        {
            Source = source
        };
    }

    /// <summary>What every scenario changes in each figure, with its interval, in per cent of the base.</summary>
    public ChartSpec Differences()
    {
        var rows = result.Scenarios[1].Rows.Where(row => !row.AsPercent && row.Base != 0 && double.IsFinite(row.Difference))
            .ToList();
        return Intervals("differences", "Paired differences with 95 % intervals", words["% of the base"], InWords(null),
            [.. rows.Select(row => row.Label)], (scenario, i) =>
        {
            var own = scenario.Rows.First(row => row.Id == rows[i].Id);
            var of = Math.Abs(own.Base) / Percent;
            return (own.Difference / of, own.Low / of, own.High / of, own.Unknown?.Low / of, own.Unknown?.High / of);
        });
    }

    /// <summary>Who gains and who loses: a figure by target group, over all replications, against the base.</summary>
    /// <returns>null where no group has it.</returns>
    public ChartSpec? Groups(Indicator indicator)
    {
        if (result.Scenarios[1].Groups is not { Count: > 0 } groups)
            return null;
        var row = groups[0].Row(indicator.Id);
        return Intervals(
            $"groups-{indicator.Id}", row.Label, words["difference, {0}", words[row.Unit]],
            words["by target group, mean of {0} pairs with 95 % interval", result.Replications],
            [.. groups.Select(group => group.Title)],
            (scenario, i) => scenario.Groups.FirstOrDefault(group => group.Id == groups[i].Id)?.Row(indicator.Id) is { } own
                ? (own.Difference, own.Low, own.High, own.Unknown?.Low, own.Unknown?.High)
                : (double.NaN, double.NaN, double.NaN, null, null));
    }

    public static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    private ChartSpec Intervals(
        string name, string title, string unit, string inWords, IReadOnlyList<string> rows,
        Func<ScenarioResult, int, (double Value, double Low, double High, double? UnknownLow, double? UnknownHigh)> valueOf)
    {
        ChartSeries Series(ScenarioResult scenario, int place)
        {
            var values = rows.Select((_, i) => valueOf(scenario, i)).ToList();
            return new(words[scenario.Title], place, [.. values.Select(one => Finite(one.Value))],
                [.. values.Select(one => Finite(one.Low))], [.. values.Select(one => Finite(one.High))])
            {
                UnknownLow = result.Draws is null ? [] : [.. values.Select(one => one.UnknownLow)],
                UnknownHigh = result.Draws is null ? [] : [.. values.Select(one => one.UnknownHigh)],
            };
        }

        return new(
            "interval", name, Capital(words[title]), unit, inWords, [.. rows.Select(row => Capital(words[row]))],
            [.. result.Placed.Select(one => Series(one.Scenario, one.Place))], [],
            Height: 120 + (24 + 12 * result.Others.Count()) * rows.Count)
        {
            Source = source
        };
    }

    private static double ShareAt(EndingResult ending, string month) =>
        ending.Curve.LastOrDefault(step => string.CompareOrdinal(step.Month, month) <= 0)?.Share ?? 1;

    private List<ChartMarker> Markers() =>
    [
        .. Changes.GroupBy(change => change.At)
        .Select(together => new ChartMarker(together.Key, string.Join(",", together.Select(change => change.Number)))),
        .. Changes.Where(change => change.Until is not null && string.CompareOrdinal(change.Until, result.To) < 0)
        .GroupBy(change => change.Until!)
            .Select(together =>
                new ChartMarker(together.Key, words["{0} ends", string.Join(",", together.Select(change => change.Number))])),
    ];

    private string InWords(string? indicator) => string.Join("; ", result.Others.SelectMany(scenario => scenario.Rows
        .Where(row => indicator is null || row.Id == indicator).Select(row => (row, Cells: TableText.Cells(row)))
        .Select(one =>
            $"{words[scenario.Title]}, {words[one.row.Label]}: {words[one.Cells.Difference]} ({words[one.Cells.Interval]})")));

    private string UnitInWords(string unit) =>
        unit.EndsWith(PerYear, StringComparison.Ordinal) ? words["{0} a year", words[unit[..^PerYear.Length]]] : words[unit];

    private static double? Finite(double value) => double.IsFinite(value) ? value : null;
}
