using Samverkan.Analysis.Reports.Charts;
using Samverkan.Analysis.Reports.Sections;
using Samverkan.Analysis.Studies.Answers;
using Samverkan.Runs.Wording;
using static Samverkan.Runs.Wording.Localized;

namespace Samverkan.Analysis.Reports.Studies;

/// <summary>The report of a study: one page to hand over, its figures as files, and its tables as a workbook.</summary>
public sealed class StudyPage
{
    private const int MostAnswers = 4;

    private static readonly StudyPart[] ByWeight = [StudyPart.Calibration, StudyPart.Boxes, StudyPart.Effects, StudyPart.Curves,
        StudyPart.Ledger, StudyPart.Drivers, StudyPart.Differences, StudyPart.Levels];

    private readonly StudyFacts facts;
    private readonly StudyPart foremost;
    private readonly IReadOnlyList<Mark> marks;
    private readonly Picture? firstOverTime;
    private readonly ReportPage page;

    private StudyPage(StudyFacts facts)
    {
        this.facts = facts;
        marks = TimeAxis.Marks(facts.Scenarios.Select(scenario => scenario.Dated ?? []), facts.Context ?? []);
        firstOverTime = facts.Sections.OrderBy(section => section.Part).Select(section => section.Picture)
            .FirstOrDefault(picture => picture is Panels or Survival);
        foremost = ByWeight.FirstOrDefault(part => facts.Sections.Any(section => section.Part == part));
        var figures = new Figures(
            $"{facts.Title} · {OfMonth(facts.From)} to {OfMonth(facts.To)} · {facts.RunsDone:N0} runs · "
                + $"Samverkan {facts.Version.Split('+')[0]}, result {facts.Result}");
        IReadOnlyList<Section> sections =
        [
            new("answer", "The answer", Answer()),
            new("runs", "What was run", Runs()),
            .. facts.Sections.GroupBy(section => section.Part).OrderBy(part => part.Key).Select(part => new Section(
                part.Key.ToString().ToLowerInvariant(), TitleOf(part.Key),
                string.Concat(part.Select((section, i) =>
                    Told(section, $"{part.Key.ToString().ToLowerInvariant()}-{i + 1}", figures))) + Explained(part.Key))),
            new("factors", "The uncertain numbers", Factors()),
            new("limits", "What the model cannot say", Limits.Of(facts.From, facts.To)),
            new("again", "How to make it again", Reproduction()),
        ];
        var lead = Html.Paragraph(facts.Question, "question") + Html.Key(facts.Scenarios.Select(scenario => scenario.Title));
        page = new(
            $"Report of a study · Samverkan · {OfMonth(facts.From)} to {OfMonth(facts.To)} · {facts.RunsDone:N0} runs",
            facts.Title, facts.Question, lead, sections, figures.All);
    }

    public static StudyPage Of(StudyFacts facts) => new(facts);

    /// <summary>Names of the pictures, in the order of the page.</summary>
    public IEnumerable<string> Figures => page.Figures.Select(figure => figure.Id);

    /// <summary>Writes page, figures and tables into the folder of the study; what is there under these names is
    /// replaced.</summary>
    public void Write(string folder)
    {
        page.Write(folder);
        StudyWorkbook.Write(facts, folder);
    }

    private string TitleOf(StudyPart part) => part switch
    {
        StudyPart.Differences => "What the scenarios change",
        StudyPart.Effects => "What the levers do",
        StudyPart.Curves => facts.Levers.Count == 1 ? "How much is enough" : "Every combination",
        StudyPart.Levels => "What the scenario gives",
        StudyPart.OverTime => "Over time",
        StudyPart.Lasting => "How long the cooperation lasts",
        StudyPart.Drivers => "What drives it",
        StudyPart.Ledger => "What the answer rests on",
        StudyPart.Boxes => "When it happens",
        _ => "What agrees with what was observed",
    };

    /// <summary>The sentences of the part that the study was made for.</summary>
    private string Answer()
    {
        var told = facts.Sections.Where(section => section.Part == foremost).ToList();
        // A study of what a scenario changes is asked about the change first.
        if (foremost == StudyPart.Drivers && told.Any(IsOfChange))
            told = [.. told.Where(IsOfChange)];
        if (foremost == StudyPart.Ledger)
            told.AddRange(facts.Sections.Where(section => section.Part == StudyPart.Differences));
        return string.Concat(told.Take(MostAnswers).Select(section =>
                $"<div class=\"answer\"><p class=\"quiet\">{Html.Text(Localized.Capital(section.Heading))}</p>"
                + Html.Paragraph(section.Sentence)
                + (section.Points.Count == 0 ? "" : Html.List(section.Points.Select(Localized.Capital))) + "</div>\n"))
            + Named(told.Take(MostAnswers).Select(section => section.Sentence))
            + (facts.RunsDone < facts.RunsAsked && facts.Result is null
                ? Html.Paragraph(FormattableString.Invariant(
                    $"The study is not complete: {facts.RunsDone:N0} of {facts.RunsAsked:N0} runs are done."), "note") : "")
            + (facts.RunsFailed > 0 ? Html.Paragraph(
                FormattableString.Invariant($"{facts.RunsFailed:N0} runs failed and are left out; failures.csv tells why."),
                "note") : "");
    }

    /// <summary>What the names in some sentences stand for.</summary>
    private string Named(IEnumerable<string> sentences)
    {
        var words = sentences.SelectMany(sentence => sentence.Split([' ', ',', '(', ')'])).ToHashSet();
        var named = facts.Factors.Where(factor => words.Contains(factor.Id) || words.Contains(factor.Id + ".")).ToList();
        return named.Count == 0 ? ""
            : "<dl>" + string.Concat(named.Select(factor => $"<dt><code>{Html.Text(factor.Id)}</code></dt>"
                + $"<dd>{Html.Text(factor.Meaning)} ({Html.Text(factor.Evidence)})</dd>")) + "</dl>\n";
    }

    private static bool IsOfChange(StudySection section) => section.Heading.Contains(" against ", StringComparison.Ordinal);

    private string Runs()
    {
        var scenarios = facts.Scenarios.Select((scenario, place) =>
            $"<h3>{Html.Named(place, scenario.Title)}</h3>\n"
            + (place == 0 ? Html.Paragraph(scenario.Question)
                : scenario.Changes.Count == 0 ? Html.Paragraph("As the first.") : Html.List(scenario.Changes)));
        return Html.Paragraph(
            $"{Localized.Capital(facts.Design)}. Figures count {OfMonth(facts.From)} to {OfMonth(facts.To)}. The same "
                + "replication "
                + "has the same people with the same luck everywhere.")
            + (facts.Levers.Count == 0 ? "" : Html.List(facts.Levers)) + string.Concat(scenarios);
    }

    private string Told(StudySection section, string id, Figures figures)
    {
        var table = section.Rows.Count == 0 ? "" : Html.Table(
            section.Heading, string.Concat(section.Head.Select((head, i) => Html.Head(head, words: i > 0 && IsText(section, i)))),
            section.Rows.Select(row => Html.RowHead(row[0])
                + string.Concat(row.Skip(1).Select((cell, i) => Html.Cell(cell, IsText(section, i + 1) ? "text" : null)))),
                "wide told");
        return $"<h3>{Html.Text(Localized.Capital(section.Heading))}</h3>\n{Html.Paragraph(section.Sentence)}"
            + (section.Points.Count > 0 && section.Part != foremost ? Html.List(section.Points.Select(Localized.Capital)) : "")
            + (section.Picture is { } picture ? Shown(picture, id, figures) : "")
            + table + (section.Note is { } note ? Html.Paragraph(note, "note") : "");
    }

    private string Shown(Picture picture, string id, Figures figures)
    {
        var drawn = string.Concat(StudyCharts.Of(id, picture, marks).Select(figure => figures.Add(figure, Caption(picture))));
        return (picture is Panels ? $"<div class=\"panels\">\n{drawn}</div>\n"
            : $"<div class=\"single{(picture is Survival ? "" : " slim")}\">{drawn}</div>\n")
            + (picture == firstOverTime ? OverTime.Marks(marks) : "");
    }

    private static bool IsText(StudySection section, int column) =>
        section.Rows.Any(row => row[column].Length > 30)
        || section.Rows.All(row => row[column].Any(char.IsLetter) && !row[column].Any(char.IsDigit));

    private static string? Caption(Picture picture) => picture switch
    {
        Curve => "The dark band is the 95 % interval of the mean, the light one holds the middle eight of ten runs.",
        Dots { Zero: true } => "Marks are means, lines their 95 % intervals. No difference is the line at 0.",
        Dots => "Marks are means, lines their 95 % intervals.",
        Bars bars => string.Join(' ', new[]
        {
            bars.Rows.Any(row => row.Assumed) ? "* The value is an assumption." : null,
            bars.Rows.Any(row => row.Values.Any(bar => double.IsFinite(bar.Low))) ? "Lines are 95 % intervals." : null,
        }.OfType<string>()) is { Length: > 0 } said ? said : null,
        Survival survival => survival.Lines.Any(line => line.Curve.Any(step => !double.IsNaN(step.Low)))
            ? "Share of cooperations that last, by Kaplan and Meier, with pointwise 95 % intervals."
            : "Share of cooperations that last, by Kaplan and Meier.",
        Ranges { Zone: not null } => "Strokes mark the mean of what is kept.",
        _ => null,
    };

    private static string Explained(StudyPart part) => part switch
    {
        StudyPart.Differences =>
            Html.Paragraph(
                "Differences are paired by replication. Where uncertain numbers are sampled, intervals and p count a draw of "
                    + "them once, however many runs it has. 8 of 10 runs: the spread of the differences themselves. Effect: in "
                    + "standard deviations of the base. p (Holm): corrected for all outcomes and scenarios at once. Pairing "
                    + "saved: how many times more unpaired runs the same interval would take. Runs for 5 %: replications until "
                    + "the interval is 5 % of the base's mean either way; a dash where more replications alone would not do.",
                    "note"),
        StudyPart.Drivers =>
            Html.Paragraph(
                "What the names of the numbers mean is listed below, under “The uncertain numbers”. Shares of a variance are "
                    + "estimates: chance may take one below 0 or over 100 %.", "note"),
        StudyPart.Ledger =>
            Html.Paragraph(
                "Assumptions are parameters whose value no study, derivation or expert gives. What is better known of them "
                    + "would narrow the answer; more runs would not.", "note"),
        _ => "",
    };

    private string? Factors() => facts.Factors.Count == 0 ? null
        : Html.Paragraph(
            $"{facts.Factors.Count} numbers were varied together. What is thought possible follows from their evidence, unless "
                + "the study says otherwise: a convention, not a finding.")
            + $"<details{(facts.Factors.Count <= 40 ? " open=\"open\"" : "")}><summary>All {facts.Factors.Count}, with what "
            + "they mean</summary>\n"
            + Html.Table(
                "Uncertain numbers", Html.Head("") + Html.Head("meaning", words: true) + Html.Head("evidence", words: true)
                + Html.Head("thought possible", words: true) + Html.Head("source", words: true),
                facts.Factors.Select(factor => $"<th scope=\"row\"><code>{Html.Text(factor.Id)}</code></th>"
                    + Html.Cell(factor.Meaning, "text") + Html.Cell(factor.Evidence, "text") + Html.Cell(factor.Thought, "text")
                    + Html.Cell(factor.Source ?? "", "text")))
            + "</details>\n";

    private string Reproduction() =>
        $"<pre>{Html.Text(facts.Command)}</pre>\n"
        + Html.Paragraph(
            "with the same version of the program and the same files gives the same result hash, on any machine, on any number "
                + "of threads, interrupted or not.")
        + "<dl>" + Entry("program version", facts.Version)
        + Entry("seed", facts.Seed.ToString(System.Globalization.CultureInfo.InvariantCulture))
        + (facts.Result is { } result ? Entry("result hash", result) : "") + Entry("hash of all inputs", facts.Inputs)
        + string.Concat(facts.Scenarios.Select(scenario => Entry(scenario.Path, $"inputs {scenario.Inputs}"))) + "</dl>\n"
        + Html.Paragraph(
            $"Beside this page: {ReportPage.FiguresName}/ holds every picture as SVG and PNG, {ReportPage.TablesName} the "
                + "tables, the Parquet and CSV files every figure of every run (data-dictionary.md describes them), study.yaml "
                + "the study, and manifest.json all that the result was made from.", "quiet");

    private static string Entry(string name, string value) =>
        $"<dt>{Html.Text(name)}</dt><dd><code>{Html.Text(value)}</code></dd>";
}
