using System.Globalization;
using Samverkan.Analysis.Comparisons;
using Samverkan.Analysis.Reports.Charts;
using Samverkan.Analysis.Results;
using Samverkan.Runs.Wording;
using static Samverkan.Runs.Wording.Localized;

namespace Samverkan.Analysis.Reports.Sections;

/// <summary>What the change does to either sector's money, kind by kind, and the streams of money of every scenario.</summary>
internal static class Money
{
    private const double Million = 1e6;
    private const double Visible = 5e3;
    private const int MostDrawn = 8;

    public static string? Of(ComparisonResult facts, Figures figures)
    {
        var paid = facts.Base.Payments.Where(payment => facts.Scenarios.Any(scenario => Same(scenario, payment).Sek > Visible))
            .ToList();
        if (paid.Count == 0)
            return null;
        return string.Concat(facts.Scenarios.Select((scenario, place) => (scenario, place)).Skip(1)
            .SelectMany(one => one.scenario.Sectors.Select(sector =>
                Rows.Table(facts, one.place,
                    $"{sector.Title} in MSEK a year: {one.scenario.Title} and {facts.Base.Title}, "
                        + $"{OfMonth(facts.Since)} to {OfMonth(facts.To)}",
                    sector.Rows, betterIn: false))))
            + $"<h3>{Html.Text("Payment by payment")}</h3>\n"
            + Html.Paragraph(
                $"A year's money between {OfMonth(facts.Since)} and {OfMonth(facts.To)}, as the model's ledger has it; "
                    + "every krona moves from one account to another. What follows demand (bed days, placements, housing, "
                    + "emergencies, liability) is bound "
                    + "by no frame.")
            + $"<div class=\"single slim\">{figures.Add(Chart(facts, MostMoved(facts, paid)))}</div>\n"
            + $"<details><summary>{Html.Text("Every payment")}</summary>\n"
            + Html.Table(
                $"Payments in MSEK a year, {OfMonth(facts.Since)} to {OfMonth(facts.To)}",
                Html.Head("") + Html.Head("paid by", true) + Html.Head(facts.Base.Title)
                + string.Concat(
                    facts.Others.Select(scenario => Html.Head(scenario.Title) + Html.Head("difference (95 % interval)"))),
                paid.Select(payment =>
                    Html.RowHead(Localized.Capital(payment.Title) + (payment.Demand ? " (follows demand)" : ""))
                    + Html.Cell(Account(payment.From), "text")
                    + Html.Cell(Number(payment.Sek))
                    + string.Concat(facts.Others.Select(scenario => Cells(Same(scenario, payment))))))
            + "</details>\n"
            + $"<div class=\"panels "
            + $"two\">\n{string.Concat(facts.Scenarios.Select((_, place) => figures.Add(SankeyChart.Of(facts, place))))}</div>\n";
    }

    /// <summary>What some scenario moves most, in the order of the ledger.</summary>
    private static List<PaymentResult> MostMoved(ComparisonResult facts, IReadOnlyList<PaymentResult> paid) =>
        [.. paid.OrderByDescending(payment => facts.Others.Max(scenario => Math.Abs(Same(scenario, payment).Difference)))
            .Take(MostDrawn).OrderBy(payment => paid.ToList().IndexOf(payment))];

    private static Figure Chart(ComparisonResult facts, IReadOnlyList<PaymentResult> paid)
    {
        var points = facts.Scenarios.SelectMany((scenario, place) =>
            paid.Select((payment, row) => (place, row, of: Same(scenario, payment))))
            .Where(one => one.place > 0).Select(one =>
                new IntervalPoint(one.place, one.row, one.of.Difference / Million, one.of.Low / Million, one.of.High / Million))
                .ToList();
        var told = facts.Others.Select(scenario => $"{scenario.Title}: "
            + string.Join("; ", paid.Select(payment => $"{payment.Title} {Signed(Same(scenario, payment).Difference)}")));
        return IntervalChart.Of(
            "payments", "What is paid more and less", "MSEK a year",
            $"Difference to {facts.Base.Title} with 95 % interval, in MSEK a year. {string.Join(". ", told)}.",
            [.. paid.Select(payment => Localized.Capital(Short(payment.Title)))],
            [.. facts.Scenarios.Select(scenario => scenario.Title)],
            points);
    }

    private static string Cells(PaymentResult payment) => Html.Cell(Number(payment.Sek)) + Html.Cell(
        double.IsNaN(payment.Low) ? Signed(payment.Difference)
        : $"{Signed(payment.Difference)} ({Signed(payment.Low)} .. {Signed(payment.High)})", payment.Low > 0 || payment.High < 0
        ? "clear" : null);

    private static PaymentResult Same(ScenarioResult scenario, PaymentResult payment) =>
        scenario.Payments.First(one => one.Id == payment.Id);

    private static string Number(double sek) => TableText.Number(sek / Million, 2);

    private static string Signed(double sek) => (sek / Million).ToString("+0.00;-0.00;0.00", CultureInfo.InvariantCulture);

    private static string Account(string account) =>
        account switch { "transit" => "in transit", "state" => "the state", _ => account };

    private static string Short(string title) => title.Replace(" for delayed discharges,", ",")
        .Replace("the municipality's share of", "municipal").Replace("the county's share of", "the county's");
}
