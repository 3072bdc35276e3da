using Samverkan.Analysis.Deciding;
using Samverkan.Analysis.Reports.Charts;
using Samverkan.Analysis.Reports.Sections;
using Samverkan.Analysis.Reports.Studies;
using Samverkan.Analysis.Studies.Answers;
using Samverkan.Runs.Wording;

namespace Samverkan.Analysis.Reports;

/// <summary>The report of a decision: one page to hand over, and its figures as files.</summary>
public sealed class DecisionPage
{
    private readonly ReportPage page;

    private DecisionPage(DecisionResult result)
    {
        var (head, told) = (result.Head, DecisionText.Of(result));
        var figures = new Figures($"{told.Title} · {Localized.Of(head.Base.Title)} · "
            + Localized.Of($"{Localized.OfMonth(head.From)} to {Localized.OfMonth(head.To)} · "
                + $"{head.Futures} futures · Samverkan {head.Version.Split('+')[0]}, ")
            + Localized.Of($"result {head.ResultHash}"));
        var answer = $"<div class=\"answer\">{Html.Paragraph(told.Sections[0].Sentence)}</div>\n";
        IReadOnlyList<Section> sections =
        [
            new("answer", "The answer", answer + Html.Paragraph(DecisionText.Basis(head), "quiet")),
            .. told.Sections.Skip(1).Select((section, i) =>
                new Section($"part-{i + 1}", Localized.Capital(section.Heading), Told(section, $"part-{i + 1}", figures))),
            new("limits", "What the model cannot say", Limits.Of(head.From, head.To)),
            new("again", "How to make it again", Again(head)),
        ];
        page = new(Localized.Of($"A decision · Samverkan · {Localized.OfMonth(head.From)} to "
            + $"{Localized.OfMonth(head.To)} · {head.Futures} futures"), told.Title, told.Sections[0].Sentence,
            Html.Paragraph(head.Base.Title, "question"), sections, figures.All);
    }

    public static DecisionPage Of(DecisionResult result) => new(result);

    /// <summary>Names of the pictures, in the order of the page.</summary>
    public IEnumerable<string> Figures => page.Figures.Select(figure => figure.Id);

    /// <summary>Writes page and figures into a folder; what is there under these names is replaced.</summary>
    public void Write(string folder) => page.Write(folder);

    private static string Told(StudySection section, string id, Figures figures) =>
        Html.Paragraph(section.Sentence) + (section.Points.Count > 0 ? Html.List(section.Points) : "")
        + (section.Picture is { } picture
            ? $"<div class=\"single slim\">{Drawn(id, picture, figures)}</div>\n" : "")
        + (section.Rows.Count > 0 ? Html.Cells(section.Heading, section.Head, section.Rows, "wide told") : "")
        + (section.Note is { } note ? Html.Paragraph(note, "note") : "");

    private static string Drawn(string id, Picture picture, Figures figures) =>
        string.Concat(StudyCharts.Of(id, picture, Array.Empty<Mark>()).Select(figure => figures.Add(figure)));

    private static string Again(DecisionHead head) =>
        $"<pre>{Html.Text(head.Command)}</pre>\n"
        + Html.Paragraph("with the same version of the program and the same files gives the same result hash, on any machine "
            + "and any number of threads, interrupted or not.")
        + $"<dl>{Entry("program version", head.Version)}{Entry("seed", $"{head.Seed}")}{Entry("result hash", head.ResultHash)}"
        + $"{Entry("hash of all inputs", head.Inputs)}{Entry(head.Base.Path, $"inputs {head.Base.Inputs}")}</dl>\n"
        + Html.Paragraph(Localized.Of($"Beside this page: {ReportPage.FiguresName}/ holds every picture as SVG and PNG, "
            + $"{DecisionResult.File} the result for programs, and futures.csv every figure of every future."), "quiet");

    private static string Entry(string name, string value) =>
        $"<dt>{Html.Text(name)}</dt><dd><code>{Html.Text(value)}</code></dd>";
}
