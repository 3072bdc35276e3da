using Samverkan.Runs.Scenarios.Language;
using Samverkan.Runs.Scenarios.Yaml;

namespace Samverkan.Runs.Scenarios.Chain;

/// <summary>
/// The <c>--set id=value</c> options of a command line, laid over everything else. They set a parameter's value from the start,
/// or, for the id of an intervention, the value that it sets, adds or multiplies by.
/// </summary>
internal static class Settings
{
    public static void Apply(IReadOnlyList<string> sets, MergedScenario scenario, FindingList findings)
    {
        foreach (var set in sets)
        {
            var parts = set.Split('=', 2, StringSplitOptions.TrimEntries);
            if (parts.Length < 2 || parts[0].Length == 0 || parts[1].Length == 0)
                findings.Error(Place.CommandLine, Codes.BadSetting,
                    $"'{set}' is not of the form id=value, such as 'committee.meetingsPerYear=2 meetings/yr'.");
            else
                Apply(parts[0], new ScalarNode(Place.CommandLine, parts[1], false), scenario, findings);
        }
    }

    private static void Apply(string id, ScalarNode value, MergedScenario scenario, FindingList findings)
    {
        var parameters = Wildcard.Parameters(id);
        foreach (var parameter in parameters)
            scenario.Override(parameter.Id, value);
        if (parameters.Count > 0)
            return;
        if (scenario.Interventions.FirstOrDefault(i => i.Text("id") == id) is { } intervention
            && intervention.Map("change") is { Entries: [var change, ..] })
            scenario.Override(intervention, Lines("change", Lines(change.Name, value)));
        else
            findings.Error(Place.CommandLine, Codes.BadSetting,
                $"There is no parameter or intervention '{id}'." + DidYouMean.Of(
                    id, [.. Wildcard.Names, .. scenario.Interventions.Select(i => i.Text("id")).OfType<string>()]));
    }

    private static MapNode Lines(string name, Node value) => new(Place.CommandLine, [new Entry(name, Place.CommandLine, value)]);
}
