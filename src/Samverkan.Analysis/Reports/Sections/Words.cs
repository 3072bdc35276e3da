using Samverkan.Analysis.Comparisons;
using Samverkan.Analysis.Results;
using Samverkan.Runs.Wording;

namespace Samverkan.Analysis.Reports.Sections;

/// <summary>The words of the report's tables that a planner may not know.</summary>
public static class Words
{
    /// <summary>Every label of the tables of a result.</summary>
    public static IEnumerable<string> Labels(ComparisonResult result) =>
        result.Others.SelectMany(PolicyTable.Outcomes)
            .Concat(result.Others.SelectMany(scenario => scenario.Lasting is { } lasting
                ? lasting.Course.Concat(lasting.Profile) : []))
            .Concat(result.Others.SelectMany(scenario => scenario.Groups.Concat(scenario.Sectors)).SelectMany(group =>
                group.Rows))
            .Select(row => row.Label).Concat(BudgetText.YearHeads.Skip(2)).Concat(BudgetText.TotalHeads(result).Skip(1)).Append(
                "better in").Distinct();

    internal static string Of(ComparisonResult result)
    {
        var labels = Labels(result).ToList();
        var terms = Glossary.All.Where(term => labels.Any(term.IsIn)).OrderBy(term => term.Name,
            StringComparer.OrdinalIgnoreCase);
        return $"<dl>{string.Concat(terms.Select(term => $"<dt>{Html.Text(term.Name)}</dt>"
            + $"<dd>{Localized.Capital(Html.Text(term.Meaning))}.</dd>\n"))}</dl>\n";
    }
}
