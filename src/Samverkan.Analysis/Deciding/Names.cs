using Samverkan.Runs.Scenarios;

namespace Samverkan.Analysis.Deciding;

/// <summary>Scenarios as results of decisions name them.</summary>
internal static class Names
{
    public static ScenarioName Of(Scenario @base, Scenario scenario) => new(
        scenario.Id, scenario.Title, scenario.Name, scenario.InputHash,
        scenario == @base ? [] : ScenarioDiff.InWords(@base, scenario).Lines);
}
