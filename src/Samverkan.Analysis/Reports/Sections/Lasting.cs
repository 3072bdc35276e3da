using Samverkan.Analysis.Reports.Charts;
using Samverkan.Analysis.Sustainability;

namespace Samverkan.Analysis.Reports.Sections;

/// <summary>Survival of the cooperation, and the figures of sustainability.</summary>
internal static class Lasting
{
    private const string OldMeaning =
        "A cooperation is lost when the twelve-month mean of its benefit or of its cooperation stays under three quarters of its own peak for two years. Its benefit is the share of needs met under care of both sectors.";

    public static string? Of(ReportFacts facts, IReadOnlyList<Mark> marks, Figures figures)
    {
        var others = facts.Scenarios.Select((scenario, place) => (scenario, place)).Skip(1).ToList();
        return Curves(facts, marks, figures)
            + Html.List(facts.Scenarios.Select(InWords))
            + string.Concat(others.Select(one => Told(one.scenario)))
            + string.Concat(others.Select(one => Rows.Table(
                facts, one.place, $"How sustainability differs: {one.scenario.Title} and {facts.Base.Title}", one.scenario.Lasting.Course)))
            + string.Concat(others.Select(one => Rows.Table(
                facts, one.place, $"Profile by the eight domains of the Program Sustainability Assessment Tool, 0 to 1: {one.scenario.Title} and {facts.Base.Title}", one.scenario.Lasting.Profile)))
            + "<details><summary>How these figures are made</summary>\n"
            + (facts.Base.Lasting.Endings is { } endings
                ? Html.Paragraph("All are judged by twelve-month means from the fourth year on; a cooperation whose index never reaches a quarter never began.")
                    + Html.List(endings.Select(one => EndingText.Of(one.Id)).Select(words => $"{words.Capital}: {words.Meaning}."))
                : Html.Paragraph(OldMeaning))
            + Html.Paragraph("The profile maps each domain of the tool (Luke et al., Prev Chronic Dis 2014; 11:130184) to a state of the model; it is no answer to the tool's questions.")
            + Html.Paragraph(SurvivalText.Explained)
            + $"<dl>{string.Concat(SustainabilityFigure.All.Select(figure => $"<dt>{Html.Text(figure.Label)}</dt><dd>{Html.Text(figure.Meaning)}</dd>"))}</dl>\n</details>\n";
    }

    /// <summary>A curve for each ending: of results of 0.1.0 the only one they have.</summary>
    private static string Curves(ReportFacts facts, IReadOnlyList<Mark> marks, Figures figures)
    {
        if (facts.Scenarios.All(scenario => scenario.Lasting.Began == 0))
            return "";
        const string caption = "By Kaplan and Meier, with pointwise 95 % intervals.";
        return facts.Base.Lasting.Endings is { } endings
            ? $"<div class=\"panels two\">\n{string.Concat(endings.Select(one => figures.Add(SurvivalChart.Of(facts, one.Id, marks), caption)))}</div>\n"
            : $"<div class=\"single slim\">{figures.Add(SurvivalChart.Of(facts, marks), caption)}</div>\n";
    }

    private static string InWords(ScenarioFacts scenario)
    {
        var lasting = scenario.Lasting;
        var never = lasting.All - lasting.Began;
        var told = lasting.Endings is { } endings
            ? string.Join(", ", endings.Select(one => $"{one.Count} {EndingText.Of(one.Id).State}{Half(one.MedianYears)}"))
            : $"{lasting.Lost} lost{Half(lasting.MedianYears)}";
        return $"{scenario.Title}: of {lasting.Began} cooperations {told}{(never > 0 ? $"; {never} never began" : "")}.";
    }

    private static string Half(double? years) =>
        years is { } number ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $" (half of all within {number:0.0} years)") : "";

    private static string Told(ScenarioFacts scenario)
    {
        IEnumerable<string?> tests = scenario.Lasting.Endings is { } endings ? endings.Select(one => one.Test) : [scenario.Lasting.Test];
        return string.Concat(tests.Append(scenario.Lasting.Recovery).OfType<string>().Select(text => Html.Paragraph(text)));
    }
}
