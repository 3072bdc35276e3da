using Samverkan.Analysis.Comparisons;
using Samverkan.Analysis.Results;
using Samverkan.Runs.Wording;
using static Samverkan.Runs.Wording.Localized;

namespace Samverkan.Analysis.Reports.Sections;

/// <summary>The table by which a planner judges a scenario, one per scenario.</summary>
internal static class HeadlineTables
{
    public static string Of(ComparisonResult facts) =>
        string.Concat(facts.Scenarios.Select((scenario, place) => (scenario, place)).Skip(1).Select(one =>
            Rows.Table(facts, one.place,
                $"{one.scenario.Title} and {facts.Base.Title}, {OfMonth(one.scenario.Start ?? facts.Since)} to "
                    + $"{OfMonth(facts.To)}, means of {facts.Replications} replications", one.scenario.Rows)
            + Html.Paragraph("✓ better, ✗ worse, where the 95 % interval of the paired difference leaves out 0. "
                + "The small picture has no difference in its middle, and each row its own measure: "
                + "it shows how sure the direction is, not how large the change.", "note")
            + Html.Paragraph($"{Localized.Capital(TableText.Saving(one.scenario.Rows))}.", "note")
            + Unknown(facts) + Many(one.scenario)));

    private static string Unknown(ComparisonResult facts) => facts.Draws is not { } draws ? "" : Html.Paragraph(
        $"Chance alone: the model's own values, other luck. All that is not known: "
        + $"where the expected effect lies in nine in ten of {draws.Pairs} draws of "
        + "every uncertain parameter and of rules that have a rival, each of which agrees with what was "
        + "observed; the noise of chance is taken off, so that "
        + "more replications do not narrow it. Where it leaves out 0, the direction survives whatever is not known.", "note");

    // One row in twenty of a table without any effect has an interval that leaves out 0.
    private static string Many(ScenarioResult scenario) => Html.Paragraph(
        $"Of {scenario.Rows.Count} intervals of 95 % one may well miss by chance alone: read the rows together.", "note");
}
