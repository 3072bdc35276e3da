using Samverkan.Analysis.Reports.Charts;
using Samverkan.Analysis.Results;
using Samverkan.Analysis.Sustainability;

namespace Samverkan.Analysis.Reports.Sections;

/// <summary>Survival of the cooperation, and the figures of sustainability.</summary>
internal static class Lasting
{
    public static string? Of(ComparisonResult facts, IReadOnlyList<Mark> marks, Figures figures)
    {
        if (facts.Base.Lasting is null)
            return null;
        var others = facts.Scenarios.Select((scenario, place) => (scenario, place)).Skip(1).ToList();
        return Curves(facts, marks, figures)
            + Html.List(facts.Scenarios.Select(InWords))
            + string.Concat(others.Select(one => Told(one.scenario)))
            + string.Concat(others.Select(one => Rows.Table(
                facts, one.place, $"How sustainability differs: {one.scenario.Title} and {facts.Base.Title}",
                one.scenario.Lasting!.Course)))
            + string.Concat(others.Select(one => Rows.Table(
                facts, one.place,
                $"Profile by the eight domains of the Program Sustainability Assessment Tool, 0 to 1: {one.scenario.Title} and "
                    + $"{facts.Base.Title}", one.scenario.Lasting!.Profile)))
            + $"<details><summary>{Html.Text("How these figures are made")}</summary>\n"
            + Html.Paragraph(
                "All are judged by twelve-month means from the fourth year on; a cooperation whose index never reaches a "
                    + "quarter never began.")
            + Html.List(facts.Base.Lasting.Endings.Select(one => EndingText.Of(one.Id))
                .Select(words => $"{words.Capital}: {words.Meaning}."))
            + Html.Paragraph(
                "The profile maps each domain of the tool (Luke et al., Prev Chronic Dis 2014; 11:130184) to a state of the "
                    + "model; it is no answer to the tool's questions.")
            + Html.Paragraph(SurvivalText.Explained)
            + "<dl>" + string.Concat(SustainabilityFigure.All.Select(figure =>
                $"<dt>{Html.Text(figure.Label)}</dt><dd>{Html.Text(figure.Meaning)}</dd>"))
            + "</dl>\n</details>\n";
    }

    private static string Curves(ComparisonResult facts, IReadOnlyList<Mark> marks, Figures figures) =>
        facts.Scenarios.All(scenario => scenario.Lasting!.Began == 0) ? ""
            : "<div class=\"panels two\">\n"
                + string.Concat(facts.Base.Lasting!.Endings.Select(one => figures.Add(
                    SurvivalChart.Of(facts, one.Id, marks), "By Kaplan and Meier, with pointwise 95 % intervals.")))
                + "</div>\n";

    private static string InWords(ScenarioResult scenario)
    {
        var lasting = scenario.Lasting!;
        var never = lasting.All - lasting.Began;
        var told = string.Join(", ",
            lasting.Endings.Select(one => $"{one.Count} {EndingText.Of(one.Id).State}{Half(one.MedianYears)}"));
        return $"{scenario.Title}: of {lasting.Began} cooperations {told}{(never > 0 ? $"; {never} never began" : "")}.";
    }

    private static string Half(double? years) =>
        years is { } number ? string.Create(System.Globalization.CultureInfo.InvariantCulture,
            $" (half of all within {number:0.0} years)") : "";

    private static string Told(ScenarioResult scenario) => string.Concat(
        scenario.Lasting!.Endings.Select(one => one.Test).Append(scenario.Lasting.Recovery).OfType<string>()
        .Select(text => Html.Paragraph(text)));
}
