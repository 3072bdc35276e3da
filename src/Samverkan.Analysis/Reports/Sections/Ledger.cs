namespace Samverkan.Analysis.Reports.Sections;

/// <summary>The assumption ledger: what the parameters of the model rest on.</summary>
internal static class Ledger
{
    public static string Of(ReportFacts facts)
    {
        var (all, study, derived, expert, assumed) = (facts.Evidence.Sum(Count), facts.Evidence.Sum(part => part.Study), facts.Evidence.Sum(part => part.Derived), facts.Evidence.Sum(part => part.Expert), facts.Evidence.Sum(part => part.Assumed));
        return Html.Paragraph($"Of the model's {all} parameters {study} rest on a published figure, {derived} follow from published figures by arithmetic, {expert} are known in the field without a figure that was seen, and {assumed} are assumptions of the modeller. The intervals above are those of chance alone: they say nothing of how far the assumptions may be off.")
            + Html.Table(
                "Parameters by part of the model and by what their values rest on",
                Html.Head("part of the model") + Html.Head("published figure") + Html.Head("derived") + Html.Head("known in the field") + Html.Head("assumed"),
                facts.Evidence.Select(part => Html.RowHead(part.Part) + Html.Cell(Dash(part.Study)) + Html.Cell(Dash(part.Derived)) + Html.Cell(Dash(part.Expert)) + Html.Cell(Dash(part.Assumed))))
            + Html.Paragraph($"Every parameter with its value, range and source is in {Report.TablesName}; ./samverkan explain tells of each.", "note");
    }

    private static int Count(EvidenceFacts part) => part.Study + part.Derived + part.Expert + part.Assumed;

    private static string Dash(int count) => count == 0 ? "–" : count.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
