using Samverkan.Analysis.Reports.Charts;
using Samverkan.Analysis.Sustainability;

namespace Samverkan.Analysis.Reports.Sections;

/// <summary>Survival of the cooperation, and the figures of sustainability.</summary>
internal static class Lasting
{
    public static string? Of(ReportFacts facts, IReadOnlyList<Mark> marks, Figures figures)
    {
        var others = facts.Scenarios.Select((scenario, place) => (scenario, place)).Skip(1).ToList();
        return (facts.Scenarios.Any(scenario => scenario.Lasting.Began > 0) ? $"<div class=\"single slim\">{figures.Add(SurvivalChart.Of(facts, marks), "Share of cooperations that last, by Kaplan and Meier, with pointwise 95 % intervals.")}</div>\n" : "")
            + Html.List(facts.Scenarios.Select(InWords))
            + string.Concat(others.Select(one => Told(one.scenario)))
            + string.Concat(others.Select(one => Rows.Table(
                facts, one.place, $"How sustainability differs: {one.scenario.Title} and {facts.Base.Title}", one.scenario.Lasting.Course)))
            + string.Concat(others.Select(one => Rows.Table(
                facts, one.place, $"Profile by the eight domains of the Program Sustainability Assessment Tool, 0 to 1: {one.scenario.Title} and {facts.Base.Title}", one.scenario.Lasting.Profile)))
            + "<details><summary>How these figures are made</summary>\n"
            + Html.Paragraph("A cooperation is lost when the twelve-month mean of its benefit or of its cooperation stays under three quarters of its own peak for two years. Its benefit is the share of needs met under care of both sectors. The profile maps each domain of the tool (Luke et al., Prev Chronic Dis 2014; 11:130184) to a state of the model; it is no answer to the tool's questions.")
            + Html.Paragraph(SurvivalText.Explained)
            + $"<dl>{string.Concat(SustainabilityFigure.All.Select(figure => $"<dt>{Html.Text(figure.Label)}</dt><dd>{Html.Text(figure.Meaning)}</dd>"))}</dl>\n</details>\n";
    }

    private static string InWords(ScenarioFacts scenario)
    {
        var lasting = scenario.Lasting;
        var never = lasting.All - lasting.Began;
        var half = lasting.MedianYears is { } years ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"; half are lost within {years:0.0} years of the start") : "";
        return $"{scenario.Title}: {lasting.Lost} of {lasting.Began} cooperations are lost{half}{(never > 0 ? $"; {never} never began" : "")}.";
    }

    private static string Told(ScenarioFacts scenario) =>
        string.Concat(new[] { scenario.Lasting.Test, scenario.Lasting.Recovery }.OfType<string>().Select(text => Html.Paragraph(text)));
}
