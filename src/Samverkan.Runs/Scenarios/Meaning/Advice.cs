using System.Collections.Immutable;
using Samverkan.Model.Policies;
using Samverkan.Runs.Scenarios.Chain;
using Samverkan.Runs.Scenarios.Yaml;

namespace Samverkan.Runs.Scenarios.Meaning;

/// <summary>What is legal and probably not meant.</summary>
internal static class Advice
{
    /// <param name="known">Ids and names of the scenarios that an expectation may be about.</param>
    public static void Give(MergedScenario scenario, IReadOnlyCollection<string> known,
        ImmutableArray<Intervention> interventions, bool hasSettings, FindingList findings)
    {
        if (scenario.Own.Find("expect") is null && scenario.Own.Find("extends") is not null && !hasSettings)
            findings.Warning(scenario.Own.Place, Codes.NoExpectation,
                "The scenario does not say what it expects to see. Write it under 'expect' before you run it; 'compare' then "
                    + "says whether it held.");
        foreach (var versus in scenario.Own.Items("expect").OfType<MapNode>().Select(e => e.Scalar("vs")).OfType<ScalarNode>())
            WarnIfUnknown(versus, known, findings);
        foreach (var (id, value) in scenario.Parameters)
            if (value.Place == Place.CommandLine || value.Place.File == scenario.Own.Place.File)
                WarnIfOverruled(id, value.Place, scenario, interventions, findings);
    }

    private static void WarnIfUnknown(ScalarNode versus, IReadOnlyCollection<string> known, FindingList findings)
    {
        if (!known.Contains(versus.Text))
            findings.Warning(versus.Place, Codes.UnknownScenario,
                $"There is no scenario '{versus.Text}' in this folder or among the shipped "
                    + $"ones.{DidYouMean.Of(versus.Text, known)} 'compare' judges this just beside a scenario of that id.");
    }

    private static void WarnIfOverruled(string parameter, Place place, MergedScenario scenario,
        ImmutableArray<Intervention> interventions, FindingList findings)
    {
        var later = interventions.FirstOrDefault(i => i.Parameter == parameter && i.Operation == Operation.Set
            && i.Scope == Scope.Everywhere);
        if (later is null || scenario.Interventions.FirstOrDefault(n => n.Text("id") == later.Id.Split('/')[0]) is not { } node
            || node.Place.File == place.File)
            return;
        findings.Warning(place, Codes.OverruledLater,
            $"This value holds until {later.At}: then '{later.Id}' ({node.Place}) sets {parameter} anew. To change that, write "
                + $"an intervention with the same id, or 'remove: [{later.Id.Split('/')[0]}]'.");
    }
}
