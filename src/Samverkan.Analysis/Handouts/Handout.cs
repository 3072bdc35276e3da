using System.Globalization;
using Samverkan.Analysis.Comparisons;
using Samverkan.Analysis.Reports;
using Samverkan.Analysis.Reports.Charts;
using Samverkan.Analysis.Results;
using Samverkan.Model.Indicators;
using Samverkan.Runs.Wording;

namespace Samverkan.Analysis.Handouts;

/// <summary>What is handed over beside the report: one page, a document and slides, all made from this.</summary>
internal sealed record Handout
{
    private const int MostYears = 12;

    private static readonly string[] Drawn = [IndicatorCatalogue.UnmetPerEligible.Id, IndicatorCatalogue.InService.Id];

    /// <param name="figures">The pictures of the report.</param>
    /// <param name="rank">Id of the outcome by which several policies are ranked; the first of them is told in full.</param>
    public Handout(ComparisonResult result, IReadOnlyList<Figure> figures, string rank)
    {
        var first = PolicyTable.Ranked(result, rank)[0];
        IReadOnlyList<Figure> Named(string prefix) => [.. Drawn.Select(id =>
            figures.FirstOrDefault(figure => figure.Id == prefix + id.Replace('.', '-'))).OfType<Figure>()];
        (Heading, Source, Question) = (Report.TitleOf(result), Report.SourceOf(result), first.Question);
        Answer = AnswerSentence.To(first, result.Replications);
        Figures = [.. KeyRows(first).Select(row => Key(row))];
        Headline = [.. result.Others.Select(scenario => new HandoutTable(
            Words.Headline(scenario.Title, result.Base.Title), TableText.Head(result, scenario).All(result),
                [.. scenario.Rows.Select(row => TableText.Cells(row).All(result))], 0))];
        if (result.Others.Count() > 1)
            SideBySide = new(Words.SideBySide(PolicyTable.LabelOf(result, rank)), PolicyTable.Heads(result, rank),
                [.. PolicyTable.Cells(result, rank)], 0);
        (Over, Groups, GroupsTitle, MoneyTitle) = (Named("time-"), Named("groups-"), FindingText.Groups(first),
            FindingText.Money(first));
        if (first.Budget is { } budget)
        {
            Net = new(BudgetText.TotalTitle(result, first), BudgetText.TotalHeads(result), [.. BudgetText.Totals(budget)], 0);
            Years = new(BudgetText.YearTitle(first), BudgetText.YearHeads, [.. BudgetText.Years(budget)], 1);
            Effects = new(BudgetText.EffectTitle(first), BudgetText.EffectHeads,
                [.. BudgetText.Effects(budget, First(first), MostYears)], 0);
            BudgetNote = BudgetText.Note(budget);
        }
        Changes = first.Changes;
        RestsOn =
        [
            .. first.Ledger is { } ledger ? new[] { ledger.InWords() } : [],
            Words.Evidence(result.Evidence.Sum(part => part.Assumed), result.Evidence.Sum(part => part.All)), .. Words.Limits,
        ];
        (Command, ResultHash) = (result.Command, result.ResultHash);
    }

    public HandoutWords Words { get; } = HandoutWords.English;

    /// <summary>What is compared with what.</summary>
    public string Heading { get; }

    /// <summary>Of whom, against what, when and from where: it stands on every slide.</summary>
    public string Source { get; }

    public string Question { get; }

    public string Answer { get; }

    /// <summary>Three figures that carry the answer.</summary>
    public IReadOnlyList<KeyFigure> Figures { get; }

    /// <summary>The table of each policy.</summary>
    public IReadOnlyList<HandoutTable> Headline { get; }

    /// <summary>All policies in one table; null if there is one.</summary>
    public HandoutTable? SideBySide { get; }

    /// <summary>Pictures over time, and by target group.</summary>
    public IReadOnlyList<Figure> Over { get; }

    public IReadOnlyList<Figure> Groups { get; }

    public string GroupsTitle { get; }

    public string MoneyTitle { get; }

    /// <summary>Net effect by sector; null in results of 0.1.0, as are the other tables of the budget.</summary>
    public HandoutTable? Net { get; }

    /// <summary>The budget by year and sector.</summary>
    public HandoutTable? Years { get; }

    /// <summary>The net effect by year, few enough years for a slide.</summary>
    public HandoutTable? Effects { get; }

    public string BudgetNote { get; } = "";

    public IReadOnlyList<string> Changes { get; }

    /// <summary>What the answer rests on, and what it cannot say.</summary>
    public IReadOnlyList<string> RestsOn { get; }

    public string Command { get; }

    public string ResultHash { get; }

    private static int First(ScenarioResult scenario) => scenario.Start is { } start
        ? int.Parse(start.AsSpan(0, 4), CultureInfo.InvariantCulture) : 0;

    /// <summary>People, how the cooperation fares, money; of results of 0.1.0 the first rows of their table.</summary>
    private static IEnumerable<ResultRow> KeyRows(ScenarioResult scenario) => scenario.Effect is { } effect
        ? [effect.Total(Outcome.UnmetNeedYears), scenario.Rows.First(row => row.Id == IndicatorCatalogue.InService.Id),
            effect.Total(Outcome.Spent)]
        : scenario.Rows.Take(3);

    private KeyFigure Key(ResultRow row)
    {
        var cells = TableText.Cells(row);
        return new(
            row.Unit == "MSEK" ? Localized.Of($"{cells.Difference} MSEK")
                : Localized.Of(cells.Difference), Localized.Of(Localized.Capital(row.Label)),
            $"{Localized.Of(cells.Interval)}{(row.IsClear ? "" : $": {Localized.Of(Words.Unclear)}")}; {Words.Pairs(row.Pairs)}"
            + (row.Unknown is null ? "" : $"; {Localized.Of(TableText.UnknownHead)}: {Localized.Of(cells.Unknown)}"));
    }
}
