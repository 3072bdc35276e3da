namespace Samverkan.Analysis.Reports.Sections;

/// <summary>What each scenario does, in a sentence, and what was expected of it.</summary>
internal static class Answers
{
    public static string Of(ReportFacts facts) => string.Concat(facts.Scenarios.Select((scenario, place) => (scenario, place)).Skip(1).Select(one =>
        $"<p class=\"answer\" style=\"border-color: var(--s{Html.StyleOf(one.place)})\">{Html.Text(one.scenario.Answer ?? "")}</p>\n"
        + (one.scenario.Verdicts.Count == 0 ? "" : $"<h3>What was expected before the run</h3>\n{Html.List(one.scenario.Verdicts.Select(OneSpace))}")));

    // The terminal lines words up.
    private static string OneSpace(string text) => string.Join(' ', text.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
