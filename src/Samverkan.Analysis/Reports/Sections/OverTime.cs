using Samverkan.Analysis.Reports.Charts;
using Samverkan.Analysis.Results;

namespace Samverkan.Analysis.Reports.Sections;

/// <summary>Time bands with what is changed marked on every time axis.</summary>
internal static class OverTime
{
    public static string Of(ComparisonResult facts, IReadOnlyList<Mark> marks, Figures figures) =>
        Html.Paragraph(
            $"Lines are means of {facts.Replications} replications, quarter by quarter; bands hold the middle eight of ten "
                + "replications. "
            + (facts.Draws is null ? ""
                : "Thin dotted lines hold the middle eight of ten runs under draws of all that is not known. ")
            + "Where bands overlap the difference may still be clear, since replications are compared in pairs: the table "
            + "above says so.")
        + "<div class=\"panels\">\n"
        + string.Concat(facts.Base.Bands.Select((_, place) => figures.Add(TimeChart.Of(facts, place, marks)))) + "</div>\n"
        + Marks(marks);

    internal static string Marks(IReadOnlyList<Mark> marks) => marks.Count == 0 ? "" :
        $"<h3>{Html.Text("Marked in the pictures")}</h3>\n<ol class=\"numbered\">\n"
        + string.Concat(marks.Select(mark =>
            $"<li><span class=\"n\" style=\"color: var(--s{Html.StyleOf(mark.Scenario)})\">"
            + $"{(mark.Scenario == 0 ? "|" : mark.Number)}</span>{Html.Text(mark.Words)}"
            + $"{(mark.Scenario == 0 ? " <span class=\"quiet\">" + Html.Text("(in all scenarios)") + "</span>" : "")}</li>\n"))
        + "</ol>\n";
}
