using Samverkan.Analysis.Reports.Charts;

namespace Samverkan.Analysis.Reports;

/// <summary>A part of a report.</summary>
/// <param name="Body">null: there is nothing to tell, and the part is left out.</param>
internal sealed record Section(string Id, string Title, string? Body);

/// <summary>What all reports have in common: one page with contents, and its pictures as files beside it.</summary>
/// <param name="Kind">What it is a report of, and how large that is.</param>
/// <param name="Lead">What stands between the title and the contents.</param>
internal sealed record ReportPage(string Kind, string Title, string Description, string Lead, IReadOnlyList<Section> Sections,
    IReadOnlyList<Figure> Figures)
{
    public const string PageName = "report.html";
    public const string FiguresName = "figures";
    public const string TablesName = "tables.xlsx";

    /// <summary>Writes page and pictures into a folder; what is there under these names is replaced.</summary>
    public void Write(string folder)
    {
        var place = Path.Combine(folder, FiguresName);
        if (Directory.Exists(place))
            Directory.Delete(place, recursive: true);
        Directory.CreateDirectory(place);
        File.WriteAllText(Path.Combine(folder, PageName), Html());
        foreach (var figure in Figures)
        {
            File.WriteAllText(Path.Combine(place, figure.Id + ".svg"), figure.SvgFile());
            File.WriteAllBytes(Path.Combine(place, figure.Id + ".png"), figure.Png());
        }
    }

    public string Html()
    {
        var told = Sections.Where(section => section.Body is not null).ToList();
        var head = $"<header>\n<p class=\"kind\">{Reports.Html.Text(Kind)}</p>\n<h1>{Reports.Html.Text(Title)}</h1>\n{Lead}"
            + $"<nav aria-label=\"{Reports.Html.Text("Contents")}\"><ol>"
            + string.Concat(told.Select(section =>
                $"<li><a href=\"#{section.Id}\">{Reports.Html.Text(section.Title)}</a></li>"))
            + "</ol></nav>\n</header>\n";
        var body = string.Concat(told.Select(section =>
            $"<section id=\"{section.Id}\" aria-labelledby=\"{section.Id}-head\">\n<h2 "
                + $"id=\"{section.Id}-head\">{Reports.Html.Text(section.Title)}</h2>\n{section.Body}</section>\n"));
        var foot = $"<footer>{Reports.Html.Paragraph("All people in this report are synthetic. "
            + "The model rests on one Swedish case and on "
            + "published figures where there are any; it compares policies and foretells nothing.")}</footer>\n";
        return Reports.Html.Page(Title, Description, $"{head}<main>\n{body}</main>\n{foot}");
    }
}
