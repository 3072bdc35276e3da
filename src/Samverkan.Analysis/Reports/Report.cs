using Samverkan.Analysis.Reports.Charts;
using Samverkan.Analysis.Reports.Sections;

namespace Samverkan.Analysis.Reports;

/// <summary>A part of a report.</summary>
/// <param name="Body">null: there is nothing to tell, and the part is left out.</param>
internal sealed record Section(string Id, string Title, string? Body);

/// <summary>The report of a comparison: one page to hand over, its figures as files, and its tables as a workbook.</summary>
public sealed class Report
{
    public const string PageName = "report.html";
    public const string FiguresName = "figures";
    public const string TablesName = "tables.xlsx";

    private readonly ReportFacts facts;
    private readonly IReadOnlyList<Section> sections;

    private Report(ReportFacts facts, MinutesShelf minutes)
    {
        this.facts = facts;
        var marks = TimeAxis.Marks(facts);
        var figures = new Figures();
        sections =
        [
            new("changes", "What changes", Changes.Of(facts)),
            new("answer", "The answer", Answers.Of(facts)),
            new("figures", "The figures", HeadlineTables.Of(facts)),
            new("time", "Over time", OverTime.Of(facts, marks, figures)),
            new("lasting", "How long the cooperation lasts", Lasting.Of(facts, marks, figures)),
            new("people", "Who gains and who loses: people", Groups.Of(facts, figures)),
            new("sectors", "Who gains and who loses: money", Money.Of(facts, figures)),
            new("minutes", "From the minutes", MinutesBeside.Of(facts, minutes)),
            new("ledger", "What the answer rests on", Ledger.Of(facts)),
            new("limits", "What the model cannot say", Limits.Of(facts)),
            new("again", "How to make it again", Again.Of(facts)),
        ];
        Figures = figures.All;
    }

    /// <summary>Every picture, in the order of the page.</summary>
    public IReadOnlyList<Figure> Figures { get; }

    /// <param name="minutesFolder">Where the minutes are, a folder per scenario.</param>
    public static Report Of(ReportFacts facts, string minutesFolder) => new(facts, new MinutesShelf(minutesFolder));

    /// <summary>Writes page, figures and tables into a folder; what is there under these names is replaced.</summary>
    public void Write(string folder)
    {
        var figures = Directory.CreateDirectory(Path.Combine(folder, FiguresName)).FullName;
        File.WriteAllText(Path.Combine(folder, PageName), Page());
        foreach (var figure in Figures)
        {
            File.WriteAllText(Path.Combine(figures, figure.Id + ".svg"), figure.SvgFile());
            File.WriteAllBytes(Path.Combine(figures, figure.Id + ".png"), figure.Png());
        }
        Workbook.Write(facts, Path.Combine(folder, TablesName));
    }

    public string Page()
    {
        var told = sections.Where(section => section.Body is not null).ToList();
        var title = facts.Others.Count() == 1 ? $"{facts.Scenarios[1].Title} against {facts.Base.Title.ToLowerInvariant()}" : $"{facts.Others.Count()} scenarios against {facts.Base.Title.ToLowerInvariant()}";
        var head = $"<header>\n<p class=\"kind\">Report of a comparison · Samverkan · {facts.From} to {facts.To} · {facts.Replications} paired replications</p>\n<h1>{Html.Text(title)}</h1>\n"
            + string.Concat(facts.Others.Select(scenario => Html.Paragraph(scenario.Question, "question")))
            + $"<ul class=\"key\" aria-label=\"Scenarios\">{string.Concat(facts.Scenarios.Select((scenario, place) => $"<li>{Html.Named(place, scenario.Title)}</li>"))}</ul>\n"
            + $"<nav aria-label=\"Contents\"><ol>{string.Concat(told.Select(section => $"<li><a href=\"#{section.Id}\">{Html.Text(section.Title)}</a></li>"))}</ol></nav>\n</header>\n";
        var body = string.Concat(told.Select(section =>
            $"<section id=\"{section.Id}\" aria-labelledby=\"{section.Id}-head\">\n<h2 id=\"{section.Id}-head\">{Html.Text(section.Title)}</h2>\n{section.Body}</section>\n"));
        var foot = "<footer><p>All people in this report are synthetic. The model rests on one Swedish case and on published figures where there are any; it compares policies and foretells nothing.</p></footer>\n";
        return Html.Page(title, facts.Others.First().Question, $"{head}<main>\n{body}</main>\n{foot}");
    }
}

/// <summary>The pictures of a page, gathered while it is written.</summary>
internal sealed class Figures
{
    private readonly List<Figure> all = [];

    public IReadOnlyList<Figure> All => all;

    public string Add(Figure figure, string? caption = null)
    {
        all.Add(figure);
        return Html.Figure(figure, caption);
    }
}
