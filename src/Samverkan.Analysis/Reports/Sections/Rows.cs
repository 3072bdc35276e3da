using System.Globalization;

namespace Samverkan.Analysis.Reports.Sections;

/// <summary>Rows of paired estimates, with the interval drawn.</summary>
internal static class Rows
{
    private const double Half = 50;
    // The widest interval of a row reaches so far from the middle, in per cent of the picture.
    private const double Reach = 46;

    public static string Table(ReportFacts facts, int place, string caption, IReadOnlyList<RowFacts> rows, bool betterIn = true) => Html.Table(
        caption,
        Html.Head("") + Html.Head(facts.Base.Title) + Html.Head(facts.Scenarios[place].Title) + Html.Head("difference") + Html.Head("95 % interval")
            + Html.Head("less · more") + (betterIn ? Html.Head("better in") : ""),
        rows.Select(row => Row(row, place, betterIn)), "wide rows");

    /// <summary>"better" or "worse" where the direction can be told and one way is an improvement; else null.</summary>
    public static string? Verdict(RowFacts row) =>
        !IsClear(row) || row.Better == "neither" ? null : (row.Difference > 0) == (row.Better == "higher") ? "better" : "worse";

    private static bool IsClear(RowFacts row) => row.IsClear ?? (row.Low > 0 || row.High < 0);

    private static string Row(RowFacts row, int place, bool betterIn)
    {
        var verdict = Verdict(row);
        var kind = IsClear(row) ? verdict is null ? "clear" : $"clear {verdict}" : "";
        return Html.RowHead(row.Label)
            + Number(row.Base, row.Cells[0]) + Number(row.Other, row.Cells[1])
            + $"<td class=\"{kind}\"><data value=\"{Exact(row.Difference)}\">{Html.Text(row.Cells[2])}</data>{(verdict is null ? "" : $" <span class=\"mark\" aria-label=\"{verdict}\">{(verdict == "better" ? "✓" : "✗")}</span>")}</td>"
            + Html.Cell(row.Cells[3]) + $"<td>{Drawn(row, place)}</td>" + (betterIn ? Html.Cell(row.Cells[4]) : "");
    }

    private static string Number(double value, string printed) => $"<td><data value=\"{Exact(value)}\">{Html.Text(printed)}</data></td>";

    private static string Exact(double value) => double.IsFinite(value) ? value.ToString(CultureInfo.InvariantCulture) : "";

    // Each row by its own measure, with no difference in the middle: how sure the direction is, not how large the change.
    private static string Drawn(RowFacts row, int place)
    {
        if (!double.IsFinite(row.Low) || !double.IsFinite(row.High))
            return "";
        var reach = Math.Max(Math.Abs(row.Low), Math.Abs(row.High));
        double At(double value) => reach == 0 ? Half : Half + Reach * value / reach;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"<span class=\"interval\" style=\"color: var(--s{Html.StyleOf(place)})\" role=\"img\" aria-label=\"interval from {row.Low:G3} to {row.High:G3}\"><i style=\"left: {At(row.Low):0.#}%; width: {At(row.High) - At(row.Low):0.#}%\"></i><b style=\"left: {At(row.Difference):0.#}%\"></b></span>");
    }
}
