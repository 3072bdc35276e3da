using Samverkan.Analysis.Results;

namespace Samverkan.Analysis.Reports.Sections;

/// <summary>The difference of the scenarios in words.</summary>
internal static class Changes
{
    public static string Of(ComparisonResult facts) =>
        string.Concat(facts.Scenarios.Select((scenario, place) => (scenario, place)).Skip(1).Select(one =>
        (facts.Scenarios.Count > 2 ? $"<h3>{Html.Named(one.place, one.scenario.Title)}</h3>\n" : "")
        + (one.scenario.Changes.Count == 0 ? Html.Paragraph("Nothing: the scenarios are the same.")
            : Html.List(one.scenario.Changes))
        + Html.Paragraph(
            $"{one.scenario.UnchangedParameters} parameters are the same in both. The same people meet the same luck in every "
                + "scenario: what differs is the policy and what follows from it.", "quiet")));
}
