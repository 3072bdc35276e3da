using System.Globalization;
using Samverkan.Analysis.Comparisons;

namespace Samverkan.Analysis.Reports.Sections;

/// <summary>Every scenario's budget by year and sector, and what it changes in all.</summary>
internal static class Budget
{
    private const double SekOfMillion = 1e6;

    public static string? Of(ReportFacts facts) => facts.Scenarios.Any(scenario => scenario.Budget is null)
        ? null
        : string.Concat(facts.Others.Select(scenario => Totals(facts, scenario)))
            + Html.Paragraph("What a sector pays is net of what the other sector pays it. Net effect: what the scenario makes the sector spend more (+) or less, with its 95 % interval. "
                + $"MSEK of the model's price year; per inhabitant in SEK, of {facts.Base.Budget!.Inhabitants.ToString("N0", CultureInfo.InvariantCulture)} inhabitants.", "note")
            + string.Concat(facts.Scenarios.Select(scenario => $"<details><summary>{Html.Text(scenario.Title)}, year by year</summary>\n{Years(scenario)}</details>\n"));

    private static string Totals(ReportFacts facts, ScenarioFacts scenario) => Html.Table(
        $"Net effect of {scenario.Title} from {facts.From} to {facts.To}, MSEK in all",
        Html.Head("") + Html.Head("MSEK") + Html.Head("95 % interval") + Html.Head($"discounted at {BudgetFacts.DiscountRate * 100:0} % a year") + Html.Head("SEK per inhabitant"),
        scenario.Budget!.Totals.Select(total => Html.RowHead(Sector(total.Sector)) + Html.Cell(Signed(total.Net)) + Html.Cell(Interval(total.Low, total.High))
            + Html.Cell(Signed(total.Discounted)) + Html.Cell(PerHead(total.Net, scenario.Budget!))));

    private static string Years(ScenarioFacts scenario) => Html.Table(
        $"{scenario.Title}: budget by year and sector, MSEK",
        Html.Head("") + string.Concat(new[]
        {
            "sector", "frame and grants", "staff and premises", "training, committee, administration", "cost that follows demand", "paid to the other sector",
            "left (a deficit if below 0)", "left per inhabitant, SEK", "net effect", "95 % interval",
        }.Select(head => Html.Head(head))),
        scenario.Budget!.Lines.Select(line => Html.RowHead(line.Year.ToString(CultureInfo.InvariantCulture)) + Html.Cell(Sector(line.Sector), "text")
            + string.Concat(new[] { line.Income, line.Staff, line.Steering, line.Demand, line.Between, line.Left }.Select(value => Html.Cell(TableText.Number(value, 2))))
            + Html.Cell(PerHead(line.Left, scenario.Budget!)) + Html.Cell(double.IsNaN(line.Effect) ? "" : Signed(line.Effect)) + Html.Cell(Interval(line.Low, line.High))));

    private static string Sector(string id) => id == "both" ? "both sectors" : $"the {id}";

    private static string PerHead(double millions, BudgetFacts budget) =>
        TableText.Number(budget.Inhabitants > 0 ? millions * SekOfMillion / budget.Inhabitants : double.NaN, 0);

    private static string Interval(double low, double high) => double.IsNaN(low) ? "" : $"{Signed(low)} .. {Signed(high)}";

    private static string Signed(double millions) => TableText.WithSign(TableText.Number(millions, 2));
}
