using Samverkan.Analysis.Comparisons;
using Samverkan.Analysis.Handouts;
using Samverkan.Analysis.Reports.Charts;
using Samverkan.Analysis.Reports.Sections;
using Samverkan.Analysis.Results;
using Samverkan.Runs.Wording;

namespace Samverkan.Analysis.Reports;

/// <summary>The report of a comparison: one page to hand over, its figures as files, and its tables as a workbook.</summary>
public sealed class Report
{
    public const string PageName = ReportPage.PageName;
    public const string FiguresName = ReportPage.FiguresName;
    public const string TablesName = ReportPage.TablesName;
    public const string SummaryName = SummaryPage.Name;
    public const string DocumentName = WordDocument.Name;
    public const string SlidesName = Handouts.Slides.Name;

    private readonly ComparisonResult facts;
    private readonly IReadOnlyList<Section> sections;

    private readonly string rank;

    private Report(ComparisonResult facts, MinutesStore minutes, string rank)
    {
        (this.facts, this.rank) = (facts, rank);
        var marks = TimeAxis.Marks(facts);
        var figures = new Figures(SourceOf(facts));
        sections =
        [
            new("changes", "What changes", Changes.Of(facts)),
            new("place", "Whose the figures are", Place.Of(facts)),
            new("answer", "The answer", Answers.Of(facts)),
            new("policies", "The policies side by side", Policies.Of(facts, rank)),
            new("figures", "The figures", HeadlineTables.Of(facts)),
            new("time", "Over time", OverTime.Of(facts, marks, figures)),
            new("lasting", "How long the cooperation lasts", Lasting.Of(facts, marks, figures)),
            new("people", "Who gains and who loses: people", Groups.Of(facts, figures)),
            new("sectors", "Who gains and who loses: money", Money.Of(facts, figures)),
            new("budget", "The budget by year", Budget.Of(facts)),
            new("minutes", "From the minutes", MinutesBeside.Of(facts, minutes)),
            new("ledger", "What the answer rests on", Ledger.Of(facts)),
            new("limits", "What the model cannot say", Limits.Of(facts.From, facts.To)),
            new("words", "Words", Words.Of(facts)),
            new("again", "How to make it again", Reproduction.Of(facts)),
        ];
        Figures = figures.All;
    }

    /// <summary>Every picture, in the order of the page.</summary>
    public IReadOnlyList<Figure> Figures { get; }

    /// <param name="minutesFolder">Where the minutes are, a folder per scenario.</param>
    /// <param name="rank">Id of the outcome by which several policies are ranked.</param>
    public static Report Of(ComparisonResult facts, string minutesFolder, string rank = PolicyTable.DefaultRank) =>
        new(facts, new MinutesStore(minutesFolder), rank);

    /// <summary>"The county's funding cut against Baseline"</summary>
    internal static string TitleOf(ComparisonResult facts) => facts.Others.Count() == 1
        ? Localized.Of($"{facts.Scenarios[1].Title} against {facts.Base.Title}")
            : Localized.Of($"{facts.Others.Count()} policies against {facts.Base.Title}");

    /// <summary>Of whom, against what, when and from where: what a picture says when it is taken out of the report.</summary>
    public static string SourceOf(ComparisonResult facts)
    {
        var inhabitants = facts.Base.Budget is { Inhabitants: > 0 and var number }
            ? Localized.Of($", {number:N0} inhabitants") : "";
        var places = facts.Municipalities == 1 ? Localized.Of("1 municipality")
            : Localized.Of($"{facts.Municipalities} municipalities");
        return $"{TitleOf(facts)} · {places}{inhabitants} · {Runs(facts)} · "
            + Localized.Of($"Samverkan {facts.Version.Split('+')[0]}, result {facts.ResultHash}");
    }

    private static string Runs(ComparisonResult facts) =>
        Localized.Of(
            $"{Localized.OfMonth(facts.From)} to {Localized.OfMonth(facts.To)} · {facts.Replications} paired replications");

    /// <summary>Writes page, figures, tables, summary, document and slides into a folder; what is there under these names is
    /// replaced.</summary>
    public void Write(string folder)
    {
        Made().Write(folder);
        Workbook.Write(facts, Path.Combine(folder, TablesName));
        var handout = new Handout(facts, Figures, rank);
        File.WriteAllText(Path.Combine(folder, SummaryName), SummaryPage.Of(handout));
        WordDocument.Write(handout, Path.Combine(folder, DocumentName));
        Handouts.Slides.Write(handout, Path.Combine(folder, SlidesName));
    }

    public string Page() => Made().Html();

    private ReportPage Made()
    {
        var lead = string.Concat(facts.Others.Select(scenario => Html.Paragraph(scenario.Question, "question")))
            + Html.Key(facts.Scenarios.Select(scenario => scenario.Title));
        return new(Localized.Of($"Report of a comparison · Samverkan · {Runs(facts)}"), TitleOf(facts),
            facts.Others.First().Question, lead,
            sections, Figures);
    }
}

/// <summary>The pictures of a page, gathered while it is written.</summary>
/// <param name="source">What each says when it is taken out of the page.</param>
internal sealed class Figures(string source)
{
    private readonly List<Figure> all = [];

    public IReadOnlyList<Figure> All => all;

    public string Add(Figure figure, string? caption = null)
    {
        all.Add(figure with { Source = source });
        return Html.Figure(figure, caption);
    }
}
