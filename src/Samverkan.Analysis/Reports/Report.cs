using Samverkan.Analysis.Reports.Charts;
using Samverkan.Analysis.Reports.Sections;
using Samverkan.Analysis.Results;

namespace Samverkan.Analysis.Reports;

/// <summary>The report of a comparison: one page to hand over, its figures as files, and its tables as a workbook.</summary>
public sealed class Report
{
    public const string PageName = ReportPage.PageName;
    public const string FiguresName = ReportPage.FiguresName;
    public const string TablesName = ReportPage.TablesName;

    private readonly ComparisonResult facts;
    private readonly IReadOnlyList<Section> sections;

    private Report(ComparisonResult facts, MinutesStore minutes)
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
            new("budget", "The budget by year", Budget.Of(facts)),
            new("minutes", "From the minutes", MinutesBeside.Of(facts, minutes)),
            new("ledger", "What the answer rests on", Ledger.Of(facts)),
            new("limits", "What the model cannot say", Limits.Of(facts.From, facts.To)),
            new("again", "How to make it again", Reproduction.Of(facts)),
        ];
        Figures = figures.All;
    }

    /// <summary>Every picture, in the order of the page.</summary>
    public IReadOnlyList<Figure> Figures { get; }

    /// <param name="minutesFolder">Where the minutes are, a folder per scenario.</param>
    public static Report Of(ComparisonResult facts, string minutesFolder) => new(facts, new MinutesStore(minutesFolder));

    /// <summary>Writes page, figures and tables into a folder; what is there under these names is replaced.</summary>
    public void Write(string folder)
    {
        Made().Write(folder);
        Workbook.Write(facts, Path.Combine(folder, TablesName));
    }

    public string Page() => Made().Html();

    private ReportPage Made()
    {
        var title = facts.Others.Count() == 1 ? $"{facts.Scenarios[1].Title} against {facts.Base.Title}" : $"{facts.Others.Count()} scenarios against {facts.Base.Title}";
        var lead = string.Concat(facts.Others.Select(scenario => Html.Paragraph(scenario.Question, "question"))) + Html.Key(facts.Scenarios.Select(scenario => scenario.Title));
        return new($"Report of a comparison · Samverkan · {facts.From} to {facts.To} · {facts.Replications} paired replications", title, facts.Others.First().Question, lead, sections, Figures);
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
