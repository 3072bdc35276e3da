using Samverkan.Analysis.Results;
using Samverkan.Model.Economy;
using Samverkan.Model.Indicators;
using Samverkan.Runs.Wording;

namespace Samverkan.Analysis.Comparisons;

/// <summary>Titles that state what a picture or table shows, so that a reader who reads nothing else is told the
/// finding.</summary>
public static class FindingText
{
    private const int MostNamed = 3;
    private const char NoBreak = '\u00a0';

    /// <summary>"Unmet needs per eligible person: +0.10 (+0.03 .. +0.17)", or that there is no clear difference.</summary>
    /// <param name="otherwise">The title where the indicator is in no table.</param>
    public static string Of(ComparisonResult result, string indicator, string otherwise)
    {
        var rows = result.Others.Select(scenario => (scenario.Title,
            Row: scenario.Rows.FirstOrDefault(row => row.Id == indicator))).ToList();
        if (rows.Any(one => one.Row is null || double.IsNaN(one.Row.Low)))
            return Localized.Of(Localized.Capital(otherwise));
        var label = Localized.Of(Localized.Capital(rows[0].Row!.Label));
        if (rows.Count == 1)
            return rows[0].Row!.IsClear ? $"{label}: {Change(rows[0].Row!)}" : Localized.Of($"{label}: no clear difference");
        var clear = rows.Where(one => one.Row!.IsClear).ToList();
        return clear.Count == 0 ? Localized.Of($"{label}: no clear difference in any of {rows.Count} policies")
            : Localized.Of($"{label}: clearly different in {clear.Count} of {rows.Count} policies, ")
                + Localized.Of($"most with {clear.MaxBy(one => Math.Abs(one.Row!.Difference)).Title}");
    }

    /// <summary>For how many target groups needs are clearly better and worse met, over all policies' first.</summary>
    public static string Groups(ScenarioResult scenario)
    {
        string[] Named(bool better) => [.. scenario.Groups.Where(group =>
            group.Row(IndicatorCatalogue.UnmetPerEligible.Id).IsBetter == better).Select(group => group.Title)];
        var (gain, lose) = (Named(true), Named(false));
        return (gain.Length, lose.Length) switch
        {
            (0, 0) => Localized.Of("No target group clearly gains or loses"),
            (0, _) => Localized.Of($"Who loses: {List(lose)}"),
            (_, 0) => Localized.Of($"Who gains: {List(gain)}"),
            _ => Localized.Of($"Who gains: {List(gain)}; who loses: {List(lose)}"),
        };
    }

    /// <summary>"Both sectors together spend 16.2 MSEK more, the county 9.6 less and the municipality ..."</summary>
    public static string Money(ScenarioResult scenario)
    {
        if (scenario.Effect is not { } effect)
            return Localized.Of("The budget");
        var (all, county, municipality) = (effect.Total(Outcome.Spent), effect.Total(Outcome.SpentBy(Account.County)),
            effect.Total(Outcome.SpentBy(Account.Municipality)));
        if (!all.IsClear && !county.IsClear && !municipality.IsClear)
            return Localized.Of("Neither sector clearly spends more or less");
        return $"{Spent("Both sectors together", "spend", all)}: {Spent("the county", "spends", county)}, "
            + $"{Spent("the municipality", "spends", municipality)}";
    }

    private static string Spent(string who, string spends, ResultRow millions) => millions.IsClear
        ? millions.Difference > 0 ? Localized.Of($"{who} {spends} {TableText.Number(millions.Difference, 1)} MSEK more")
            : Localized.Of($"{who} {spends} {TableText.Number(-millions.Difference, 1)} MSEK less")
        : Localized.Of($"{who} {spends} neither clearly more nor less");

    private static string Change(ResultRow row) =>
        TableText.Cells(row) is var cells
            ? $"{Localized.Of(cells.Difference)}{NoBreak}({Localized.Of(cells.Interval).Replace(' ', NoBreak)})" : "";

    private static string List(string[] names) => names.Length <= MostNamed ? Names(names)
        : Localized.Of($"{Names(names.Take(MostNamed))} and {names.Length - MostNamed} more groups");

    private static string Names(IEnumerable<string> names) => string.Join(", ", names.Select(Localized.Of));
}
