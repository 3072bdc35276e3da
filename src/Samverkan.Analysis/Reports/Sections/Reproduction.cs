using Samverkan.Analysis.Results;

namespace Samverkan.Analysis.Reports.Sections;

/// <summary>The command, the version and the hashes by which anybody gets the same numbers.</summary>
internal static class Reproduction
{
    public static string Of(ComparisonResult facts) =>
        $"<pre>{Html.Text(facts.Command)}</pre>\n"
        + Html.Paragraph(
            "with the same version of the program and the same files gives the same result hash, on any machine and any number "
                + "of threads.")
        + $"<dl>{Entry("program version", facts.Version)}{Entry("seed", facts.Seed.ToString())}"
        + $"{Entry("result hash", facts.ResultHash)}{Entry("hash of all inputs", facts.Inputs)}"
        + string.Concat(facts.Scenarios.Select(scenario => Entry(scenario.Path, $"inputs {scenario.Inputs}"))) + "</dl>\n"
        + Html.Paragraph(
            $"Beside this page: {Report.FiguresName}/ holds every picture as SVG and PNG, {Report.TablesName} every table, "
                + "paired.csv the pairs of figures behind the table, bands.csv the figures over time, series.parquet every "
                + "reported number, and manifest.json all that the result was made from.", "quiet");

    private static string Entry(string name, string value) =>
        $"<dt>{Html.Text(name)}</dt><dd><code>{Html.Text(value)}</code></dd>";
}
