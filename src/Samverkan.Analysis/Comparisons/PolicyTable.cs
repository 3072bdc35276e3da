using Samverkan.Analysis.Results;
using Samverkan.Model.Economy;
using Samverkan.Model.Indicators;

namespace Samverkan.Analysis.Comparisons;

/// <summary>
/// All policies of a comparison in one table, the best first by an outcome that the reader picks. A row says what the policy
/// changes against the base; it is the same whatever stands beside it.
/// </summary>
public static class PolicyTable
{
    private const string NotDissolved = "fate.standing";

    private static readonly string[] Columns =
    [
        Outcome.UnmetNeedYears, Outcome.CrisesWithoutBed, IndicatorCatalogue.InService.Id, NotDissolved, Outcome.Spent,
            Outcome.SpentBy(Account.County),
        Outcome.SpentBy(Account.Municipality),
    ];

    /// <summary>The outcome by which policies are ranked if nobody picks another.</summary>
    public const string DefaultRank = Outcome.UnmetNeedYears;

    /// <summary>Every outcome by which policies can be ranked, with its words.</summary>
    public static IReadOnlyList<(string Id, string Label)> Ranks(ComparisonResult result) =>
        [.. Outcomes(result.Scenarios[1]).Select(row => (row.Id, Words(row)))];

    /// <summary>Ids by which the policies of any comparison can be ranked.</summary>
    public static IReadOnlyList<string> RankIds { get; } = [.. Columns.Concat(
        HeadlineTable.Indicators.Select(indicator => indicator.Id)).Distinct()];

    /// <summary>The best first: by the direction of the outcome; where it has none, the least first.</summary>
    public static IReadOnlyList<ScenarioResult> Ranked(ComparisonResult result, string rank)
    {
        double Key(ScenarioResult scenario) => Find(scenario, rank) is { } row && double.IsFinite(row.Difference)
            ? row.Better == Better.Higher ? -row.Difference : row.Difference : double.PositiveInfinity;
        return [.. result.Others.OrderBy(Key)];
    }

    /// <summary>"policy", and what is compared; the outcome that ranks stands first.</summary>
    public static IReadOnlyList<string> Heads(ComparisonResult result, string rank) =>
        ["policy", .. Shown(result, rank).Select(id => Words(Find(result.Scenarios[1], id)!))];

    /// <summary>A row for each policy: its title, then each difference with its interval; ✓ better, ✗ worse, where that is
    /// clear.</summary>
    public static IEnumerable<IReadOnlyList<string>> Cells(ComparisonResult result, string rank) =>
        Ranked(result, rank).Select(scenario =>
        (IReadOnlyList<string>)[scenario.Title, .. Shown(result, rank).Select(id => Find(scenario, id) is { } row ? Cell(row)
            : "")]);

    /// <summary>What an outcome is called.</summary>
    public static string LabelOf(ComparisonResult result, string rank) => Find(result.Scenarios[1], rank) is { } row
        ? Words(row) : rank;

    /// <summary>The outcomes of a policy, those of the whole horizon first; results of 0.1.0 have those of the headline
    /// alone.</summary>
    public static IEnumerable<ResultRow> Outcomes(ScenarioResult scenario) =>
        [.. scenario.Effect?.Totals ?? [], .. scenario.Rows];

    private static ResultRow? Find(ScenarioResult scenario, string id) => Outcomes(scenario).FirstOrDefault(row => row.Id == id);

    private static IEnumerable<string> Shown(ComparisonResult result, string rank) =>
        Columns.Prepend(rank).Distinct().Where(id => Find(result.Scenarios[1], id) is not null);

    private static string Words(ResultRow row) => row.Unit == "MSEK" ? $"{row.Label}, MSEK" : row.Label;

    private static string Cell(ResultRow row)
    {
        var cells = TableText.Cells(row);
        var mark = row.IsBetter switch { true => " ✓", false => " ✗", null => "" };
        return $"{cells.Difference}{mark} ({cells.Interval})";
    }
}
