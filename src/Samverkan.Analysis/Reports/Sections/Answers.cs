using Samverkan.Analysis.Comparisons;
using Samverkan.Analysis.Results;
using Samverkan.Runs.Wording;

namespace Samverkan.Analysis.Reports.Sections;

/// <summary>What each scenario does, in a sentence, and what was expected of it.</summary>
internal static class Answers
{
    public static string Of(ComparisonResult facts) =>
        string.Concat(facts.Scenarios.Select((scenario, place) => (scenario, place)).Skip(1).Select(one =>
            $"<p class=\"answer\" style=\"border-color: "
            + $"var(--s{Html.StyleOf(one.place)})\">{Html.Text(AnswerSentence.To(one.scenario, facts.Replications))}</p>\n"
        + (one.scenario.Expectations.Count == 0 ? ""
            : $"<h3>{Html.Text("What was expected before the run")}</h3>\n"
                + $"{Html.List(one.scenario.Expectations.Select(Sentence))}")));

    private static string Sentence(ExpectationResult verdict) =>
        $"{Localized.Of(Localized.Capital(VerdictText.Word(verdict.Held)))}: {Localized.Of(verdict.Expectation)} "
        + $"({Localized.Of(VerdictText.Why(verdict))})";
}
