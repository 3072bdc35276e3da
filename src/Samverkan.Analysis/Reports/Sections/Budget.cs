using Samverkan.Analysis.Comparisons;
using Samverkan.Analysis.Results;
using Samverkan.Runs.Wording;

namespace Samverkan.Analysis.Reports.Sections;

/// <summary>Every scenario's budget by year and sector, and what it changes in all.</summary>
internal static class Budget
{
    public static string? Of(ComparisonResult facts) => facts.Scenarios.Any(scenario => scenario.Budget is null)
        ? null
        : string.Concat(facts.Others.Select(scenario => Html.Cells(
            BudgetText.TotalTitle(facts, scenario), BudgetText.TotalHeads(facts), BudgetText.Totals(scenario.Budget!),
                "wide rows four")))
            + Html.Paragraph(BudgetText.Note(facts.Base.Budget!), "note")
            + string.Concat(facts.Scenarios.Select(scenario =>
                $"<details><summary>{Html.Text(Localized.Of($"{scenario.Title}, year by year"))}</summary>\n"
                + Html.Cells(
                    BudgetText.YearTitle(scenario), BudgetText.YearHeads, BudgetText.Years(scenario.Budget!), words: 1)
                + "</details>\n"));
}
