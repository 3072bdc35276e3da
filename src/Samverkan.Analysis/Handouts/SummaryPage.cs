using Samverkan.Analysis.Reports;
using Samverkan.Analysis.Reports.Charts;

namespace Samverkan.Analysis.Handouts;

/// <summary>One page of A4 for those who decide: question, answer, three figures, budget, what it rests on. It prints as it
/// is.</summary>
internal static class SummaryPage
{
    public const string Name = "summary.html";

    public static string Of(Handout handout)
    {
        var words = handout.Words;
        var body =
            $"<main class=\"summary\">\n<header><p class=\"kind\">{Html.Text(words.Summary)} · "
            + $"Samverkan</p>\n<h1>{Html.Text(handout.Heading)}</h1>\n"
            + $"{Html.Paragraph(handout.Question, "question")}</header>\n"
            + $"<section><h2>{Html.Text(words.Answer)}</h2>\n{Html.Paragraph(handout.Answer)}</section>\n"
            + $"<section class=\"keys\" "
            + $"aria-label=\"{Html.Text(words.Figures)}\">{string.Concat(handout.Figures.Select(Key))}</section>\n"
            + "<section class=\"halves\">\n" + string.Concat(handout.Over.Take(1).Concat(handout.Groups.Take(1)).Select(figure =>
                Html.Figure(figure))) + "</section>\n"
            + string.Concat(new[] { handout.SideBySide, handout.Net }.OfType<HandoutTable>().Select(table =>
                $"<section>{Html.Cells(table.Title, table.Heads, table.Rows, "wide")}</section>\n"))
            + Html.Paragraph(handout.BudgetNote, "note")
            + $"<section><h2>{Html.Text(words.RestsOn)}</h2>\n{Html.List(handout.RestsOn)}</section>\n"
            + $"<footer>{Html.Paragraph(handout.Source)}</footer>\n</main>\n";
        return Html.Page(handout.Heading, handout.Question, body, "summary.css");
    }

    private static string Key(KeyFigure figure) =>
        $"<div><p class=\"value\">{Html.Text(figure.Value)}</p><p>{Html.Text(figure.Label)}</p><p "
            + $"class=\"quiet\">{Html.Text(figure.Detail)}</p></div>\n";
}
