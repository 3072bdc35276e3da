using System.Globalization;
using Samverkan.Analysis.Comparisons;
using Samverkan.Analysis.Results;

namespace Samverkan.Analysis.Reports.Sections;

/// <summary>Rows of paired estimates, with the interval drawn.</summary>
internal static class Rows
{
    private const double Half = 50;
    // The widest interval of a row reaches so far from the middle, in per cent of the picture.
    private const double Reach = 46;

    public static string Table(ComparisonResult facts, int place, string caption, IReadOnlyList<ResultRow> rows,
        bool betterIn = true) => Html.Table(
        caption,
        Html.Head("") + Html.Head(facts.Base.Title) + Html.Head(facts.Scenarios[place].Title) + Html.Head("difference")
            + (facts.Draws is null ? Html.Head("95 % interval") : Html.Head(TableText.ChanceHead)
                + Html.Head(TableText.UnknownHead))
            + Html.Head("less · more") + (betterIn ? Html.Head("better in") : ""),
        rows.Select(row => Row(row, place, betterIn, facts.Draws is not null)), "wide rows");

    /// <summary>"better" or "worse" where the direction can be told and one way is an improvement; else null.</summary>
    public static string? Verdict(ResultRow row) =>
        row.IsBetter switch { true => "better", false => "worse", null => null };

    private static string Row(ResultRow row, int place, bool betterIn, bool withUnknown)
    {
        var verdict = Verdict(row);
        var kind = row.IsClear ? verdict is null ? "clear" : $"clear {verdict}" : "";
        var cells = TableText.Cells(row);
        return Html.RowHead(row.Label)
            + Number(row.Base, cells.Base) + Number(row.Other, cells.Other)
            + $"<td class=\"{kind}\"><data value=\"{Exact(row.Difference)}\">{Html.Text(cells.Difference)}</data>"
            + (verdict is null ? ""
                : $" <span class=\"mark\" aria-label=\"{verdict}\">{(verdict == "better" ? "✓" : "✗")}</span>") + "</td>"
            + Html.Cell(cells.Interval) + (withUnknown ? Html.Cell(cells.Unknown) : "") + $"<td>{Drawn(row, place)}</td>"
                + (betterIn ? Html.Cell(cells.BetterIn) : "");
    }

    private static string Number(double value, string printed) =>
        $"<td><data value=\"{Exact(value)}\">{Html.Text(printed)}</data></td>";

    private static string Exact(double value) => double.IsFinite(value) ? value.ToString(CultureInfo.InvariantCulture) : "";

    // Each row by its own measure, with no difference in the middle: how sure the direction is, not how large the change.
    private static string Drawn(ResultRow row, int place)
    {
        if (!double.IsFinite(row.Low) || !double.IsFinite(row.High))
            return "";
        var reach = Math.Max(Math.Abs(row.Low), Math.Abs(row.High));
        double At(double value) => reach == 0 ? Half : Half + Reach * value / reach;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"<span class=\"interval\" style=\"color: var(--s{Html.StyleOf(place)})\" role=\"img\" "
            + $"aria-label=\"{Html.Text(Between(row))}\">"
            + $"<i style=\"left: {At(row.Low):0.#}%; width: {At(row.High) - At(row.Low):0.#}%\"></i><b style=\"left: "
            + $"{At(row.Difference):0.#}%\"></b></span>");
    }

    private static string Between(ResultRow row) => string.Create(CultureInfo.InvariantCulture,
        $"interval from {row.Low:G3} to {row.High:G3}");
}
