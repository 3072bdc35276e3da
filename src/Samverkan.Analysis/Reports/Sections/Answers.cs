namespace Samverkan.Analysis.Reports.Sections;

/// <summary>What each scenario does, in a sentence, and what was expected of it.</summary>
internal static class Answers
{
    public static string Of(ReportFacts facts) => string.Concat(facts.Scenarios.Select((scenario, place) => (scenario, place)).Skip(1).Select(one =>
        $"<p class=\"answer\" style=\"border-color: var(--s{Html.StyleOf(one.place)})\">{Html.Text(one.scenario.Answer ?? "")}</p>\n"
        + (one.scenario.Verdicts.Count == 0 ? "" : $"<h3>What was expected before the run</h3>\n{Html.List(one.scenario.Verdicts.Select(Sentence))}")));

    // The terminal lines words up: "held          unmet needs ...".
    private static string Sentence(string text) =>
        text.IndexOf("  ", StringComparison.Ordinal) is > 0 and var gap ? $"{char.ToUpperInvariant(text[0])}{text[1..gap]}: {text[gap..].TrimStart()}" : text;
}
